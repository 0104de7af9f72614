import GRDB
import Model

/// One pass over a folder while it is being recorded: the statements, and what it has changed.
struct Pass {
    var summary: RecordSummary
    private let db: Database
    private let plan: String
    private let area: Area
    private let clock: Instant
    /// From when on files that are gone are withdrawn.
    private let gone: Instant
    /// Before when no change acts: the second after the last pass that saw what was before it, if
    /// any.
    private let earliest: Instant
    private let originals: Originals
    /// Whether it is looked at that the bytes of each new version are there.
    private let checksOriginals: Bool
    private let insert: Statement
    private let withdraw: Statement
    private let stamp: Statement
    private let forget: Statement
    /// Nil where the retention rule never removed anything.
    private let revive: Statement?
    /// The digests of new versions; of those in the same folder of originals any one.
    private var newDigests: [Substring: String] = [:]

    init(
        db: Database,
        plan: String,
        area: Area,
        clock: Instant,
        nominal: Instant,
        originals: Originals,
        checksOriginals: Bool,
        state: LedgerState
    ) throws {
        self.db = db
        self.plan = plan
        self.area = area
        self.clock = clock
        self.originals = originals
        self.checksOriginals = checksOriginals
        summary = RecordSummary(state: state)
        let before = try Int64.fetchOne(
            db,
            sql: """
                SELECT max(clock) FROM passes WHERE plan = ? AND area = ? AND id < ? AND clock <= ?
                """,
            arguments: [plan, area.rawValue, state.number, clock.seconds]
        )
        earliest = min(Instant(seconds: before.map { $0 + 1 } ?? .min), clock)
        gone = max(nominal, earliest)
        insert = try db.makeStatement(
            sql: """
                INSERT INTO versions (plan, area, path, sha256, size, modified, received_at,
                    dated_ahead, first_seen, first_pass, effective_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        // Every version of the path, so that voiding its last one does not bring back an earlier
        // version of a file that is gone.
        withdraw = try db.makeStatement(
            sql: """
                UPDATE versions SET withdrawn_at = ?, withdrawn_pass = ?, gone_at = ?
                WHERE plan = ? AND area = ? AND path = ? AND withdrawn_pass IS NULL
                """
        )
        stamp = try db.makeStatement(
            sql: """
                INSERT INTO stamps (plan, area, path, size, modified, changed, inode, sha256)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET size = excluded.size, modified = excluded.modified,
                    changed = excluded.changed, inode = excluded.inode, sha256 = excluded.sha256
                """
        )
        forget = try db.makeStatement(
            sql: "DELETE FROM stamps WHERE plan = ? AND area = ? AND path = ?"
        )
        // Bytes that the retention rule removed are kept again once they are handed in again.
        let isPruned = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM pruned)")
        revive =
            isPruned == true
            ? try db.makeStatement(sql: "DELETE FROM pruned WHERE sha256 = ?") : nil
    }

    /// A path that no open version has.
    mutating func appeared(_ file: ObservedFile) throws {
        guard let sha256 = file.sha256 else { return }
        try add(file, sha256)
        summary.added.append(file.path)
    }

    /// A path that is there as before, with the same bytes or others.
    mutating func stayed(_ file: ObservedFile, known: KnownFiles.File) throws {
        // What could not be read stands as it was.
        guard let sha256 = file.sha256 else { return }
        if sha256 == known.sha256 {
            summary.unchanged += 1
            if file.stamp != known.stamp { try remember(file, sha256) }
        } else {
            try add(file, sha256)
            summary.changed.append(file.path)
        }
    }

    /// A path that is gone.
    mutating func disappeared(_ path: String) throws {
        try withdraw.execute(
            arguments: [
                clock.seconds, summary.state.number, gone.seconds, plan, area.rawValue, path,
            ])
        try forget.execute(arguments: [plan, area.rawValue, path])
        summary.withdrawn.append(path)
    }

    /// Writes the counts, after the names of the new originals are safe.
    func finish() throws -> RecordSummary {
        try originals.syncNames(of: newDigests.values)
        try db.execute(
            sql: "UPDATE passes SET added = ?, changed = ?, withdrawn = ? WHERE id = ?",
            arguments: [
                summary.added.count, summary.changed.count, summary.withdrawn.count,
                summary.state.number,
            ]
        )
        return summary
    }

    private mutating func add(_ file: ObservedFile, _ sha256: String) throws {
        guard !checksOriginals || originals.holds(sha256, size: file.stamp.size) else {
            throw LedgerError.originalMissing(sha256: sha256)
        }
        newDigests[Substring(sha256.utf8.prefix(2))] = sha256
        try revive?.execute(arguments: [sha256])
        let receipt =
            switch area {
            case .submissions:
                // Its own also where the same bytes lay there before: what counts from when on, and
                // before which other file, is this version. When its records were first handed in,
                // those before it say (`FileVersion.replaced`,
                // ``Ledger/withdrawn(plan:asOf:knownAt:voids:upTo:)``).
                Receipt(path: file.path, modified: file.stamp.modifiedAt, clock: clock)
            case .config: Receipt(firstSeen: clock)
            }
        // A file keeps its time of change when it is copied: that may be long before anybody saw it
        // here.
        let effective =
            area == .config ? max(min(file.stamp.modifiedAt, clock), earliest) : nil
        try insert.execute(arguments: [
            plan, area.rawValue, file.path, sha256, file.stamp.size, file.stamp.modified,
            receipt.at.seconds, receipt.isDatedAhead, clock.seconds, summary.state.number,
            effective?.seconds,
        ])
        try remember(file, sha256)
    }

    private func remember(_ file: ObservedFile, _ sha256: String) throws {
        try stamp.execute(arguments: [
            plan, area.rawValue, file.path, file.stamp.size, file.stamp.modified,
            file.stamp.changed, Int64(bitPattern: file.stamp.inode), sha256,
        ])
    }
}

extension Pass {
    /// The number of the last pass of any plan; nil for a new ledger.
    static func last(_ db: Database) throws -> Int64? {
        try Int64.fetchOne(db, sql: "SELECT max(id) FROM passes")
    }

    /// What is known of each path that is there, sorted by path bytes.
    static func known(_ db: Database, plan: String, area: Area) throws -> [KnownFiles.File] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT v.path, v.sha256, s.size, s.modified, s.changed, s.inode
                FROM versions AS v LEFT JOIN stamps AS s
                    ON s.plan = v.plan AND s.area = v.area AND s.path = v.path
                        AND s.sha256 = v.sha256
                WHERE v.plan = ? AND v.area = ? AND v.withdrawn_pass IS NULL
                ORDER BY v.path, v.id
                """,
            arguments: [plan, area.rawValue]
        )
        var known: [KnownFiles.File] = []
        while let row = try rows.next() {
            var next = KnownFiles.File(path: row[0], sha256: row[1])
            if let size: Int64 = row[2] {
                next.stamp = FileStamp(
                    size: size,
                    modified: row[3],
                    changed: row[4],
                    inode: UInt64(bitPattern: row[5])
                )
            }
            // Of several open versions the last one is what lies there now.
            if let last = known.last, last.path.utf8.elementsEqual(next.path.utf8) {
                known.removeLast()
            }
            known.append(next)
        }
        return known
    }
}
