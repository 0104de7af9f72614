import Model
import Plans
import Testing

@Suite("What plan.yaml may say (CONTRACT §4)")
struct ReadingTests {
    private func measure(_ text: String) throws -> MeasureExpression {
        let plan = try read(
            sections(["measures": "measures:\n  valid_entries: 1\n  m: '\(text)'"])
        )
        return try #require(plan.measures.last).expression
    }

    @Test func windowsEditorsMarksAndLineEndsAreReadOver() throws {
        let text = "\u{FEFF}" + sections().replacing("\n", with: "\r\n")
        #expect(try read(text) == read(sections()))
    }

    @Test(arguments: [
        "count(document)", "count(document where kind = plan)", "sum(activity.attendees)",
        "sum(activity.attendees where kind = talk)", "distinct(exemplar.name)",
        "distinct(activity.kind where attendees > 3)", "min(activity.attendees)",
        "max(contest_entry.final_score where valid)", "unit_report.posts",
        "unit_report.media_column", "valid_entries", "coalesce(valid_entries, unit_report.posts)",
        "coalesce(valid_entries, unit_report.posts, 0)", "1", "2.5", "valid_entries + 1",
        "valid_entries - 1", "valid_entries * 2", "valid_entries / 2",
        "(valid_entries + 1) * (2 - 1)", "count(contest_entry where declared_valid)",
        "count(contest_entry where valid and not declared_valid)",
    ])
    func everyFormOfMeasureIsRead(text: String) throws { _ = try measure(text) }

    @Test(arguments: [
        "attendees = 1", "attendees != 1", "attendees < 1", "attendees <= 1", "attendees > 1",
        "attendees >= 1.5", "kind = talk", "kind = \"Tọa đàm\"", "kind in (talk, visit)",
        "content = \"abc\"", "content is empty", "content is not empty",
        "held_on in 2023-07-01..2023-09-30", "held_on >= 2024-01-01",
        "not kind = talk", "kind = talk and attendees > 1 or content is empty",
        "not (kind = talk or (attendees > 1 and content is empty))",
    ])
    func everyFormOfConditionIsRead(text: String) throws {
        _ = try measure("count(activity where \(text))")
    }

    @Test func labelsAndCodesOfAnEnumAreTheSame() throws {
        #expect(
            try measure("count(activity where kind = talk)")
                == measure("count(activity where kind = \"Tọa đàm\")")
        )
        #expect(
            try measure("count(activity where kind = talk)")
                == measure("count(activity where kind = \"TOẠ ĐÀM\")")
        )
    }

    @Test func andBindsTighterThanOr() throws {
        let written = try measure(
            "count(activity where kind = talk or kind = visit and attendees > 1)"
        )
        #expect(
            try written
                == measure("count(activity where kind = talk or (kind = visit and attendees > 1))")
        )
        #expect(
            try written
                != measure("count(activity where (kind = talk or kind = visit) and attendees > 1)")
        )
    }

    private func indicator(_ keys: String) throws -> Indicator {
        let plan = try read(
            sections([
                "indicators":
                    "indicators: [{id: I, applies_to: wards, measure: valid_entries, \(keys)}]"
            ])
        )
        return try #require(plan.indicators.first)
    }

    @Test(arguments: [
        ("= 2", Rule.compare(.equal, .number(Quantity(2)))),
        (">= 2", .compare(.greaterOrEqual, .number(Quantity(2)))),
        ("<= 2", .compare(.lessOrEqual, .number(Quantity(2)))),
        ("> 2", .compare(.greater, .number(Quantity(2)))),
        ("< 2", .compare(.less, .number(Quantity(2)))),
        ("1..2", .range(Quantity(1), Quantity(2))),
        (">= min_entries", .compare(.greaterOrEqual, .editionMinimum)),
        (">=2", .compare(.greaterOrEqual, .number(Quantity(2)))),
    ])
    func everyFormOfRuleIsRead(text: String, expected: Rule) throws {
        #expect(try indicator("each: \"\(text)\"").requirements.map(\.rule) == [expected])
    }

    @Test func theDefaultsAreThoseOfTheContract() throws {
        let each = try indicator("each: \">= 1\"")
        #expect(each.kind == .each(target: .all))
        #expect(each.scope == .window)
        #expect(each.level == 1)
        #expect(!each.lateCounts)
        #expect(each.every == nil)
        #expect(each.closed == .exempt)
        let total = try indicator("total: \">= 1\"")
        #expect(total.isTotal)
        #expect(total.counts == .subtree)
        #expect(try indicator("each: \">= 1\", closed: successor").closed == .successor)
        #expect(try indicator("each: \">= 1\", level: city").level == 2)
    }

    @Test(arguments: [
        ("before: 2024-12-15", "2024-12-14"), ("by: 2024-12-15", "2024-12-15"),
        ("before: \"{year}-01-01\"", "2023-12-31"), ("by: \"{year}-02-28\"", "2024-02-28"),
        ("before: \"{year+1}-01-10\"", "2025-01-09"),
        ("within: [2024-07-01, 2024-09-30]", "2024-09-30"),
        ("within: [\"{year}-07-01\", \"{year+1}-01-31\"]", "2025-01-31"),
    ])
    func everyFormOfDueDateIsRead(text: String, last: String) throws {
        let due = try #require(try indicator("each: \">= 1\", due: {\(text)}").due)
        #expect(due.lastDay(inYear: 2024).iso == last)
    }

    @Test(arguments: [
        ("= 100%", 3, 3, true), ("= 100%", 2, 3, false), (">= 90%", 9, 10, true),
        (">= 90%", 89, 99, false), ("> 90%", 9, 10, false), ("<= 50%", 1, 2, true),
        ("< 50%", 1, 2, false), ("50%..75%", 3, 4, true), ("50%..75%", 4, 5, false),
        (">= 33.4%", 1, 3, false), (">= 33.3%", 1, 3, true), ("= 66.7%", 2, 3, false),
    ])
    func sharesAreDecidedOnIntegers(text: String, part: Int, whole: Int, holds: Bool) throws {
        guard case .each(let target) = try indicator("each: \">= 1\", target: \"\(text)\"").kind
        else {
            Issue.record("no rule for each unit")
            return
        }
        #expect(target.holds(part, of: whole) == holds)
    }

    @Test func aFormMayHaveAliasesAndFieldsAdded() throws {
        let plan = try read(
            sections([
                "forms": """
                forms:
                  unit_report: {aliases: {posts: [Tổng số tin bài]}, fields: {budget: {header: KP, type: int}}}
                  sports_day:
                    name: Hội thao
                    fields:
                      held_on: {header: Ngày, type: date, key: true, required: true, dating: true}
                      rank: {header: Hạng, type: enum, values: {first: Nhất, second: [Nhì, Á quân]}}
                """,
                "measures": """
                measures: {valid_entries: "unit_report.budget + count(sports_day where rank = Nhì)"}
                """,
            ])
        )
        let report = try #require(plan.forms.index(of: "unit_report").map { plan.forms.forms[$0] })
        let posts = try #require(report.index(of: "posts"))
        #expect(report.fields[posts].aliases.contains("Tổng số tin bài"))
        let budget = try #require(report.index(of: "budget"))
        #expect(report.fields[budget].type == .int)
        let sports = try #require(plan.forms.index(of: "sports_day").map { plan.forms.forms[$0] })
        #expect(sports.datingField == sports.index(of: "held_on"))
        #expect(sports.unitField != nil)
        let rank = try #require(sports.index(of: "rank"))
        #expect(sports.fields[rank].value(named: "á quân") == 1)
        #expect(sports.fields[rank].value(named: "first") == 0)
    }

    @Test func theBuiltInFormsAreThoseOfTheContract() throws {
        let plan = try read(sections())
        let keys: [String: [String]] = [
            "unit_report": ["unit", "period"], "exemplar": ["unit", "year", "name", "birth_year"],
            "proposal": ["unit", "year", "name", "level", "award"],
            "contest_entry": ["unit", "entry_id"],
            "document": ["unit", "kind", "number", "issued_on"], "media": ["unit", "name", "link"],
            "review": ["unit", "held_on", "exemplar"],
            "activity": ["unit", "kind", "held_on", "content"],
            "commendation": ["unit", "name", "decision_number"], "pledge": ["unit", "year"],
            "indicator_result": ["unit", "period", "indicator"],
        ]
        let dating = [
            "proposal": "documented_on", "contest_entry": "received_on", "document": "issued_on",
            "media": "posted_on", "review": "held_on", "activity": "held_on",
            "commendation": "decided_on", "pledge": "signed_on",
        ]
        for (id, expected) in keys {
            let form = try #require(plan.forms.index(of: id).map { plan.forms.forms[$0] })
            #expect(form.fields.filter(\.isKey).map(\.code) == expected, "\(id)")
            #expect(form.datingField.map { form.fields[$0].code } == dating[id], "\(id)")
        }
    }

    @Test func theDefaultWindowIsTheYearOfTheDayAtMostTheStagesLast() throws {
        let plan = try read(sections())
        func window(_ day: String) throws -> String {
            plan.defaultWindow(on: try #require(Day(iso: day))).id
        }
        #expect(try window("2024-12-14") == "2024")
        #expect(try window("2024-12-15") == "2025")
        #expect(try window("2027-05-01") == "2025")
    }

    @Test func everySectionButTheHeadMayBeLeftOut() throws {
        let plan = try read("id: a\ntitle: b\nstage: {from: 2024, to: 2024}\nroot: R\n")
        #expect(plan.calendar == ReportingCalendar())
        #expect(plan.indicators.isEmpty)
    }
}
