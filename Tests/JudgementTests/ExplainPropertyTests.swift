import Foundation
import Intake
import Judgement
import Model
import Plans
import Rollup
import TestSupport
import Testing

/// What an explanation lists has to be what was judged, whatever was handed in.
@Suite("Properties of explanations")
struct ExplainPropertyTests {
    private let text = plan(
        [
            issues("due: {by: 2024-06-30}"),
            issues("late_counts: true, due: {by: 2024-05-31}", id: "L"),
            "id: E, applies_to: wards, over: contest, measure: entries, each: \">= 1\"",
            "id: P, applies_to: wards, measure: unit_report.posts, each: \">= 3\", "
                + "due: {by: 2024-07-31}",
            "id: M, applies_to: wards, measure: count(document), every: quarter, each: \">= 1\"",
            "id: T, measure: count(document where kind = plan or number = 3), total: \">= 9\", "
                + "due: {by: 2024-05-31}",
            "id: O, measure: sum(unit_report.posts), total: \">= 20\", counts: own",
            "id: N, applies_to: wards, measure: count(unit_report where posts > 1), each: \">= 2\"",
            "id: S, measure: sum(contest_entry.words where valid), total: \">= 900\"",
            "id: D, measure: distinct(contest_entry.title), total: \">= 3\"",
            "id: B, measure: max(contest_entry.words), total: \">= 3\"",
            "id: R, measure: 100 * count(contest_entry where valid) / count(contest_entry), "
                + "total: \">= 50\"",
            "id: A, measure: count(document), total: \">= 1\", also: "
                + "[{measure: entries, total: \">= 1\"}]",
            "id: U, applies_to: wards, measure: distinct(document.number), each: \">= 2\"",
            "id: Y, applies_to: wards, measure: unit_report.contest_joined, each: \">= 1\"",
        ],
        "measures: {entries: \"coalesce(count(contest_entry where valid), unit_report.posts)\"}",
        "contests: [{id: c, year: 2024, opens: 2024-02-01, closes: 2024-09-30, max_words: 900}]"
    )

    private let headers = [
        "unit,kind,number,issued_on", "unit,entry_id,title,authors,words,received_on",
        "unit,period,posts,sessions,contest_joined",
    ]

    private let units = district.replacing(
        "W3,Phường Ba,PHUONG,D\n",
        with: "W3,Phường Ba,PHUONG,D\nW4,Phường Bốn,PHUONG,D\n"
    )

    private func day(_ random: inout SplitMix64) -> String {
        let year = Int.random(in: 0..<6, using: &random) == 0 ? 2023 : 2024
        return "\(year)-\(padded(Int.random(in: 1...12, using: &random), 2))-"
            + padded(Int.random(in: 1...30, using: &random), 2)
    }

    private func row(_ form: Int, _ unit: String, _ random: inout SplitMix64) -> String {
        let number = Int.random(in: 1...4, using: &random)
        switch form {
        case 0: return "\(unit),\(number < 3 ? "plan" : "report"),\(number),\(day(&random))"
        case 1:
            let words = Int.random(in: 500...1000, using: &random)
            let authors = Int.random(in: 0..<5, using: &random) == 0 ? "" : "Tác giả \(number % 2)"
            return "\(unit),\(number),Bài \(number % 3),\(authors),"
                + "\(words == 700 ? "nhiều" : String(words)),\(day(&random))"
        default:
            let period =
                ["2024", "2024-Q1", "2024-H1", "2024-05", "2023", "kỳ lạ"]
                .randomElement(using: &random) ?? "2024"
            let posts = Bool.random(using: &random) ? String(number) : ""
            return "\(unit),\(period),\(posts),1,\(["Có", "Không", ""][number % 3])"
        }
    }

    private func scenario(_ random: inout SplitMix64) -> Scenario {
        let files = (0..<Int.random(in: 1...16, using: &random)).map { index in
            let form = Int.random(in: 0..<3, using: &random)
            let submitter = ["W1", "W2", "W3", "W4", "D"].randomElement(using: &random) ?? "W1"
            var text = headers[form] + "\n"
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                let own = submitter == "D" ? ["W1", "W2", "W4", "D", "W9"] : [submitter]
                text += row(form, own.randomElement(using: &random) ?? submitter, &random) + "\n"
            }
            let month = padded(Int.random(in: 5...9, using: &random), 2)
            return Scenario.File("2024-\(month)-10/\(submitter)/tep-\(padded(index, 2)).csv", text)
        }
        var scenario = Scenario(plan: text, units: units, files: files)
        let decisions = [
            "1/QĐ,2024-06-01,Miễn,W1,I,2024,,Lý do mẫu,",
            "2/QĐ,2024-06-01,Điều chỉnh,W2,T,2024,7,Lý do mẫu,",
            "3/QĐ,2024-06-01,Gia hạn,W3,I,2024,2024-10-31,Lý do mẫu,",
            "4/QĐ,2024-06-01,Điều chỉnh,W4,I,2024,1,Lý do mẫu,",
        ].filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        if !decisions.isEmpty {
            scenario.decisions =
                "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do,Hết hiệu lực\n"
                + decisions.joined(separator: "\n") + "\n"
        }
        return scenario
    }

    @Test func whatIsListedAddsUpToWhatWasJudged() throws {
        for seed in UInt64(0)..<80 {
            var random = SplitMix64(seed: seed)
            let judgement = try scenario(&random).judge(window: "2024", asOf: "2024-11-30")
            for index in judgement.indicators.indices {
                let faults = ExplanationAudit(Explanation(index, of: judgement)).faults
                #expect(faults.isEmpty, "seed \(seed): \(faults)")
                if !faults.isEmpty { return }
            }
        }
    }

    @Test func theSampleAddsUpToo() throws {
        let root = testsFolder.deletingLastPathComponent().appendingPathComponent(
            "input/thanh-xuan"
        )
        func text(_ name: String) throws -> String {
            let data = try Data(contentsOf: root.appendingPathComponent(name))
            return String(decoding: data, as: UTF8.self)
        }
        let submissions = root.appendingPathComponent("submissions").path
        let paths = try FileManager.default.subpathsOfDirectory(atPath: submissions).sorted()
        let files = try paths.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".txt") }.map { path in
            let data = try Data(contentsOf: URL(fileURLWithPath: submissions + "/" + path))
            return Scenario.File(path, bytes: Array(data))
        }
        var scenario = Scenario(
            plan: try text("plan.yaml"),
            units: try text("units.csv"),
            files: files
        )
        scenario.changes = try text("changes.csv")
        scenario.clusters = try text("clusters.csv")
        scenario.decisions = try text("decisions.csv")
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-05T02:00:00")
        #expect(judgement.node("TX-QUAN", "TX-20")?.numerator == 75)
        for index in judgement.indicators.indices {
            let faults = ExplanationAudit(Explanation(index, of: judgement)).faults
            #expect(faults.isEmpty, "\(faults)")
        }
    }

    @Test func theMadeCasesLeaveRecordsOutForEveryReason() throws {
        var seen: Set<String> = []
        for seed in UInt64(0)..<40 {
            var random = SplitMix64(seed: seed)
            let judgement = try scenario(&random).judge(window: "2024", asOf: "2024-11-30")
            for index in judgement.indicators.indices {
                let audit = ExplanationAudit(Explanation(index, of: judgement))
                seen.formUnion(audit.reasons)
            }
        }
        let all: Set<String> = [
            "replaced", "notYet", "otherDay", "otherPeriod", "conditions", "blank", "repeated",
            "overlapped", "late", "rejected",
        ]
        #expect(seen.isSuperset(of: all), "\(all.subtracting(seen))")
    }
}
