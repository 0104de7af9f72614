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
}
