import GRDB
import LedgerStore
import Model
import TestSupport
import Testing

@Suite struct AuditTests {
    /// A ledger with a run, a restoration, a prune and another run.
    private func ledger(_ scratch: TemporaryDirectory) throws -> Ledger {
        let ledger = try Ledger(stateDirectory: scratch.path)
        try ledger.pass("2024-12-10T02:00", ["a.csv": "one"])
        try ledger.finish(run: "20241210-0200-01", at: "2024-12-10T02:00")
        for act in [AuditEntry.Act.restore, .prune] {
            try ledger.remember(
                AuditEntry(act, at: instant("2024-12-11"), by: .tester, plan: "p", detail: "x")
            )
        }
        try ledger.finish(run: "20241212-0200-01", at: "2024-12-12T02:00")
        return ledger
    }

    @Test func whatIsRememberedIsReadAgain() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try ledger(scratch)
        let lines = try ledger.auditLines()
        #expect(lines.map(\.number) == [1, 2, 3, 4])
        #expect(lines.map(\.entry.act) == [.run, .restore, .prune, .run])
        let first = lines[0].entry
        #expect(first.by == .tester)
        #expect(first.run == "20241210-0200-01")
        #expect(first.outcome == .published)
        #expect(first.seal == .sample)
        #expect(first.machineAt > (try instant("2024-12-10")))
        let head = try #require(try ledger.auditHead())
        #expect(head.number == 4)
        #expect(AuditHead(head.description) == head)
        #expect(try ledger.holds(head) == true)
        #expect(try ledger.verify() == [])
    }

    @Test(arguments: [
        "UPDATE audit SET user = 'other' WHERE number = 2",
        "UPDATE audit SET machine_at = machine_at - 60 WHERE number = 3",
        "UPDATE audit SET at = at - 60 WHERE number = 1",
        "UPDATE audit SET command = '' WHERE number = 1",
        "UPDATE audit SET detail = 'y' WHERE number = 2",
        "UPDATE audit SET outcome = 'failed' WHERE number = 1",
        "UPDATE audit SET outcome = 'nonsense' WHERE number = 4",
        "UPDATE audit SET manifest = files_digest WHERE number = 4",
        "UPDATE audit SET act = 'repair' WHERE number = 3",
        "UPDATE audit SET plan = NULL WHERE number = 3",
        "DELETE FROM audit WHERE number = 1",
        "DELETE FROM audit WHERE number = 2",
        "DELETE FROM audit WHERE number = 4",
        "DELETE FROM audit",
        "UPDATE audit SET number = 5 WHERE number = 2",
        """
        INSERT INTO audit (number, act, at, machine_at, user, host, command, detail, last_pass,
            received, digest)
        VALUES (5, 'prune', 1, 1, 'u', 'h', 'c', '', 99, '', 'd')
        """,
        "UPDATE runs SET as_of = as_of + 1 WHERE number = 1",
        "UPDATE runs SET outcome = 'failed' WHERE number = 2",
        "UPDATE runs SET clock = clock + 1 WHERE number = 1",
        "UPDATE runs SET state = 2 WHERE number = 1",
        "UPDATE runs SET output = 'p/2024/x' WHERE number = 1",
        "UPDATE runs SET version = '0' WHERE number = 1",
        "UPDATE run_counts SET value = 1 WHERE run = 1 AND name = 'files'",
        "DELETE FROM run_counts WHERE run = 1 AND name = 'rows'",
        "INSERT INTO run_counts VALUES (1, 'records', 1)",
        "UPDATE editions SET manifest = files_digest WHERE run = 1",
        "DELETE FROM runs WHERE number = 2",
        """
        INSERT INTO runs (id, plan, window, as_of, known_at, clock, state, output, outcome, version)
        VALUES ('20250101-0200-01', 'p', '2024', 1, 1, 1, 1, 'p/2024/x', 'published', '1')
        """,
    ])
    func whatIsChangedByHandShows(_ statement: String) throws {
        let scratch = try TemporaryDirectory()
        let ledger = try ledger(scratch)
        try scratch.execute(statement)
        let faults = try ledger.verify()
        #expect(faults.contains { $0.message.contains("sửa ngoài chương trình") })
    }

    @Test func removingTheNewestLineAndMendingItsCounterShowsOnlyAgainstANotedHead() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try ledger(scratch)
        let noted = try #require(try ledger.auditHead())
        try scratch.execute("DELETE FROM audit WHERE number = 4")
        try scratch.execute("UPDATE sqlite_sequence SET seq = 3 WHERE name = 'audit'")
        try scratch.execute("DELETE FROM editions WHERE run = 2")
        try scratch.execute("DELETE FROM run_counts WHERE run = 2")
        try scratch.execute("DELETE FROM runs WHERE number = 2")
        #expect(try ledger.verify() == [])
        #expect(try ledger.holds(noted) == nil)
        try ledger.finish(run: "20241213-0200-01", at: "2024-12-13T02:00")
        #expect(try ledger.holds(noted) == false)
    }

    @Test func runsBeforeTheTrailAreNoFault() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        try ledger.recordRun(try .sample("20241201-0200-01", at: "2024-12-01T02:00"))
        var killed = try RunRecord.sample("20241202-0200-01", at: "2024-12-02T02:00")
        killed.outcome = .begun
        try ledger.recordRun(killed)
        try ledger.recordRun(try .sample("20241203-0200-01", at: "2024-12-03T02:00"))
        killed.outcome = .failed
        try ledger.recordRun(
            killed,
            entry: AuditEntry(.settle, of: killed, at: instant("2024-12-04"), by: .tester)
        )
        try ledger.finish(run: "20241204-0200-01", at: "2024-12-04T02:00")
        #expect(try ledger.verify() == [])
    }

    @Test func aRunThatFailedAfterItsEditionWasSealedAgreesWithItsLine() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try ledger(scratch)
        var run = try RunRecord.sample("20241213-0200-01", at: "2024-12-13T02:00")
        run.outcome = .begun
        run.seal = .sample
        try ledger.recordRun(run)
        run.outcome = .failed
        run.seal = nil
        try ledger.recordRun(
            run,
            entry: AuditEntry(.settle, of: run, at: instant("2024-12-14"), by: .tester)
        )
        #expect(try ledger.verify() == [])
        #expect(try ledger.runs().last?.seal == nil)
    }

    /// Lines of older versions of the program hold the options of a run and nothing else of its
    /// row.
    @Test func aLineOfAnOlderProgramIsHeldAgainstWhatItHas() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        var run = try RunRecord.sample("20241210-0200-01", at: "2024-12-10T02:00")
        run.seal = .sample
        run.parameters.unit = "P1"
        var entry = AuditEntry(.run, of: run, at: run.clock, by: .tester)
        entry.parameters = "unit=P1"
        try ledger.recordRun(run, entry: entry)
        #expect(try ledger.verify() == [])
        try scratch.execute("UPDATE run_parameters SET value = 'P2'")
        #expect(try ledger.verify().count == 1)
    }

    @Test func theSealOfAnEditionDoesNotHangOnTheOrderOfItsFiles() throws {
        let files = [
            EditionFile(name: "a", sha256: "1", size: 1),
            EditionFile(name: "b", sha256: "2", size: 2),
        ]
        #expect(try EditionSeal.digest(of: files) == EditionSeal.digest(of: files.reversed()))
        // A name cannot pass for another's line.
        let forged = [EditionFile(name: "a\n2 2 1:b", sha256: "1", size: 1)]
        #expect(try EditionSeal.digest(of: files) != EditionSeal.digest(of: forged))
    }

    @Test func theCommandLineCanBeReadAgain() {
        let by = Operator.current(command: [
            "tonghop", "run", "--accept-anomaly", "đã xem 'kỹ'", "",
        ])
        #expect(by.command == #"tonghop run --accept-anomaly 'đã xem '\''kỹ'\''' ''"#)
        #expect(!by.user.isEmpty)
    }
}

extension Operator {
    static let tester = Operator(user: "can-bo", host: "may-chu", command: "tonghop run")
}

extension EditionSeal {
    static let sample = EditionSeal(
        files: 2,
        filesDigest: String(repeating: "a", count: 64),
        manifest: String(repeating: "b", count: 64)
    )
}

extension RunRecord {
    /// A published run of the plan `p` for 2024.
    static func sample(_ id: String, at clock: String) throws -> RunRecord {
        let clock = try instant(clock)
        return RunRecord(
            id: id,
            plan: "p",
            window: "2024",
            asOf: clock,
            knownAt: clock,
            clock: clock,
            state: LedgerState(number: 1),
            output: "p/2024/" + id,
            outcome: .published,
            version: "1",
            counts: ["files": 2, "rows": 3]
        )
    }
}

extension Ledger {
    /// Records a published run with its line.
    func finish(run id: String, at clock: String) throws {
        var run = try RunRecord.sample(id, at: clock)
        run.seal = .sample
        try recordRun(run, entry: AuditEntry(.run, of: run, at: run.clock, by: .tester))
    }
}

extension TemporaryDirectory {
    /// Changes the ledger as somebody with an SQLite shell would.
    func execute(_ statement: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try DatabaseQueue(path: path + "/ledger.sqlite", configuration: configuration)
            .write { try $0.execute(sql: statement) }
    }
}
