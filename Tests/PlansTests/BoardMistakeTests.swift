import Model
import Plans
import Testing

@Suite("Reviews, steps and rankings in plan.yaml")
struct BoardMistakeTests {
    @Test func aRightPlanIsRead() throws {
        let plan = try read(
            sections([
                "closed": """
                reviews: {quorum: ">= 2/3", threshold: "> 50%", of: members,
                          titles: {Công dân ưu tú: {threshold: ">= 80%", method: secret}}}
                steps: {reviewed: {before: "{year+1}-01-10"}, published: {days: 30},
                        recognised: {by: 2025-01-31, days: 15}}
                rankings: [{id: r, measure: valid_entries, applies_to: wards, best: lowest}]
                """
            ])
        )
        let reviews = try #require(plan.reviews)
        // Two thirds exactly: 8 of 12 hold, 8 of 13 do not.
        #expect(reviews.general.quorum?.holds(8, of: 12) == true)
        #expect(reviews.general.quorum?.holds(8, of: 13) == false)
        let title = try #require(reviews.titles.first)
        #expect(title.rule.base == .members)
        #expect(title.rule.quorum == reviews.general.quorum)
        #expect(title.rule.isSecret && !reviews.general.isSecret)
        #expect(plan.steps[.reviewed]?.lastDay(inYear: 2024, after: nil) == Day(iso: "2025-01-09"))
        #expect(
            plan.steps[.published]?.lastDay(inYear: 2024, after: Day(iso: "2024-05-01"))
                == Day(iso: "2024-05-31")
        )
        #expect(plan.steps[.published]?.lastDay(inYear: 2024, after: nil) == nil)
        // The earlier of the two binds.
        #expect(
            plan.steps[.recognised]?.lastDay(inYear: 2024, after: Day(iso: "2025-01-01"))
                == Day(iso: "2025-01-16")
        )
        #expect(plan.rankings.map(\.best) == [.lowest])
    }

    @Test(arguments: [
        Wrong("closed", "reviews: {§quorom: \">= 2/3\"}", "quorom", nearest: "quorum"),
        Wrong("closed", "reviews: {quorum: §\">= 2\"}", ">= 2"),
        Wrong("closed", "reviews: {quorum: §\">= 2/0\"}", ">= 2/0"),
        Wrong("closed", "reviews: §{threshold: \"> 50%\"}", ""),
        Wrong(
            "closed",
            "reviews: {threshold: \"> 50%\", of: §presnt}",
            "presnt",
            nearest: "present"
        ),
        Wrong("closed", "reviews: {method: §secrt}", "secrt", nearest: "secret"),
        Wrong("closed", "reviews: {titles: {A: §{threshold: \"> 50%\"}}}", ""),
        Wrong("closed", "reviews: {titles: {Ưu tú: {}, §ƯU TÚ: {}}}", "ƯU TÚ"),
        Wrong("closed", "steps: {§introduced: {by: 2024-01-01}}", "introduced"),
        Wrong("closed", "steps: {reviewed: {§days: 3, by: 2024-01-01}}", "days"),
        Wrong("closed", "steps: {published: {days: §ba}}", "ba"),
        Wrong("closed", "steps: {published: §{}}", ""),
        Wrong("closed", "rankings: [§{id: r, applies_to: wards}]", ""),
        Wrong("closed", "rankings: [§{id: r, measure: valid_entries}]", ""),
        Wrong(
            "closed",
            "rankings: [{id: r, measure: valid_entries, applies_to: §ward}]",
            "ward",
            nearest: "wards"
        ),
        Wrong("closed", "rankings: [{id: r, measure: §valid, applies_to: wards}]", "valid"),
        Wrong(
            "closed",
            "rankings: [{id: r, measure: valid_entries, applies_to: wards, best: §most}]",
            "most"
        ),
        Wrong(
            "closed",
            "rankings: [{id: r, measure: valid_entries, applies_to: wards}, "
                + "§{id: r, measure: valid_entries, applies_to: wards}]",
            "r"
        ),
    ])
    func aMistakeHasItsPlace(wrong: Wrong) {
        let found = expectMistakes(sections([wrong.section: wrong.line]))
        if let text = wrong.found { #expect(found.first?.found == text) }
        if let nearest = wrong.nearest { #expect(found.first?.nearest == nearest) }
    }
}
