import Disk
import FoundationEssentials
import LedgerStore
import Model
import TestSupport
import Testing

@Suite struct RetentionTests {
    @Test(arguments: [
        ("30", "30 ngày", "2024-12-11T02:00:00"), ("30d", "30 ngày", "2024-12-11T02:00:00"),
        ("5y", "5 năm", "2020-01-10T02:00:00"), ("1Y", "1 năm", "2024-01-10T02:00:00"),
    ])
    func aTermEndsAtTheSameTimeOfDay(_ text: String, _ words: String, _ limit: String) throws {
        let retention = try #require(Retention(text))
        #expect(retention.description == words)
        #expect(retention.limit(at: try instant("2025-01-10T02:00:00")).iso == limit)
    }

    @Test func aYearBeforeALeapDayIsTheDayBeforeMarch() throws {
        let retention = try #require(Retention("1y"))
        #expect(retention.limit(at: try instant("2024-02-29T10:00")).iso == "2023-02-28T10:00:00")
    }

    /// A clock that has lost its year: what is kept longer than there are years is kept.
    @Test func noTermReachesBeforeTheFirstYear() throws {
        let retention = try #require(Retention("1000y"))
        #expect(retention.limit(at: try instant("0500-03-01T02:00")).iso == "0001-03-01T02:00:00")
    }

    @Test(arguments: [
        "", "0", "0d", "-1", "d", "5m", "1.5y", "1001y", "99999999999999999999", "٣d",
    ])
    func whatIsNoTermIsRefused(_ text: String) {
        #expect(Retention(text) == nil)
    }

    /// Else whoever takes away an original could say that the retention rule did.
    @Test(arguments: [
        "INSERT INTO pruned SELECT sha256, 7, 1 FROM versions WHERE path = 'kept'",
        "UPDATE pruned SET sha256 = (SELECT sha256 FROM versions WHERE path = 'kept')",
        "UPDATE pruned SET pruned_at = 8",
        "UPDATE pruned SET line = 2",
    ])
    func onlyWhatALineOfTheTrailRemovedIsRemoved(_ statement: String) throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        try ledger.pass("2024-01-01T02:00", ["gone": "g", "kept": "k"])
        try ledger.pass("2024-01-02T02:00", ["kept": "k"])
        for limit in ["2024-01-05", "2024-01-06"] {
            _ = try ledger.prune(withdrawnBy: instant(limit)) { _ in
                AuditEntry(.prune, at: Instant(seconds: 7), by: .tester)
            }
        }
        #expect(try ledger.verify() == [])
        try scratch.execute(statement)
        #expect(
            try ledger.verify(readsOriginals: false).contains {
                $0.message.contains("sửa ngoài chương trình")
            }
        )
    }

    @Test func onlyWhatNoFileOfTheDropFolderNeedsIsRemoved() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        try ledger.pass("2024-01-01T02:00", ["plan.yaml": "old plan"], area: .config)
        try ledger.pass("2024-01-02T02:00", ["plan.yaml": "new plan"], area: .config)
        // Kept: replaced but its file is still there. Moved: the same bytes under another name.
        try ledger.pass(
            "2024-01-01T02:00",
            ["kept": "k1", "moved": "m", "gone": "g1", "late": "l"]
        )
        try ledger.pass(
            "2024-01-02T02:00",
            ["kept": "k2", "moved": "m", "gone": "g2", "late": "l"]
        )
        try ledger.pass("2024-01-03T02:00", ["kept": "k2", "elsewhere": "m", "late": "l"])
        try ledger.pass("2024-01-09T02:00", ["kept": "k2", "elsewhere": "m"])
        let before = try ledger.history(plan: "p", area: .submissions)
        let removed = try ledger.prune(withdrawnBy: instant("2024-01-05")) { removed in
            #expect(removed.map(\.path) == ["gone", "gone"])
            return AuditEntry(.prune, at: Instant(seconds: 7), by: .tester)
        }
        #expect(removed.map(\.size) == [2, 2])
        for (text, isThere) in [
            ("k1", true), ("k2", true), ("m", true), ("l", true), ("g1", false), ("g2", false),
            ("old plan", true), ("new plan", true),
        ] {
            let sha256 = try SHA256.digest(of: Array(text.utf8))
            let path = ledger.originals.path(of: sha256)
            #expect(FileManager.default.fileExists(atPath: path) == isThere, "\(text)")
        }
        #expect(try ledger.history(plan: "p", area: .submissions) == before)
        #expect(try ledger.verify() == [])
        #expect(try ledger.auditLines().map(\.entry.act) == [.prune])
        let sha256 = try SHA256.digest(of: Array("g1".utf8))
        let error = LedgerError.originalPruned(
            sha256: sha256,
            path: "gone",
            at: Instant(seconds: 7)
        )
        #expect(throws: error) { try ledger.original(sha256) }
        #expect(error.exitStatus.rawValue == 66)
        // Nothing is removed twice.
        #expect(try ledger.prunable(withdrawnBy: instant("2024-01-05")) == [])
    }

    @Test func bytesThatAreHandedInAgainAreKeptAgain() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        try ledger.pass("2024-01-01T02:00", ["a.csv": "one"])
        try ledger.pass("2024-01-02T02:00", [:])
        _ = try ledger.prune(withdrawnBy: instant("2024-02-01")) { _ in
            AuditEntry(.prune, at: Instant(seconds: 7), by: .tester)
        }
        try ledger.pass("2024-03-01T02:00", ["a.csv": "one"])
        #expect(try ledger.prunings() == [:])
        #expect(try ledger.counting(asOf: "2024-03-02") == ["a.csv=one"])
        #expect(try ledger.verify() == [])
    }

    /// A pack holds what many files said: none of it may outlast the bytes of one.
    @Test func whatWasReadGoesWithTheBytes() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        try ledger.pass("2024-01-01T02:00", ["a.csv": "one", "b.csv": "two"])
        try ledger.keep([[1], [2]], plan: "p", context: "one")
        try ledger.keep([[3]], plan: "q", context: "one")
        let kept = try ledger.packs(plan: "p", context: "one")
        func prune() throws {
            _ = try ledger.prune(withdrawnBy: instant("2024-02-01")) { _ in
                AuditEntry(.prune, at: Instant(seconds: 7), by: .tester)
            }
        }
        try prune()
        #expect(try ledger.packCount() == 3)
        try ledger.pass("2024-01-02T02:00", ["b.csv": "two"])
        try prune()
        #expect(try ledger.packs(plan: "p", context: "one").isEmpty)
        let left = try ledger.packs(plan: "q", context: "one")
        #expect(try left.map { try ledger.packFile($0.file).bytes(of: $0) } == [[3]])
        #expect(throws: LedgerError.self) { try ledger.packFile(kept[0].file) }
    }
}
