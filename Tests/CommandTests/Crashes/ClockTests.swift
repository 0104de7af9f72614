import Foundation
import TestSupport
import Testing

/// A machine's clock that is wrong: nothing that was received may vanish.
@Suite struct ClockTests {
    private let plan: SmallPlan
    private static let day = 86_400

    init() throws {
        plan = try SmallPlan()
        try plan.submit("MAU-P3/bai.csv", SmallPlan.entries(["D1;Gương mẫu 4;Tác giả Mẫu 4"]))
    }

    /// Runs by the clock of the machine, moved by some seconds; gives the id of the run.
    private func run(clock: Int, _ more: [String] = []) throws -> String {
        let result = try BuiltProgram.run(
            ["run", "--plan", "mau", "--window", "2024"] + more,
            in: plan.folder.path,
            environment: Fault(clock: clock).environment
        )
        #expect(result.status == 0, "\(result.errors)")
        let folder = try #require(result.output.split(separator: "\n").last)
        return String(try #require(folder.split(separator: "/").last))
    }

    private func files(of run: String) throws -> Int {
        let json = try #require(try plan.edition(run)["results.json"])
        return try JSONDecoder().decode(RunTests.Results.self, from: json).submissions.files
    }

    @Test func aClockThatGoesBackHidesNothing() throws {
        #expect(try files(of: run(clock: 0)) == 3)
        let behind = try run(clock: -3 * ClockTests.day)
        #expect(try files(of: behind) == 3)
        try plan.submit("MAU-P3/them.csv", SmallPlan.entries(["D2;Gương mẫu 5;Tác giả Mẫu 5"]))
        try plan.folder.remove("input/mau/submissions/MAU-P3/bai.csv")
        #expect(try files(of: run(clock: -3 * ClockTests.day)) == 3)
        let last = try run(clock: 60)
        #expect(try files(of: last) == 3)
        #expect(plan.latest == last)
        #expect(try plan.edition(run(clock: 120, ["--again", behind])) == plan.edition(behind))
    }

    @Test func aFirstRunInADistantYearHidesNothingFromLaterOnes() throws {
        let ahead = 3650 * ClockTests.day
        #expect(try files(of: run(clock: ahead)) == 3)
        try plan.submit("MAU-P3/them.csv", SmallPlan.entries(["D2;Gương mẫu 5;Tác giả Mẫu 5"]))
        try plan.folder.write(
            "input/mau/plan.yaml",
            SmallPlan.plan.replacingOccurrences(of: "Kế hoạch mẫu", with: "Kế hoạch đã sửa")
        )
        let first = try run(clock: 0)
        #expect(try files(of: first) == 4)
        #expect(plan.latest == first)
        let summary = try #require(try plan.edition(first)["summary.txt"])
        #expect(String(decoding: summary, as: UTF8.self).lowercased().contains("kế hoạch đã sửa"))
        try plan.folder.remove("input/mau/submissions/MAU-P3/bai.csv")
        #expect(try files(of: run(clock: ahead + 60)) == 3)
        #expect(try files(of: run(clock: 60)) == 3)
    }

    /// What a night knew is asked for by `--known-at`; a clock only says when it is.
    @Test func aTypedClockThatGoesBackHidesNothingEither() throws {
        try plan.run(now: "2025-01-06T02:00:00")
        try plan.submit(
            "2024-12-30/MAU-P3/sau.csv",
            SmallPlan.entries(["D3;Gương 6;Tác giả Mẫu 6"])
        )
        try plan.run(now: "2025-01-08T02:00:00")
        try plan.run(now: "2025-01-07T02:00:00")
        #expect(try files(of: "20250107-0200-01") == 4)
        #expect(try files(of: "20250108-0200-01") == 4)
        try plan.run(["--known-at", "2025-01-07"], now: "2025-01-09T02:00:00")
        #expect(try files(of: "20250109-0200-01") == 3)
    }
}
