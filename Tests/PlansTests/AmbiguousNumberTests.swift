import Model
import Plans
import Testing

/// A point before exactly three digits parts thousands in Vietnamese, a fraction elsewhere
/// (domain.md 2.7).
@Suite("Numbers of a plan that may be a thousand, or one")
struct AmbiguousNumberTests {
    private func rule(_ text: String) -> String {
        sections([
            "indicators":
                "indicators: [{id: I, applies_to: wards, measure: valid_entries, each: \"\(text)\"}]"
        ])
    }

    private func measure(_ text: String) -> String {
        sections(["measures": "measures:\n  valid_entries: 1\n  m: \(text)"])
    }

    private func expectAmbiguous(_ text: String, _ number: String) {
        let found = expectMistakes(text)
        #expect(found.first?.message == "số có thể là hàng nghìn, có thể là phần thập phân")
        #expect(found.first?.found == number)
        #expect(found.first?.allowed?.contains(number.replacing(".", with: "")) == true)
    }

    @Test(arguments: [
        (">= §1.000", "1.000"), ("= §12.345", "12.345"), ("§1.000..2.000", "1.000"),
        ("1..§2.000", "2.000"), (">= §1.000.000", "1.000"),
    ])
    func areAMistakeInARule(text: String, number: String) {
        expectAmbiguous(rule(text), number)
    }

    @Test(arguments: [
        ("count(contest_entry where words >= §1.000)", "1.000"),
        ("count(contest_entry where words in (1, §2.500))", "2.500"),
        ("count(contest_entry where words >= §'1.000')", "1.000"),
        ("100 * count(document) / §1.000", "1.000"),
    ])
    func areAMistakeInAMeasure(text: String, number: String) {
        expectAmbiguous(measure(text), number)
    }

    @Test func areAMistakeInAGroup() {
        expectAmbiguous(
            sections(["groups": "groups: {wards: {kinds: [PHUONG]}, all: {where: staff >= §1.000}}"]
            ),
            "1.000"
        )
    }

    @Test(arguments: ["9.25", "0.125", "0.500", "1234.567", "1.0000", "1000"])
    func othersSayWhatTheyAre(number: String) throws {
        let indicator = try #require(try read(rule(">= \(number)")).indicators.first)
        let bound = try #require(Quantity(decimal: number))
        #expect(indicator.requirements.map(\.rule) == [.compare(.greaterOrEqual, .number(bound))])
    }

    @Test func aShareIsNoThousand() throws {
        let target = "target: \">= 66.667%\""
        _ = try read(
            sections([
                "indicators": "indicators: [{id: I, applies_to: wards, measure: valid_entries, "
                    + "each: \">= 1\", \(target)}]"
            ])
        )
    }
}
