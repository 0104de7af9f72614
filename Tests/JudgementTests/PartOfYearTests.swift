import Judgement
import Model
import Plans
import Reports
import TestSupport
import Testing

@Suite("Windows shorter than a year (CONTRACT §11.10)")
struct PartOfYearTests {
    private static let months = (1...12).map { "2024-" + ($0 < 10 ? "0" : "") + "\($0)" }

    /// Whatever is due and when, the months of a year count each of its records once.
    @Test(
        arguments: [
            "", "due: {before: \"{year+1}-01-10\"}", "due: {by: \"{year}-12-14\"}",
            "due: {within: [\"{year}-08-15\", \"{year}-09-15\"]}", "due: {by: \"{year}-03-31\"}",
        ],
        ["01-01", "12-15", "09-01"]
    )
    func aRecordCountsOnceOverTheMonthsAndQuartersOfAYear(due: String, start: String) throws {
        var random = SplitMix64(seed: 7)
        var days: [String] = []
        for _ in 0..<60 {
            let month = 1 + Int(random.next() % 12)
            let day = 1 + Int(random.next() % 28)
            let year = 2023 + Int(random.next() % 3)
            days.append("\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)")
        }
        var text = "unit,kind,number,issued_on\n"
        for (index, day) in days.enumerated() { text += "W1,plan,\(index),\(day)\n" }
        let scenario = Scenario(
            plan([issues(due)], "year_starts: \"\(start)\""),
            [.init("2023-01-02/W1/vb.csv", text)]
        )
        func value(_ window: String) throws -> Int {
            let result = try scenario.judge(window: window, asOf: "2026-02-01").unit("W1", "I")
            return result?.value.map { Int($0.numerator) } ?? 0
        }
        // Over two years, so that the months that hold a January's due day are among them.
        let calendar = try scenario.readPlan().calendar
        let months = try [2024, 2025].flatMap { calendar.months(of: $0).map(\.id) }
            .map(value).reduce(0, +)
        let quarters = try ["2024", "2025"].flatMap { year in
            try (1...4).map { try value("\(year)-Q\($0)") }
        }.reduce(0, +)
        let span = calendar.span(.years(2024, 2025))
        let expected = days.count { Day(iso: $0).map(span.contains) == true }
        #expect(months == expected)
        #expect(quarters == expected)
    }

    @Test func aMonthBeforeTheDueDayCannotFail() throws {
        let scenario = Scenario(
            plan([issues("due: {before: \"{year+1}-01-10\"}")]),
            [plans("W1", "2024-05-10"), plans("W2", "2024-11-10"), noPlans("W3")]
        )
        let may = try scenario.judge(window: "2024-05", asOf: "2025-02-01")
        #expect(may.unit("W1", "I")?.status == .met)
        #expect(may.unit("W2", "I")?.status == .pending)
        #expect(may.unit("W3", "I")?.status == .pending)
        #expect(may.node("D", "I")?.status == .pending)
    }

    /// The month that holds the due day judges what the year's report judges.
    @Test func theMonthOfTheDueDayJudgesTheWholeYear() throws {
        let scenario = Scenario(
            plan([issues("due: {before: \"{year+1}-01-10\"}")]),
            [
                plans("W1", "2024-05-10"), plans("W2", "2025-01-05"), noPlans("W3", "2024"),
                noPlans("W3", "2025-01"),
            ]
        )
        let january = try scenario.judge(window: "2025-01", asOf: "2025-02-01")
        let year = try scenario.judge(window: "2024", asOf: "2025-02-01")
        for unit in ["W1", "W2", "W3"] {
            #expect(january.unit(unit, "I")?.status == year.unit(unit, "I")?.status, "\(unit)")
        }
        #expect(january.unit("W1", "I")?.value == nil)
        #expect(
            january.unit("W1", "I")?.reason.map(Words.vietnamese.text)
                == "Xét theo số lũy kế từ 10/01/2024 đến 09/01/2025: 1"
        )
        #expect(january.unit("W2", "I")?.value == Quantity(1))
        #expect(january.unit("W3", "I")?.status == .unmet)
        // February belongs to the next year's due.
        let february = try scenario.judge(window: "2025-02", asOf: "2025-03-05")
        #expect(february.unit("W1", "I")?.status == .pending)
    }

    /// What the window adds says nothing of a judged span that nobody reported of: the status has
    /// no value beside it, and the reason names the span and what there is besides.
    @Test func aFigureBesideAJudgedSpanWithoutDataSaysSo() throws {
        let scenario = Scenario(
            plan([issues("due: {before: \"{year+1}-01-10\"}")]),
            [
                plans("W1", "2024-02-10", received: "2024-02-11"),
                plans("W3", "2024-02-10", received: "2024-02-11"),
            ],
            decisions: "1,2024-01-05,Miễn,W3,I,,,Lũ,\n"
        )
        let quarter = try scenario.judge(window: "2024-Q1", asOf: "2024-04-05")
        let unit = try #require(quarter.unit("W1", "I"))
        #expect(unit.status == .noData)
        #expect(unit.value == nil)
        #expect(
            unit.reason.map(Words.vietnamese.text)
                == "Xét theo số lũy kế từ 10/01/2023 đến 09/01/2024: chưa có số liệu; riêng trong kỳ: 1"
        )
        #expect(quarter.unit("W3", "I")?.status == .exempt)
        #expect(quarter.unit("W3", "I")?.value == Quantity(1))
        #expect(quarter.unit("W2", "I")?.status == .noData)
        #expect(quarter.unit("W2", "I")?.reason == .missing(forms: ["Văn bản ban hành"], back: []))
        #expect(ExplanationAudit(Explanation(0, of: quarter)).faults == [])
    }

    /// What was done in time in one quarter is not undone in the next.
    @Test func afterTheDueDayTheYearsDutyStandsAsItIs() throws {
        let scenario = Scenario(
            plan([issues("due: {by: \"{year}-03-31\"}")]),
            [plans("W1", "2024-02-10"), plans("W2", "2024-08-10"), plans("W3", "2023-08-10")]
        )
        let third = try scenario.judge(window: "2024-Q3", asOf: "2024-10-05")
        #expect(third.unit("W1", "I")?.status == .met)
        #expect(third.unit("W1", "I")?.value != Quantity(1))
        #expect(third.unit("W2", "I")?.status == .late)
        #expect(third.unit("W3", "I")?.status == .noData)
        let second = try scenario.judge(window: "2024-Q2", asOf: "2024-10-05")
        #expect(second.unit("W2", "I")?.status != .late)
    }

    @Test func theNodesTotalFollowsTheSameDays() throws {
        let rule =
            "id: T, level: district, measure: count(document where kind = plan), total: \">= 3\", "
            + "due: {before: \"{year+1}-01-10\"}"
        let scenario = Scenario(
            plan([rule]),
            [plans("W1", "2024-05-10", "2024-06-10"), plans("W2", "2025-01-08")]
        )
        let may = try scenario.judge(window: "2024-05", asOf: "2025-02-01")
        #expect(may.node("D", "T")?.value == Quantity(1))
        #expect(may.node("D", "T")?.status == .pending)
        let january = try scenario.judge(window: "2025-01", asOf: "2025-02-01")
        #expect(january.node("D", "T")?.value == Quantity(1))
        #expect(january.node("D", "T")?.status == .met)
    }

    private static let selfDeclared =
        "id: I, applies_to: wards, measure: unit_report.posts, each: \">= 5\", "
        + "due: {by: \"{year}-03-31\"}"

    private func report(
        _ unit: String,
        _ period: String,
        _ posts: String,
        received: String
    ) -> Scenario.File {
        .init(
            "\(received)/\(unit)/\(period).csv",
            "unit,period,posts\n\(unit),\(period),\(posts)\n"
        )
    }

    /// What came together by the due day holds no report of a later period, whenever it came.
    @Test func aReportOfALaterQuarterIsNotInWhatCameTogetherByTheDueDay() throws {
        let total =
            "id: T, level: district, measure: sum(unit_report.posts), total: \">= 12\", "
            + "due: {by: \"{year}-03-31\"}"
        let scenario = Scenario(
            plan([Self.selfDeclared, total]),
            [
                report("W1", "2024-Q1", "3", received: "2024-03-30"),
                report("W1", "2024-Q2", "4", received: "2024-03-29"),
                report("W2", "2024-01", "6", received: "2024-03-30"),
                report("W2", "2024-Q2", "4", received: "2024-07-10"),
                // A blank report of the year takes nothing from what a quarter said.
                report("W3", "2024-Q1", "50", received: "2024-03-30"),
                report("W3", "2024", "", received: "2024-12-30"),
            ]
        )
        for window in ["2024-Q1", "2024-03"] {
            let judgement = try scenario.judge(window: window, asOf: "2025-02-05")
            #expect(judgement.unit("W1", "I")?.status == .unmet, "\(window)")
            #expect(judgement.unit("W2", "I")?.status == .met, "\(window)")
            #expect(judgement.unit("W3", "I")?.status == .met, "\(window)")
            #expect(judgement.node("D", "T")?.status == .met, "\(window)")
        }
        let march = try scenario.judge(window: "2024-03", asOf: "2025-02-05")
        #expect(
            march.unit("W2", "I")?.reason.map(Words.vietnamese.text)
                == "Xét theo số lũy kế từ 01/01/2024 đến 31/03/2024: 6"
        )
        let half = try scenario.judge(window: "2024-H1", asOf: "2025-02-05")
        #expect(half.unit("W1", "I")?.value == Quantity(7))
        #expect(half.unit("W1", "I")?.status == .met)
    }

    /// A report of the year cannot be taken apart: in the month of the due day it is judged as in
    /// the year's own report.
    @Test func aUnitThatWroteOfTheYearOnlyIsJudgedByItInTheMonthOfTheDueDay() throws {
        let scenario = Scenario(
            plan([Self.selfDeclared]),
            [
                report("W1", "2024", "5", received: "2024-03-30"),
                report("W2", "2024", "5", received: "2024-04-01"),
                report("W3", "2024", "4", received: "2024-03-30"),
            ]
        )
        for window in ["2024", "2024-Q1", "2024-03", "2024-Q3"] {
            let judgement = try scenario.judge(window: window, asOf: "2025-02-05")
            #expect(judgement.unit("W1", "I")?.status == .met, "\(window)")
            #expect(judgement.unit("W2", "I")?.status == .late, "\(window)")
            #expect(judgement.unit("W3", "I")?.status == .unmet, "\(window)")
        }
    }

    /// An empty table handed in in February says 0 of the year, in its later quarters too.
    @Test func whatIsNoDataIsTheSameInTheYearAndInItsParts() throws {
        let scenario = Scenario(
            plan([issues("due: {by: \"{year}-03-31\"}")]),
            [.init("2024-02-20/W1/vb.csv", "unit,kind,number,issued_on\n")]
        )
        for window in ["2024", "2024-Q1", "2024-Q2", "2024-Q4", "2024-11"] {
            let judgement = try scenario.judge(window: window, asOf: "2025-02-05")
            #expect(judgement.unit("W1", "I")?.status == .unmet, "\(window)")
            #expect(judgement.unit("W2", "I")?.status == .noData, "\(window)")
        }
    }

    /// Records of 2024 do not make a 0 of what nobody reported of 2023.
    @Test func aDueDayOfJanuaryIsJudgedByTheYearItBelongsTo() throws {
        let rule =
            "id: T, level: district, counts: own, measure: count(document), total: \">= 2\", "
            + "due: {before: \"{year+1}-01-10\"}"
        let scenario = Scenario(
            plan([rule], "year_starts: \"12-15\""),
            [plans("D", "2024-01-20", "2024-02-10", received: "2024-12-01")]
        )
        let past = try scenario.judge(window: "2023", asOf: "2025-02-05")
        #expect(past.node("D", "T")?.status == .noData)
        for window in ["2024-Q1", "2024-H1", "2024-9M", "2024-01"] {
            let judgement = try scenario.judge(window: window, asOf: "2025-02-05")
            #expect(judgement.node("D", "T")?.status == .noData, "\(window)")
            #expect(judgement.indicators[0].dueYear == 2023, "\(window)")
        }
        for window in ["2024-02", "2024-Q2", "2024-Q4"] {
            let judgement = try scenario.judge(window: window, asOf: "2025-02-05")
            #expect(judgement.indicators[0].dueYear == 2024, "\(window)")
        }
    }

    /// September to December belong to the school year that ends in the next year.
    @Test func theMonthsOfASchoolYearAreJudgedByItsDueDay() throws {
        let scenario = Scenario(
            plan([issues("due: {by: \"{year}-05-31\"}")], "year_starts: \"09-01\""),
            [plans("W1", "2024-03-10"), plans("W2", "2024-12-10")]
        )
        let december = try scenario.judge(window: "2024-12", asOf: "2025-02-05")
        #expect(december.indicators[0].lastDay == Day(iso: "2025-05-31"))
        #expect(december.unit("W1", "I")?.status == .pending)
        #expect(december.unit("W2", "I")?.status == .met)
        let june = try scenario.judge(window: "2024-06", asOf: "2025-02-05")
        #expect(june.unit("W1", "I")?.status == .met)
        #expect(
            june.unit("W1", "I")?.reason.map(Words.vietnamese.text)
                == "Xét theo số lũy kế từ 01/09/2023 đến 30/06/2024: 1"
        )
    }

    private func exemplars(_ unit: String, _ year: String, _ count: Int) -> Scenario.File {
        var text = "unit,year,name,subject,status\n"
        for index in 0..<count { text += "\(unit),\(year),Bà \(index),individual,recognised\n" }
        return .init("2024-12-01/\(unit)/dh.csv", text)
    }

    /// Exemplars named by the year belong to no quarter: the quarter has not failed.
    @Test(arguments: ["2024-Q3", "2024-05", "2024-H1", "2024-9M"])
    func recordsOfAYearLeaveItsQuartersOpen(window: String) throws {
        let rule = "id: I, applies_to: wards, measure: count(exemplar), each: \">= 2\""
        let scenario = Scenario(plan([rule]), [exemplars("W1", "2024", 2)])
        let judgement = try scenario.judge(window: window, asOf: "2025-02-01")
        #expect(judgement.unit("W1", "I")?.status == .pending)
        #expect(
            judgement.unit("W1", "I")?.reason.map(Words.vietnamese.text)
                == "Số liệu ghi theo năm 2024, xét trong báo cáo của kỳ đó"
        )
        // What W1 wrote says nothing of W2, of which there is nothing.
        #expect(judgement.unit("W2", "I")?.status == .noData)
        #expect(judgement.node("D", "I")?.status == .unmet)
        let year = try scenario.judge(window: "2024", asOf: "2025-02-01")
        #expect(year.unit("W1", "I")?.status == .met)
        #expect(year.unit("W2", "I")?.status == .noData)
    }

    @Test func whereReportsComeByTheQuarterAMissingOneIsMissing() throws {
        let rule = "id: I, applies_to: wards, measure: unit_report.posts, each: \">= 1\""
        func report(_ unit: String, _ period: String, _ posts: String) -> Scenario.File {
            .init(
                "2024-12-01/\(unit)/\(period).csv",
                "unit,period,posts\n\(unit),\(period),\(posts)\n"
            )
        }
        let scenario = Scenario(
            plan([rule]),
            [
                report("W1", "2024-Q3", "2"), report("W2", "2024", "4"),
                report("W3", "2024-Q2", "1"),
            ]
        )
        let judgement = try scenario.judge(window: "2024-Q3", asOf: "2025-02-01")
        #expect(judgement.unit("W1", "I")?.status == .met)
        #expect(judgement.unit("W2", "I")?.status == .pending)
        #expect(judgement.unit("W3", "I")?.status == .noData)
    }

    /// A counted 0 of the contest register is a 0, whatever the yearly report says.
    @Test func aYearlyReportDoesNotHideAFailureThatWasCounted() throws {
        let rule =
            "id: I, applies_to: wards, "
            + "measure: \"coalesce(count(activity), unit_report.sessions)\", each: \">= 1\""
        let scenario = Scenario(
            plan([rule]),
            [
                .init("2024-08-01/W1/2024-Q3/hd.csv", "unit,kind,held_on,content\n"),
                .init("2024-12-01/W1/bc.csv", "unit,period,sessions\nW1,2024,3\n"),
            ]
        )
        #expect(try scenario.status("W1", "2025-02-01", window: "2024-Q3") == .unmet)
    }

    /// A month counts the entries of its days; whether a unit took part shows once the contest is
    /// over.
    @Test func entriesOfTheContestCountInTheirMonthOnly() throws {
        func indicator(_ id: String, _ more: String) -> String {
            "id: \(id), applies_to: wards, over: contest, measure: count(contest_entry), "
                + "each: \">= 1\"" + more
        }
        let header = "unit,entry_id,title,authors,words,received_on\n"
        let scenario = Scenario(
            plan(
                [indicator("I", ""), indicator("E", ", due: {by: \"{year}-05-31\"}")],
                "contests: [{id: c, year: 2024, opens: 2024-03-01, closes: 2024-07-15}]"
            ),
            [
                .init(
                    "2024-08-01/W1/bai.csv",
                    header + "W1,1,A,Bà A,9,2024-03-10\nW1,2,B,Bà A,9,2024-07-15\n"
                ),
                .init("2024-08-01/W2/bai.csv", header + "W2,1,C,Bà B,9,2024-06-10\n"),
            ]
        )
        // Value and status of W1 and W2 under the one due when the contest closes and the earlier
        // one.
        let cases: [(String, Int?, Status, Status, Int?, Status, Status)] = [
            ("2024-Q1", 1, .met, .met, nil, .pending, .pending),
            ("2024-04", nil, .pending, .pending, nil, .pending, .pending),
            ("2024-Q2", nil, .pending, .met, 1, .met, .late),
            ("2024-Q3", 1, .met, .met, nil, .met, .late),
            ("2024-11", nil, .met, .met, nil, .met, .late),
            ("2024", 2, .met, .met, 1, .met, .late),
        ]
        for (window, first, open, due, second, laterOpen, late) in cases {
            let judgement = try scenario.judge(window: window, asOf: "2025-02-05")
            let (one, two) = (judgement.unit("W1", "I"), judgement.unit("W2", "I"))
            #expect(one?.value == first.map { Quantity($0) }, "\(window)")
            #expect(two?.value == second.map { Quantity($0) }, "\(window)")
            #expect(one?.status == open, "\(window)")
            #expect(two?.status == laterOpen, "\(window)")
            #expect(judgement.unit("W1", "E")?.status == due, "\(window)")
            #expect(judgement.unit("W2", "E")?.status == late, "\(window)")
            #expect(
                judgement.unit("W3", "I")?.status
                    == (["2024-Q3", "2024-11", "2024"].contains(window) ? .noData : .pending),
                "\(window)"
            )
        }
        let november = try scenario.judge(window: "2024-11", asOf: "2025-02-05")
        #expect(
            november.unit("W1", "I")?.reason.map(Words.vietnamese.text)
                == "Xét theo số lũy kế từ 01/03/2024 đến 15/07/2024: 2"
        )
    }

    /// In a plan of school years two years in a row are one.
    @Test(arguments: [("2023-2024", true), ("2023 - 2024", true), ("Giai đoạn 2023-2024", false)])
    func twoYearsInARowAreTheSchoolYearWhereYearsAreSchoolYears(
        period: String,
        counts: Bool
    ) throws {
        let rule = "id: I, applies_to: wards, measure: unit_report.posts, each: \">= 5\""
        let file = report("W1", period, "13", received: "2024-06-01")
        let school = try Scenario(plan([rule], "year_starts: \"09-01\""), [file])
            .judge(window: "2024", asOf: "2025-02-05")
        #expect(school.unit("W1", "I")?.value == (counts ? Quantity(13) : nil))
        let stage = try Scenario(plan([rule]), [file])
            .judge(window: "2023..2024", asOf: "2025-02-05")
        #expect(stage.unit("W1", "I")?.value == Quantity(13))
    }
}
