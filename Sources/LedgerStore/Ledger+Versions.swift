import GRDB
import Glibc
package import Model

extension Ledger {
    /// The version of each file that counts, sorted by path bytes.
    ///
    /// `asOf` takes what had been received by then, `knownAt` what the ledger had seen by then.
    /// `voids` are submissions that do not count; an earlier version of their path counts again.
    /// `state` takes nothing that a later pass recorded, which is what repeats a run exactly.
    /// `seenBy` is a time by which all of it had been received and seen, although clocks that were
    /// wrong wrote later ones.
    package func versions(
        plan: String,
        area: Area,
        asOf: Instant,
        knownAt: Instant,
        voids: [VoidedSubmission] = [],
        upTo state: LedgerState? = nil,
        seenBy: Instant? = nil
    ) throws(LedgerError) -> [FileVersion] {
        var paths = try stored(plan: plan, area: area, path: nil, upTo: state)
        if let seenBy {
            paths = paths.map { $0.map { $0.corrected(by: seenBy) } }
        }
        let choice = VersionChoice(
            area: area,
            asOf: asOf,
            knownAt: knownAt,
            voids: voids,
            isKnown: paths.contains { $0.contains { $0.firstSeen <= knownAt } }
        )
        return paths.compactMap { choice.effective(of: $0) }
    }

    /// Every version ever seen, by path bytes, the first seen first; of one path or of all.
    package func history(
        plan: String,
        area: Area,
        path: String? = nil
    ) throws(LedgerError) -> [FileVersion] {
        try stored(plan: plan, area: area, path: path, upTo: nil).flatMap { $0 }
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

    /// The latest clock of any pass; nil for a new ledger.
    package func latestClock() throws(LedgerError) -> Instant? {
        try read { try Int64.fetchOne($0, sql: "SELECT max(clock) FROM passes") }
            .map(Instant.init(seconds:))
    }

    /// The versions of each path, the first seen first; withdrawals after `state` have not happened.
    private func stored(
        plan: String,
        area: Area,
        path: String?,
        upTo state: LedgerState?
    ) throws(LedgerError) -> [[FileVersion]] {
        let last = state?.number ?? .max
        return try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT id, path, sha256, size, modified, received_at, dated_ahead, first_seen,
                        withdrawn_at, withdrawn_pass
                    FROM versions
                    WHERE plan = ? AND area = ? AND first_pass <= ?
                    \(path == nil ? "" : "AND path = ?")
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
                    firstSeen: Instant(seconds: row[7])
                )
                if let at: Int64 = row[8], let pass: Int64 = row[9], pass <= last {
                    version.withdrawnAt = Instant(seconds: at)
                }
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
