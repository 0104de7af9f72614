import Plans
import Testing

/// What a plan may write and nothing would ever heed, or all would stumble over.
@Suite("Entries that are in vain")
struct VainEntryTests {
    @Test(arguments: [
        Wrong("guards", "guards: {rejected_rows: §\">= 20%\"}", ">= 20%"),
        Wrong("guards", "guards: {rejected_rows: §\"1%..20%\"}", "1%..20%"),
        Wrong("guards", "guards: {records_vs_last_run: §\"<= 50%\"}", "<= 50%"),
        Wrong("guards", "guards: {files_vs_last_run: §\">= 200%\"}", ">= 200%"),
    ])
    func aGuardThatHoldsBackAGoodNightIsTheWrongWayRound(wrong: Wrong) throws {
        let mistake = try #require(expectMistakes(sections([wrong.section: wrong.line])).first)
        #expect(mistake.found == wrong.found)
        #expect(mistake.allowed?.isEmpty == false)
    }

    @Test(arguments: [
        "{rejected_rows: \"= 0%\"}", "{rejected_rows: \"< 5%\"}", "{rejected_rows: \"0%..5%\"}",
        "{records_vs_last_run: \"50%..200%\"}", "{files_vs_last_run: \"= 100%\"}",
        "{records_vs_last_run: \"<= 150%\"}",
    ])
    func aGuardThatAGoodNightKeepsIsRight(guards: String) throws {
        _ = try read(sections(["guards": "guards: \(guards)"]))
    }

    private static let days = "opens: 2024-03-01, closes: 2024-07-15}]"

    @Test(arguments: [
        // Outside the stage; then on none of its year's days, which begins on 15 December.
        ("contests: [{id: c, year: §2029, \(days)", "2029", "2023…2025"),
        ("contests: [{id: c, year: §2023, \(days)", "2023", "2024"),
        ("contests: [{id: c, year: §2025, \(days)", "2025", "2024"),
        (
            "contests: [{id: c, year: §2025, opens: 2023-12-01, closes: 2024-12-14}]", "2025",
            "2023, 2024"
        ),
    ])
    func aContestThatNoReportCountsIsAMistake(
        line: String,
        found: String,
        allowed: String
    ) throws {
        let mistake = try #require(expectMistakes(sections(["contests": line])).first)
        #expect(mistake.found == found)
        #expect(mistake.allowed == allowed)
    }

    /// A contest has a calendar of its own: it may open the year before.
    @Test(arguments: [
        "opens: 2023-09-01, closes: 2023-12-15", "opens: 2024-12-14, closes: 2025-03-01",
    ])
    func aContestMayReachOutOfItsYear(days: String) throws {
        _ = try read(sections(["contests": "contests: [{id: c, year: 2024, \(days)}]"]))
    }

    @Test(arguments: ["int", "text", "yes_no"])
    func onlyAnEnumHasValues(type: String) throws {
        let line =
            "forms: {unit_report: {fields: {p2: {header: ABC, type: \(type), values: §{a: b}}}}}"
        let mistake = try #require(expectMistakes(sections(["forms": line])).first)
        #expect(mistake.found == "type: \(type)")
    }

    private static let indicator =
        "indicators: [{id: I, applies_to: wards, measure: valid_entries, each: \">= 1\", "

    @Test func nothingIsLateThatIsNeverDue() throws {
        let line = Self.indicator + "late_counts: §true}]"
        #expect(expectMistakes(sections(["indicators": line])).first?.found == "late_counts: true")
        _ = try read(sections(["indicators": Self.indicator + "late_counts: false}]"]))
        _ = try read(
            sections([
                "indicators": Self.indicator + "late_counts: true, due: {by: 2024-05-31}}]"
            ])
        )
        // What is handed up may be late by the plan of the lower office.
        _ = try read(
            sections([
                "indicators": Self.indicator + "late_counts: true}]",
                "closed": "handed_up_by: district",
            ])
        )
    }
}
