import Judgement
import Model
import TestSupport
import Testing

@Suite("Results that lower nodes hand over (CONTRACT §3, §11.14, §11.30)")
struct HandOverTests {
    private let head = "unit,period,indicator,numerator,denominator,value,status\n"
    private let handedUp = "handed_up_by: district"
    private let ratio =
        "id: I, level: district, measure: 100 * count(document where kind = plan) / count(document),"
        + " total: \">= 50\""

    /// One plan and one letter of a ward.
    private func documents(_ unit: String, plans: Int, letters: Int) -> Scenario.File {
        var text = "unit,kind,number,issued_on\n"
        for index in 0..<plans { text += "\(unit),plan,K\(index),2024-03-01\n" }
        for index in 0..<letters { text += "\(unit),letter,C\(index),2024-03-01\n" }
        return .init("2024-04-01/\(unit)/vb.csv", text)
    }

    // 3 of 4 in the one district, nothing from the other: 75, never the sum of two ratios.
    @Test func aRatioAboveItsLevelIsTheRatioOfTheSums() throws {
        let one = try Scenario(
            plan([ratio], root: "C"),
            [documents("W1", plans: 3, letters: 1)],
            units: city
        ).judge(window: "2024", asOf: "2025-01-05")
        #expect(one.node("C", "I")?.value == Quantity(75))
        #expect(one.node("D2", "I")?.status == .noData)
        let two = try Scenario(
            plan([ratio + ", due: {by: 2024-02-01}"], root: "C"),
            [documents("W1", plans: 3, letters: 1), documents("W3", plans: 1, letters: 3)],
            units: city
        ).judge(window: "2024", asOf: "2025-01-05")
        #expect(two.node("D1", "I")?.status == .late)
        #expect(two.node("C", "I")?.value == Quantity(50))
    }

    @Test func aValueSetByADecisionReachesTheNodesAboveTheLevel() throws {
        let judgement = try Scenario(
            plan(["id: I, level: district, measure: count(document), total: \">= 20\""], root: "C"),
            [documents("W1", plans: 3, letters: 1), documents("W3", plans: 2, letters: 0)],
            units: city,
            decisions: "1/QĐ,2024-05-01,Điều chỉnh,W1,I,,30,Kiểm tra,\n"
        ).judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.node("D1", "I")?.value == Quantity(30))
        #expect(judgement.node("C", "I")?.value == Quantity(32))
        #expect(judgement.node("C", "I")?.status == .met)
    }

    // CONTRACT §11.19: in the unit's nodes too.
    @Test func aDecisionAboutANodeThatHandedOverReachesTheNodesAbove() throws {
        let judgement = try Scenario(
            plan(
                ["id: I, level: district, measure: count(document), total: \">= 20\""],
                handedUp,
                root: "C"
            ),
            [
                .init("2024-12-01/D1/kq.csv", head + "D1,2024,I,,,30,met\n"),
                documents("W3", plans: 2, letters: 0),
            ],
            units: city,
            decisions: "1/QĐ,2024-12-05,Điều chỉnh,D1,I,,12,Kiểm tra,\n"
        ).judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.node("D1", "I")?.value == Quantity(12))
        #expect(judgement.node("C", "I")?.value == Quantity(14))
        #expect(judgement.node("C", "I")?.status == .unmet)
    }

    /// What wards wrote of the year cannot be told of May, here nor in the district's row.
    @Test func anOpenResultOfAPartOfAYearLeavesTheNodeAboveOpen() throws {
        let judgement = try Scenario(
            plan(
                [
                    "id: I, level: district, measure: unit_report.posts, total: \">= 20\"",
                    "id: T, level: city, measure: unit_report.posts, total: \">= 20\"",
                ],
                handedUp,
                root: "C"
            ),
            [
                .init(
                    "2024-12-01/D1/kq.csv",
                    head + "D1,2024-05,I,,,,pending\nD1,2024-05,T,,,,pending\n"
                ),
                .init(
                    "2024-12-01/D2/kq.csv",
                    head + "D2,2024-05,I,,,,no_data\nD2,2024-05,T,,,,no_data\n"
                ),
            ],
            units: city
        ).judge(window: "2024-05", asOf: "2025-01-05")
        #expect(judgement.node("C", "I")?.status == .pending)
        #expect(judgement.node("C", "I")?.reason == .openBelow)
        #expect(judgement.node("C", "T")?.status == .pending)
        #expect(judgement.node("D2", "I")?.status == .noData)
    }

    @Test func withoutTheKeyRowsOfLowerNodesChangeNoIndicator() throws {
        let row = Scenario.File("2024-12-01/D1/kq.csv", head + "D1,2024,I,2,2,,met\n")
        let judgement = try Scenario(plan([issues()], root: "C"), [row], units: city)
            .judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.node("C", "I")?.numerator == 0)
        #expect(judgement.node("C", "I")?.denominator == 4)
    }

    // D2 handed over nothing: its two wards are counted here and have no data.
    @Test(arguments: [("met", Status.met, 2), ("Chưa đạt", .unmet, 1), ("", .unmet, 1)])
    func aHandedShareStandsForItsSubtree(word: String, status: Status, numerator: Int) throws {
        let row = "D1,2024,I,\(numerator),2,,\(word)\n"
        let judgement = try Scenario(
            plan([issues()], handedUp, root: "C"),
            // What a ward of D1 filed here is D1's affair.
            [.init("2024-12-01/D1/kq.csv", head + row), plans("W1", "2024-03-01")],
            units: city
        ).judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.node("D1", "I")?.status == status)
        let node = try #require(judgement.node("C", "I"))
        #expect(node.numerator == numerator)
        #expect(node.denominator == 4)
        #expect(judgement.missing("C", "I").contains("D2"))
        #expect(judgement.unit("W1", "I") == nil)
        #expect(judgement.unit("W3", "I")?.status == .noData)
    }

    // D2 has no ward here, so that only its own result could say anything: it stays one of the two.
    @Test func aNodeThatHandedOverNothingIsStillAsked() throws {
        let judgement = try Scenario(
            plan([issues()], handedUp, root: "C"),
            [.init("2024-12-01/D1/kq.csv", head + "D1,2024,I,2,2,,met\n")],
            units: city.replacing("W3,Phường Ba,PHUONG", with: "W3,Trường Ba,TRUONG")
                .replacing("W4,Phường Bốn,PHUONG", with: "W4,Trường Bốn,TRUONG")
        ).judge(window: "2024", asOf: "2025-01-05")
        let node = try #require(judgement.node("C", "I"))
        #expect(node.nodesMet == 1)
        #expect(node.nodes == 2)
        #expect(judgement.missing("C", "I") == ["D2"])
    }

    @Test func aRowOfAnotherPeriodOrWithoutBothNumbersIsNoResult() throws {
        for row in ["D1,2023,I,2,2,,met", "D1,2024-Q1,I,2,2,,met", "D1,2024,I,2,,,met"] {
            let judgement = try Scenario(
                plan([issues()], handedUp, root: "C"),
                [.init("2024-12-01/D1/kq.csv", head + row + "\n")],
                units: city
            ).judge(window: "2024", asOf: "2025-01-05")
            #expect(judgement.node("C", "I")?.numerator == 0, "\(row)")
            #expect(judgement.missing("C", "I").contains("D1"), "\(row)")
        }
    }

    @Test func aRatioWithoutItsTermsIsInNoSumAndIsSaidToBeMissing() throws {
        let rows = "D1,2024,I,,,60,met\n"
        let judgement = try Scenario(
            plan([ratio], handedUp, root: "C"),
            [.init("2024-12-01/D1/kq.csv", head + rows), documents("W3", plans: 1, letters: 3)],
            units: city
        ).judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.node("D1", "I")?.value == Quantity(60))
        #expect(judgement.node("C", "I")?.value == Quantity(25))
        #expect(judgement.missing("C", "I") == ["D1"])
    }

    @Test func termsReadBackAsTheyWereWritten() {
        let portions = Portions(
            whole: [Quantity(31), nil, Quantity(197, over: 3)],
            inTime: [Quantity(-2), Quantity(0), nil],
            parts: [[nil, nil, Quantity(1)], [Quantity(7), nil, nil]]
        )
        let text = HandedTerms.text(portions)
        #expect(text == "cả kỳ 31; -; 197/3 | đúng hạn -2; 0; - | phần 1 -; -; 1 | phần 2 7; -; -")
        #expect(HandedTerms.portions(text, terms: 3) == portions)
    }

    @Test(arguments: [
        "Cả kỳ 31; 47", "CẢ KỲ  31;47 ", "cả\u{A0}kỳ 31;\u{A0}47", "c\u{1EA3} k\u{1EF3} 31; 47",
        "ca\u{309} ky\u{300} 31; 47", "\u{200B}cả kỳ 31; 47",
    ])
    func termsAreReadHoweverTheirWordsAreWritten(text: String) {
        #expect(
            HandedTerms.portions(text, terms: 2) == Portions(whole: [Quantity(31), Quantity(47)])
        )
    }

    @Test(arguments: [
        "", "cả kỳ", "cả kỳ 1", "cả kỳ 1; 2; 3", "cả kỳ 1; x", "cả kỳ 1/0; 2", "cả kỳ 1//2; 2",
        "đúng hạn 1; 2", "cả kỳ 1; 2 | phần 2 1; 2", "1; 2", "cả kỳ 99999999999999999999; 1", "|||",
    ])
    func termsThatAreNoneAreNotRead(text: String) {
        #expect(HandedTerms.portions(text, terms: 2) == nil)
    }
}
