import Disk
import GRDB

/// What a run of passes recorded, as one digest: no version, withdrawal, pass or notice of theirs
/// can be changed, taken away or put in afterwards without its showing in
/// ``Ledger/verify(readsOriginals:)``.
struct ReceivedSeal: Hashable, Sendable {
    /// The number of the last pass that it covers.
    var lastPass: Int64
    var digest: String

    /// A seal as a line of the audit trail has it.
    init(lastPass: Int64, digest: String) {
        self.lastPass = lastPass
        self.digest = digest
    }

    /// The seal of the passes behind one pass, up to another or to the last there is.
    ///
    /// Each value stands with the length of its text, so that no two ledgers have one text.
    init(_ db: Database, after first: Int64, upTo last: Int64? = nil) throws {
        let last = try last ?? Int64.fetchOne(db, sql: "SELECT max(id) FROM passes") ?? 0
        var text = ""
        for sql in ReceivedSeal.queries {
            let rows = try Row.fetchCursor(db, sql: sql, arguments: [first, last])
            while let row = try rows.next() {
                for value in row.databaseValues {
                    let field = value.isNull ? "-" : String.fromDatabaseValue(value) ?? "\(value)"
                    text += "\(field.utf8.count):\(field) "
                }
                text += "\n"
            }
        }
        lastPass = last
        digest = try SHA256.digest(of: Array(text.utf8))
    }

    /// All that a pass records; stamps are a cache and no record.
    private static let queries = [
        """
        SELECT id, plan, area, clock, files, added, changed, withdrawn FROM passes
        WHERE id > ? AND id <= ? ORDER BY id
        """,
        """
        SELECT id, plan, area, path, sha256, size, modified, received_at, dated_ahead, first_seen,
            first_pass
        FROM versions WHERE first_pass > ? AND first_pass <= ? ORDER BY id
        """,
        """
        SELECT id, withdrawn_at, withdrawn_pass FROM versions
        WHERE withdrawn_pass > ? AND withdrawn_pass <= ? ORDER BY id
        """,
        """
        SELECT id, nominal FROM passes WHERE id > ? AND id <= ? AND nominal IS NOT NULL ORDER BY id
        """,
        """
        SELECT id, effective_at FROM versions
        WHERE first_pass > ? AND first_pass <= ? AND effective_at IS NOT NULL ORDER BY id
        """,
        """
        SELECT id, gone_at FROM versions
        WHERE withdrawn_pass > ? AND withdrawn_pass <= ? AND gone_at IS NOT NULL ORDER BY id
        """,
        """
        SELECT pass, number, severity, code, file, value, expected, message, fix FROM pass_notices
        WHERE pass > ? AND pass <= ? ORDER BY pass, number
        """,
    ]
}
