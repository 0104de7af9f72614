import Model
import Plans
import Testing

@Suite("The last day of a date that a year may not have")
struct DueDayTests {
    private func due(_ text: String) throws -> Due {
        let plan = try read(
            sections(["deadlines": "deadlines: {annual: {form: unit_report, \(text)}}"])
        )
        return try #require(plan.deadlines.first?.due)
    }

    /// Before the 29th of a common year is before 1 March.
    @Test(arguments: [
        ("before: \"{year}-02-29\"", 2023, "2023-02-28"),
        ("before: \"{year}-02-29\"", 2024, "2024-02-28"),
        ("before: \"{year}-03-01\"", 2023, "2023-02-28"),
        ("by: \"{year}-02-29\"", 2023, "2023-02-28"),
        ("by: \"{year}-02-29\"", 2024, "2024-02-29"),
        ("within: [\"{year}-02-01\", \"{year}-02-29\"]", 2023, "2023-02-28"),
    ])
    func theLastDayInTime(text: String, year: Int, expected: String) throws {
        #expect(try due(text).lastDay(inYear: year) == Day(iso: expected[...]))
    }
}
