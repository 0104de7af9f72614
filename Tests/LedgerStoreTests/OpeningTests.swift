import FoundationEssentials
import LedgerStore
import Model
import TestSupport
import Testing

@Suite struct OpeningTests {
    private func names(_ scratch: TemporaryDirectory) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
    }

    private func bytes(_ scratch: TemporaryDirectory) throws -> Data {
        try Data(contentsOf: URL(filePath: scratch.path + "/ledger.sqlite"))
    }

    @Test func askingMakesAndChangesNothing() throws {
        let scratch = try TemporaryDirectory()
        try Ledger(stateDirectory: scratch.path).pass("2024-12-10T02:00", ["a.csv": "one"])
        let (names, bytes) = (try names(scratch), try bytes(scratch))
        let ledger = try Ledger(reading: scratch.path)
        #expect(try ledger.counting(asOf: "2024-12-31") == ["a.csv=one"])
        #expect(try ledger.verify() == [])
        #expect(try self.names(scratch) == names)
        #expect(try self.bytes(scratch) == bytes)
        #expect(throws: LedgerError.self) { try ledger.pass("2024-12-11T02:00", [:]) }
    }

    @Test func anAnswerIsOfTheMomentOfTheQuestion() throws {
        let scratch = try TemporaryDirectory()
        let writer = try Ledger(stateDirectory: scratch.path)
        let reader = try Ledger(reading: scratch.path)
        #expect(try reader.counting(asOf: "2024-12-31") == [])
        try writer.pass("2024-12-10T02:00", ["a.csv": "one"])
        #expect(try reader.counting(asOf: "2024-12-31") == ["a.csv=one"])
        try writer.pass("2024-12-11T02:00", ["a.csv": "two"])
        #expect(try reader.counting(asOf: "2024-12-31") == ["a.csv=two"])
    }

    @Test func aPathOfAnyLettersIsOpened() throws {
        let scratch = try TemporaryDirectory()
        let path = scratch.path + "/sổ nhận 100%?#&"
        try Ledger(stateDirectory: path).pass("2024-12-10T02:00", ["a.csv": "one"])
        #expect(try Ledger(reading: path).counting(asOf: "2024-12-31") == ["a.csv=one"])
    }

    @Test func whereThereIsNoLedgerNoneIsMade() throws {
        let scratch = try TemporaryDirectory()
        #expect(throws: LedgerError.self) { try Ledger(reading: scratch.path + "/state") }
        #expect(try names(scratch) == [])
    }

    /// What the schema was before the audit trail.
    private func makeOlder(_ scratch: TemporaryDirectory) throws {
        for statement in [
            "DROP INDEX versions_by_pass", "DROP INDEX versions_by_withdrawal", "DROP TABLE pruned",
            "DROP TABLE editions", "DROP TABLE audit",
            "DELETE FROM grdb_migrations WHERE identifier = '2026-11 audit'",
            "DROP TABLE packs", "DROP TABLE reading_contexts",
            "DELETE FROM grdb_migrations WHERE identifier LIKE '2026-11 %readings'"
                + " OR identifier = '2026-11 places of packs'",
        ] { try scratch.execute(statement) }
    }

    /// A ledger that kept the reading of each file by itself: those are read once more.
    @Test func aLedgerWithReadingsOfSingleFilesGoesOn() throws {
        let scratch = try TemporaryDirectory()
        do {
            let old = try Ledger(stateDirectory: scratch.path)
            try old.pass("2024-12-10T02:00", ["a.csv": "one"])
            try old.keep([[1, 2, 3]], plan: "p", context: "one")
        }
        for statement in [
            "DROP TABLE packs",
            "DELETE FROM grdb_migrations WHERE identifier LIKE '2026-11 %packs%'",
            "CREATE TABLE readings (id INTEGER PRIMARY KEY, context INTEGER NOT NULL"
                + " REFERENCES reading_contexts (id) ON DELETE CASCADE, sha256 TEXT NOT NULL,"
                + " path TEXT NOT NULL, reading BLOB NOT NULL, UNIQUE (context, sha256, path)) STRICT",
            "INSERT INTO readings SELECT 1, id, 'a', 'a.csv', x'01' FROM reading_contexts",
        ] { try scratch.execute(statement) }
        let ledger = try Ledger(stateDirectory: scratch.path)
        #expect(try ledger.packCount() == 0)
        try ledger.keep([[4]], plan: "p", context: "one")
        let pack = try #require(try ledger.packs(plan: "p", context: "one").first)
        #expect(try ledger.packFile(pack.file).bytes(of: pack) == [4])
        #expect(try ledger.counting(asOf: "2024-12-31") == ["a.csv=one"])
        #expect(try ledger.verify() == [])
    }

    /// Killed before it had written anything, a first run leaves a file without tables.
    @Test func aLedgerThatWasNeverMadeIsNotAnOlderOne() throws {
        let scratch = try TemporaryDirectory()
        try scratch.write("ledger.sqlite", "")
        let path = scratch.path + "/ledger.sqlite"
        #expect(throws: LedgerError.unfinished(path: path)) { try Ledger(reading: scratch.path) }
        #expect(LedgerError.unfinished(path: path).exitStatus.rawValue == 66)
        _ = try Ledger(stateDirectory: scratch.path)
        #expect(try Ledger(reading: scratch.path).runs().isEmpty)
    }

    @Test func aLedgerOfTheVersionBeforeKeepsAllItHasAndGoesOn() throws {
        let scratch = try TemporaryDirectory()
        do {
            let old = try Ledger(stateDirectory: scratch.path)
            try old.pass("2024-12-10T02:00", ["a.csv": "one"])
            try old.pass("2024-12-11T02:00", ["a.csv": "two"])
            try old.recordRun(try .sample("20241211-0200-01", at: "2024-12-11T02:00"))
        }
        try makeOlder(scratch)
        let path = scratch.path + "/ledger.sqlite"
        let bytes = try bytes(scratch)
        #expect(throws: LedgerError.older(path: path)) { try Ledger(reading: scratch.path) }
        #expect(try self.bytes(scratch) == bytes)
        let ledger = try Ledger(stateDirectory: scratch.path)
        #expect(try ledger.history(plan: "p", area: .submissions).count == 2)
        #expect(try ledger.runs().map(\.id) == ["20241211-0200-01"])
        try ledger.pass("2024-12-12T02:00", ["a.csv": "three"])
        try ledger.finish(run: "20241212-0200-01", at: "2024-12-12T02:00")
        #expect(try ledger.counting(asOf: "2024-12-31") == ["a.csv=three"])
        #expect(try ledger.verify() == [])
        #expect(try Ledger(reading: scratch.path).runs().count == 2)
    }

    @Test func aLedgerWithAMigrationFromTheFutureIsRefusedUnchanged() throws {
        let scratch = try TemporaryDirectory()
        _ = try Ledger(stateDirectory: scratch.path)
        try scratch.execute("INSERT INTO grdb_migrations (identifier) VALUES ('2031-01 future')")
        let (names, bytes) = (try names(scratch), try bytes(scratch))
        let path = scratch.path + "/ledger.sqlite"
        #expect(throws: LedgerError.newer(path: path)) { try Ledger(stateDirectory: scratch.path) }
        #expect(throws: LedgerError.newer(path: path)) { try Ledger(reading: scratch.path) }
        #expect(LedgerError.newer(path: path).exitStatus.rawValue == 74)
        #expect(try self.bytes(scratch) == bytes)
        #expect(try self.names(scratch) == names)
    }

    @Test func aDamagedPageIsSeenBeforeAnythingIsWritten() throws {
        let scratch = try TemporaryDirectory()
        let texts = (0..<400).map { "f\($0).csv" }
        do {
            let ledger = try Ledger(stateDirectory: scratch.path)
            let files = try texts.map { try ledger.observed($0, $0) }
            _ = try ledger.record(
                plan: "p",
                area: .submissions,
                files: files,
                clock: instant("2024-12-10")
            )
        }
        var damaged = try bytes(scratch)
        let page = try #require(damaged.firstRange(of: Data("f300.csv".utf8))).lowerBound / 4096
        damaged.replaceSubrange(
            page * 4096..<page * 4096 + 64,
            with: Data(repeating: 0xEE, count: 64)
        )
        try damaged.write(to: URL(filePath: scratch.path + "/ledger.sqlite"))
        let error = #expect(throws: LedgerError.self) { try Ledger(stateDirectory: scratch.path) }
        #expect(error?.exitStatus.rawValue == 74)
        guard case .damaged = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try bytes(scratch) == damaged)
    }
}
