import Judgement
import Model
import Reports
import TestSupport
import Testing

@Suite("Editions of the contest in windows shorter than their year (CONTRACT §11.9)")
struct ContestYearTests {
    /// The edition of 2023 takes entries until 15 January 2024.
    private let contests =
        "contests: [{id: k3, year: 2023, opens: 2023-09-01, closes: 2024-01-15}, "
        + "{id: k4, year: 2024, opens: 2024-03-01, closes: 2024-07-15}]"

    private func scenario() -> Scenario {
        let rule = "over: contest, measure: count(contest_entry where valid)"
        let header = "unit,entry_id,title,authors,received_on\n"
        return Scenario(
            plan(
                [
                    "id: I, applies_to: wards, \(rule), each: \">= 1\"",
                    "id: E, applies_to: wards, \(rule), each: \">= 1\", due: {by: 2024-03-31}",
                    "id: T, \(rule), total: \">= 1\"",
                    "id: M, applies_to: wards, \(rule), each: \">= 1\", every: month",
                ],
                contests
            ),
            [
                .init("2024-07-15/W1/bai.csv", header + "W1,1,A,Bà A,2024-01-10\n"),
                .init("2024-07-15/W2/bai.csv", header + "W2,1,B,Bà B,2024-03-10\n"),
            ]
        )
    }

    private func text(_ value: Quantity?, _ status: Status?) -> String {
        let value = value.map { "\($0.numerator)" } ?? "–"
        return "\(value) \(status?.rawValue ?? "")"
    }

    private func unit(_ judgement: Judgement, _ unit: String, _ indicator: String) -> String {
        let result = judgement.unit(unit, indicator)
        return text(result?.value, result?.status)
    }

    // W1 sent one to the edition of 2023, W2 one to that of 2024: by window what each has under the
    // indicator due when the edition closes and under the one due on 31 March, and the total.
    @Test(arguments: [
        ("2024-01", "0 pending", "– pending", "0 pending", "– pending", "0 pending"),
        ("2024-Q1", "0 pending", "1 met", "0 unmet", "1 met", "1 met"),
        ("2024-03", "– pending", "1 met", "– unmet", "1 met", "1 met"),
        ("2024-H1", "0 pending", "1 met", "0 unmet", "1 met", "1 met"),
        ("2024-Q3", "– unmet", "– met", "– unmet", "– met", "– met"),
        ("2024", "0 unmet", "1 met", "0 unmet", "1 met", "1 met"),
    ])
    func aWindowLooksAtTheEditionsOfItsYear(
        window: String,
        first: String,
        second: String,
        firstDue: String,
        secondDue: String,
        total: String
    ) throws {
        let judgement = try scenario().judge(window: window, asOf: "2025-02-01")
        #expect(unit(judgement, "W1", "I") == first)
        #expect(unit(judgement, "W2", "I") == second)
        #expect(unit(judgement, "W1", "E") == firstDue)
        #expect(unit(judgement, "W2", "E") == secondDue)
        let node = try #require(judgement.node("D", "T"))
        #expect(text(node.value, node.status) == total)
        for index in 0..<4 {
            #expect(ExplanationAudit(Explanation(index, of: judgement)).faults == [])
        }
    }

    /// The edition of 2023 is open in the last months of its year, and closed by its own report.
    @Test func anEditionThatClosesInTheNextYearIsOfItsOwn() throws {
        let quarter = try scenario().judge(window: "2023-Q4", asOf: "2025-02-01")
        #expect(quarter.unit("W2", "I")?.status == .pending)
        let year = try scenario().judge(window: "2023", asOf: "2025-02-01")
        #expect(year.unit("W1", "I")?.value == Quantity(1))
        #expect(year.unit("W1", "I")?.status == .met)
    }

    /// In January no edition of 2024 takes entries yet: no month can be asked about.
    @Test func aMonthWithoutAnEditionOfItsYearAsksForNothing() throws {
        let january = try scenario().judge(window: "2024-01", asOf: "2025-02-01")
        #expect(january.unit("W1", "M")?.status == .exempt)
        #expect(january.unit("W1", "M")?.reason == .noContest)
    }
}
