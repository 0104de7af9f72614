import LedgerStore
import Model
import TestSupport
import Testing

/// From when on what a pass noticed acts: the night is reckoned at 02:00 and looks a few minutes
/// later.
@Suite struct EffectTests {
    private let scratch: TemporaryDirectory
    private let ledger: Ledger

    init() throws {
        scratch = try TemporaryDirectory()
        ledger = try Ledger(stateDirectory: scratch.path)
    }

    @Test func aFileOfThePlanActsFromItsChangeOn() throws {
        try ledger.pass("2024-04-10T02:05", ["units.csv": "one"], area: .config)
        try ledger.pass(
            "2024-04-12T02:05",
            ["units.csv": "two"],
            area: .config,
            modified: "2024-04-11T14:00"
        )
        #expect(try ledger.counting(asOf: "2024-04-12T02:00", area: .config) == ["units.csv=two"])
        #expect(try ledger.counting(asOf: "2024-04-11T13:59", area: .config) == ["units.csv=one"])
        #expect(
            try ledger.counting(
                asOf: "2024-04-12T02:00",
                knownAt: "2024-04-12T02:04",
                area: .config
            ) == ["units.csv=one"]
        )
    }

    /// A copied file keeps its time of change: what a run took before stays what it took.
    @Test func itActsOnlyBehindTheLastPassThatSawItAsItWas() throws {
        try ledger.pass("2024-04-10T02:05", ["units.csv": "one"], area: .config)
        try ledger.pass(
            "2024-04-12T02:05",
            ["units.csv": "two"],
            area: .config,
            modified: "2024-04-01T14:00"
        )
        #expect(try ledger.counting(asOf: "2024-04-10T02:05", area: .config) == ["units.csv=one"])
        #expect(try ledger.counting(asOf: "2024-04-10T02:06", area: .config) == ["units.csv=two"])
    }

    @Test func aTimeOfChangeThatHasNotComeIsTheFirstSight() throws {
        try ledger.pass("2024-04-10T02:05", ["units.csv": "one"], area: .config)
        try ledger.pass(
            "2024-04-12T02:05",
            ["units.csv": "two"],
            area: .config,
            modified: "2030-01-01"
        )
        #expect(try ledger.counting(asOf: "2024-04-12T02:04", area: .config) == ["units.csv=one"])
        #expect(try ledger.counting(asOf: "2024-04-12T02:05", area: .config) == ["units.csv=two"])
    }

    @Test func aFileThatNobodyHadSeenIsAbsentWhereThePlanCannotHaveHadIt() throws {
        try ledger.pass("2024-04-10T02:05", ["units.csv": "one"], area: .config)
        try ledger.pass(
            "2024-04-12T02:05",
            ["units.csv": "two", "changes.csv": "c"],
            area: .config,
            modified: "2024-04-11T14:00"
        )
        func counting(_ asOf: String, _ reach: PlanReach) throws -> [String] {
            try ledger.counting(asOf: asOf, area: .config, reach: reach)
        }
        #expect(try counting("2024-04-10", .standing) == ["changes.csv=c", "units.csv=one"])
        #expect(try counting("2024-04-10", .seen) == ["units.csv=one"])
        #expect(try counting("2024-04-11", .seen) == ["units.csv=two"])
        #expect(try counting("2024-04-11", .passed) == ["units.csv=one"])
        // Before anything was seen the first pass tells what there was.
        #expect(try counting("2024-01-10", .seen) == ["units.csv=one"])
        #expect(try counting("2024-01-10", .passed) == ["units.csv=one"])
    }

    @Test func aFileOfThePlanThatWasTakenAwayIsNotThereUntilItComesBack() throws {
        try ledger.pass("2024-04-10T02:05", ["d.csv": "one"], area: .config)
        try ledger.pass("2024-04-12T02:05", [:], area: .config)
        try ledger.pass(
            "2024-04-14T02:05",
            ["d.csv": "two"],
            area: .config,
            modified: "2024-04-14T01:00"
        )
        #expect(try ledger.counting(asOf: "2024-04-11", area: .config) == ["d.csv=one"])
        #expect(try ledger.counting(asOf: "2024-04-12T12:00", area: .config) == [])
        #expect(try ledger.counting(asOf: "2024-04-14T12:00", area: .config) == ["d.csv=two"])
    }

    @Test func aWithdrawalCountsForTheNightThatNoticesIt() throws {
        try ledger.pass("2024-04-10T02:05", ["a.csv": "one"])
        try ledger.pass("2024-04-11T02:05", [:], nominal: "2024-04-11T02:00")
        #expect(try ledger.counting(asOf: "2024-04-11T02:00") == [])
        #expect(try ledger.counting(asOf: "2024-04-11T01:59") == ["a.csv=one"])
        #expect(try ledger.counting(asOf: "2024-04-30", knownAt: "2024-04-11") == [])
        #expect(
            try ledger.counting(asOf: "2024-04-30", knownAt: "2024-04-11T02:04") == ["a.csv=one"]
        )
    }

    @Test func aWithdrawalChangesNothingThatAPassHadSeen() throws {
        try ledger.pass("2024-04-11T08:00", ["a.csv": "one"])
        try ledger.pass("2024-04-11T09:00", [:], nominal: "2024-04-11T02:00")
        #expect(try ledger.counting(asOf: "2024-04-11T08:00") == ["a.csv=one"])
        #expect(try ledger.counting(asOf: "2024-04-11T08:01") == [])
    }

    @Test func whatAnOlderProgramRecordedActsFromItsFirstSight() throws {
        try ledger.pass("2024-04-10T02:05", ["units.csv": "one"], area: .config)
        try ledger.pass("2024-04-12T02:05", ["units.csv": "two"], area: .config)
        for column in ["nominal", "effective_at", "gone_at"] {
            let table = column == "nominal" ? "passes" : "versions"
            try scratch.execute("UPDATE \(table) SET \(column) = NULL")
        }
        #expect(try ledger.counting(asOf: "2024-04-12T02:04", area: .config) == ["units.csv=one"])
        #expect(try ledger.counting(asOf: "2024-04-12T02:05", area: .config) == ["units.csv=two"])
        #expect(try !ledger.knowsEffects(at: LedgerState(number: 2)))
    }

    @Test func timesOfEffectThatWereEditedByHandAreTold() throws {
        try ledger.pass("2024-04-10T02:05", ["units.csv": "one"], area: .config)
        try ledger.pass("2024-04-10T02:05", ["a.csv": "one"])
        try ledger.pass("2024-04-11T02:05", [:])
        try ledger.finish(run: "20240411-0205-01", at: "2024-04-11T02:05")
        #expect(try ledger.verify() == [])
        for statement in [
            "UPDATE versions SET effective_at = effective_at + 1 WHERE effective_at IS NOT NULL",
            "UPDATE versions SET gone_at = NULL", "UPDATE passes SET nominal = nominal - 1",
        ] {
            try scratch.execute(statement)
            #expect(try !ledger.verify().isEmpty)
        }
    }
}
