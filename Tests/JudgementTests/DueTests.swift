import Judgement
import Model
import TestSupport
import Testing

@Suite("Spans and due dates (CONTRACT §11.9, §11.10)")
struct DueTests {
    /// Due before 10 January of the next year: the span of 2024 is 10/01/2024-09/01/2025.
    private func scenario(_ days: String...) -> Scenario {
        var text = "unit,kind,number,issued_on\nW1,letter,0,2023-06-01\nW1,letter,0,2024-06-01\n"
        text += "W1,letter,0,2025-06-01\n"
        for (index, day) in days.enumerated() { text += "W1,plan,\(index + 1),\(day)\n" }
        return Scenario(
            plan([issues("due: {before: \"{year+1}-01-10\"}")]),
            [.init("2023-01-02/W1/vb.csv", text)]
        )
    }

    @Test(arguments: [
        ("2024-01-09", ["2023"]), ("2024-01-10", ["2024"]), ("2024-12-31", ["2024"]),
        ("2025-01-09", ["2024"]), ("2025-01-10", ["2025"]),
    ])
    func aDueDateAfterTheWindowMovesTheSpanSoThatARecordCountsOnce(
        day: String,
        expected: [String]
    ) throws {
        let scenario = scenario(day)
        let counted = try ["2023", "2024", "2025"].filter { window in
            try scenario.judge(window: window, asOf: "2026-02-01").unit("W1", "I")?.value
                == Quantity(1)
        }
        #expect(counted == expected)
        for window in expected {
            #expect(try scenario.status("W1", "2026-02-01", window: window) == .met)
        }
    }

    @Test func aStageCountsTheRecordsOfAllItsYears() throws {
        let scenario = scenario(
            "2023-01-09",
            "2023-01-10",
            "2024-05-01",
            "2026-01-09",
            "2026-01-10"
        )
        let stage = try scenario.judge(window: "2023..2025", asOf: "2026-02-01")
        #expect(stage.unit("W1", "I")?.value == Quantity(3))
    }

    @Test func aDueDateAfterTheWindowIsWaitedFor() throws {
        let scenario = scenario()
        #expect(try scenario.status("W1", "2025-01-09T23:59:59") == .pending)
        #expect(try scenario.status("W1", "2025-01-10T00:00:00") == .unmet)
    }

    @Test func theYearOfATemplateIsTheWindowsYear() throws {
        let scenario = Scenario(
            plan([issues("due: {by: \"{year}-06-30\"}")]),
            [plans("W1", "2023-06-30", "2024-07-01")]
        )
        #expect(try scenario.status("W1", "2025-01-01", window: "2023") == .met)
        #expect(try scenario.status("W1", "2025-01-01", window: "2024") == .late)
    }

    @Test func overStageLooksAtTheWholeStage() throws {
        let scenario = Scenario(
            plan([issues("over: stage, due: {within: [2023-07-01, 2023-09-30]}")]),
            [plans("W1", "2023-09-30"), plans("W2", "2023-10-01"), plans("W3", "2022-12-31")]
        )
        #expect(try scenario.status("W1", "2024-12-31") == .met)
        #expect(try scenario.status("W2", "2024-12-31") == .late)
        #expect(try scenario.status("W3", "2024-12-31") != .met)
        #expect(try scenario.status("W1", "2024-12-31", window: "2023..2025") == .met)
    }

    private let contest =
        "contests: [{id: c, year: 2024, opens: 2024-03-01, closes: 2024-07-15, min_entries: 2}]"

    private func entries(_ unit: String, _ days: String...) -> Scenario.File {
        var text = "unit,entry_id,title,authors,received_on\n"
        for (index, day) in days.enumerated() {
            text += "\(unit),\(unit)-\(index),Bài \(unit) \(index),Tác giả \(index),\(day)\n"
        }
        return .init("2024-03-01/\(unit)/bai.csv", text)
    }

    @Test func overContestLooksFromOpeningToClosingInclusive() throws {
        let rule =
            "id: I, applies_to: wards, over: contest, measure: count(contest_entry), each: \">= 1\""
        let judgement = try Scenario(
            plan([rule], contest),
            [entries("W1", "2024-03-01", "2024-07-15"), entries("W2", "2024-02-29", "2024-07-16")]
        ).judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.unit("W1", "I")?.value == Quantity(2))
        #expect(judgement.unit("W1", "I")?.status == .met)
        #expect(judgement.unit("W2", "I")?.value == Quantity(0))
        #expect(judgement.unit("W2", "I")?.status == .unmet)
    }

    @Test func overContestTheClosingDayIsWaitedForNotTheWindowsEnd() throws {
        let rule =
            "id: I, applies_to: wards, over: contest, measure: count(contest_entry), each: \">= 1\""
        let scenario = Scenario(plan([rule], contest))
        #expect(try scenario.status("W1", "2024-07-15T23:59:59") == .pending)
        #expect(try scenario.status("W1", "2024-07-16T00:00:00") == .noData)
    }

    @Test func aRuleMayNameTheEditionsMinimum() throws {
        let rule = """
            id: I, applies_to: wards, over: contest, \
            measure: count(contest_entry where valid), each: ">= min_entries"
            """
        let scenario = Scenario(
            plan([rule], contest),
            [entries("W1", "2024-04-01", "2024-04-02"), entries("W2", "2024-04-01")]
        )
        #expect(try scenario.status("W1", "2025-01-01") == .met)
        #expect(try scenario.status("W2", "2025-01-01") == .unmet)
    }

    @Test func datedByNamesTheFieldThatDecides() throws {
        let rule = """
            id: I, applies_to: wards, measure: count(exemplar where status = recognised), \
            each: ">= 1", due: {by: 2024-06-30}, dated_by: decided_on
            """
        func file(_ unit: String, _ day: String) -> Scenario.File {
            .init(
                "2024-08-01/\(unit)/dh.csv",
                "unit,year,name,subject,status,decided_on\n\(unit),2024,Bà A,individual,recognised,"
                    + day + "\n"
            )
        }
        let scenario = Scenario(
            plan([rule]),
            [file("W1", "2024-06-30"), file("W2", "2024-07-01"), file("W3", "")]
        )
        #expect(try scenario.status("W1", "2024-12-31") == .met)
        #expect(try scenario.status("W2", "2024-12-31") == .late)
        // A blank is never in time.
        #expect(try scenario.status("W3", "2024-12-31") != .met)
    }

    @Test func aFormWithoutADatingFieldIsDatedByTheFirstReceiptOfItsKey() throws {
        let rule =
            "id: I, applies_to: wards, measure: unit_report.posts, each: \">= 1\", "
            + "due: {by: 2024-06-30}"
        func report(_ day: String, _ unit: String, _ posts: Int) -> Scenario.File {
            .init("\(day)/\(unit)/bc.csv", "unit,period,posts\n\(unit),2024,\(posts)\n")
        }
        let judgement = try Scenario(
            plan([rule]),
            [
                report("2024-06-30", "W1", 1), report("2024-07-10", "W1", 2),
                report("2024-07-01", "W2", 1),
            ]
        ).judge(window: "2024", asOf: "2024-12-31")
        #expect(judgement.unit("W1", "I")?.value == Quantity(2))
        #expect(judgement.unit("W1", "I")?.status == .met)
        #expect(judgement.unit("W2", "I")?.status == .late)
    }

    @Test func aRecordWithAnExplicitPeriodBelongsToItWhateverItsDate() throws {
        let rule = "id: I, applies_to: wards, measure: count(proposal), each: \">= 1\""
        let text = """
            unit,year,name,subject,level,award,documented_on
            W1,2023,Bà A,individual,city,BK,2024-02-01
            W2,2024,Ông B,individual,city,BK,2023-12-01

            """
        let scenario = Scenario(plan([rule]), [.init("2024-02-02/D/dn.csv", text)])
        func value(_ unit: String, _ window: String) throws -> Quantity? {
            try scenario.judge(window: window, asOf: "2025-01-01").unit(unit, "I")?.value
        }
        #expect(try value("W1", "2023") == Quantity(1))
        #expect(try value("W1", "2024") != Quantity(1))
        #expect(try value("W2", "2024") == Quantity(1))
        #expect(try value("W2", "2023") != Quantity(1))
    }
}
