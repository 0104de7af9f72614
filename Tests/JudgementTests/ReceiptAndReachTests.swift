import Judgement
import Model
import TestSupport
import Testing

@Suite("Order of receipt, recurrence and reach")
struct ReceiptAndReachTests {
    private let after = "2025-01-01"

    @Test func theTimeOfReceiptDecidesBeforeThePath() throws {
        func report(_ name: String, _ posts: Int, _ received: String) -> Scenario.File {
            .init(
                "W1/\(name).csv",
                "unit,period,posts\nW1,2024,\(posts)\n",
                received: received
            )
        }
        let judgement = try Scenario(
            plan([], "measures: {m: unit_report.posts}"),
            [report("a", 7, "2024-12-01T10:00:01"), report("b", 5, "2024-12-01T10:00:00")]
        ).judge(window: "2024", asOf: after)
        #expect(judgement.measure("m", "W1") == Quantity(7))
    }

    @Test func aDistrictCoversItsOwnUnitsOnly() throws {
        let judgement = try Scenario(
            plan([issues()], root: "C"),
            [.init("2024-05-01/D1/2024/vb.csv", "unit,kind,number,issued_on\n")],
            units: city
        ).judge(window: "2024", asOf: after)
        #expect(judgement.unit("W2", "I")?.value == Quantity(0))
        #expect(judgement.unit("W3", "I")?.value == nil)
        #expect(judgement.node("D1", "I")?.status == .unmet)
        #expect(judgement.node("D2", "I")?.status == .noData)
    }

    @Test func everyQuarterOverTheStageLooksAtAllItsQuarters() throws {
        let rule = """
            id: I, applies_to: wards, over: stage, every: quarter, each: ">= 1", \
            measure: count(document)
            """
        var days: [String] = []
        for year in 2023...2025 {
            for month in ["01", "04", "07", "10"] { days.append("\(year)-\(month)-01") }
        }
        var text = "unit,kind,number,issued_on\n"
        for (index, day) in days.enumerated() {
            text += "W1,plan,\(index),\(day)\n"
            if index > 0 { text += "W2,plan,\(index),\(day)\n" }
        }
        let scenario = Scenario(plan([rule]), [.init("2023-01-02/D/vb.csv", text)])
        let judgement = try scenario.judge(window: "2025", asOf: "2026-01-01")
        #expect(judgement.unit("W1", "I")?.status == .met)
        #expect(judgement.unit("W1", "I")?.value == Quantity(12))
        // W2 missed the first quarter of 2023.
        #expect(try scenario.status("W2", "2023-03-31", window: "2023") != .unmet)
        #expect(try scenario.status("W2", "2024-06-01", window: "2024") == .unmet)
    }

    @Test func aNodeOfARecurringIndicatorCountsItsUnits() throws {
        let rule = """
            id: I, applies_to: wards, every: month, each: ">= 1", target: ">= 50%", \
            measure: count(document)
            """
        let judgement = try Scenario(
            plan([rule]),
            [
                plans("W1", "2024-01-05", "2024-02-05", "2024-03-05"),
                plans("W2", "2024-01-05", "2024-02-05", "2024-03-05"), plans("W3", "2024-01-05"),
            ]
        ).judge(window: "2024-Q1", asOf: "2024-04-01")
        #expect(judgement.node("D", "I")?.numerator == 2)
        #expect(judgement.node("D", "I")?.denominator == 3)
        #expect(judgement.node("D", "I")?.status == .met)
        #expect(judgement.missing("D", "I") == ["W3"])
    }

    @Test func theUnitsOfAGroupAreListedOnceWithOneStatusEach() throws {
        let judgement = try Scenario(
            plan([issues(), issues("over: stage", id: "K")]),
            [plans("W1", "2024-01-05")]
        ).judge(window: "2024", asOf: after)
        for result in judgement.indicators {
            let ids = result.units.map { judgement.scene.roster.units[$0.unit].id }
            #expect(ids == ["W1", "W2", "W3"])
        }
    }

    @Test func aReasonIsGivenForLateExemptAndNoDataOnly() throws {
        let judgement = try Scenario(
            plan([issues("due: {by: 2024-06-30}")]),
            [plans("W1", "2024-06-30"), plans("W2", "2024-07-01"), noPlans("W3")]
        ).judge(window: "2024", asOf: after)
        #expect(judgement.unit("W1", "I")?.reason == nil)
        #expect(judgement.unit("W2", "I")?.reason != nil)
        #expect(judgement.unit("W3", "I")?.reason == nil)
    }

    @Test func aNodeWithoutUnitsOfTheGroupDoesNotApply() throws {
        let units = city + "D3,Quận Khác,HUYEN,C\nS9,Trường Chín,TRUONG,D3\n"
        let judgement = try Scenario(
            plan([issues()], root: "C"),
            [plans("W1", "2024-01-05")],
            units: units
        ).judge(window: "2024", asOf: after)
        #expect(judgement.node("D3", "I")?.status == .notApplicable)
        #expect(judgement.node("C", "I")?.denominator == 4)
    }

    @Test func aFileInDecomposedUnicodeGivesTheSameFigures() throws {
        let units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên
            D,Quận Dê,HUYEN,
            W1,Phường Hòa,PHUONG,D

            """
        let text =
            "Mã đơn vị,Loại văn bản,\"Số, ký hiệu\",Ngày ban hành\nW1,Kế hoạch,1,05/01/2024\n"
        let headers = text.unicodeScalars.map { scalar in
            scalar == "ế" ? "e\u{302}\u{301}" : scalar == "ạ" ? "a\u{323}" : String(scalar)
        }.joined()
        for version in [text, headers] {
            let judgement = try Scenario(
                plan([issues()]),
                [.init("2024-06-01/W1/vb.csv", version)],
                units: units
            ).judge(window: "2024", asOf: after)
            #expect(judgement.unit("W1", "I")?.status == .met)
        }
    }
}
