import Foundation
import TestSupport
import Testing

@Suite struct RunTests {
    @Test func aRunPublishesEveryFileOfTheContract() throws {
        let plan = try SmallPlan()
        let result = try plan.run()
        #expect(result.status == 0, "\(result.errors)")
        let files = Set(try plan.edition().keys)
        #expect(
            files.isSuperset(of: [
                "report.xlsx", "summary.txt", "findings.csv", "submission-up.csv", "results.json",
            ])
        )
        #expect(plan.latest == "20250105-0200-01")
        #expect(result.output.contains("mau 2024"))
    }

    @Test func figuresAreThoseComputedByHand() throws {
        let plan = try SmallPlan()
        try plan.run()
        let json = try #require(try plan.edition()["results.json"])
        let results = try JSONDecoder().decode(Results.self, from: json)
        let indicator = try #require(results.indicators.first)
        // P1 has one valid entry; P2 has one valid and one without author; P3 sent nothing.
        #expect(indicator.units.map(\.status) == ["met", "met", "no_data"])
        let node = try #require(indicator.nodes.first)
        #expect(node.numerator == 2)
        #expect(node.denominator == 3)
        #expect(node.percent == "66,7")
        #expect(node.status == "unmet")
        #expect(node.missing == ["MAU-P3"])
        #expect(results.submissions.rows == 3)
    }

    @Test func twoRunsGiveTheSameBytesOutsideTheManifest() throws {
        let plan = try SmallPlan()
        try plan.run(["--as-of", "2025-01-05T02:00:00"])
        let first = try plan.edition()
        try plan.run(["--as-of", "2025-01-05T02:00:00"], now: "2025-01-06T02:00:00")
        let second = try plan.edition()
        #expect(plan.latest == "20250106-0200-01")
        #expect(first.keys.sorted() == second.keys.sorted())
        for (name, bytes) in first { #expect(second[name] == bytes, "\(name)") }
    }

    @Test func anEarlierAsOfNeverMovesLatest() throws {
        let plan = try SmallPlan()
        try plan.run()
        try plan.run(["--as-of", "2024-11-01"], now: "2025-01-06T02:00:00")
        #expect(plan.latest == "20250105-0200-01")
        let json = try #require(try plan.edition("20250106-0200-01")["results.json"])
        let results = try JSONDecoder().decode(Results.self, from: json)
        #expect(results.submissions.files == 1)
    }

    @Test func aReplacedFileCountsOnceAndAWithdrawnOneNotAtAll() throws {
        let plan = try SmallPlan()
        try plan.run()
        try plan.submit(
            "2024-11-02/MAU-P2/bai.csv",
            SmallPlan.entries(["B2;Gương mẫu 2;"])
        )
        try plan.folder.remove("input/mau/submissions/2024-11-01/MAU-P1/bai.csv")
        try plan.run(now: "2025-01-06T02:00:00")
        let json = try #require(try plan.edition()["results.json"])
        let results = try JSONDecoder().decode(Results.self, from: json)
        #expect(results.submissions.files == 1)
        #expect(results.indicators[0].units.map(\.status) == ["no_data", "unmet", "no_data"])
    }

    @Test func oneBadRowNeverSpoilsItsFile() throws {
        let plan = try SmallPlan()
        try plan.submit(
            "2024-11-03/MAU-P3/bai.csv",
            "Mã bài;Tên bài viết;Tác giả;Ngày nộp\nB7;Gương mẫu 7;Tác giả Mẫu 7;31/02/2024\n"
                + "B8;=1+1;Tác giả Mẫu 8;01/05/2024\n"
        )
        let result = try plan.run()
        #expect(result.status == 0)
        let edition = try plan.edition()
        let results = try JSONDecoder().decode(
            Results.self,
            from: try #require(edition["results.json"])
        )
        #expect(results.submissions.rows_rejected == 1)
        #expect(results.indicators[0].units.map(\.status) == ["met", "met", "met"])
        let rejected = String(
            decoding: try #require(edition["rejected/contest_entry.csv"]),
            as: UTF8.self
        )
        #expect(rejected.contains("31/02/2024"))
        #expect(rejected.contains("not-a-date"))
        let findings = String(decoding: try #require(edition["findings.csv"]), as: UTF8.self)
        #expect(findings.contains("not-a-date"))
    }

    @Test func failOnEndsWithTwoAfterPublishing() throws {
        let plan = try SmallPlan()
        let result = try plan.run(["--fail-on", "unmet"])
        #expect(result.status == 2)
        #expect(plan.latest == "20250105-0200-01")
    }

    /// The parts of results.json that the tests look at.
    struct Results: Decodable {
        struct Indicator: Decodable {
            struct Unit: Decodable {
                var unit: String
                var status: String
            }
            struct Node: Decodable {
                var numerator: Int?
                var denominator: Int?
                var percent: String?
                var status: String
                var missing: [String]
            }
            var units: [Unit]
            var nodes: [Node]
        }
        struct Submissions: Decodable {
            var files: Int
            var rows: Int
            var rows_rejected: Int
        }
        var indicators: [Indicator]
        var submissions: Submissions
    }

    @Test func timingsTellWhatWentThroughEachStage() throws {
        let plan = try SmallPlan()
        let result = try plan.run(["--timings"])
        #expect(result.status == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n").dropFirst(2).map {
            $0.split(separator: " ").map(String.init)
        }
        let stages = [
            "receive", "inputs", "reuse", "read", "resolve", "judge", "keep", "reports", "publish",
        ]
        #expect(lines.map(\.first) == ["Công"] + stages + ["Cộng"])
        // Two files, three entries: read, and taken up as records.
        let read = try #require(lines.first { $0.first == "read" })
        let size =
            SmallPlan.entries(["B1;Gương mẫu 1;Tác giả Mẫu 1"]).utf8.count
            + SmallPlan.entries(["B2;Gương mẫu 2;Tác giả Mẫu 2", "B3;Gương mẫu 3;"]).utf8.count
        #expect(Array(read.dropFirst(2)) == ["2", "3", String(size)])
        // What is known is not read again.
        let again = try plan.run(["--timings"], now: "2025-01-06T02:00:00").output
        #expect(
            again.split(separator: "\n").contains { line in
                let words = line.split(separator: " ")
                return words.first == "reuse" && words.dropFirst(2) == ["2", "3"]
            }
        )
        #expect(!(try plan.run(now: "2025-01-07T02:00:00").output.contains("receive")))
    }
}
