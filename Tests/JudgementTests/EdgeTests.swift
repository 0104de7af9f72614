import Judgement
import Model
import TestSupport
import Testing

@Suite("Where two rules meet")
struct EdgeTests {
    private let after = "2025-01-01"

    @Test func withoutADueDateTheIndicatorsOwnSpanDecides() throws {
        // §11.9: over the stage 2023-2025 nothing is over at the end of 2024.
        let scenario = Scenario(plan([issues("over: stage")]), [noPlans("W1")])
        #expect(try scenario.status("W1", after) == .pending)
        #expect(try scenario.status("W1", "2025-12-31T23:59:59", window: "2025") == .pending)
        let last = Scenario(plan([issues("over: stage")]), [noPlans("W1", "2025")])
        #expect(try last.status("W1", "2026-01-01T00:00:00", window: "2025") == .unmet)
    }

    @Test func aFixedDueDateAfterTheWindowLosesNoRecord() throws {
        // §11.10 speaks of a due date that moves with the year; one fixed day leaves the window
        // whole.
        let scenario = Scenario(
            plan([issues("due: {by: 2024-06-30}")]),
            [plans("W1", "2024-02-10")]
        )
        #expect(try scenario.status("W1", after, window: "2024") == .met)
        #expect(try scenario.status("W1", after, window: "2024-Q1") == .met)
        #expect(try scenario.status("W1", after, window: "2024-02") == .met)
    }

    @Test func aDueDateAtTheEndOfTheYearLosesNoRecordOfAQuarter() throws {
        let scenario = Scenario(
            plan([issues("due: {before: \"{year}-12-15\"}")]),
            [plans("W1", "2024-02-10")]
        )
        #expect(try scenario.status("W1", after, window: "2024-Q1") == .met)
    }

    @Test func theYearOfAStageWindowIsItsLast() throws {
        let scenario = Scenario(
            plan([issues("due: {by: \"{year}-06-30\"}")]),
            [plans("W1", "2025-06-30"), plans("W2", "2025-07-01")]
        )
        #expect(try scenario.status("W1", "2025-12-31", window: "2023..2025") == .met)
        #expect(try scenario.status("W2", "2025-12-31", window: "2023..2025") == .late)
    }

    @Test func aLateUnitIsNotPendingAtTheNode() throws {
        // W1 late, W2 and W3 pending after extensions: 2 of 3 at most.
        let scenario = Scenario(
            plan([issues("due: {by: 2024-06-30}, target: \">= 60%\"")]),
            [plans("W1", "2024-07-01")],
            decisions: """
                1,2024-06-01,Gia hạn,W2,I,,2024-09-30,x,
                2,2024-06-01,Gia hạn,W3,I,,2024-09-30,x,

                """
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2024-08-01")
        #expect(judgement.node("D", "I")?.status == .pending)
        #expect(
            try scenario.judge(window: "2024", asOf: "2024-10-01").node("D", "I")?.status == .unmet
        )
    }

    @Test func aRuleThatMoreRecordsBreakIsJudgedByTheRecordsInTime() throws {
        // At most one: the second, late one breaks nothing in time.
        let rule =
            "id: I, applies_to: wards, measure: count(document), each: \"<= 1\", "
            + "due: {by: 2024-06-30}"
        let scenario = Scenario(plan([rule]), [plans("W1", "2024-05-01", "2024-08-01")])
        #expect(try scenario.status("W1", after) == .met)
    }

    @Test func anExtensionCannotActBeforeItsDay() throws {
        let scenario = Scenario(
            plan([issues("due: {by: 2024-06-30}")]),
            [noPlans("W1")],
            decisions: "5,2024-07-10,Gia hạn,W1,I,,2024-07-31,Lý do,\n"
        )
        #expect(try scenario.status("W1", "2024-07-09") == .unmet)
        #expect(try scenario.status("W1", "2024-07-10") == .pending)
    }

    @Test func aWaivedUnitIsExemptEvenWhereItHasMetTheRule() throws {
        let judgement = try Scenario(
            plan([issues()]),
            [plans("W1", "2024-05-01"), plans("W2", "2024-05-01")],
            decisions: "1,2024-06-01,Miễn,W1,I,,,x,\n"
        ).judge(window: "2024", asOf: after)
        #expect(judgement.unit("W1", "I")?.status == .exempt)
        #expect(judgement.node("D", "I")?.numerator == 1)
        #expect(judgement.node("D", "I")?.denominator == 2)
    }

    @Test func anOverrideOfAnotherWindowOrAfterItsEndDoesNothing() throws {
        let scenario = Scenario(
            plan([issues()]),
            [noPlans("W1")],
            decisions: """
                1,2024-02-01,Điều chỉnh,W1,I,2023,5,x,
                2,2024-02-01,Điều chỉnh,W2,I,,5,x,2024-06-30

                """
        )
        #expect(try scenario.status("W1", after) == .unmet)
        #expect(try scenario.status("W2", after) == .noData)
    }

    @Test func aTotalOfAGroupCountsItsUnitsOnly() throws {
        let files = [
            plans("W1", "2024-02-01"), plans("W2", "2024-02-01", "2024-02-02"),
            plans("S1", "2024-02-01"),
        ]
        let judgement = try Scenario(
            plan([
                "id: I, applies_to: wards, measure: count(document), total: \">= 3\"",
                "id: K, measure: count(document), total: \">= 3\"",
            ]),
            files
        ).judge(window: "2024", asOf: after)
        #expect(judgement.node("D", "I")?.value == Quantity(3))
        #expect(judgement.node("D", "I")?.exceeded == false)
        #expect(judgement.node("D", "K")?.value == Quantity(4))
        #expect(judgement.node("D", "K")?.exceeded == true)
    }

    @Test func underSuccessorTheTotalCountsARecordOnce() throws {
        let units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày
            D,Quận Dê,HUYEN,,,
            W1,Phường Một,PHUONG,D,,
            W2,Phường Hai,PHUONG,D,,2024-07-01

            """
        for closed in ["successor", "counts"] {
            var scenario = Scenario(
                plan(["id: I, measure: count(document), total: \">= 1\", closed: \(closed)"]),
                [plans("W1", "2024-03-01"), plans("W2", "2024-03-01", "2024-03-02")],
                units: units
            )
            scenario.changes = """
                Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính
                2024-07-01,Nhập toàn bộ,W2,W1,Có

                """
            let judgement = try scenario.judge(window: "2024", asOf: after)
            #expect(judgement.node("D", "I")?.value == Quantity(3), "\(closed)")
        }
    }

    @Test func theLevelOfANodeIsItsOwnWord() throws {
        // §11.15, §11.24: with `Cấp` the root of a two-level tree is the city, not the district.
        let units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Cấp,Mã đơn vị cấp trên
            C,Thành phố,TINH,city,
            W1,Phường Một,PHUONG,,C
            D1,Quận Dê,HUYEN,Quận,C
            W2,Phường Hai,PHUONG,,D1

            """
        let judgement = try Scenario(
            plan([issues("level: district")], root: "C"),
            [plans("W1", "2024-03-01"), noPlans("W2")],
            units: units
        ).judge(window: "2024", asOf: after)
        #expect(judgement.node("D1", "I")?.status == .unmet)
        let top = try #require(judgement.node("C", "I"))
        #expect(top.denominator == 2)
        #expect(top.numerator == 1)
        #expect(top.nodes == 1)
        #expect(top.nodesMet == 0)
    }

    @Test func stageRecordsOfAnEarlierYearCountWithoutAFileOfThisOne() throws {
        let rule = """
            id: I, applies_to: wards, over: stage, each: ">= 1", \
            measure: count(document where kind = plan) + count(document where kind = plan)
            """
        let judgement = try Scenario(plan([rule]), [plans("W1", "2023-05-01")])
            .judge(window: "2025", asOf: "2025-06-01")
        #expect(judgement.unit("W1", "I")?.value == Quantity(2))
    }

    @Test func aYesNoOverANodeCountsTheUnitsThatSayYes() throws {
        let text = "unit,period,media_column,posts\nW1,2024,Có,1\nW2,2024,Không,1\nW3,2024,Có,1\n"
        let judgement = try Scenario(
            plan(["id: I, measure: unit_report.media_column, total: \">= 2\""]),
            [.init("2024-12-01/D/bc.csv", text)]
        ).judge(window: "2024", asOf: after)
        #expect(judgement.node("D", "I")?.value == Quantity(2))
    }

    @Test func theUnitsAreInTheOrderOfTheRoster() throws {
        let units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Thứ tự
            D,Quận Dê,HUYEN,,1
            W3,Phường Ba,PHUONG,D,
            W1,Phường Một,PHUONG,D,3
            W2,Phường Hai,PHUONG,D,2

            """
        let judgement = try Scenario(plan([issues()]), units: units)
            .judge(window: "2024", asOf: after)
        #expect(judgement.missing("D", "I") == ["W2", "W1", "W3"])
    }
}
