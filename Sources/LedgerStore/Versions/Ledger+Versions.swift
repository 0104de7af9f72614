import Disk
import GRDB
import Glibc
package import Model

extension Ledger {
    /// The version of each file that counts, sorted by path bytes; `reach` says how far back files
    /// of the plan do.
    ///
    /// `asOf` takes what had been received by then, `knownAt` what the ledger had seen by then.
    /// `voids` are submissions that do not count; an earlier version of their path counts again.
    /// `state` takes nothing that a later pass recorded, which is what repeats a run exactly.
    /// `seenBy` is a time by which all of it had been received and seen, for runs of versions of
    /// the program that did not know of ``PassClocks``.
    package func versions(
        plan: String,
        area: Area,
        asOf: Instant,
        knownAt: Instant,
        voids: [VoidedSubmission] = [],
        upTo state: LedgerState? = nil,
        seenBy: Instant? = nil,
        reach: PlanReach = .standing
    ) throws(LedgerError) -> [FileVersion] {
        var paths = try stored(plan: plan, area: area, path: nil, upTo: state)
        if let seenBy {
            paths = paths.map { $0.map { $0.corrected(by: seenBy) } }
        }
        let choice = VersionChoice(
            area: area,
            reach: reach,
            asOf: asOf,
            knownAt: knownAt,
            voids: voids,
            isKnown: paths.contains { $0.contains { $0.firstSeen <= knownAt } },
            firstSight: paths.lazy.compactMap(\.first?.firstSeen).min() ?? asOf
        )
        return paths.compactMap { choice.effective(of: $0) }
    }

    /// The versions of submissions that are withdrawn, by path bytes: they count nothing, but they
    /// say when what is handed in again was first received (CONTRACT §11.6).
    package func withdrawn(
        plan: String,
        asOf: Instant,
        knownAt: Instant,
        voids: [VoidedSubmission] = [],
        upTo state: LedgerState
    ) throws(LedgerError) -> [FileVersion] {
        let choice = VersionChoice(
            area: .submissions,
            reach: .standing,
            asOf: asOf,
            knownAt: knownAt,
            voids: voids,
            isKnown: true,
            firstSight: asOf
        )
        return try stored(
            plan: plan,
            area: .submissions,
            path: nil,
            upTo: state,
            withdrawnOnly: true
        ).flatMap { choice.withdrawn(of: $0) }
    }

    /// Every version ever seen, by path bytes, the first seen first; of one path or of all.
    ///
    /// `state` takes nothing that a later pass recorded. `isCorrected` gives times without those of
    /// clocks that were wrong, as far as the passes up to then tell; else they are as recorded.
    package func history(
        plan: String,
        area: Area,
        path: String? = nil,
        upTo state: LedgerState? = nil,
        isCorrected: Bool = false
    ) throws(LedgerError) -> [FileVersion] {
        try stored(plan: plan, area: area, path: path, upTo: state, isCorrected: isCorrected)
            .flatMap { $0 }
    }

    /// The path at which the bytes of a version can be read.
    ///
    /// - Throws: ``LedgerError/originalPruned(sha256:path:at:)`` where the retention rule removed
    ///   them, ``LedgerError/originalMissing(sha256:)`` where they are lost.
    package func original(_ sha256: String) throws(LedgerError) -> String {
        let path = originals.path(of: sha256)
        do {
            _ = try Descriptor(reading: path)
        } catch {
            guard error.errno == ENOENT else { throw .file(error) }
            throw try pruning(of: sha256) ?? .originalMissing(sha256: sha256)
        }
        return path
    }

    /// Where files with these bytes were seen, those that are there still first.
    package func places(
        of sha256: String
    ) throws(LedgerError) -> [(plan: String, area: Area, path: String)] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT plan, area, path, withdrawn_pass IS NOT NULL AS gone
                    FROM versions WHERE sha256 = ? ORDER BY gone, plan, area, path
                    """,
                arguments: [sha256]
            )
            return rows.compactMap { row in
                Area(rawValue: row[1]).map { (plan: row[0], area: $0, path: row[2]) }
            }
        }
    }

    /// The plans that the ledger knows, sorted.
    package func plans() throws(LedgerError) -> [String] {
        try read { try String.fetchAll($0, sql: "SELECT DISTINCT plan FROM passes ORDER BY plan") }
    }

    /// The state after the last pass; nil for a new ledger.
    package func state() throws(LedgerError) -> LedgerState? {
        try read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM passes") }
            .map(LedgerState.init)
    }

    /// The clock of the last pass; nil for a new ledger.
    package func lastClock() throws(LedgerError) -> Instant? {
        try read { db in
            try Int64.fetchOne(db, sql: "SELECT clock FROM passes ORDER BY id DESC LIMIT 1")
        }.map(Instant.init(seconds:))
    }

    /// Whether the pass that led to a state was made by a version of the program that knew of times
    /// of effect: runs of older ones are repeated as they were made.
    package func knowsEffects(at state: LedgerState) throws(LedgerError) -> Bool {
        try read { db in
            try Bool.fetchOne(
                db,
                sql: "SELECT nominal IS NOT NULL FROM passes WHERE id = ?",
                arguments: [state.number]
            ) ?? true
        }
    }

    /// Limits versions to the paths one of whose versions was withdrawn.
    private static let amongWithdrawn = """
        AND path IN (SELECT path FROM versions AS gone WHERE gone.plan = versions.plan
            AND gone.area = versions.area AND gone.withdrawn_pass IS NOT NULL)
        """

    /// The versions of each path, the first seen first; withdrawals after `state` have not
    /// happened.
    private func stored(
        plan: String,
        area: Area,
        path: String?,
        upTo state: LedgerState?,
        isCorrected: Bool = true,
        withdrawnOnly: Bool = false
    ) throws(LedgerError) -> [[FileVersion]] {
        let last = state?.number ?? .max
        return try read { db in
            let clocks = isCorrected ? try PassClocks(db, upTo: last) : PassClocks([])
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT id, path, sha256, size, modified, received_at, dated_ahead, first_seen,
                        withdrawn_at, withdrawn_pass, first_pass, effective_at, gone_at
                    FROM versions
                    WHERE plan = ? AND area = ? AND first_pass <= ?
                    \(path == nil ? "" : "AND path = ?")
                    \(withdrawnOnly ? Ledger.amongWithdrawn : "")
                    ORDER BY path, id
                    """,
                arguments: [plan, area.rawValue, last]
                    + (path.map { [$0] } ?? [])
            )
            var paths: [[FileVersion]] = []
            while let row = try rows.next() {
                var version = FileVersion(
                    id: row[0],
                    path: row[1],
                    sha256: row[2],
                    size: row[3],
                    modified: row[4],
                    receivedAt: Instant(seconds: row[5]),
                    isDatedAhead: row[6],
                    firstSeen: Instant(seconds: row[7]),
                    effectiveAt: Instant(seconds: row[11] ?? row[7])
                )
                var gone: Int64?
                if let at: Int64 = row[8], let pass: Int64 = row[9], pass <= last {
                    version.withdrawnAt = Instant(seconds: at)
                    version.goneAt = Instant(seconds: row[12] ?? at)
                    gone = pass
                }
                version = clocks.corrected(version, seenBy: row[10], goneBy: gone)
                if let first = paths.last?.first, first.path.utf8.elementsEqual(version.path.utf8) {
                    paths[paths.count - 1].append(version)
                } else {
                    paths.append([version])
                }
            }
            return paths
        }
    }
}
