import Foundation
import TestSupport
import Testing

/// A correction does not make a report late, whatever the clerk does with the file that it corrects
/// (CONTRACT §11.6).
@Suite struct FirstReceiptTests {
    private static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2024, to: 2025}
        root: MAU
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups:
          phuong: {name: Các phường, kinds: [PHUONG]}
        deadlines:
          annual: {form: unit_report, before: "{year}-12-15", name: Báo cáo năm}
        indicators:
          - {id: MAU-1, name: Mỗi phường có tin bài, applies_to: phuong, measure: unit_report.posts,
             each: ">= 1", due: {before: "{year}-12-15"}}
        """

    private struct Results: Decodable {
        struct Unit: Decodable {
            var id: String
            var submission: String
        }
        struct Indicator: Decodable {
            struct Unit: Decodable {
                var unit: String
                var value: Int?
                var status: String
            }
            var units: [Unit]
        }
        var units: [Unit]
        var indicators: [Indicator]
    }

    /// Of the wards what became of their reports: `on_time 7 met`.
    private func standing(
        _ plan: SmallPlan,
        _ edition: String = "latest"
    ) throws -> [String] {
        let json = try #require(try plan.edition(edition)["results.json"])
        let results = try JSONDecoder().decode(Results.self, from: json)
        return results.indicators[0].units.map { unit in
            let submission = results.units.first { $0.id == unit.unit }?.submission ?? ""
            return "\(submission) \(unit.value ?? 0) \(unit.status)"
        }
    }

    private func report(_ unit: String, _ posts: Int) -> String {
        "Mã đơn vị,Kỳ báo cáo,Số tin bài đã đăng\n\(unit),2024,\(posts)\n"
    }

    private func office() throws -> SmallPlan {
        let plan = try SmallPlan()
        try plan.folder.write("input/mau/plan.yaml", FirstReceiptTests.plan)
        try plan.folder.remove("input/mau/submissions/2024-11-01")
        try plan.folder.remove("input/mau/submissions/2024-11-02")
        for unit in ["MAU-P1", "MAU-P2"] {
            try plan.submit("2024-12-10/\(unit)/bc.csv", report(unit, 5))
        }
        try plan.run(now: "2024-12-11T02:00:00")
        #expect(try standing(plan).prefix(2) == ["on_time 5 met", "on_time 5 met"])
        return plan
    }

    @Test func aCorrectionIsInTimeAlsoWhereTheOldFileWasTakenAway() throws {
        let plan = try office()
        for unit in ["MAU-P1", "MAU-P2"] {
            try plan.submit("2024-12-20/\(unit)/bc.csv", report(unit, 7))
        }
        try plan.folder.remove("input/mau/submissions/2024-12-10/MAU-P2/bc.csv")
        try plan.run(now: "2024-12-21T02:00:00")
        #expect(try standing(plan).prefix(2) == ["on_time 7 met", "on_time 7 met"])
        let night = try plan.edition("20241221-0200-01")
        // Without its file the report is gone, on whatever day it came.
        try plan.folder.remove("input/mau/submissions/2024-12-20/MAU-P2/bc.csv")
        try plan.run(now: "2024-12-22T02:00:00")
        #expect(try standing(plan)[1] == "missing 0 no_data")
        try plan.run(["--again", "20241221-0200-01"], now: "2024-12-23T02:00:00")
        #expect(try plan.edition("20241223-0200-01") == night)
    }

    @Test func aFileThatIsPutBackKeepsTheDayOfItsFirstReceipt() throws {
        let plan = try office()
        try plan.submit("MAU-P3/bc.csv", report("MAU-P3", 5))
        let path = plan.folder.path + "/input/mau/submissions/MAU-P3/bc.csv"
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_733_900_000)],
            ofItemAtPath: path
        )
        try plan.run(now: "2024-12-12T02:00:00")
        try plan.folder.remove("input/mau/submissions/MAU-P3/bc.csv")
        try plan.run(now: "2024-12-13T02:00:00")
        #expect(try standing(plan)[2].hasPrefix("pending 0"))
        try plan.submit("MAU-P3/bc.csv", report("MAU-P3", 5))
        try plan.run(now: "2024-12-20T02:00:00")
        #expect(try standing(plan)[2] == "on_time 5 met")
    }

    private func touch(_ plan: SmallPlan, _ path: String, _ unix: TimeInterval) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: unix)],
            ofItemAtPath: plan.folder.path + "/input/mau/submissions/" + path
        )
    }

    /// The version received last counts, and it is the report handed in first that is in time
    /// (§11.25, §11.6).
    @Test func aFileThatGoesBackToWhatItWasCountsAsHandedInLast() throws {
        let plan = try office()
        let (path, other) = ("MAU-P3/bc.csv", "MAU-P3/khac.csv")
        // 2024-12-11T10:00 and on, day by day.
        let start: TimeInterval = 1_733_886_000
        for (night, (path, posts)) in [(path, 5), (path, 6), (other, 8), (path, 5)].enumerated() {
            try plan.submit(path, report("MAU-P3", posts))
            try touch(plan, path, start + Double(night) * 2 * 86_400)
            try plan.run(now: "2024-12-\(12 + night * 2)T02:00:00")
        }
        #expect(try standing(plan)[2] == "on_time 5 met")
        // A look back sees what lay there then.
        try plan.run(["--as-of", "2024-12-14T02:00:00"], now: "2024-12-20T02:00:00")
        #expect(try standing(plan, "20241220-0200-01")[2] == "on_time 6 met")
    }

    /// The same for a file that says there is nothing to report, corrected, or taken away and
    /// handed in again.
    @Test(arguments: [false, true])
    func aReportOfNothingIsInTimeSinceItsFirstReceipt(isTakenAway: Bool) throws {
        let plan = try office()
        let path = "MAU-P3/2024/bc.csv"
        let nothing = "Mã đơn vị,Kỳ báo cáo,Số tin bài đã đăng\n"
        try plan.submit(path, nothing)
        try touch(plan, path, 1_733_886_000)
        try plan.run(now: "2024-12-12T02:00:00")
        #expect(try standing(plan)[2].hasPrefix("on_time"))
        if isTakenAway {
            try plan.folder.remove("input/mau/submissions/" + path)
            try plan.run(now: "2024-12-13T02:00:00")
            #expect(try standing(plan)[2].hasPrefix("pending"))
        }
        try plan.submit(path, isTakenAway ? nothing : nothing + "\n")
        try touch(plan, path, 1_733_886_000 + 8 * 86_400)
        try plan.run(now: "2024-12-20T02:00:00")
        #expect(try standing(plan)[2].hasPrefix("on_time"))
    }

    @Test func whatAnotherSubmitterTookAwayIsNoReceipt() throws {
        let plan = try office()
        try plan.submit("2024-12-10/MAU/bc.csv", report("MAU-P3", 1))
        try plan.run(now: "2024-12-12T02:00:00")
        try plan.folder.remove("input/mau/submissions/2024-12-10/MAU/bc.csv")
        try plan.submit("2024-12-20/MAU-P3/bc.csv", report("MAU-P3", 5))
        try plan.run(now: "2024-12-21T02:00:00")
        #expect(try standing(plan)[2] == "late 5 late")
    }

    @Test func aComparisonSaysWhatTheCorrectionDid() throws {
        let plan = try office()
        try plan.submit("2024-12-20/MAU-P2/bc.csv", report("MAU-P2", 7))
        try plan.folder.remove("input/mau/submissions/2024-12-10/MAU-P2/bc.csv")
        try plan.run(now: "2024-12-21T02:00:00")
        let compared = try BuiltProgram.run(
            ["compare", "20241211-0200-01", "20241221-0200-01", "--plan", "mau"],
            in: plan.folder.path
        )
        #expect(compared.status == 0, "\(compared.errors)")
        #expect(!compared.output.contains("phiên bản chương trình"), "\(compared.output)")
    }
}
