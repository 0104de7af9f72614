import Judgement
import Model
import Plans
import Rollup
import TestSupport
import Testing

/// What an explanation says of a city that takes in what its districts handed over.
@Suite("Explanations of handed-over results")
struct ExplainHandedTests {
    private let head =
        "unit,period,indicator,numerator,denominator,value,status,pending,nodes_met,nodes,terms\n"

    private let indicators = [
        issues("due: {by: 2024-06-30}"),
        issues("late_counts: true, level: district, target: \">= 60%\"", id: "L"),
        "id: T, level: district, measure: count(document where kind = plan), total: \">= 3\", "
            + "due: {by: 2024-05-31}",
        "id: R, level: district, measure: 100 * count(document where kind = plan) / count(document), "
            + "total: \">= 50\"",
        "id: A, level: district, measure: count(document), total: \">= 1\", also: "
            + "[{measure: count(activity), total: \">= 1\"}]",
        "id: E, level: district, measure: count(activity), every: quarter, total: \">= 1\"",
        "id: B, level: district, measure: max(activity.attendees) - min(activity.attendees), "
            + "total: \">= 2\"",
        "id: N, level: city, measure: distinct(document.number), total: \">= 3\"",
        "id: M, level: city, measure: min(activity.attendees), total: \">= 2\"",
        "id: O, level: district, counts: own, measure: count(document), total: \">= 1\"",
        "id: S, level: city, applies_to: wards, measure: posts, total: \">= 4\"",
    ]

    private let measures = "measures: {posts: \"coalesce(unit_report.posts, count(activity))\"}"

    private func files(_ random: inout SplitMix64) -> [String: [Scenario.File]] {
        func draw(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
        var files: [String: [Scenario.File]] = [:]
        for unit in ["W1", "W2", "W3", "W4", "D1", "D2"] where draw(0..<5) > 0 {
            var documents = "unit,kind,number,issued_on\n"
            for _ in 0..<draw(0..<4) {
                documents +=
                    "\(unit),\(draw(0..<2) == 0 ? "plan" : "letter"),\(draw(1..<9)),2024-0\(draw(3..<9))-02\n"
            }
            var sessions = "unit,kind,held_on,content,attendees\n"
            for index in 0..<draw(0..<5) {
                sessions +=
                    "\(unit),session,2024-0\(draw(1..<10))-1\(index),Buổi,\(draw(1..<30))\n"
            }
            let report = "unit,period,posts\n\(unit),2024,\(draw(0..<3) == 0 ? "" : "2")\n"
            files[unit] = [
                .init("2024-10-01/\(unit)/vb.csv", documents),
                .init("2024-10-01/\(unit)/hd.csv", sessions),
                .init("2024-10-01/\(unit)/bc.csv", report),
            ]
        }
        return files
    }

    /// The rows that a district hands over; without terms, as typed by hand, where `typed`.
    private func handOver(
        _ files: [Scenario.File],
        _ district: String,
        typed: Bool
    ) throws -> String {
        let judgement = try Scenario(
            plan(indicators, measures, root: "C"),
            files,
            units: city
        ).judge(window: "2024", asOf: "2024-11-30", root: district)
        func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
        return head
            + judgement.indicators.compactMap { result -> String? in
                guard let node = result.nodes.first else { return nil }
                let id = judgement.scene.plan.indicators[result.indicator].id
                let terms = node.portions.map(HandedTerms.text) ?? ""
                return
                    "\(district),2024,\(id),\(text(node.numerator)),\(text(node.denominator)),"
                    + "\(node.value?.rounded(decimals: 4) ?? ""),\(node.status.rawValue),"
                    + "\(text(node.pending)),\(text(node.nodesMet)),\(text(node.nodes)),"
                    + (typed ? "" : terms) + "\n"
            }.joined()
    }

    @Test func whatIsListedAddsUpToWhatWasJudged() throws {
        var reasons: Set<String> = []
        for seed in UInt64(0)..<60 {
            var random = SplitMix64(seed: seed)
            let files = files(&random)
            let ofFirst = ["W1", "W2", "D1"].flatMap { files[$0] ?? [] }
            let ofSecond = ["W3", "W4", "D2"].flatMap { files[$0] ?? [] }
            let typed = Bool.random(using: &random)
            var all = [
                Scenario.File("2024-11-01/D1/kq.csv", try handOver(ofFirst, "D1", typed: typed))
            ]
            if Bool.random(using: &random) {
                all.append(
                    .init("2024-11-02/D2/kq.csv", try handOver(ofSecond, "D2", typed: false))
                )
            } else {
                all += ofSecond
            }
            let decisions = [
                "1/QĐ,2024-11-05,Điều chỉnh,W3,T,2024,7,Lý do mẫu,",
                "2/QĐ,2024-11-06,Điều chỉnh,D1,T,2024,9,Lý do mẫu,",
                "3/QĐ,2024-11-06,Điều chỉnh,D1,S,2024,9,Lý do mẫu,",
                "4/QĐ,2024-11-06,Gia hạn,D2,T,2024,2024-10-31,Lý do mẫu,",
                "5/QĐ,2024-11-06,Miễn,D1,R,2024,,Lý do mẫu,",
            ].filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
            let judgement = try Scenario(
                plan(indicators, "handed_up_by: district", measures, root: "C"),
                all,
                units: city,
                decisions: decisions.map { $0 + "\n" }.joined()
            ).judge(window: "2024", asOf: "2024-11-30")
            for index in judgement.indicators.indices {
                let audit = ExplanationAudit(Explanation(index, of: judgement))
                reasons.formUnion(audit.reasons)
                #expect(audit.faults.isEmpty, "seed \(seed): \(audit.faults)")
                if !audit.faults.isEmpty { return }
            }
        }
        #expect(reasons.contains("handed"))
    }

    @Test func aHandedOverFigureIsTracedToItsRowAndToNoUnit() throws {
        let rows = "D1,2024,I,1,2,,unmet,,,,\nD1,2024,T,,,5,met,,,,\n"
        let judgement = try Scenario(
            plan(indicators, "handed_up_by: district", measures, root: "C"),
            [.init("2024-11-01/D1/kq.csv", head + rows), plans("W1", "2024-03-01")],
            units: city
        ).judge(window: "2024", asOf: "2024-11-30")
        let share = Explanation(0, of: judgement)
        for node in share.nodes where node.isHandedOver {
            #expect(node.handed[0].row.numerator == 1)
            #expect(judgement.records.line(node.handed[0].place) == 2)
        }
        #expect(share.nodes.filter(\.isHandedOver).count == 1)
        let total = Explanation(2, of: judgement)
        let root = try #require(total.nodes.first)
        #expect(root.result.value == Quantity(5))
        #expect(
            root.figure?.members.contains { judgement.scene.roster.units[$0[0]].id == "W1" }
                == false
        )
        let term = try #require(root.figure?.calculations[0].handedTerms.first)
        #expect(term.value == Quantity(5))
        #expect(judgement.records.line(term.place) == 3)
    }
}
