import LedgerStore
import Model
import TestSupport
import Testing

/// The drop folder is the truth, whatever the clock said on some night.
@Suite struct WrongClockTests {
    private let scratch: TemporaryDirectory
    private let ledger: Ledger

    init() throws {
        scratch = try TemporaryDirectory()
        ledger = try Ledger(stateDirectory: scratch.path)
    }

    @Test func aClockThatWasAheadHidesNothing() throws {
        try ledger.pass("2024-04-10T02:00", ["a.csv": "one", "b.csv": "one"])
        let ahead = try ledger.pass("2026-04-11T02:00", ["a.csv": "two", "c.csv": "three"])
        try ledger.pass("2024-04-12T02:00", ["a.csv": "two", "c.csv": "three"])
        let all = ["a.csv=two", "c.csv=three"]
        #expect(try ledger.counting(asOf: "2024-04-12T02:00", knownAt: "2024-04-12T02:00") == all)
        #expect(
            try ledger.counting(asOf: "2024-04-10", knownAt: "2024-04-10") == [
                "a.csv=one", "b.csv=one",
            ]
        )
        // The run that was ahead, made again, sees what it saw.
        #expect(try ledger.counting(asOf: "2026-04-11T02:00", upTo: ahead.state) == all)
        try ledger.pass("2024-04-13T02:00", ["a.csv": "two"])
        #expect(try ledger.counting(asOf: "2024-04-13T02:00") == ["a.csv=two"])
        #expect(try ledger.counting(asOf: "2024-04-12T02:00") == all)
    }

    @Test func neitherDoesOneThatWasAheadForManyNights() throws {
        try ledger.pass("2024-04-10T02:00", ["plan.yaml": "0"], area: .config)
        for day in 11...20 {
            try ledger.pass(
                "2026-04-\(day)T02:00",
                ["plan.yaml": "\(day)"],
                area: .config,
                modified: "2026-04-\(day)"
            )
        }
        try ledger.pass("2024-04-21T02:00", ["plan.yaml": "20"], area: .config)
        #expect(try ledger.counting(asOf: "2024-04-21T02:00", area: .config) == ["plan.yaml=20"])
        #expect(try ledger.counting(asOf: "2024-04-10T12:00", area: .config) == ["plan.yaml=0"])
    }

    @Test func aClockThatFellBackMakesNothingOlder() throws {
        try ledger.pass("2024-12-10T02:00", ["a.csv": "one"], modified: "2024-12-09T08:00")
        let behind = try ledger.pass(
            "1990-01-01T00:05",
            ["a.csv": "one", "b.csv": "two"],
            modified: "2024-12-11"
        )
        // While it lasts all that is there counts.
        #expect(
            try ledger.counting(asOf: "1990-01-01T00:05", upTo: behind.state)
                == ["a.csv=one", "b.csv=two"]
        )
        try ledger.pass("2024-12-12T02:00", ["a.csv": "one", "b.csv": "two"])
        #expect(try ledger.counting(asOf: "2024-12-09T12:00") == ["a.csv=one"])
        #expect(try ledger.counting(asOf: "2024-12-01") == [])
        #expect(try ledger.counting(asOf: "2024-12-10") == ["a.csv=one", "b.csv=two"])
    }

    @Test func runsOfAnOlderProgramAreReadAsTheyWere() throws {
        try ledger.pass("2024-04-10T02:00", ["a.csv": "one"])
        try ledger.pass("2026-04-11T02:00", [:])
        let old = try ledger.pass("2024-04-12T02:00", [:])
        try scratch.execute("UPDATE passes SET nominal = NULL")
        #expect(try ledger.counting(asOf: "2024-04-12", upTo: old.state) == ["a.csv=one"])
        try ledger.pass("2024-04-13T02:00", [:])
        #expect(try ledger.counting(asOf: "2024-04-13") == [])
        #expect(try ledger.counting(asOf: "2024-04-12", upTo: old.state) == ["a.csv=one"])
    }
}
