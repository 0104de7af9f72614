import Foundation
import GRDB

/// Readings of many files as bytes that only the reader understands.
package struct KeptPack: Hashable, Sendable {
    /// The number under which the ledger keeps it.
    package let number: Int64
    package let bytes: [UInt8]
}

extension Ledger {
    /// How many contexts of a plan are kept: those of one night's windows, before and after an
    /// edit.
    package static let keptContexts = 4

    /// The packs of a context that come behind the one with a number, so many that they have at
    /// least some bytes together; none where there are no more.
    package func packs(
        plan: String,
        context digest: String,
        after number: Int64,
        bytes: Int
    ) throws(LedgerError) -> [KeptPack] {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT id, pack FROM packs
                    WHERE id > ? AND context =
                        (SELECT id FROM reading_contexts WHERE plan = ? AND digest = ?)
                    ORDER BY id
                    """,
                arguments: [number, plan, digest]
            )
            var packs: [KeptPack] = []
            var missing = bytes
            while missing > 0, let row = try rows.next() {
                let pack = KeptPack(
                    number: row[0],
                    bytes: try row.withUnsafeData(atIndex: 1) { $0.map { [UInt8]($0) } ?? [] }
                )
                missing -= max(pack.bytes.count, 1)
                packs.append(pack)
            }
            return packs
        }
    }

    /// Keeps packs, made one after the other, instead of others; notes that the context is in use.
    ///
    /// All of it is one transaction.
    package func keep(
        _ packs: some Sequence<[UInt8]>,
        insteadOf numbers: [Int64] = [],
        plan: String,
        context digest: String
    ) throws(LedgerError) {
        try write { db in
            let context = try Ledger.use(digest, of: plan, in: db)
            for number in numbers {
                try db.execute(
                    sql: "DELETE FROM packs WHERE id = ? AND context = ?",
                    arguments: [number, context]
                )
            }
            let insert = try db.makeStatement(
                sql: "INSERT INTO packs (context, pack) VALUES (?, ?)"
            )
            for pack in packs { try insert.execute(arguments: [context, Data(pack)]) }
        }
    }

    /// How many packs there are, of all plans and contexts.
    package func packCount() throws(LedgerError) -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM packs") ?? 0 }
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
