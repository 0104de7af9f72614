import FoundationEssentials
import LedgerStore
import Model
import Pipeline
import TestSupport
import Testing

@Suite struct ReceptionTests {
    private let scratch: TemporaryDirectory
    private let ledger: Ledger

    init() throws {
        scratch = try TemporaryDirectory()
        ledger = try Ledger(stateDirectory: scratch.path + "/state")
        try scratch.makeFolder("drop")
    }

    private func receive(
        _ clock: String,
        area: Area = .submissions,
        verifies: Bool = false
    ) throws -> Reception.Result {
        try Reception(
            ledger: ledger,
            plan: "p",
            area: area,
            root: scratch.path + "/drop",
            verifies: verifies
        ).receive(clock: instant(clock))
    }

    @Test func arrivalsChangesAndWithdrawalsAreRecordedNightByNight() throws {
        try scratch.write("drop/a.csv", "one")
        try scratch.write("drop/x/b.csv", "two")
        #expect(try receive("2024-12-10T02:00").summary.added == ["a.csv", "x/b.csv"])
        #expect(try receive("2024-12-11T02:00").summary.unchanged == 2)
        try scratch.write("drop/a.csv", "three")
        try FileManager.default.removeItem(atPath: scratch.path + "/drop/x")
        let summary = try receive("2024-12-12T02:00").summary
        #expect(summary.changed == ["a.csv"] && summary.withdrawn == ["x/b.csv"])
    }

    @Test func aDropFolderThatIsGoneWithdrawsNothingButAnEmptyOneDoes() throws {
        try scratch.write("drop/a.csv", "one")
        _ = try receive("2024-12-10T02:00")
        try FileManager.default.removeItem(atPath: scratch.path + "/drop")
        let error = #expect(throws: LedgerError.self) { try receive("2024-12-11T02:00") }
        #expect(error?.exitStatus.rawValue == 66)
        try scratch.makeFolder("drop")
        #expect(try receive("2024-12-12T02:00").summary.withdrawn == ["a.csv"])
    }

    @Test func aPlanWithoutADropFolderHasNoSubmissionsYet() throws {
        try FileManager.default.removeItem(atPath: scratch.path + "/drop")
        #expect(try receive("2024-12-10T02:00").summary.added == [])
    }

    @Test func onlyTheFilesOfThePlanAreKeptOfItsFolder() throws {
        for name in ["plan.yaml", "units.csv", "notes.csv", "submissions/a.csv"] {
            try scratch.write("drop/" + name)
        }
        let added = try receive("2024-12-10T02:00", area: .config).summary.added
        #expect(added == ["plan.yaml", "units.csv"])
    }

    @Test func verifyingReadsAgainWhatLooksUnchangedAndMendsTheOriginals() throws {
        try scratch.write("drop/a.csv", "one")
        _ = try receive("2024-12-10T02:00")
        let version = try #require(try ledger.history(plan: "p", area: .submissions).first)
        try FileManager.default.removeItem(atPath: ledger.original(version.sha256))
        #expect(try receive("2024-12-11T02:00", verifies: true).summary.unchanged == 1)
        #expect(try ledger.verify() == [])
    }
}
