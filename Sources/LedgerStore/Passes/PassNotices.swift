import GRDB
package import Model

/// What a pass noticed about files that it could not take in.
///
/// They name whole files only, so they have no row, column or unit.
enum PassNotices {
    static func keep(_ findings: [Finding], of state: LedgerState, in db: Database) throws {
        for (number, finding) in findings.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO pass_notices (pass, number, severity, code, file, value, expected,
                        message, fix)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    state.number, number, finding.severity.rawValue, finding.code.rawValue,
                    finding.file, finding.value, finding.expected, finding.message, finding.fix,
                ]
            )
        }
    }
}

extension Ledger {
    /// What the pass that led to a state noticed about files that it could not take in.
    package func notices(of state: LedgerState) throws(LedgerError) -> [Finding] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT code, severity, file, value, expected, message, fix
                    FROM pass_notices WHERE pass = ? ORDER BY number
                    """,
                arguments: [state.number]
            )
            return rows.compactMap { row in
                guard let code = FindingCode(rawValue: row[0]),
                    let severity = Severity(rawValue: row[1])
                else { return nil }
                return Finding(
                    code,
                    severity: severity,
                    file: row[2],
                    value: row[3],
                    expected: row[4],
                    message: row[5],
                    fix: row[6]
                )
            }
        }
    }
}
