import Disk
import GRDB
import Glibc

extension Ledger {
    /// Reads the whole ledger again and gives all that is wrong with it, if anything: what SQLite
    /// says of its database, the chain of the audit trail and, unless told otherwise, every
    /// original.
    ///
    /// An original that the retention rule removed is no fault.
    package func verify(readsOriginals: Bool = true) throws(LedgerError) -> [LedgerFault] {
        var faults = try read { db in
            let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check")
            let strays = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
            let details =
                integrity.filter { $0 != "ok" } + strays.map { "khoá ngoại: \($0.description)" }
            return try details.map { LedgerFault.database(detail: $0) } + auditFaults(db)
        }
        if readsOriginals { faults += try originalFaults() }
        return faults
    }

    /// The originals that are gone or changed.
    package func originalFaults() throws(LedgerError) -> [LedgerFault] {
        var faults: [LedgerFault] = []
        for (sha256, plan, path) in try expectedOriginals() {
            do throws(FileError) {
                if try SHA256.digest(ofFile: originals.path(of: sha256)) != sha256 {
                    faults.append(.altered(sha256: sha256, plan: plan, path: path))
                }
            } catch {
                // One that cannot be read by this account is there all the same.
                guard error.errno == ENOENT || error.errno == ENOTDIR || error.errno == ELOOP else {
                    throw .file(error)
                }
                faults.append(.missing(sha256: sha256, plan: plan, path: path))
            }
        }
        return faults
    }

    /// Every digest whose bytes must be among the originals, with a file that has them.
    private func expectedOriginals() throws(LedgerError) -> [(String, plan: String, path: String)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT sha256, min(plan), min(path) FROM versions
                    WHERE sha256 NOT IN (SELECT sha256 FROM pruned)
                    GROUP BY sha256 ORDER BY sha256
                    """
            ).map { ($0[0] as String, plan: $0[1] as String, path: $0[2] as String) }
        }
    }

    /// A cheap look at a database that is about to be written to.
    ///
    /// SQLite's quick check reads the whole file; where that would take long, only the pages that
    /// the first tables need are read, and `ledger verify` has to do the rest.
    static func checkSoundness(_ db: Database, path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0, Int64(status.st_size) <= largestChecked else { return }
        let answer = try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
        if let answer, answer != "ok" { throw LedgerError.damaged(path: path, detail: answer) }
    }

    /// The size in bytes up to which a database is read whole before a run.
    private static let largestChecked: Int64 = 64 << 20
}
