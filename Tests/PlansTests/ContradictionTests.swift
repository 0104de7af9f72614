import Model
import Plans
import Testing

@Suite("Plans that contradict themselves or have the wrong shape")
struct ContradictionTests {
    private func lines(_ section: String, _ line: String) -> [Int] {
        mistakes(sections([section: line])).map(\.line)
    }

    private static let right = "{id: I, applies_to: wards, measure: valid_entries"

    @Test(arguments: [
        right + ", each: \">= 1\", total: \">= 1\"}",
        right + ", total: \">= 1\", target: \">= 9%\"}",
        right + ", each: \">= 1\", counts: own}", right + ", each: \">= 1\", level: unit}",
        right + ", each: \"!= 1\"}",
        right + ", each: \">= 1\", due: {by: 2024-06-30, before: 2024-07-01}}",
        right + ", each: \">= 1\", due: {within: [2024-06-30]}}",
        right + ", each: \">= 1\", due: {within: [2024-06-30, 2024-06-01]}}",
        right + ", each: \">= 1\", due: {}}", right + "}", right + ", each: [1, 2]}",
    ])
    func anIndicatorThatCannotBe(text: String) {
        #expect(lines("indicators", "indicators:\n  - \(text)") == [15])
    }

    @Test func aContestThatIsNotThereCannotBeLookedAt() {
        let text = "indicators:\n  - \(Self.right), each: \">= 1\", over: contest}"
        let found = mistakes(sections(["contests": "", "indicators": text]))
        #expect(found.map(\.line) == [14])
    }

    @Test(arguments: [
        ("contests", "contests: [{id: c, year: 2024, opens: 2024-07-15, closes: 2024-03-01}]", 11),
        ("groups", "groups: [wards]", 10), ("groups", "groups: {wards: PHUONG}", 10),
        ("measures", "measures: {valid_entries: [a, b]}", 12),
        ("measures", "measures: {valid_entries: 1, count: 1}", 12),
        (
            "deadlines", "deadlines: {a: {form: unit_report, by: 2024-12-15, before: 2024-12-16}}",
            13
        ),
        ("chain", "chain: [{level: unit}]", 7), ("stage", "stage: 2023", 4),
        ("forms", "forms: {unit_report: {fields: {x: {header: X, type: enum}}}}", 9),
        ("forms", "forms: {ngày hội: {fields: {x: {header: X}}}}", 9),
        (
            "forms",
            "forms: {f: {fields: {x: {header: X, type: date, dating: true}, "
                + "y: {header: Y, type: date, dating: true}}}}", 9
        ), ("forms", "forms: {f: {fields: {x: {header: X, dating: true}}}}", 9),
        ("checks", "checks: [{id: K, when: valid_entries, expect: 1 < 2, message: M}]", 15),
        (
            "checks", "checks: [{id: K, when: 1 < 2, expect: 1 < 2, message: M, severity: error}]",
            15
        ),
    ])
    func aSectionThatCannotBe(section: String, text: String, line: Int) {
        let found = mistakes(sections([section: text]))
        #expect(!found.isEmpty)
        #expect(found.first?.line == line, "\(found.map(\.text))")
    }

    /// An entry of a day on which two editions take entries says of neither that it is its own.
    @Test(arguments: [
        // Two forms of the contest at once; one year's still open when the next one's opens.
        ("2024", "2024-03-01", "2024-07-15", true), ("2025", "2024-07-15", "2025-07-15", true),
        ("2023", "2023-03-01", "2024-03-01", true), ("2025", "2024-07-16", "2025-07-15", false),
        ("2023", "2023-03-01", "2024-02-29", false),
    ])
    func twoEditionsShareNoDay(year: String, opens: String, closes: String, isMistake: Bool) {
        let found = mistakes(
            sections([
                "contests": """
                contests:
                  - {id: c, year: 2024, opens: 2024-03-01, closes: 2024-07-15}
                  - {id: d, year: \(year), opens: \(opens), closes: \(closes)}
                """
            ])
        )
        #expect(found.map(\.line) == (isMistake ? [13] : []))
        #expect(found.map(\.column) == (isMistake ? [32] : []))
        #expect(
            found.first?.text.contains("d: \(opens) … \(closes)") ?? !isMistake,
            "\(found.map(\.text))"
        )
    }

    @Test func onlyOneDeadlineIsTheMainOne() {
        let text = """
            deadlines:
              a: {form: unit_report, by: 2024-12-15, main: true}
              b: {form: document, by: 2024-12-15, main: true}
            """
        #expect(!lines("deadlines", text).isEmpty)
    }

    @Test func hostileNestingIsAMistakeNotACrash() {
        let deep =
            String(repeating: "(", count: 20_000) + "1" + String(repeating: ")", count: 20_000)
        #expect(lines("measures", "measures:\n  valid_entries: 1\n  m: \(deep)") == [14])
        let not = String(repeating: "not ", count: 20_000) + "valid"
        #expect(
            lines(
                "measures",
                "measures:\n  valid_entries: 1\n  m: count(contest_entry where \(not))"
            )
                == [14]
        )
    }

    @Test(arguments: ["09-01", "12-15", "01-01", "01-15", "12-01"])
    func aReportingYearMayStartOnAnyDayThatEveryMonthHas(text: String) throws {
        let plan = try read(sections(["year_starts": "year_starts: \"\(text)\""]))
        let span = plan.calendar.span(.year(2024))
        #expect(padded(span.from.parts.month, 2) + "-" + padded(span.from.parts.day, 2) == text)
        #expect(span.from.parts.year == (text == "01-01" ? 2024 : 2023))
    }
}
