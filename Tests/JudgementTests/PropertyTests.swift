import Intake
import Judgement
import Model
import Rollup
import TestSupport
import Testing

@Suite("Properties of judging")
struct PropertyTests {
    private let asOf = "2024-12-31"
    private let window = "2024"

    private let text = plan(
        [
            issues("due: {by: 2024-06-30}"), issues("due: {before: \"{year+1}-01-10\"}", id: "N"),
            "id: E, applies_to: wards, over: contest, measure: entries, each: \">= 1\", "
                + "target: \">= 50%\"",
            "id: P, applies_to: wards, measure: unit_report.posts, each: \">= 3\", "
                + "due: {by: 2024-07-31}",
            "id: M, applies_to: wards, measure: count(document), every: quarter, each: \">= 1\"",
            "id: T, measure: count(document), total: \">= 9\", due: {by: 2024-05-31}",
            "id: O, measure: sum(unit_report.posts), total: \">= 20\", counts: own",
        ],
        "measures: {entries: \"coalesce(count(contest_entry where valid), unit_report.posts)\"}",
        "contests: [{id: c, year: 2024, opens: 2024-02-01, closes: 2024-09-30, max_words: 900}]",
        "deadlines: {a: {form: unit_report, by: 2024-08-15}}"
    )

    private let headers = [
        "unit,kind,number,issued_on", "unit,entry_id,title,authors,words,received_on",
        "unit,period,posts,sessions",
    ]

    private func day(_ random: inout SplitMix64) -> String {
        "2024-\(padded(Int.random(in: 1...12, using: &random), 2))-"
            + padded(Int.random(in: 1...28, using: &random), 2)
    }

    private func row(_ form: Int, _ unit: String, _ random: inout SplitMix64) -> String {
        let number = Int.random(in: 1...4, using: &random)
        switch form {
        case 0:
            return "\(unit),\(number < 3 ? "plan" : "report"),\(number),\(day(&random))"
        case 1:
            let words = Int.random(in: 500...1000, using: &random)
            let title = Int.random(in: 1...3, using: &random)
            return "\(unit),\(number),Bài \(title),Tác giả \(number % 2),\(words),\(day(&random))"
        default:
            let period =
                ["2024", "2024-Q1", "2024-H1", "2024-05", "2024-06"]
                .randomElement(using: &random) ?? "2024"
            let posts = Bool.random(using: &random) ? String(number) : ""
            return "\(unit),\(period),\(posts),1"
        }
    }

    /// Up to 14 files of up to 5 rows, some with the same keys, received on a few days.
    private func files(_ random: inout SplitMix64) -> [Scenario.File] {
        (0..<Int.random(in: 1...14, using: &random)).map { index in
            let form = Int.random(in: 0..<3, using: &random)
            let submitter = ["W1", "W2", "W3", "D"].randomElement(using: &random) ?? "W1"
            var text = headers[form] + "\n"
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                let own = submitter == "D" ? ["W1", "W2", "W3", "D"] : [submitter]
                let unit = own.randomElement(using: &random) ?? submitter
                text += row(form, unit, &random) + "\n"
            }
            let month = padded(Int.random(in: 6...9, using: &random), 2)
            return .init("2024-\(month)-10/\(submitter)/tep-\(padded(index, 2)).csv", text)
        }
    }

    private func figures(_ judgement: Judgement) -> Figures {
        Figures(
            indicators: judgement.indicators,
            measures: judgement.measures,
            contests: judgement.contests.map {
                [$0.entries, $0.valid, $0.authors, $0.unitsJoined]
            },
            submissions: judgement.submissions
        )
    }

    private struct Figures: Equatable {
        var indicators: [IndicatorResult]
        var measures: [[Quantity?]]
        var contests: [[Int]]
        var submissions: [SubmissionResult]
    }

    private func judge(_ files: [Scenario.File]) throws -> Figures {
        figures(
            try Scenario(plan: text, units: district, files: files)
                .judge(window: window, asOf: asOf)
        )
    }

    @Test func theMadeCasesReachEveryStatus() throws {
        var seen: Set<Status> = []
        for seed in UInt64(0)..<20 {
            var random = SplitMix64(seed: seed)
            for result in try judge(files(&random)).indicators {
                seen.formUnion(result.units.map(\.status) + result.nodes.map(\.status))
            }
        }
        #expect(seen.isSuperset(of: [.met, .late, .pending, .unmet, .noData]), "\(seen)")
    }

    @Test func theOrderOfFilesDoesNotMatter() throws {
        let broken = try firstBroken(seeds: 0..<60) { random in
            let files = files(&random)
            return (files, files.shuffled(using: &random))
        } holds: { pair in
            try judge(pair.0) == judge(pair.1)
        }
        #expect(broken == nil)
    }

    @Test func rowsSplitOverSeveralFilesOfOneDayGiveTheSameFigures() throws {
        let broken = try firstBroken(seeds: 1000..<1060) { random in
            let form = Int.random(in: 0..<3, using: &random)
            var rows: [String] = []
            for _ in 0..<Int.random(in: 2...12, using: &random) {
                let unit = ["W1", "W2", "W3"].randomElement(using: &random) ?? "W1"
                rows.append(row(form, unit, &random))
            }
            let cut = Int.random(in: 1..<rows.count, using: &random)
            let parts = [Array(rows[..<cut]), Array(rows[cut...])]
            // Every part has to speak of a ward, as the whole does: rows about wards cover all.
            let whole = Scenario.File(
                "2024-08-10/D/a.csv",
                headers[form] + "\n" + rows.joined(separator: "\n") + "\n"
            )
            let split = parts.enumerated().map { index, rows in
                Scenario.File(
                    "2024-08-10/D/a-\(index).csv",
                    headers[form] + "\n" + rows.joined(separator: "\n") + "\n"
                )
            }
            return ([whole], split)
        } holds: { pair in
            try judge(pair.0) == judge(pair.1)
        }
        #expect(broken == nil)
    }

    @Test func collectionsOfTwoHalvesMergeIntoTheWhole() throws {
        let broken = try firstBroken(seeds: 2000..<2060) { random in
            let files = files(&random).shuffled(using: &random)
            return (files, Int.random(in: 0...files.count, using: &random))
        } holds: { made in
            let (files, cut) = made
            let whole = Scenario(plan: text, units: district, files: files)
            let left = Scenario(plan: text, units: district, files: Array(files[..<cut]))
            let right = Scenario(plan: text, units: district, files: Array(files[cut...]))
            let (a, b) = (
                try left.collect(window: window).collection,
                try right.collect(window: window).collection
            )
            let expected = try whole.judge(window: window, asOf: asOf)
            for merged in [a.merged(with: b), b.merged(with: a)] {
                let judgement = try whole.judge(merged, window: window, asOf: asOf)
                guard figures(judgement) == figures(expected),
                    judgement.findings == expected.findings
                else { return false }
            }
            return true
        }
        #expect(broken == nil)
    }

    /// A tree of nodes up to five levels deep with the leaves anywhere below the root.
    private func tree(_ random: inout SplitMix64) -> (units: String, leaves: [String]) {
        var units = "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên\nD,Gốc,HUYEN,\n"
        var nodes = ["D"]
        for index in 0..<Int.random(in: 0...5, using: &random) {
            let parent = nodes.randomElement(using: &random) ?? "D"
            units += "K\(index),Khối \(index),KHAC,\(parent)\n"
            nodes.append("K\(index)")
        }
        var leaves: [String] = []
        for index in 0..<Int.random(in: 1...8, using: &random) {
            let parent = nodes.randomElement(using: &random) ?? "D"
            units += "W\(index),Phường \(index),PHUONG,\(parent)\n"
            leaves.append("W\(index)")
        }
        return (units, leaves)
    }

    private struct TreeCase {
        var units: String
        /// Documents of each ward that handed in, and how many of them are plans.
        var counts: [String: Int]
        var wards: Int
    }

    @Test func aNodesFiguresAreTheSumsOfItsLeavesUnderAnyTree() throws {
        let broken = try firstBroken(seeds: 3000..<3060) { random in
            let (units, leaves) = tree(&random)
            var counts: [String: Int] = [:]
            for leaf in leaves where Int.random(in: 0..<4, using: &random) > 0 {
                counts[leaf] = Int.random(in: 0...3, using: &random)
            }
            return TreeCase(units: units, counts: counts, wards: leaves.count)
        } holds: { made in
            let files = made.counts.map { unit, count in
                var text = "unit,kind,number,issued_on\n"
                for number in 0..<count { text += "\(unit),plan,\(number),2024-03-01\n" }
                return Scenario.File("2024-06-01/\(unit)/2024/vb.csv", text)
            }
            let judgement = try Scenario(
                plan([issues(), "id: T, measure: count(document), total: \">= 1\""]),
                files,
                units: made.units
            ).judge(window: "2024", asOf: "2025-01-01")
            let each = judgement.node("D", "I")
            let total = judgement.node("D", "T")
            let sum = made.counts.values.reduce(0, +)
            return each?.numerator == made.counts.values.count { $0 > 0 }
                && each?.denominator == made.wards
                && total?.value == (made.counts.isEmpty ? nil : Quantity(sum))
        }
        #expect(broken == nil)
    }
}
