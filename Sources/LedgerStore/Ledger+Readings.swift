import Foundation
import GRDB

extension Ledger {
    /// How many contexts of a plan are kept: those of one night's windows, before and after an edit.
    package static let keptContexts = 4

    /// Bytes of readings that are taken from the ledger at once, but for the last one's.
    private static let portion = 8 << 20

    /// The next readings of a context, behind the one with a number; nil where there are no more.
    ///
    /// They come in the order in which they were kept, some megabytes at a time.
    package func readings(
        plan: String,
        context digest: String,
        after number: Int64
    ) throws(LedgerError) -> (readings: [KeptReading], last: Int64)? {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT id, sha256, path, reading FROM readings
                    WHERE id > ? AND context =
                        (SELECT id FROM reading_contexts WHERE plan = ? AND digest = ?)
                    ORDER BY id
                    """,
                arguments: [number, plan, digest]
            )
            var readings: [KeptReading] = []
            var last = number
            var size = 0
            while size < Ledger.portion, let row = try rows.next() {
                last = row[0]
                let reading = try row.withUnsafeData(atIndex: 3) { $0.map { [UInt8]($0) } ?? [] }
                size += reading.count
                readings.append(KeptReading(sha256: row[1], path: row[2], reading: reading))
            }
            return readings.isEmpty ? nil : (readings, last)
        }
    }

    /// Keeps readings, made one after the other, and lets go of what no run has asked for lately.
    ///
    /// `asked` is how many readings the run asked for, `isAsked` whether one was among them: once a
    /// context holds more than twice as many, the others go. All of it is one transaction.
    package func keep(
        _ readings: some Sequence<KeptReading>,
        plan: String,
        context digest: String,
        asked: Int,
        isAsked: (_ sha256: String, _ path: String) -> Bool
    ) throws(LedgerError) {
        try write { db in
            let context = try Ledger.use(digest, of: plan, in: db)
            let insert = try db.makeStatement(
                sql: """
                    INSERT INTO readings (context, sha256, path, reading) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET reading = excluded.reading
                    """
            )
            for kept in readings {
                try insert.execute(
                    arguments: [context, kept.sha256, kept.path, Data(kept.reading)]
                )
            }
            let count =
                try Int.fetchOne(
                    db,
                    sql: "SELECT count(*) FROM readings WHERE context = ?",
                    arguments: [context]
                ) ?? 0
            guard count > 1000, count / 2 > asked else { return }
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT id, sha256, path FROM readings WHERE context = ?",
                arguments: [context]
            )
            let delete = try db.makeStatement(sql: "DELETE FROM readings WHERE id = ?")
            for row in rows where !isAsked(row[1], row[2]) {
                try delete.execute(arguments: [row[0] as Int64])
            }
        }
    }

    /// Whether a context is the one that a plan's runs took last, so that nothing has to be written
    /// where nothing is new.
    package func isLastUsed(plan: String, context digest: String) throws(LedgerError) -> Bool {
        try read { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT digest FROM reading_contexts WHERE plan = ? ORDER BY used DESC LIMIT 1
                    """,
                arguments: [plan]
            ) == digest
        }
    }

    /// Notes that a context is in use, gives its number and drops the oldest beyond those kept.
    private static func use(_ digest: String, of plan: String, in db: Database) throws -> Int64 {
        let number = try Int64.fetchOne(
            db,
            sql: """
                INSERT INTO reading_contexts (plan, digest, used)
                VALUES (?1, ?2, (SELECT ifnull(max(used), 0) + 1 FROM reading_contexts))
                ON CONFLICT (plan, digest) DO UPDATE SET used = excluded.used
                RETURNING id
                """,
            arguments: [plan, digest]
        )
        try db.execute(
            sql: """
                DELETE FROM reading_contexts WHERE plan = ?1 AND id NOT IN
                    (SELECT id FROM reading_contexts WHERE plan = ?1 ORDER BY used DESC LIMIT ?2)
                """,
            arguments: [plan, keptContexts]
        )
        return number ?? 0
    }
}
