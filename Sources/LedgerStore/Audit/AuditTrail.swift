import GRDB
import Model

/// The lines of the audit trail within one transaction.
enum AuditTrail {
    /// What the first line has for the digest of the line before it.
    static let origin = String(repeating: "0", count: 64)

    /// Puts an entry behind the last line.
    static func append(_ entry: AuditEntry, in db: Database) throws -> AuditLine {
        let last = try head(db)
        let number = (last?.number ?? 0) + 1
        let covered = try Int64.fetchOne(db, sql: "SELECT max(last_pass) FROM audit") ?? 0
        let received = try ReceivedSeal(db, after: covered)
        let digest = try entry.digest(number: number, after: last?.digest ?? origin, received)
        try db.execute(
            sql: """
                INSERT INTO audit (number, act, at, machine_at, user, host, command, plan, window,
                    run, as_of, known_at, outcome, detail, files, files_digest, manifest,
                    parameters, last_pass, received, digest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                number, entry.act.rawValue, entry.at.seconds, entry.machineAt.seconds,
                entry.by.user, entry.by.host, entry.by.command, entry.plan, entry.window,
                entry.run, entry.asOf?.seconds, entry.knownAt?.seconds, entry.outcome?.rawValue,
                entry.detail, entry.seal?.files, entry.seal?.filesDigest, entry.seal?.manifest,
                entry.parameters, received.lastPass, received.digest, digest,
            ]
        )
        return AuditLine(number: number, entry: entry, digest: digest)
    }

    /// The last line.
    static func head(_ db: Database) throws -> AuditHead? {
        try Row.fetchOne(db, sql: "SELECT number, digest FROM audit ORDER BY number DESC LIMIT 1")
            .map { AuditHead(number: $0[0], digest: $0[1]) }
    }

    /// Calls `body` with each line, the first one first; one that cannot be read has no entry.
    static func forEach(
        _ db: Database,
        _ body: (
            _ number: Int64, _ entry: AuditEntry?, _ received: ReceivedSeal, _ digest: String
        ) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, digest, act, at, machine_at, user, host, command, plan, window, run,
                    as_of, known_at, outcome, detail, files, files_digest, manifest,
                    parameters, last_pass, received
                FROM audit ORDER BY number
                """
        )
        while let row = try rows.next() {
            let received = ReceivedSeal(lastPass: row[19], digest: row[20])
            try body(row[0], entry(row), received, row[1])
        }
    }

    private static func entry(_ row: Row) -> AuditEntry? {
        let outcome: String? = row[13]
        guard let act = AuditEntry.Act(rawValue: row[2]),
            outcome.map({ RunRecord.Outcome(rawValue: $0) != nil }) ?? true
        else { return nil }
        var entry = AuditEntry(
            act,
            at: Instant(seconds: row[3]),
            by: Operator(user: row[5], host: row[6], command: row[7]),
            plan: row[8],
            detail: row[14]
        )
        entry.machineAt = Instant(seconds: row[4])
        entry.window = row[9]
        entry.run = row[10]
        entry.asOf = (row[11] as Int64?).map(Instant.init(seconds:))
        entry.knownAt = (row[12] as Int64?).map(Instant.init(seconds:))
        entry.outcome = outcome.flatMap(RunRecord.Outcome.init(rawValue:))
        if let files: Int = row[15], let list: String = row[16], let manifest: String = row[17] {
            entry.seal = EditionSeal(files: files, filesDigest: list, manifest: manifest)
        }
        entry.parameters = row[18]
        return entry
    }
}
