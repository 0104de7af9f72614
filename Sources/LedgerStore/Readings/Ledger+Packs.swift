import Foundation
import GRDB

extension Ledger {
    /// How many contexts of a plan are kept: those of one night's windows, before and after an
    /// edit.
    package static let keptContexts = 4

    /// The packs of a context, the one that was kept first in front.
    package func packs(plan: String, context digest: String) throws(LedgerError) -> [KeptPack] {
        try read { db in
            try Ledger.packs(
                "context = (SELECT id FROM reading_contexts WHERE plan = ? AND digest = ?)",
                [plan, digest],
                in: db
            )
        }
    }

    /// Opens a file of packs.
    package func packFile(_ number: Int64) throws(LedgerError) -> PackFile {
        do { return try PackFile(packFolder.path(of: number)) } catch { throw .file(error) }
    }

    /// Keeps packs, made one after the other, instead of others; notes that the context is in use.
    ///
    /// They are written first; all that the ledger says of them is one transaction. What it then
    /// speaks of no more is removed.
    package func keep(
        _ packs: some Sequence<[UInt8]>,
        insteadOf numbers: [Int64] = [],
        plan: String,
        context digest: String
    ) throws(LedgerError) {
        let known = try self.packs(plan: plan, context: digest)
        let replaced = Set(numbers)
        let file: Int64
        var start = 0
        if let last = known.last(where: { !replaced.contains($0.number) })?.file {
            file = last
            // Not over those that are replaced: until that is written they are there.
            start =
                try read { db in try Ledger.packs("file = ?", [last], in: db) }
                .map(\.end).max() ?? 0
        } else {
            file = try read { try Ledger.nextPack(in: $0) }
        }
        let written: [(start: Int, size: Int, head: [UInt8])]
        do { written = try packFolder.write(packs, to: file, from: start) } catch {
            throw .file(error)
        }
        try write { db in
            let context = try Ledger.use(digest, of: plan, in: db)
            for number in numbers {
                try db.execute(
                    sql: "DELETE FROM packs WHERE id = ? AND context = ?",
                    arguments: [number, context]
                )
            }
            let insert = try db.makeStatement(
                sql: "INSERT INTO packs (context, file, start, size, head) VALUES (?, ?, ?, ?, ?)"
            )
            for pack in written {
                try insert.execute(
                    arguments: [context, file, pack.start, pack.size, Data(pack.head)]
                )
            }
        }
        // What cannot be removed now, the next night removes.
        try? removeForgottenPacks()
    }

    /// Removes the files of packs that the ledger does not speak of.
    func removeForgottenPacks() throws(LedgerError) {
        let kept = try read { try Int64.fetchSet($0, sql: "SELECT DISTINCT file FROM packs") }
        do { try packFolder.removeAll(but: kept) } catch { throw .file(error) }
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

    private var packFolder: PackFolder { PackFolder(path: stateDirectory + "/readings") }

    private static func packs(
        _ condition: String,
        _ arguments: StatementArguments,
        in db: Database
    ) throws -> [KeptPack] {
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT id, file, start, size, head FROM packs WHERE \(condition) ORDER BY id",
            arguments: arguments
        )
        var packs: [KeptPack] = []
        while let row = try rows.next() {
            packs.append(
                KeptPack(
                    number: row[0],
                    file: row[1],
                    start: row[2],
                    size: row[3],
                    head: try row.withUnsafeData(atIndex: 4) { $0.map { [UInt8]($0) } ?? [] }
                )
            )
        }
        return packs
    }

    /// The number of the next pack, which no pack had before.
    private static func nextPack(in db: Database) throws -> Int64 {
        let last = try Int64.fetchOne(
            db,
            sql: "SELECT seq FROM sqlite_sequence WHERE name = 'packs'"
        )
        return (last ?? 0) + 1
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
