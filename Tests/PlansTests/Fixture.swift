import Model
import Plans
import Testing

/// A plan that is right, of one line a section; tests replace or add lines.
func sections(_ changed: [String: String] = [:]) -> String {
    let lines = [
        ("schema", "schema: 1"), ("id", "id: thu"), ("title", "title: Kế hoạch thử"),
        ("stage", "stage: {from: 2023, to: 2025}"), ("year_starts", "year_starts: \"12-15\""),
        ("root", "root: D"),
        (
            "chain",
            "chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}, "
                + "{level: city, name: TP}]"
        ), ("reports", "reports: [{id: quan, office: PHÒNG NỘI VỤ}]"),
        ("forms", "forms: {}"),
        ("groups", "groups: {wards: {name: Phường, kinds: [PHUONG]}, all: {any_of: [wards]}}"),
        (
            "contests",
            "contests: [{id: c, year: 2024, opens: 2024-03-01, closes: 2024-07-15, max_words: 9}]"
        ), ("measures", "measures: {valid_entries: count(contest_entry where valid)}"),
        ("deadlines", "deadlines: {annual: {form: unit_report, before: \"{year}-12-15\"}}"),
        (
            "indicators",
            "indicators: [{id: I, applies_to: wards, measure: valid_entries, each: \">= 1\"}]"
        ),
        (
            "checks",
            "checks: [{id: K, when: valid_entries > 0, expect: valid_entries < 9, message: M}]"
        ),
        ("guards", "guards: {rejected_rows: \"<= 20%\"}"), ("closed", "closed: exempt"),
    ]
    return lines.map { changed[$0.0] ?? $0.1 }.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
}

/// Reads a plan that should have none of these mistakes.
func read(_ text: String) throws -> Plan {
    switch PlanReader.read(Array(text.utf8)) {
    case .plan(let plan): return plan
    case .mistakes(let mistakes):
        Issue.record("\(mistakes.map(\.text))")
        throw Unreadable()
    }
}

struct Unreadable: Error {}

func mistakes(_ text: String) -> [Mistake] {
    switch PlanReader.read(Array(text.utf8)) {
    case .plan: []
    case .mistakes(let mistakes): mistakes
    }
}

/// A text with its marks taken out, and the line and column of each `§`.
func unmarked(_ text: String) -> (text: String, places: [[Int]]) {
    var places: [[Int]] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var clean: [String] = []
    for (line, content) in lines.enumerated() {
        var column = 1
        var kept = ""
        for scalar in content.unicodeScalars {
            if scalar == "§" {
                places.append([line + 1, column])
            } else {
                kept.unicodeScalars.append(scalar)
                column += 1
            }
        }
        clean.append(kept)
    }
    return (clean.joined(separator: "\n"), places)
}

/// Reads a plan with marks and expects exactly one mistake at each.
func expectMistakes(
    _ marked: String,
    sourceLocation: SourceLocation = #_sourceLocation
) -> [Mistake] {
    let (text, places) = unmarked(marked)
    let found = mistakes(text)
    #expect(
        found.map { [$0.line, $0.column] } == places,
        "\(found.map(\.text))",
        sourceLocation: sourceLocation
    )
    return found
}
