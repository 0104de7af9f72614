import GRDB
import Model

extension Ledger {
    /// Records a run, or what has become of one that is recorded.
    ///
    /// `entry` is the line of the audit trail that goes with it: both are recorded or none.
    package func recordRun(
        _ run: RunRecord,
        entry: AuditEntry? = nil
    ) throws(LedgerError) {
        try write { db in
            let number = try Int64.fetchOne(
                db,
                sql: """
                    INSERT INTO runs (id, plan, window, as_of, known_at, clock, state, output,
                        outcome, version)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id, plan, window) DO UPDATE SET as_of = excluded.as_of,
                        known_at = excluded.known_at, clock = excluded.clock,
                        state = excluded.state, output = excluded.output,
                        outcome = excluded.outcome, version = excluded.version
                    RETURNING number
                    """,
                arguments: [
                    run.id, run.plan, run.window, run.asOf.seconds, run.knownAt.seconds,
                    run.clock.seconds, run.state.number, run.output, run.outcome.rawValue,
                    run.version,
                ]
            )
            try db.execute(sql: "DELETE FROM run_counts WHERE run = ?", arguments: [number])
            try db.execute(sql: "DELETE FROM run_parameters WHERE run = ?", arguments: [number])
            for (name, value) in run.counts {
                try db.execute(
                    sql: "INSERT INTO run_counts (run, name, value) VALUES (?, ?, ?)",
                    arguments: [number, name, value]
                )
            }
            for (name, value) in run.parameters.stored {
                try db.execute(
                    sql: "INSERT INTO run_parameters (run, name, value) VALUES (?, ?, ?)",
                    arguments: [number, name, value]
                )
            }
            try db.execute(sql: "DELETE FROM editions WHERE run = ?", arguments: [number])
            if let seal = run.seal {
                try db.execute(
                    sql: """
                        INSERT INTO editions (run, files, files_digest, manifest)
                        VALUES (?, ?, ?, ?)
                        """,
                    arguments: [number, seal.files, seal.filesDigest, seal.manifest]
                )
            }
            if let entry { _ = try AuditTrail.append(entry, in: db) }
        }
    }

    /// What a run is read from.
    static let selectRuns = """
        SELECT number, id, plan, window, as_of, known_at, clock, state, output, outcome, version, files,
            files_digest, manifest
        FROM runs LEFT JOIN editions ON run = number
        """

    /// The runs with these properties in the order in which they were begun; nil takes any.
    package func runs(
        id: String? = nil,
        plan: String? = nil,
        window: String? = nil,
        outcome: RunRecord.Outcome? = nil
    ) throws(LedgerError) -> [RunRecord] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    \(Ledger.selectRuns)
                    WHERE id = ifnull(?, id) AND plan = ifnull(?, plan)
                        AND window = ifnull(?, window) AND outcome = ifnull(?, outcome)
                    ORDER BY number
                    """,
                arguments: [id, plan, window, outcome?.rawValue]
            )
            return try rows.map { try run(db, $0) }
        }
    }

    /// The ids of all runs: those of a year of nights are many, and no more of them is asked for.
    package func runIDs() throws(LedgerError) -> Set<String> {
        try read { db in Set(try String.fetchAll(db, sql: "SELECT id FROM runs")) }
    }

    /// Of the runs of a plan, and of a window where one is named, the one begun last that is meant;
    /// those before it are not looked at.
    ///
    /// `schedule` is the ``RunParameters/schedule`` that it was made for; nil takes any.
    package func lastRun(
        plan: String,
        window: String? = nil,
        schedule: String? = nil,
        where isMeant: (RunRecord) -> Bool
    ) throws(LedgerError) -> RunRecord? {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    \(Ledger.selectRuns)
                    WHERE plan = ? AND window = ifnull(?, window) AND (? IS NULL OR EXISTS
                        (SELECT 1 FROM run_parameters AS own
                            WHERE own.run = number AND name = ? AND value = ?))
                    ORDER BY number DESC
                    """,
                arguments: [
                    plan, window, schedule, RunParameters.scheduleName, schedule,
                ]
            )
            while let row = try rows.next() {
                let record = try run(db, row)
                if isMeant(record) { return record }
            }
            return nil
        }
    }

    /// Whether a decision made some edition of a plan and window final.
    package func holdsFinal(plan: String, window: String) throws(LedgerError) -> Bool {
        try read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM runs JOIN run_parameters ON run = number
                        WHERE plan = ? AND window = ? AND name GLOB ?)
                    """,
                arguments: [plan, window, RunParameters.madeFinalPattern]
            ) ?? false
        }
    }

    /// A run as ``selectRuns`` gives it, with its counts and options.
    func run(_ db: Database, _ row: Row) throws -> RunRecord {
        let number: Int64 = row[0]
        let outcome: String = row[9]
        var run = RunRecord(
            id: row[1],
            plan: row[2],
            window: row[3],
            asOf: Instant(seconds: row[4]),
            knownAt: Instant(seconds: row[5]),
            clock: Instant(seconds: row[6]),
            state: LedgerState(number: row[7]),
            output: row[8],
            outcome: RunRecord.Outcome(rawValue: outcome) ?? .failed,
            version: row[10]
        )
        if let files: Int = row[11] {
            run.seal = EditionSeal(files: files, filesDigest: row[12], manifest: row[13])
        }
        let counts = try Row.fetchCursor(
            db,
            sql: "SELECT name, value FROM run_counts WHERE run = ?",
            arguments: [number]
        )
        while let row = try counts.next() { run.counts[row[0]] = row[1] }
        let parameters = try Row.fetchCursor(
            db,
            sql: "SELECT name, value FROM run_parameters WHERE run = ?",
            arguments: [number]
        )
        while let row = try parameters.next() {
            run.parameters.add(storedName: row[0], value: row[1])
        }
        return run
    }
}
