import Model
import Plans
import Testing

@Suite("Values of the wrong shape and values that say nothing")
struct ValueMistakeTests {
    private static let indicator =
        "{id: I, applies_to: wards, measure: valid_entries, each: \">= 1\", "
    private static let contest = "year: 2024, opens: 2024-03-01, closes: 2024-07-15}]"

    /// What must be a text, with `…` where its value stands.
    private static let texts: [(section: String, line: String)] = [
        ("title", "title: …"), ("title", "title: T\nbasis: …"),
        ("chain", "chain: [{level: unit, name: …}, {level: district}, {level: city}]"),
        ("chain", "chain: [{level: …}, {level: district}, {level: city}]"),
        ("groups", "groups: {wards: {name: …, kinds: [PHUONG]}}"),
        ("groups", "groups: {wards: {note: …, kinds: [PHUONG]}}"),
        ("contests", "contests: [{id: …, \(contest)"),
        ("contests", "contests: [{id: c, name: …, \(contest)"),
        ("deadlines", "deadlines: {a: {form: unit_report, by: 2024-12-15, name: …}}"),
        ("deadlines", "deadlines: {a: {form: unit_report, by: 2024-12-15, cite: …}}"),
        ("reports", "reports: [{id: …}]"), ("reports", "reports: [{id: a, parent: …}]"),
        ("reports", "reports: [{id: a, office: …}]"), ("reports", "reports: [{id: a, symbol: …}]"),
        ("reports", "reports: [{id: a, place: …}]"), ("reports", "reports: [{id: a, signer: …}]"),
        ("indicators", "indicators: [\(indicator)name: …}]"),
        ("indicators", "indicators: [\(indicator)cite: …}]"),
        ("indicators", "indicators: [\(indicator)note: …}]"),
        ("indicators", "indicators: [\(indicator)unit_of_count: …}]"),
        ("checks", "checks: [{id: …, when: 1 < 2, expect: 1 < 2, message: M}]"),
        ("checks", "checks: [{id: K, when: 1 < 2, expect: 1 < 2, message: …}]"),
        ("checks", "checks: [{id: K, when: 1 < 2, expect: 1 < 2, message: M, cite: …}]"),
        ("forms", "forms: {unit_report: {fields: {x: {header: …}}}}"),
        ("forms", "forms: {unit_report: {name: …}}"),
        ("closed", "rankings: [{id: r, measure: valid_entries, applies_to: wards, name: …}]"),
        ("closed", "rankings: [{id: …, measure: valid_entries, applies_to: wards}]"),
    ]

    @Test(arguments: texts, ["§[zz, z]", "§{zz: z}"])
    func aTextIsNoListAndNoMapping(text: (section: String, line: String), value: String) {
        let line = text.line.replacing("…", with: value)
        let found = expectMistakes(sections([text.section: line]))
        #expect(found.first?.message == "ở đây phải là một dòng chữ")
    }

    private static let required: [(section: String, line: String)] =
        texts.filter { text in
            ["title: …", "[{id: …", "{level: …", "message: …", "header: …"]
                .contains { text.line.contains($0) }
        } + [("id", "id: …"), ("root", "root: …")]

    @Test(arguments: required, ["§\"\"", "§", "§~", "§'  '"])
    func whatIsRequiredSaysSomething(text: (section: String, line: String), value: String) {
        // Of a value that is not there YAML has the place behind the colon, or that of the comma.
        let isBlock = text.line.hasSuffix("…") && value == "§"
        let line = text.line.replacing(isBlock ? " …" : "…", with: value)
        let found = expectMistakes(sections([text.section: line]))
        #expect(found.first?.message == "giá trị để trống")
    }

    @Test func aNameThatIsNotGivenIsTheID() throws {
        let plan = try read(
            sections([
                "groups": "groups: {wards: {name: , kinds: [PHUONG]}}",
                "title": "title: T\nbasis:",
                "reports": "reports: [{id: a, office: ~, recipients: [b, c]}]",
            ])
        )
        #expect(plan.groups.first?.name == "wards")
        #expect(plan.basis == nil)
        #expect(plan.reports.first?.office == nil)
        #expect(plan.reports.first?.recipients == ["b", "c"])
    }

    @Test(arguments: [
        Wrong("forms", "forms: {unit_report: {aliases: {posts: [Tin, §\"\"]}}}"),
        Wrong("reports", "reports: [{id: a, recipients: [b, §~]}]"),
        Wrong("groups", "groups: {wards: {kinds: [PHUONG], except: [§\"\"]}}"),
        Wrong("groups", "groups: {wards: {kinds: [PHUONG], units: §~}}"),
        Wrong("groups", "groups:\n  wards:\n    kinds:§\n    where: website"),
    ])
    func aMemberOfAListSaysSomething(wrong: Wrong) {
        _ = expectMistakes(sections([wrong.section: wrong.line]))
    }

    /// Of two fields with one header the second would never get a value.
    @Test(arguments: [
        Wrong(
            "forms",
            "forms: {unit_report: {fields: {budget: {header: §số bài DỰ thi, type: int}}}}",
            "số bài DỰ thi"
        ),
        Wrong("forms", "forms: {unit_report: {fields: {budget: {header: §Kỳ}}}}", "Kỳ"),
        Wrong("forms", "forms: {unit_report: {fields: {budget: {header: §posts}}}}", "posts"),
        Wrong(
            "forms",
            "forms: {unit_report: {fields: {budget: {header: KP, aliases: §[Số bài dự thi]}}}}",
            "Số bài dự thi"
        ),
        Wrong(
            "forms",
            "forms: {f: {fields: {a: {header: Một}, b: {header: §Một}}}}",
            "Một"
        ),
    ])
    func aHeaderLeadsToOneField(wrong: Wrong) {
        let found = expectMistakes(sections([wrong.section: wrong.line]))
        #expect(found.first?.found == wrong.found)
    }

    @Test func aBuiltInFieldMayBeGivenAgain() throws {
        let line =
            "forms: {unit_report: {fields: {posts: {header: \"Số tin, bài đã đăng\", type: int}}}}"
        _ = try read(sections(["forms": line]))
    }

    /// What offices sent under its headings is not lost with them.
    @Test func aBuiltInFieldThatIsGivenAgainKeepsItsHeadings() throws {
        let line = "forms: {unit_report: {fields: {posts: {header: Tin bài, type: int}}}}"
        let plan = try read(sections(["forms": line]))
        let report = try #require(plan.forms.forms.first { $0.id == "unit_report" })
        let posts = try #require(report.fields.first { $0.code == "posts" })
        #expect(posts.header == "Tin bài")
        #expect(posts.aliases == ["Số tin, bài đã đăng", "Số tin, bài", "Số tin bài"])
    }
}
