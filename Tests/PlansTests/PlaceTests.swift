import Model
import Plans
import Testing

@Suite("Places in expressions, however they are written")
struct PlaceTests {
    /// Measures below `valid_entries`, each with its mistake at `§`.
    @Test(arguments: [
        "  m: unit_report.posts +\n    unit_report.§sesions",
        "  m: unit_report.posts\n\n\n    + unit_report.§sesions",
        "  m: >\n    unit_report.posts +\n    unit_report.§sesions\n",
        "  m: >-\n      unit_report.posts +\n        unit_report.§sesions",
        "  m: | # chú thích\n    unit_report.posts +\n\n    unit_report.§sesions",
        "  m: >2\n    unit_report.§sesions",
        "  m: 'unit_report.posts +\n    unit_report.§sesions'",
        "  m: \"unit_report.posts +\n    unit_report.§sesions\"",
        "  m: \"unit_report.po\\\n    sts + unit_report.§sesions\"",
        "  m: \"count(document where number = \\\"x\\\" and §kindd = plan)\"",
        "  m: \"\\x31\\t+\\u0020\\n unit_report.§sesions\"",
        "  m: 'count(document where number = ''x'' and §kindd = plan)'",
        "  m: !!str 'unit_report.§sesions'", "  m: &a unit_report.§sesions",
        "  m: \"count(document where number = 'Đống Đa' and §kindd = plan)\"",
        "  m: \"1 + §\"", "  m: >\n    unit_report.posts +§\n",
        "  m: {measure: unit_report.§sesions, note: n}",
    ])
    func atTheWordItself(text: String) {
        let head = "measures:\n  valid_entries: count(contest_entry where valid)\n"
        _ = expectMistakes(sections(["measures": head + text]))
    }

    /// Windows' line ends are ends like any other.
    @Test func inAFileWithCarriageReturns() {
        let head = "measures:\n  valid_entries: count(contest_entry where valid)\n"
        let (text, places) = unmarked(
            sections(["measures": head + "  m: unit_report.posts +\n    unit_report.§sesions"])
        )
        let found = mistakes("\u{FEFF}" + text.replacing("\n", with: "\r\n"))
        #expect(found.map { [$0.line, $0.column] } == places)
    }

    @Test(arguments: [
        ("issued_on = §2024-02-30", "2024-02-30"),
        ("issued_on in §2024-02-30..2024-03-01", "2024-02-30"),
        ("issued_on in 2024-02-01..§2024-02-30", "2024-02-30"),
        ("issued_on in (2024-02-01, §2024-02-30)", "2024-02-30"),
        ("issued_on in 2024-09-30..§2024-07-01", "2024-09-30..2024-07-01"),
    ])
    func aDayThatThereIsNot(condition: String, expected: String) {
        let text = "measures:\n  valid_entries: 1\n  m: count(document where \(condition))"
        let found = expectMistakes(sections(["measures": text]))
        #expect(found.first?.found == expected)
    }

    @Test func aRangeOfOneDayIsOne() throws {
        let text = "count(document where issued_on in 2024-07-01..2024-07-01)"
        _ = try read(sections(["measures": "measures: {valid_entries: 1, m: \(text)}"]))
    }
}
