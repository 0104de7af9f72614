import Model
import Plans
import Schedules
import Testing

/// On which days of a plan a `when` acts.
@Suite struct ConditionTests {
    private static func plan(yearStarts: String = "12-15", _ more: String = "") throws -> Plan {
        let text = """
            schema: 1
            id: mau
            title: Kế hoạch mẫu
            stage: {from: 2024, to: 2025}
            year_starts: "\(yearStarts)"
            root: MAU
            groups: {phuong: {name: Phường, kinds: [PHUONG]}}
            contests:
              - {id: 2024, year: 2024, opens: 2024-03-01, closes: 2024-07-15}
            deadlines:
              annual: {form: unit_report, before: "{year}-12-15", name: Báo cáo năm}
            indicators:
              - {id: A, name: A, applies_to: phuong, measure: count(document), each: ">= 1",
                 due: {by: 2024-09-30}}
              - {id: B, name: B, applies_to: phuong, over: contest, measure: count(contest_entry), each: ">= 1"}
            \(more)
            """
        switch PlanReader.read(Array(text.utf8)) {
        case .plan(let plan): return plan
        case .mistakes(let mistakes):
            Issue.record("\(mistakes.map(\.text))")
            throw CancellationError()
        }
    }

    private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    /// Every day of a span on which a condition, asked each day, acts.
    private static func days(
        _ condition: String,
        _ plan: Plan,
        _ decisions: [Decision] = [],
        from: String,
        to: String
    ) throws -> [String] {
        let condition = try ScheduleCondition(condition)
        var found: [String] = []
        var day = try day(from)
        while day <= (try self.day(to)) {
            for occasion in condition.occasions(
                for: plan,
                decisions,
                after: day.adding(-1),
                on: day
            ) {
                found.append("\(day.iso) \(occasion.period.id) \(occasion.day.iso)")
            }
            day = day.adding(1)
        }
        return found
    }

    @Test func remindersComeOnceBeforeEachLastDay() throws {
        #expect(
            try ConditionTests.days(
                "deadline 14 7 3 1",
                ConditionTests.plan(),
                from: "2023-12-01",
                to: "2025-01-31"
            ) == [
                // A contest closes on 15/7, an indicator is due on 30/9, the report before 15/12.
                "2024-07-01 2024 2024-07-15", "2024-07-08 2024 2024-07-15",
                "2024-07-12 2024 2024-07-15", "2024-07-14 2024 2024-07-15",
                "2024-09-16 2024 2024-09-30", "2024-09-23 2024 2024-09-30",
                "2024-09-27 2024 2024-09-30", "2024-09-29 2024 2024-09-30",
                "2024-11-30 2024 2024-12-14", "2024-12-07 2024 2024-12-14",
                "2024-12-11 2024 2024-12-14", "2024-12-13 2024 2024-12-14",
            ]
        )
    }

    @Test func anExtendedDayIsRemindedOfToo() throws {
        var decision = Decision(
            number: "1/QĐ",
            date: try ConditionTests.day("2024-12-10"),
            kind: .extend(try ConditionTests.day("2024-12-31")),
            reason: "thiên tai",
            line: 2
        )
        decision.subject = "annual"
        decision.window = .year(2024)
        #expect(
            try ConditionTests.days(
                "deadline 7",
                ConditionTests.plan(),
                [decision],
                from: "2024-12-01",
                to: "2025-01-31"
            ) == ["2024-12-07 2024 2024-12-14", "2024-12-24 2024 2024-12-31"]
        )
    }

    @Test(arguments: [
        ("12-15", ["2024-01-15 2024-01 2024-01-14", "2024-02-15 2024-02 2024-02-14"]),
        ("01-01", ["2024-02-01 2024-01 2024-01-31"]),
    ])
    func monthsEndAsThePlansCalendarHasThem(_ starts: String, _ expected: [String]) throws {
        #expect(
            try ConditionTests.days(
                "ended month",
                ConditionTests.plan(yearStarts: starts),
                from: "2024-01-02",
                to: "2024-02-29"
            ) == expected
        )
    }

    @Test func longerPeriodsEndToo() throws {
        let plan = try ConditionTests.plan()
        for (condition, expected) in [
            (
                "ended quarter",
                [
                    "2024-03-15 2024-Q1 2024-03-14", "2024-06-15 2024-Q2 2024-06-14",
                    "2024-09-15 2024-Q3 2024-09-14", "2024-12-15 2024-Q4 2024-12-14",
                ]
            ),
            ("ended half 2", ["2024-06-16 2024-H1 2024-06-14", "2024-12-16 2024-H2 2024-12-14"]),
            ("ended year 1 31", ["2024-12-15 2024 2024-12-14", "2025-01-14 2024 2024-12-14"]),
            ("contest-closed", ["2024-07-16 2024 2024-07-15"]),
        ] {
            #expect(
                try ConditionTests.days(condition, plan, from: "2024-01-01", to: "2025-01-31")
                    == expected
            )
        }
        #expect(
            try ConditionTests.days("ended stage 31", plan, from: "2024-01-01", to: "2027-01-31")
                == ["2026-01-14 2024..2025 2025-12-14"]
        )
        // Beyond its stage a plan reports no more.
        #expect(
            try ConditionTests.days("ended month", plan, from: "2025-12-16", to: "2027-12-31") == []
        )
    }

    @Test func daysThatAnOutageSwallowedCountOnceAfterIt() throws {
        let plan = try ConditionTests.plan()
        let reminders = try ScheduleCondition("deadline 14 7 3 1")
        // Away from the 6th to the 12th: 7 and 3 days before fell into it.
        let late = reminders.occasions(
            for: plan,
            [],
            after: try ConditionTests.day("2024-12-06"),
            on: try ConditionTests.day("2024-12-12")
        )
        #expect(late.map(\.text) == ["hạn 14/12/2024, còn 2 ngày"])
        // Back after the last day: nothing is to be reminded of.
        #expect(
            reminders.occasions(
                for: plan,
                [],
                after: try ConditionTests.day("2024-12-06"),
                on: try ConditionTests.day("2024-12-20")
            ).isEmpty
        )
        let year = try ScheduleCondition("ended year 1").occasions(
            for: plan,
            [],
            after: try ConditionTests.day("2024-12-06"),
            on: try ConditionTests.day("2024-12-20")
        )
        #expect(year.map(\.period.id) == ["2024"])
    }
}
