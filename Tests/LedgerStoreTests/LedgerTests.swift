import Disk
import FoundationEssentials
import Glibc
import LedgerStore
import Model
import TestSupport
import Testing

@Suite struct LedgerTests {
    @Test func aLedgerThatIsOpenedAgainKnowsEverything() throws {
        let scratch = try TemporaryDirectory()
        let first = try Ledger(stateDirectory: scratch.path + "/new/state")
            .pass("2024-12-10T02:00", ["a.csv": "one"])
        let again = try Ledger(stateDirectory: scratch.path + "/new/state")
        #expect(try again.counting(asOf: "2024-12-31") == ["a.csv=one"])
        #expect(try again.state() == first.state)
    }

    @Test func whatItWritesIsNotReadableToEverybody() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path + "/state")
        try ledger.pass("2024-12-10T02:00", ["a.csv": "one"])
        let digest = try SHA256.digest(of: Array("one".utf8))
        for (path, mode) in [
            ("", 0o750), ("/originals", 0o750), ("/ledger.sqlite", 0o640),
            ("/originals/\(digest.prefix(2))", 0o750),
            ("/originals/\(digest.prefix(2))/\(digest.dropFirst(2))", 0o640),
        ] {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: scratch.path + "/state" + path
            )
            let found = attributes[.posixPermissions] as? Int
            #expect(found == mode, "\(path)")
        }
    }

    @Test func aLedgerOfANewerVersionIsRefusedAndLeftAlone() throws {
        let scratch = try TemporaryDirectory()
        _ = try Ledger(stateDirectory: scratch.path)
        // The name of a migration that this version does not know, put in by hand: only the module
        // itself speaks SQL.
        let path = scratch.path + "/ledger.sqlite"
        var bytes = try Data(contentsOf: URL(filePath: path))
        let name = try #require(bytes.firstRange(of: Data("2026-11 submissions".utf8)))
        bytes.replaceSubrange(name, with: Data("2031-01 submissions".utf8))
        try bytes.write(to: URL(filePath: path))
        #expect(throws: LedgerError.newer(path: path)) {
            try Ledger(stateDirectory: scratch.path)
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
        #expect(LedgerError.newer(path: path).message.contains("phiên bản mới hơn"))
    }

    @Test func aFileThatIsNoDatabaseIsReportedAsDamaged() throws {
        let scratch = try TemporaryDirectory()
        try Data(repeating: 65, count: 5000)
            .write(to: URL(filePath: scratch.path + "/ledger.sqlite"))
        let error = #expect(throws: LedgerError.self) {
            try Ledger(stateDirectory: scratch.path)
        }
        guard case .damaged = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    /// CONTRACT §2, §11.25: the version received last counts, also where its bytes had lain there
    /// before.
    @Test func aVersionThatGoesBackToEarlierBytesIsReceivedAnew() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        let days = ["2024-02-01", "2024-02-03", "2024-02-05"]
        for (day, text) in zip(days, ["one", "two", "one"]) {
            try ledger.pass(
                day + "T23:00",
                ["a.csv": text, "2024-01-31/b.csv": text],
                modified: day + "T10:00:00"
            )
        }
        for (asOf, text) in [
            ("2024-02-02", "one"), ("2024-02-04", "two"), ("2024-02-05T09:00", "two"),
            ("2024-02-05T11:00", "one"),
        ] {
            let counting = try ledger.counting(asOf: asOf)
            #expect(counting.last == "a.csv=" + text, "\(asOf)")
        }
        let versions = try ledger.history(plan: "p", area: .submissions)
        #expect(
            try versions.suffix(3).map(\.receivedAt)
                == days.map { try instant($0 + "T10:00") }
        )
        // What lay there before says since when: the version that counts has it with it.
        let now = try ledger.versions(
            plan: "p",
            area: .submissions,
            asOf: instant("2024-02-06"),
            knownAt: instant("2024-02-06")
        )
        #expect(
            now.last?.replaced.map(\.receivedAt) == versions.suffix(3).prefix(2).map(\.receivedAt)
        )
        // A dated folder says itself when.
        let stamped = try instant("2024-01-31T00:00")
        #expect(versions.prefix(3).allSatisfy { $0.receivedAt == stamped })
    }

    @Test func whatIsHandedInAgainCountsFromThenOn() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        try ledger.pass("2024-02-02T02:00", ["a.csv": "one"], modified: "2024-02-01T10:00:00")
        try ledger.pass("2024-02-04T02:00", [:])
        try ledger.pass("2024-03-02T02:00", ["a.csv": "one"], modified: "2024-03-01T10:00:00")
        #expect(try ledger.counting(asOf: "2024-02-03") == ["a.csv=one"])
        #expect(try ledger.counting(asOf: "2024-02-20") == [])
        #expect(try ledger.counting(asOf: "2024-03-02") == ["a.csv=one"])
    }

    @Test func aVersionWhoseBytesWereNotKeptIsNotRecorded() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        var file = try ledger.observed("a.csv", "one")
        file.sha256 = String(repeating: "0", count: 64)
        let files = [try ledger.observed("0.csv", "two"), file]
        #expect(throws: LedgerError.originalMissing(sha256: String(repeating: "0", count: 64))) {
            try ledger.record(
                plan: "p",
                area: .submissions,
                files: files,
                clock: instant("2024-12-10")
            )
        }
        #expect(try ledger.state() == nil)
        #expect(try ledger.history(plan: "p", area: .submissions) == [])
    }

    @Test func verifyFindsBytesThatAreGoneOrChanged() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        try ledger.pass("2024-12-10T02:00", ["a.csv": "one", "b.csv": "two", "c.csv": "three"])
        #expect(try ledger.verify() == [])
        let (one, two) = (
            try SHA256.digest(of: Array("one".utf8)), try SHA256.digest(of: Array("two".utf8))
        )
        try FileManager.default.removeItem(atPath: ledger.originals.path(of: one))
        try Data("TWO".utf8).write(to: URL(filePath: ledger.originals.path(of: two)))
        let faults = Set(try ledger.verify())
        #expect(
            faults == [
                .missing(sha256: one, plan: "p", path: "a.csv"),
                .altered(sha256: two, plan: "p", path: "b.csv"),
            ]
        )
        #expect(throws: LedgerError.originalMissing(sha256: one)) { try ledger.original(one) }
    }

    @Test func whatAKilledRunLeftHalfWrittenIsSweptAway() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        let stale = ledger.originals.root + "/.incoming-1"
        try Data("half".utf8).write(to: URL(filePath: stale))
        try ledger.originals.sweep()
        #expect(!FileManager.default.fileExists(atPath: stale))
    }

    @Test func aWriterThatIsNotFinishedLeavesNothing() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        do {
            var writer = try OriginalWriter(in: ledger.originals)
            try writer.append(Array("half".utf8).span.bytes)
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: ledger.originals.root)
        #expect(left == [])
    }

    @Test func aStampThatChangedWithoutTheBytesIsRememberedWithoutAVersion() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        try ledger.pass("2024-12-10T02:00", ["a.csv": "one"])
        let touched = try ledger.observed("a.csv", "one", modified: "2024-12-11T09:00:00")
        let summary = try ledger.record(
            plan: "p",
            area: .submissions,
            files: [touched],
            clock: instant("2024-12-12")
        )
        #expect(summary.unchanged == 1)
        let known = try ledger.known(plan: "p", area: .submissions).files
        #expect(known.map(\.path) == [touched.path] && known.map(\.stamp) == [touched.stamp])
        #expect(known.map(\.sha256) == [touched.sha256])
        #expect(try ledger.history(plan: "p", area: .submissions).count == 1)
    }

    @Test func aRunIsFoundAgainWithWhatBecameOfIt() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        let clock = try instant("2023-12-12T23:30")
        var run = RunRecord(
            id: "20231212-2330-01",
            plan: "p",
            window: "2023",
            asOf: clock,
            knownAt: clock,
            clock: clock,
            state: LedgerState(number: 4),
            output: "p/2023/20231212-2330-01",
            outcome: .begun,
            version: "1.0.0",
            counts: ["files": 3],
            parameters: RunParameters(auditText: "unit=TX-P-01")
        )
        try ledger.recordRun(run)
        #expect(try ledger.runs(plan: "p", window: "2023") == [run])
        run.outcome = .published
        run.counts = ["rows": 9]
        try ledger.recordRun(run)
        #expect(try ledger.runs(id: "20231212-2330-01") == [run])
        #expect(try ledger.runs(plan: "q") == [])
    }

    @Test func aDiskWithoutRoomIsTheOutputThatCannotBeWritten() {
        let full = LedgerError.database(path: "l", code: 13, detail: "database or disk is full")
        #expect(full.exitStatus.rawValue == 73)
    }

    @Test func aLedgerWhereNoneCanBeMadeSaysSoWithTheExitStatusOfTheOutput() throws {
        let scratch = try TemporaryDirectory()
        try Data().write(to: URL(filePath: scratch.path + "/file"))
        let error = #expect(throws: LedgerError.self) {
            try Ledger(stateDirectory: scratch.path + "/file/state")
        }
        #expect(error?.exitStatus.rawValue == 73)
        #expect(error?.message.contains("không phải thư mục") == true)
    }
}
