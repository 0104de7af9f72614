import GRDB

extension Ledger {
    /// Reads the whole ledger and every original again and gives all that is wrong, if anything.
    package func verify() throws(LedgerError) -> [LedgerFault] {
        let (details, versions) = try read { db in
            let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check")
            let strays = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
            let versions = try Row.fetchAll(
                db,
                sql: """
                    SELECT sha256, min(plan) AS plan, min(path) AS path, count(DISTINCT size)
                    FROM versions GROUP BY sha256 ORDER BY sha256
                    """
            )
            return (
                integrity.filter { $0 != "ok" } + strays.map { "khoá ngoại: \($0.description)" },
                versions.map { (sha256: $0[0] as String, plan: $0[1] as String, $0[2] as String) }
            )
        }
        var faults = details.map { LedgerFault.database(detail: $0) }
        for (sha256, plan, path) in versions {
            do {
                if try SHA256.digest(ofFile: originals.path(of: sha256)) != sha256 {
                    faults.append(.altered(sha256: sha256, plan: plan, path: path))
                }
            } catch .file {
                faults.append(.missing(sha256: sha256, plan: plan, path: path))
            }
        }
        return faults
    }
}
