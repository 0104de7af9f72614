import FoundationEssentials
import Model
import Pipeline
import TestSupport
import Testing

/// A scheduled run of several plans that is taken up again after it was killed.
@Suite struct ScheduledPlansTests {
    /// The first plan is done already, so that what lies in the first drop folder is for no one.
    @Test func aPlanThatIsLeftTakesInItsOwnFiles() async throws {
        let office = try Office()
        for file in ["plan.yaml", "units.csv"] {
            let bytes = try Data(
                contentsOf: URL(filePath: office.scratch.path + "/input/mau/" + file)
            )
            let text = String(decoding: bytes, as: UTF8.self).replacing("id: mau", with: "id: sau")
            try office.scratch.write("input/sau/" + file, text)
        }
        try office.scratch.write(
            "input/sau/submissions/2024-10-01/Q/của-sáu.csv",
            "Tên đơn vị,Năm,Số người đăng ký,Ngày ký\nPhường Mẫu 2,2024,4,01/03/2024\n"
        )
        let options = try options(office)
        var first = options
        first.scope.plans = ["mau"]
        _ = try await Run(options: first, observer: silent).execute()
        var both = options
        both.scope.plans = ["mau", "sau"]
        let outcomes = try await Run(options: both, observer: silent).execute()
        #expect(outcomes.map(\.plan) == ["mau", "sau"])
        #expect(try inputs(office, "sau") == ["2024-10-01/Q/của-sáu.csv"])
        #expect(try inputs(office, "mau").count == office.files.count)
    }

    /// Whoever hears of a run from the next call hears what the run's own would have said.
    @Test func aRunThatIsTakenUpAgainCameToWhatItDid() async throws {
        let office = try Office()
        let plan = try office.scratch.read("input/mau/plan.yaml")
        try office.scratch.write(
            "input/mau/plan.yaml",
            plan + "guards: {rejected_rows: \"<= 1%\"}\n"
        )
        let options = try options(office)
        let first = try #require(try await Run(options: options, observer: silent).execute().first)
        let again = try #require(try await Run(options: options, observer: silent).execute().first)
        #expect(!first.isResumed && again.isResumed && again.runID == first.runID)
        #expect(first.refusals.count == 1 && again.refusals == first.refusals)
        #expect(first.root?.hasUnmet == true && again.root == first.root)
        #expect(first.findings[.error] ?? 0 > 0 && again.findings == first.findings)
        #expect(again.rowsRejected == first.rowsRejected && again.files == first.files)
        #expect(again.filesRejected == first.filesRejected)
        // Of an edition that somebody took away only what the ledger keeps is known.
        for name in ["manifest.json", "results.json"] {
            try FileManager.default.removeItem(atPath: first.folder + "/" + name)
        }
        let late = try #require(try await Run(options: options, observer: silent).execute().first)
        #expect(late.root == nil && late.findings == first.findings)
        #expect(late.refusals.count == 1 && late.refusals != first.refusals)
    }

    private let silent = RunObserver(event: { _, _ in }, progress: { _, _ in })

    private func options(_ office: Office) throws -> RunOptions {
        var options = RunOptions(now: try instant(office.clock))
        options.places.input = office.scratch.path + "/input"
        options.places.output = office.scratch.path + "/out"
        options.places.state = office.scratch.path + "/state"
        options.scope.window = "2024"
        options.schedule = ScheduledRun(id: "dem", at: try instant(office.clock))
        options.isResuming = true
        return options
    }

    /// The files that the newest edition of the plan was made from.
    private func inputs(_ office: Office, _ plan: String) throws -> [String] {
        struct Manifest: Decodable {
            struct Input: Decodable { var path: String }
            var inputs: [Input]
        }
        let path = office.scratch.path + "/out/\(plan)/2024/latest/manifest.json"
        let manifest = try JSONDecoder().decode(
            Manifest.self,
            from: Data(contentsOf: URL(filePath: path))
        )
        return manifest.inputs.map(\.path)
    }
}
