import Judgement
import Model
@testable import Reports
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

    /// A due day behind the window moves what is counted once a year; it takes no month away.
    @Test func everyMonthOfTheWindowIsAskedAboutWhereTheDueDayLiesBehindIt() throws {
        let rule = """
            id: I, applies_to: wards, measure: count(activity where kind = session), \
            every: quarter, each: ">= 1", due: {before: "{year+1}-01-10"}
            """
        var text = "unit,kind,held_on,content\n"
        for month in ["01", "04", "07", "10"] {
            text += "W1,session,2024-\(month)-20,Buổi \(month)\n"
            if month != "01" { text += "W2,session,2024-\(month)-20,Buổi \(month)\n" }
        }
        let judgement = try Scenario(plan([rule]), [.init("2024-11-02/D/hd.csv", text)])
            .judge(window: "2024", asOf: "2025-02-01")
        #expect(judgement.unit("W1", "I")?.value == Quantity(4))
        #expect(judgement.unit("W1", "I")?.status == .met)
        #expect(judgement.unit("W2", "I")?.value == Quantity(3))
        #expect(judgement.unit("W2", "I")?.status == .unmet)
    }

    /// A waiver of a quarter is one of its months, and one of a half-year is one of its quarters.
    @Test(arguments: [
        ("2024-Q1", 1...3, "2024", Status.met), ("2024-Q1", 1...3, "2024-H1", .met),
        ("2024-H1", 1...6, "2024-9M", .met), ("2024-02", 2...2, "2024-9M", .met),
        ("2024-02", 2...2, "2024-Q1", .met), ("2024-H1", 1...6, "2024-Q1", .exempt),
        ("2024-H1", 1...6, "2024-02", .exempt), ("2024-9M", 7...9, "2024-Q3", .exempt),
        ("2024-Q1", 1...4, "2024", .unmet),
    ])
    func whatIsWaivedForAPartOfTheYearIsWaivedForItsParts(
        waived: String,
        idle: ClosedRange<Int>,
        window: String,
        status: Status
    ) throws {
        var text = "unit,kind,held_on,content\n"
        for month in 1...12 where !idle.contains(month) {
            let day = "2024-\(month < 10 ? "0" : "")\(month)-20"
            for unit in ["W1", "W2"] { text += "\(unit),session,\(day),Buổi \(month)\n" }
        }
        let rule = """
            id: I, applies_to: wards, measure: count(activity where kind = session), \
            every: month, each: ">= 1"
            """
        let judgement = try Scenario(
            plan([rule]),
            [.init("2024-12-30/D/hd.csv", text)],
            decisions: "1/QĐ,2024-01-05,Miễn,W1,I,\(waived),,x,\n"
        ).judge(window: window, asOf: "2025-01-05")
        #expect(judgement.unit("W1", "I")?.status == status)
        // It is shown where it acts (CONTRACT §2).
        #expect(DecisionWords(scene: judgement.scene).lines.count == 1)
        let other = try #require(judgement.unit("W2", "I")?.status)
        #expect([.unmet, .noData].contains(other))
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

@Suite("every: year, the duty of each year of a stage (CONTRACT §11.11)")
struct YearlyDutyTests {
    private let each = issues("every: year")

    @Test func eachElapsedYearOfAStageMustHold() throws {
        let scenario = Scenario(
            plan([each]),
            [
                plans("W1", "2023-05-01", "2024-05-01", "2025-05-01"),
                plans("W2", "2023-05-01", "2023-06-01", "2025-05-01"), plans("W3", "2024-05-01"),
            ]
        )
        let stage = try scenario.judge(window: "2023..2025", asOf: "2025-02-01")
        #expect(stage.unit("W1", "I")?.status == .met)
        #expect(stage.unit("W1", "I")?.value == Quantity(2))
        #expect(stage.unit("W2", "I")?.status == .unmet)
        #expect(stage.unit("W2", "I")?.value == Quantity(1))
        #expect(stage.unit("W2", "I")?.reason == .failed(periods: ["Năm 2024"]))
        #expect(stage.unit("W3", "I")?.reason == .failed(periods: ["Năm 2023"]))
        let end = try scenario.judge(window: "2023..2025", asOf: "2026-02-01")
        #expect(end.unit("W1", "I")?.value == Quantity(3))
        #expect(end.unit("W3", "I")?.reason == .failed(periods: ["Năm 2023", "Năm 2025"]))
    }

    @Test func withinAYearItSaysNothingMore() throws {
        let scenario = Scenario(plan([each]), [plans("W1", "2024-05-01", "2024-06-01")])
        let year = try scenario.judge(window: "2024", asOf: "2025-02-01")
        #expect(year.unit("W1", "I")?.value == Quantity(2))
        #expect(year.unit("W1", "I")?.status == .met)
    }

    @Test func aYearlyTotalMustHoldInEachYear() throws {
        let rule =
            "id: T, level: district, counts: own, measure: count(proposal), total: \">= 2\", "
            + "every: year"
        var text = "unit,year,name,subject,level,award\n"
        for (index, year) in [2023, 2023, 2024, 2024, 2024, 2025].enumerated() {
            text += "D,\(year),Bà \(index),individual,city,BK\n"
        }
        let scenario = Scenario(plan([rule]), [.init("2025-01-02/D/dn.csv", text)])
        let node = try scenario.judge(window: "2023..2025", asOf: "2025-02-01").node("D", "T")
        #expect(node?.status == .met)
        #expect(node?.value == Quantity(2))
        let end = try scenario.judge(window: "2023..2025", asOf: "2026-02-01").node("D", "T")
        #expect(end?.status == .unmet)
        #expect(end?.reason == .failed(periods: ["Năm 2025"]))
    }

    /// Each year has its own due day, and what came after it was not in time.
    @Test func eachYearHasItsOwnDueDay() throws {
        let scenario = Scenario(
            plan([issues("every: year, due: {before: \"{year+1}-01-10\"}")]),
            [plans("W1", "2024-01-05", "2024-06-01"), plans("W2", "2024-01-12", "2025-01-09")]
        )
        let stage = try scenario.judge(window: "2023..2025", asOf: "2025-02-01")
        #expect(stage.unit("W1", "I")?.status == .met)
        #expect(stage.unit("W1", "I")?.value == Quantity(2))
        #expect(stage.unit("W2", "I")?.reason == .failedInTime(periods: ["Năm 2023"]))
        let waiting = try scenario.judge(window: "2023..2025", asOf: "2024-01-09")
        #expect(waiting.unit("W2", "I")?.status == .pending)
    }

    @Test func aUnitFoundedLaterAnswersForItsOwnYears() throws {
        let units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày
            D,Quận Dê,HUYEN,,
            W1,Phường Một,PHUONG,D,2024-03-01

            """
        let scenario = Scenario(plan([each]), [plans("W1", "2024-05-01")], units: units)
        let stage = try scenario.judge(window: "2023..2025", asOf: "2025-02-01")
        #expect(stage.unit("W1", "I")?.status == .met)
    }

    @Test func aYearThatTheBoardWaivedIsNotAsked() throws {
        let scenario = Scenario(
            plan([each]),
            [plans("W1", "2024-05-01")],
            decisions: "01/QĐ,2023-12-01,Miễn,W1,I,2023,,Bão lụt,\n"
        )
        let stage = try scenario.judge(window: "2023..2025", asOf: "2025-02-01")
        #expect(stage.unit("W1", "I")?.status == .met)
    }

    @Test func aStageAndEachYearOfItDoNotGoTogether() {
        #expect(throws: Scenario.Refused.self) {
            try Scenario(plan([issues("over: stage, every: year")])).readPlan()
        }
    }
}

@Suite("Whether each year of a stage was reported (CONTRACT §11.17)")
struct StageSubmissionTests {
    private let deadlines =
        "deadlines: {nam: {form: unit_report, before: \"{year}-12-15\", applies_to: wards}}"

    private func report(_ unit: String, _ year: Int, _ day: String) -> Scenario.File {
        .init("\(day)/\(unit)/bc.csv", "unit,period,posts\n\(unit),\(year),1\n")
    }

    @Test func eachYearsReportIsDue() throws {
        let scenario = Scenario(
            plan([], deadlines),
            [
                report("W1", 2023, "2023-12-01"), report("W1", 2024, "2024-12-01"),
                report("W2", 2023, "2023-12-01"), report("W3", 2023, "2023-12-20"),
                report("W3", 2024, "2024-12-01"),
            ]
        )
        let stage = try scenario.judge(window: "2023..2025", asOf: "2025-02-01")
        #expect(stage.submission("W1")?.status == .onTime)
        #expect(stage.submission("W2")?.status == .missing)
        #expect(stage.submission("W2")?.lastDay == Day(iso: "2024-12-14"))
        #expect(stage.submission("W3")?.status == .late)
        #expect(stage.submission("W3")?.daysLate == 6)
        let end = try scenario.judge(window: "2023..2025", asOf: "2026-02-01")
        #expect(end.submission("W1")?.status == .missing)
        let early = try Scenario(plan([], deadlines))
            .judge(window: "2023..2025", asOf: "2023-06-01")
        #expect(early.submission("W2")?.status == .pending)
    }

    @Test func aUnitFoundedLaterOwesItsOwnYears() throws {
        let units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày
            D,Quận Dê,HUYEN,,
            W1,Phường Một,PHUONG,D,2024-03-01

            """
        let scenario = Scenario(
            plan([], deadlines),
            [report("W1", 2024, "2024-12-01")],
            units: units
        )
        let stage = try scenario.judge(window: "2023..2025", asOf: "2025-02-01")
        #expect(stage.submission("W1")?.status == .onTime)
    }

    @Test func anExtensionOfOneYearHoldsInTheStage() throws {
        let scenario = Scenario(
            plan([], deadlines),
            [report("W1", 2023, "2023-12-20"), report("W1", 2024, "2024-12-01")],
            decisions: "01/QĐ,2023-12-01,Gia hạn,W1,nam,2023,2023-12-25,Bão lụt,\n"
        )
        let stage = try scenario.judge(window: "2023..2025", asOf: "2025-02-01")
        #expect(stage.submission("W1")?.status == .onTime)
    }

    private func founded(_ closed: String, every: String) -> Scenario {
        let rule =
            "id: I, applies_to: wards, measure: count(activity), every: \(every), "
            + "each: \">= 1\", closed: \(closed)"
        var before = "unit,kind,held_on,content\n"
        var after = before
        for month in 1...12 {
            let row = "session,2024-\(month < 10 ? "0" : "")\(month)-05,B\(month)\n"
            if month < 7 { before += "W1," + row } else { after += "W2," + row }
        }
        var scenario = Scenario(
            plan([rule]),
            [.init("2024-12-02/W1/hd.csv", before), .init("2024-12-02/W2/hd.csv", after)],
            units: """
                Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày
                D,Quận Dê,HUYEN,,,
                W1,Phường Một,PHUONG,D,,2024-07-01
                W2,Phường Hai,PHUONG,D,2024-07-01,
                W3,Phường Ba,PHUONG,D,2024-08-10,

                """
        )
        scenario.changes = """
            Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính
            2024-07-01,Nhập toàn bộ,W1,W2,Có

            """
        return scenario
    }

    /// W3 was there throughout no quarter of the window: it answers for the one in which it was
    /// founded, since the contract (§5.1) lets off nobody who existed; in a year's report for whole
    /// ones alone.
    @Test func aUnitFoundedWithinEveryQuarterOfTheWindowAnswersForThoseInWhichItExisted() throws {
        let judgement = try founded("exempt", every: "quarter")
            .judge(window: "2024-Q3", asOf: "2026-01-05")
        #expect(judgement.unit("W3", "I")?.status == .noData)
        #expect(judgement.unit("W2", "I")?.status == .met)
        #expect(judgement.node("D", "I")?.denominator == 2)
        let year = try founded("exempt", every: "quarter").judge(window: "2024", asOf: "2026-01-05")
        #expect(year.unit("W3", "I")?.status == .noData)
    }

    /// CONTRACT §11.16: the months before the merger are the successor's with their records.
    @Test func aSuccessorAnswersForTheMonthsOfThoseItTookOver() throws {
        let judgement = try founded("successor", every: "month")
            .judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.unit("W2", "I")?.value == Quantity(12))
        #expect(judgement.unit("W2", "I")?.status == .met)
        let alone = try founded("exempt", every: "month").judge(window: "2024", asOf: "2025-01-05")
        #expect(alone.unit("W2", "I")?.value == Quantity(6))
    }
}
