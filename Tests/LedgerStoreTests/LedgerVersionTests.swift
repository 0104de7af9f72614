import Disk
import LedgerStore
import Model
import TestSupport
import Testing

/// Which version counts when: CONTRACT §2 and §11, 13, 19, 25, 27.
@Suite struct LedgerVersionTests {
    private let scratch: TemporaryDirectory
    private let ledger: Ledger

    init() throws {
        scratch = try TemporaryDirectory()
        ledger = try Ledger(stateDirectory: scratch.path)
    }

    @Test func aFileWhoseBytesChangeIsAVersionThatReplacesTheOldOne() throws {
        try ledger.pass("2024-12-10T02:00", ["2024-12-01 a.csv": "one"])
        let summary = try ledger.pass("2024-12-20T02:00", ["2024-12-01 a.csv": "two"])
        #expect(summary.changed == ["2024-12-01 a.csv"])
        #expect(try ledger.counting(asOf: "2024-12-31") == ["2024-12-01 a.csv=two"])
        #expect(
            try ledger.counting(asOf: "2024-12-31", knownAt: "2024-12-15")
                == ["2024-12-01 a.csv=one"]
        )
        let version = try ledger.versions(
            plan: "p",
            area: .submissions,
            asOf: instant("2024-12-31"),
            knownAt: instant("2024-12-31")
        ).first
        #expect(try version?.replaced.last?.receivedAt == instant("2024-12-01T00:00"))
    }

    @Test func asOfATimeBeforeItsReceiptAFileDoesNotCount() throws {
        try ledger.pass("2024-12-20T02:00", ["2024-12-10/a.csv": "one"])
        #expect(try ledger.counting(asOf: "2024-12-09") == [])
        #expect(try ledger.counting(asOf: "2024-12-10T00:00") == ["2024-12-10/a.csv=one"])
    }

    @Test func aFileThatDisappearsIsWithdrawnFromThenOn() throws {
        try ledger.pass("2024-12-10T02:00", ["a.csv": "one"])
        let summary = try ledger.pass("2024-12-20T02:00", [:])
        #expect(summary.withdrawn == ["a.csv"])
        #expect(try ledger.counting(asOf: "2024-12-20T02:00") == [])
        #expect(try ledger.counting(asOf: "2024-12-20T01:59") == ["a.csv=one"])
        #expect(try ledger.counting(asOf: "2024-12-31", knownAt: "2024-12-19") == ["a.csv=one"])
    }

    @Test func aFileThatComesBackIsANewVersion() throws {
        try ledger.pass("2024-12-10T02:00", ["a.csv": "one"])
        try ledger.pass("2024-12-20T02:00", [:])
        let summary = try ledger.pass("2024-12-25T02:00", ["a.csv": "one"])
        #expect(summary.added == ["a.csv"])
        #expect(try ledger.counting(asOf: "2024-12-31") == ["a.csv=one"])
        #expect(try ledger.history(plan: "p", area: .submissions, path: "a.csv").count == 2)
    }

    @Test func aFileThatCouldNotBeReadIsNeitherNewNorWithdrawn() throws {
        try ledger.pass("2024-12-10T02:00", ["a.csv": "one", "x/b.csv": "two"])
        var file = try ledger.observed("a.csv", "one")
        file.sha256 = nil
        let summary = try ledger.record(
            plan: "p",
            area: .submissions,
            files: [file],
            unlisted: ["x"],
            clock: instant("2024-12-11T02:00")
        )
        #expect(summary.added.isEmpty && summary.changed.isEmpty && summary.withdrawn.isEmpty)
        #expect(try ledger.counting(asOf: "2024-12-31") == ["a.csv=one", "x/b.csv=two"])
    }

    @Test func voidingADigestLetsTheEarlierVersionCountAgain() throws {
        try ledger.pass("2024-12-10T02:00", ["a.csv": "one"])
        try ledger.pass("2024-12-20T02:00", ["a.csv": "two"])
        let digest = try SHA256.digest(of: Array("two".utf8)).uppercased()
        let void = VoidedSubmission(target: digest, decidedAt: try instant("2024-12-21"))
        #expect(try ledger.counting(asOf: "2024-12-31", voids: [void]) == ["a.csv=one"])
    }

    @Test func voidingAPathMeansTheVersionThatLayThereWhenItWasDecided() throws {
        try ledger.pass("2024-12-10T02:00", ["x/a.csv": "one"])
        try ledger.pass("2024-12-20T02:00", ["x/a.csv": "two"])
        func counting(_ target: String, _ day: String) throws -> [String] {
            let void = VoidedSubmission(target: target, decidedAt: try instant(day))
            return try ledger.counting(asOf: "2024-12-31", voids: [void])
        }
        #expect(try counting("x/a.csv", "2024-12-15") == ["x/a.csv=two"])
        #expect(try counting("submissions\\x\\a.csv", "2024-12-21") == ["x/a.csv=one"])
        #expect(try counting("a.csv", "2024-12-21") == ["x/a.csv=two"])
    }

    @Test func voidingTheOnlyVersionLeavesNothing() throws {
        try ledger.pass("2024-12-20T02:00", ["a.csv": "one"])
        let void = VoidedSubmission(target: "a.csv", decidedAt: try instant("2024-12-01"))
        #expect(try ledger.counting(asOf: "2024-12-31", voids: [void]) == [])
    }

    @Test func voidingTheLastVersionOfAWithdrawnFileBringsNothingBack() throws {
        try ledger.pass("2024-12-10T02:00", ["a.csv": "one"])
        try ledger.pass("2024-12-20T02:00", ["a.csv": "two"])
        try ledger.pass("2024-12-25T02:00", [:])
        let void = VoidedSubmission(target: "a.csv", decidedAt: try instant("2024-12-21"))
        #expect(try ledger.counting(asOf: "2024-12-31", voids: [void]) == [])
    }

    @Test func twoPassesWithOneClockAreToldApartByTheirState() throws {
        let first = try ledger.pass("2024-12-10T02:00", ["a.csv": "one", "b.csv": "x"])
        try ledger.pass("2024-12-10T02:00", ["a.csv": "two"])
        #expect(try ledger.counting(asOf: "2024-12-10") == ["a.csv=two"])
        #expect(
            try ledger.counting(asOf: "2024-12-10", upTo: first.state) == ["a.csv=one", "b.csv=x"]
        )
    }

    @Test func namesThatDifferOnlyInTheirUnicodeFormAreTwoFiles() throws {
        try ledger.pass("2024-12-10T02:00", ["Hòa.csv": "one", "Ho\u{300}a.csv": "two"])
        let summary = try ledger.pass("2024-12-11T02:00", ["Hòa.csv": "one"])
        #expect(summary.unchanged == 1 && summary.withdrawn.count == 1)
        #expect(try ledger.counting(asOf: "2024-12-31") == ["Hòa.csv=one"])
    }

    @Test func filesOfThePlanStandAsTheyWereFirstSeenBeforeThat() throws {
        try ledger.pass("2025-01-10T02:00", ["plan.yaml": "one"], area: .config)
        try ledger.pass(
            "2025-03-10T02:00",
            ["plan.yaml": "two", "decisions.csv": "d"],
            area: .config,
            modified: "2025-03-09T09:00"
        )
        let all = ["decisions.csv=d", "plan.yaml=one"]
        #expect(try ledger.counting(asOf: "2024-06-30", area: .config) == all)
        #expect(try ledger.counting(asOf: "2025-02-01", area: .config) == all)
        #expect(
            try ledger.counting(asOf: "2025-04-01", area: .config)
                == ["decisions.csv=d", "plan.yaml=two"]
        )
        #expect(
            try ledger.counting(asOf: "2025-04-01", knownAt: "2025-02-01", area: .config)
                == ["plan.yaml=one"]
        )
        #expect(
            try ledger.counting(asOf: "2024-04-01", knownAt: "2024-04-01", area: .config) == all
        )
    }

    @Test func plansAndAreasDoNotMeet() throws {
        try ledger.pass("2025-01-10T02:00", ["plan.yaml": "one"], area: .config)
        try ledger.pass("2025-01-10T02:00", ["a.csv": "one"])
        #expect(try ledger.counting(asOf: "2025-01-31") == ["a.csv=one"])
        #expect(try ledger.plans() == ["p"])
        let other = try ledger.versions(
            plan: "q",
            area: .submissions,
            asOf: instant("2025-01-31"),
            knownAt: instant("2025-01-31")
        )
        #expect(other == [])
    }
}
