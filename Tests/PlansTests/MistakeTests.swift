import Model
import Plans
import Testing

/// A section with a mistake at `§`, what is found there and the nearest valid name.
struct Wrong: Sendable, CustomTestStringConvertible {
    var section: String
    var line: String
    var found: String?
    var nearest: String?

    init(_ section: String, _ line: String, _ found: String? = nil, nearest: String? = nil) {
        self.section = section
        self.line = line
        self.found = found
        self.nearest = nearest
    }

    var testDescription: String { line }
}

@Suite("Mistakes in plan.yaml (CONTRACT §4)")
struct MistakeTests {
    @Test func theFixtureIsRight() throws { _ = try read(sections()) }

    /// A plan's keys and values are texts, however they are written.
    @Test(arguments: ["1: a\n\"1\": b\n", "yes: a\n'yes': b\n"])
    func aKeyInQuotesIsTheSameKey(text: String) throws {
        guard case .mistakes(let mistakes) = PlanReader.read(Array(text.utf8)) else {
            Issue.record("the plan was read")
            return
        }
        #expect(mistakes.contains { $0.message == "khóa bị lặp lại" && $0.line == 2 })
    }

    /// A record keeps the index of an enum's value in one byte.
    @Test(arguments: [(255, true), (256, false)])
    func anEnumHasNoMoreValuesThanAByteTellsApart(count: Int, isRight: Bool) throws {
        let values = (0..<count).map { "v\($0)" }.joined(separator: ", ")
        let forms =
            "forms: {day: {name: Ngày, fields: {kind: {header: Loại, type: enum, values: [\(values)]}}}}"
        let found = mistakes(sections(["forms": forms]))
        #expect(found.isEmpty == isRight)
        #expect(found.allSatisfy { $0.message == "cột kiểu enum có quá nhiều values" })
    }

    /// Its rejected rows would stand in the file of those of no known form (CONTRACT §11.28).
    @Test func noFormIsCalledLikeFilesOfNone() {
        let forms = "forms: {unknown-form: {name: Lạ, fields: {kind: {header: Loại}}}}"
        let found = mistakes(sections(["forms": forms]))
        #expect(found.map(\.message) == ["mã này dành cho các tệp không nhận ra biểu"])
        #expect(found.first?.found == "unknown-form")
    }

    /// A cell is read as the first value that has its word: the second would never be met.
    @Test(arguments: [
        ("{a: [Tốt, Khá], b: [Khá]}", "Khá"), ("{a: [Tốt, khá], b: KHÁ}", "KHÁ"),
        ("{a: [Tốt, b], b: Khá}", "b"), ("{a: Tốt, b: A}", "A"),
    ])
    func aWordBelongsToOneValueOfAnEnum(values: String, word: String) throws {
        let forms =
            "forms: {gift: {fields: {rank: {header: Hạng, type: enum, values: \(values)}}}}"
        let found = mistakes(sections(["forms": forms]))
        #expect(found.map(\.message).allSatisfy { $0.hasPrefix("giá trị này là của mã ") })
        #expect(found.map(\.found) == [word])
    }

    @Test(arguments: ["{a: [Tốt, tốt, a], b: Khá}", "{a: a, b: b}", "[a, b]"])
    func theWordsOfOneValueMayRepeat(values: String) throws {
        let forms =
            "forms: {gift: {fields: {rank: {header: Hạng, type: enum, values: \(values)}}}}"
        #expect(mistakes(sections(["forms": forms])).isEmpty)
    }

    @Test func anExpressionIsNoLongerThanTheStackBears() throws {
        let long = "measures: {a: \"" + String(repeating: "1+", count: 200_000) + "1\"}"
        let found = mistakes(sections(["measures": long, "indicators": "", "checks": ""]))
        #expect(found.map(\.message) == ["biểu thức quá dài"])
    }

    @Test(arguments: ["year--1", "year+-5", "year--9223372036854775808", "year+100", "year+"])
    func aYearIsNoFurtherAwayThanTwoDigits(year: String) {
        let deadline = "deadlines: {annual: {form: unit_report, before: \"{\(year)}-12-15\"}}"
        #expect(mistakes(sections(["deadlines": deadline])).map(\.message) == ["ngày không đúng"])
    }

    private func check(_ wrong: Wrong) {
        let found = expectMistakes(sections([wrong.section: wrong.line]))
        if let text = wrong.found { #expect(found.first?.found == text) }
        #expect(found.first?.nearest == wrong.nearest)
        #expect(found.first?.file == "plan.yaml")
    }

    @Test(arguments: [
        Wrong("schema", "schema: §2", "2"),
        Wrong("schema", "schema: 1\n§shcema: 1", "shcema", nearest: "schema"),
        Wrong("stage", "stage: {from: 2023, to: §abc}", "abc"),
        Wrong("stage", "stage: {from: 2023, §too: 2025, to: 2025}", "too", nearest: "to"),
        Wrong("stage", "stage: §{from: 2025, to: 2023}"),
        Wrong("year_starts", "year_starts: §\"12-31\"", "12-31"),
        Wrong("year_starts", "year_starts: §\"13-01\"", "13-01"),
        Wrong(
            "chain",
            "chain: [{level: unit}, {level: district}, {level: city, §nam: TP}]",
            "nam",
            nearest: "name"
        ),
        Wrong("reports", "reports: [{id: quan, §oficce: X}]", "oficce", nearest: "office"),
        Wrong("closed", "closed: §exmpt", "exmpt", nearest: "exempt"),
        Wrong("closed", "handed_up_by: §distric", "distric", nearest: "district"),
        Wrong("closed", "handed_up_by: §unit", "unit"),
        Wrong("guards", "guards: {rejected_rows: §\"<= 20\"}", "<= 20"),
        Wrong(
            "guards",
            "guards: {§rejected_row: \"<= 20%\"}",
            "rejected_row",
            nearest: "rejected_rows"
        ),
    ])
    func inTheHead(wrong: Wrong) { check(wrong) }

    @Test(arguments: [
        Wrong(
            "groups",
            "groups: {wards: {name: Phường, kinds: [§PHUOG]}}",
            "PHUOG",
            nearest: "PHUONG"
        ),
        Wrong("groups", "groups: {wards: {§kind: [PHUONG]}}", "kind", nearest: "kinds"),
        Wrong(
            "groups",
            "groups: {wards: {kinds: [PHUONG]}, g: {any_of: [§ward]}}",
            "ward",
            nearest: "wards"
        ),
        Wrong(
            "groups",
            "groups: {wards: {name: Ấp, where: \"§stafff >= 10\"}}",
            "stafff",
            nearest: "staff"
        ),
        Wrong("groups", "groups: {wards: {where: staff >= 10 §10}}", "10"),
        Wrong("groups", "groups: {wards: {where: \"name §> Z\"}}", ">"),
        Wrong(
            "contests",
            "contests: [{id: c, year: 2024, opens: §2024-02-30, closes: 2024-07-15}]",
            "2024-02-30"
        ),
        Wrong(
            "contests",
            "contests: [{id: c, year: 2024, opens: 2024-03-01, closes: 2024-07-15, §max_word: 9}]",
            "max_word",
            nearest: "max_words"
        ),
        Wrong(
            "contests",
            "contests: [{id: c, year: 2024, opens: 2024-03-01, closes: 2024-07-15, max_words: §ít}]",
            "ít"
        ),
        Wrong(
            "deadlines",
            "deadlines: {annual: {form: §unit_reprot, before: 2024-12-15}}",
            "unit_reprot",
            nearest: "unit_report"
        ),
        Wrong(
            "deadlines",
            "deadlines: {annual: {form: unit_report, before: §2024-13-15}}",
            "2024-13-15"
        ),
        Wrong(
            "deadlines",
            "deadlines: {annual: {form: unit_report, before: §\"{yaer}-12-15\"}}",
            "{yaer}-12-15"
        ),
        Wrong(
            "deadlines",
            "deadlines: {annual: {form: unit_report, §befor: 2024-12-15, by: 2024-12-14}}",
            "befor",
            nearest: "before"
        ),
    ])
    func inGroupsContestsAndDeadlines(wrong: Wrong) { check(wrong) }

    private static func measure(
        _ text: String,
        _ found: String? = nil,
        nearest: String? = nil
    ) -> Wrong {
        Wrong(
            "measures",
            "measures:\n  valid_entries: count(contest_entry where valid)\n  m: \(text)",
            found,
            nearest: nearest
        )
    }

    @Test(arguments: [
        measure("count(§contest_enty)", "contest_enty", nearest: "contest_entry"),
        measure("'count(§contest_enty)'", "contest_enty", nearest: "contest_entry"),
        measure("sum(contest_entry.§word)", "word", nearest: "words"),
        measure("sum(contest_entry.§title)", "title"),
        measure(
            "unit_report.§post",
            "post",
            nearest: "posts"
        ),
        measure("unit_report.§difficulties", "difficulties"),
        measure("count(proposal where level = §citi)", "citi", nearest: "city"),
        measure("count(proposal where §levl = city)", "levl", nearest: "level"),
        measure("count(proposal where level in (city, §distrit))", "distrit", nearest: "district"),
        measure("count(document where issued_on >= §2024-02-30)"),
        measure("count(activity where attendees > §nhiều)"),
        measure(
            "§valid_entris",
            "valid_entris",
            nearest: "valid_entries"
        ),
        measure("valid_entries +§"), measure("(valid_entries§"), measure("1 + §)"),
        measure("valid_entries §2", "2"), measure("coalesce(valid_entries, §postss)", "postss"),
        measure("§contest_entry.words", "contest_entry"),
    ])
    func inMeasuresAtTheWordItself(wrong: Wrong) { check(wrong) }

    private static func indicator(
        _ keys: String,
        _ found: String? = nil,
        nearest: String? = nil
    ) -> Wrong {
        Wrong("indicators", "indicators:\n  - {id: Ý, \(keys)}", found, nearest: nearest)
    }

    private static let right = "applies_to: wards, measure: valid_entries, each: \">= 1\""

    @Test(arguments: [
        indicator(
            "applies_to: §ward, measure: valid_entries, each: \">= 1\"",
            "ward",
            nearest: "wards"
        ),
        indicator("applies_to: wards, measure: valid_entries, each: §\"=> 1\"", "=> 1"),
        indicator("applies_to: wards, measure: valid_entries, each: §\">= 1%\"", ">= 1%"),
        indicator("applies_to: wards, measure: valid_entries, each: §\"5..2\"", "5..2"),
        indicator("applies_to: wards, measure: §valid, each: \">= 1\"", "valid"),
        indicator("\(right), target: §\">= 90\"", ">= 90"),
        // No share of units can satisfy these.
        indicator("\(right), target: §\">= 101%\"", ">= 101%"),
        indicator("\(right), target: §\"= 100.5%\"", "= 100.5%"),
        indicator("\(right), target: §\"> 100%\"", "> 100%"),
        indicator("\(right), target: §\"< 0%\"", "< 0%"),
        indicator("\(right), target: §\"101%..110%\"", "101%..110%"),
        indicator("\(right), §taget: \">= 90%\"", "taget", nearest: "target"),
        indicator("\(right), over: §stge", "stge", nearest: "stage"),
        indicator("\(right), every: §week", "week"),
        indicator("\(right), level: §distric", "distric", nearest: "district"),
        indicator("\(right), late_counts: §maybe", "maybe"),
        indicator("\(right), closed: §count", "count", nearest: "counts"),
        indicator("\(right), due: {by: §2024-06-31}", "2024-06-31"),
        indicator("\(right), due: {§bye: 2024-06-30, by: 2024-06-30}", "bye", nearest: "by"),
        indicator("\(right), due: {within: [2024-06-01, §2024-06-31]}", "2024-06-31"),
        indicator("\(right), dated_by: §received", "received"),
        indicator(
            "measure: valid_entries, total: \">= 1\", counts: §subtre",
            "subtre",
            nearest: "subtree"
        ),
        indicator(
            "\(right), also: [{measure: §valid_entris, each: \">= 1\"}]",
            "valid_entris",
            nearest: "valid_entries"
        ),
        indicator("\(right), also: [{measure: valid_entries, each: §\"1\"}]", "1"),
        indicator("\(right), also: [{measure: valid_entries, each: \">= 1\", §targt: x}]", "targt"),
    ])
    func inIndicators(wrong: Wrong) { check(wrong) }

    @Test(arguments: [
        Wrong(
            "checks",
            "checks: [{id: K, when: §valid_entris > 0, expect: 1 < 2, message: M}]",
            "valid_entris",
            nearest: "valid_entries"
        ),
        Wrong(
            "checks",
            "checks: [{id: K, when: valid_entries > 0, expect: \"1 < §\", message: M}]"
        ),
        Wrong(
            "checks",
            "checks: [{id: K, when: 1 < 2, expect: 1 < 2, message: M, severity: §warnig}]",
            "warnig",
            nearest: "warning"
        ),
        // What is never allowed is no hint.
        Wrong(
            "checks",
            "checks: [{id: K, when: 1 < 2, expect: 1 < 2, message: M, severity: §eror}]",
            "eror"
        ),
        Wrong(
            "checks",
            "checks: [{id: K, when: 1 < 2, expect: 1 < 2, §messge: M, message: M}]",
            "messge",
            nearest: "message"
        ),
        Wrong("forms", "forms: {unit_report: {aliases: {§post: [Tin]}}}", "post", nearest: "posts"),
        Wrong(
            "forms",
            "forms: {unit_report: {fields: {budget: {header: KP, type: §integer}}}}",
            "integer"
        ),
        Wrong(
            "forms",
            "forms: {unit_report: {fields: {budget: {§heder: KP, header: KP}}}}",
            "heder",
            nearest: "header"
        ),
        Wrong("forms", "forms: {unit_report: {§field: {}}}", "field", nearest: "fields"),
    ])
    func inChecksAndForms(wrong: Wrong) { check(wrong) }

    @Test func anUnknownFormWithAliasesOnlyIsAMisspeltOne() {
        let found = expectMistakes(sections(["forms": "forms: {§unit_reprt: {name: X}}"]))
        #expect(found.first?.nearest == "unit_report")
    }

    @Test func whatIsAllowedIsSaid() throws {
        let found = mistakes(
            sections(["groups": "groups: {wards: {kinds: [PHUONG]}, g: {any_of: [xyzxyz]}}"])
        )
        #expect(found.count == 1)
        #expect(found.first?.allowed?.contains("wards") == true)
        #expect(found.first?.text.contains("plan.yaml:10:") == true)
    }

    @Test(arguments: ["id", "title", "stage", "root"])
    func aMissingKeyIsNamed(key: String) {
        let found = mistakes(sections([key: ""]))
        #expect(found.count == 1)
        #expect(found.first?.allowed?.contains(key) == true)
    }

    @Test(arguments: [
        ("indicators", "indicators: [{id: I, applies_to: wards, each: \">= 1\"}]", "measure"),
        (
            "indicators",
            "indicators: [{applies_to: wards, measure: valid_entries, each: \">= 1\"}]", "id"
        ),
        (
            "indicators", "indicators: [{id: I, measure: valid_entries, each: \">= 1\"}]",
            "applies_to"
        ),
        ("contests", "contests: [{id: c, year: 2024, opens: 2024-03-01}]", "closes"),
        ("deadlines", "deadlines: {a: {by: 2024-12-15}}", "form"),
        ("deadlines", "deadlines: {a: {form: unit_report}}", "before"),
        ("checks", "checks: [{id: K, when: 1 < 2, message: M}]", "expect"),
    ])
    func aMissingKeyOfAnEntryIsNamed(section: String, line: String, key: String) {
        let found = mistakes(sections([section: line]))
        #expect(found.count == 1)
        #expect(found.first?.allowed?.contains(key) == true)
    }
}
