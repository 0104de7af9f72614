import Judgement
import Model
import TestSupport
import Testing

@Suite("every: month, every: quarter (CONTRACT §5, §11.11)")
struct RecurrenceTests {
    private func sessions(_ every: String, _ days: [String], start: String? = nil) -> Scenario {
        let rule = """
            id: I, applies_to: wards, measure: count(activity where kind = session), \
            every: \(every), each: ">= 1"
            """
        var text = "unit,kind,held_on,content\n"
        for day in days { text += "W1,session,\(day),Buổi \(day)\n" }
        return Scenario(
            plan([rule], start.map { "year_starts: \"\($0)\"" } ?? "basis: QĐ"),
            [.init("2023-01-02/W1/hd.csv", text)]
        )
    }

    @Test func everyMonthHeldIsMetAndCounted() throws {
        let judgement = try sessions("month", ["2024-01-31", "2024-02-01", "2024-03-31"])
            .judge(window: "2024-Q1", asOf: "2024-04-01T00:00:00")
        #expect(judgement.unit("W1", "I")?.status == .met)
        #expect(judgement.unit("W1", "I")?.value == Quantity(3))
    }

    @Test func aTotalOfEveryMonthIsMetNotExceeded() throws {
        let rule = """
            id: I, counts: own, measure: count(activity where kind = session), every: month, \
            total: ">= 1"
            """
        let text = "unit,kind,held_on,content\nD,session,2024-01-05,A\nD,session,2024-02-05,B\n"
        let judgement = try Scenario(plan([rule]), [.init("2023-01-02/D/hd.csv", text)])
            .judge(window: "2024-H1", asOf: "2024-03-01T00:00:00")
        #expect(judgement.node("D", "I")?.status == .met)
        #expect(judgement.node("D", "I")?.value == Quantity(2))
        #expect(judgement.node("D", "I")?.exceeded == false)
    }

    @Test func aFailedMonthIsUnmetAtOnceButNotBeforeItHasElapsed() throws {
        let scenario = sessions("month", ["2024-01-10", "2024-03-01"])
        #expect(try scenario.status("W1", "2024-02-29T23:59:59", window: "2024-Q1") != .unmet)
        #expect(try scenario.status("W1", "2024-03-01T00:00:00", window: "2024-Q1") == .unmet)
        let judgement = try scenario.judge(window: "2024-Q1", asOf: "2024-04-01")
        let result = try #require(judgement.unit("W1", "I"))
        #expect(result.status == .unmet)
        #expect(result.value == Quantity(2))
        guard case .failed(let periods) = result.reason else {
            Issue.record("no failed months: \(String(describing: result.reason))")
            return
        }
        #expect(periods.count == 1)
    }

    @Test func twoInOneMonthDoNotMakeUpForAnother() throws {
        let judgement = try sessions("month", ["2024-01-10", "2024-01-20", "2024-03-01"])
            .judge(window: "2024-Q1", asOf: "2024-04-01")
        #expect(judgement.unit("W1", "I")?.status == .unmet)
        #expect(judgement.unit("W1", "I")?.value == Quantity(2))
    }

    // With 12-15 the second quarter is 15/3-14/6; its months end on 14/4, 14/5 and 14/6.
    @Test func monthsRunFromThe15thToThe14th() throws {
        let good = sessions(
            "month",
            ["2024-03-15", "2024-05-14", "2024-05-15"],
            start: "12-15"
        )
        let met = try good.judge(window: "2024-Q2", asOf: "2024-06-15T00:00:00")
        #expect(met.unit("W1", "I")?.status == .met)
        #expect(met.unit("W1", "I")?.value == Quantity(3))
        // 14/4 still belongs to April: May has none.
        let bad = sessions("month", ["2024-03-15", "2024-04-14", "2024-06-14"], start: "12-15")
        #expect(try bad.status("W1", "2024-05-14T23:59:59", window: "2024-Q2") != .unmet)
        #expect(try bad.status("W1", "2024-05-15T00:00:00", window: "2024-Q2") == .unmet)
        let unmet = try bad.judge(window: "2024-Q2", asOf: "2024-06-15")
        #expect(unmet.unit("W1", "I")?.value == Quantity(2))
    }

    @Test func quartersAreJudgedLikeMonths() throws {
        let scenario = sessions("quarter", ["2024-03-31", "2024-04-01", "2024-09-30"])
        let judgement = try scenario.judge(window: "2024-9M", asOf: "2024-10-01")
        #expect(judgement.unit("W1", "I")?.status == .met)
        #expect(judgement.unit("W1", "I")?.value == Quantity(3))
        #expect(try scenario.status("W1", "2024-12-31T23:59:59") != .unmet)
        #expect(try scenario.status("W1", "2025-01-01T00:00:00") == .unmet)
    }

    @Test func nothingHandedInIsNoDataWhenTheWindowIsOver() throws {
        let scenario = sessions("month", ["2024-01-10"])
        #expect(try scenario.status("W2", "2024-04-01", window: "2024-Q1") == .noData)
        #expect(try scenario.status("W2", "2024-03-31", window: "2024-Q1") == .pending)
    }
}
