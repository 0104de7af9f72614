import Judgement
import Model
import Plans
import TestSupport
import Testing

/// Decisions that cannot be carried out as they are written (docs/hoi-dong.md, decisions.csv).
@Suite struct BoardDecisionTests {
    private let total = "id: T, level: district, measure: count(document), total: \">= 1\""
    private let ratio =
        "id: R, level: district, measure: 100 * count(document where kind = plan) / count(document), "
        + "total: \">= 50\""

    private func mistakes(_ decision: String) -> [String] {
        let scenario = Scenario(
            plan([issues("due: {by: \"{year}-03-31\"}"), total, ratio]),
            [plans("W1", "2024-03-01")],
            decisions: decision + "\n"
        )
        do {
            _ = try scenario.judge(window: "2024", asOf: "2025-01-01")
            return []
        } catch let refused as Scenario.Refused {
            return refused.mistakes.map { "\($0.line):\($0.column)" }
        } catch {
            return ["\(error)"]
        }
    }

    // Column 4 is the unit, 5 the indicator, 7 the value.
    @Test(
        arguments: [
            ("1,2024-05-01,Điều chỉnh,W1,I,,5,x,", []),
            ("1,2024-05-01,Điều chỉnh,,I,,5,x,", ["2:4"]),
            ("1,2024-05-01,Điều chỉnh,W1,,,5,x,", ["2:5"]),
            ("1,2024-05-01,Điều chỉnh,,,,5,x,", ["2:4", "2:5"]),
            ("1,2024-05-01,Điều chỉnh,W1,duplicate,,5,x,", ["2:5"]),
            ("1,2024-05-01,Điều chỉnh,W1,T,,5,x,", []),
            ("1,2024-05-01,Điều chỉnh,W1,R,,5,x,", ["2:4"]),
            ("1,2024-05-01,Điều chỉnh,D,R,,5,x,", []),
            ("1,2024-05-01,Gia hạn,W1,I,2024,2024-03-30,x,", ["2:7"]),
            ("1,2024-05-01,Gia hạn,W1,I,2024,2024-03-31,x,", []),
            ("1,2024-05-01,Gia hạn,W1,I,,2024-01-15,x,", []),
        ] as [(String, [String])]
    )
    func whatCannotBeCarriedOutIsAMistake(decision: String, places: [String]) {
        #expect(mistakes(decision) == places)
    }

    @Test func anExtensionNeverShortens() throws {
        let judgement = try Scenario(
            plan([issues("due: {by: \"{year}-03-31\"}")]),
            [plans("W1", "2024-02-01"), plans("W2", "2024-04-10")],
            decisions: """
                1,2024-05-01,Gia hạn,W1,I,,2024-01-15,x,
                2,2024-05-01,Gia hạn,W2,I,,2024-04-30,x,

                """
        ).judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.unit("W1", "I")?.status == .met)
        #expect(judgement.unit("W2", "I")?.status == .met)
        let found = judgement.findings.filter { $0.file == "decisions.csv" }
        #expect(found.map(\.row) == [2])
        #expect(found.first?.message.contains("sớm hơn thời hạn của kế hoạch (31/03/2024)") == true)
    }

    @Test func aValueForANodeOfAShareDoesNothingAndIsSaidTo() throws {
        let judgement = try Scenario(
            plan([issues()]),
            [plans("W1", "2024-02-01")],
            decisions: "5/QĐ,2024-05-01,Điều chỉnh,D,I,,3,x,\n"
        ).judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.node("D", "I")?.numerator == 1)
        let found = judgement.findings.filter { $0.file == "decisions.csv" }
        #expect(found.map(\.unit) == ["D"])
        #expect(found.first?.message.contains("không có tác dụng") == true)
    }

    @Test(arguments: [
        ("W1", "T", true), ("D", "T", false), ("S1", "I", true), ("W1", "I", false),
        ("D", "I", false), ("S1", "", false),
    ])
    func aWaiverForAUnitThatIsAskedForNothingIsSaidToDoNothing(
        _ unit: String,
        _ subject: String,
        isIdle: Bool
    ) throws {
        let judgement = try Scenario(
            plan([issues(), total]),
            [plans("W1", "2024-02-01")],
            decisions: "5/QĐ,2024-05-01,Miễn,\(unit),\(subject),,,x,\n"
        ).judge(window: "2024", asOf: "2025-01-01")
        let found = judgement.findings.filter { $0.file == "decisions.csv" }
        #expect(found.map(\.unit) == (isIdle ? [unit] : []))
        #expect(found.allSatisfy { $0.message.contains("không có tác dụng") })
        let decision = try #require(judgement.scene.decisions.first)
        #expect(IdleDecisions(judgement.scene).contains(decision) == isIdle)
    }

    // The wards have 2 and 1; the board set the district's own figure at 50.
    @Test func theValueOfANodeIsItsWholeSum() throws {
        let judgement = try Scenario(
            plan([total]),
            [plans("W1", "2024-02-01", "2024-02-02"), plans("W2", "2024-02-01")],
            decisions: "1/QĐ,2024-05-01,Điều chỉnh,D,T,,50,x,\n"
        ).judge(window: "2024", asOf: "2025-01-01")
        let node = try #require(Explanation(0, of: judgement).nodes.first)
        #expect(node.result.value == Quantity(50))
        #expect(node.adjusted.map(\.counted) == [Quantity(50)])
        #expect(node.adjusted.map(\.own) == [Quantity(3)])
    }
}
