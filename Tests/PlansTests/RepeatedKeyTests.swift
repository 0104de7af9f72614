import Model
import Plans
import Testing

@Suite("Keys that are given twice")
struct RepeatedKeyTests {
    /// At the second place, beside every other mistake.
    @Test func theyHideNoOtherMistake() {
        let found = expectMistakes(
            sections([
                "title": "title: T\n§title: U",
                "measures": "measures:\n  valid_entries: 1\n  a: unit_report.§postss\n"
                    + "  §a: unit_report.§postsss\n  §a: 2\n  'ô': 1\n  §\"ô\": 2",
                "indicators": "indicators:\n"
                    + "  - {id: I, §id: J, applies_to: §ward, measure: valid_entries, each: \">= 1\"}",
            ])
        )
        #expect(found.count { $0.message == "khóa bị lặp lại" } == 5)
        #expect(found.first?.found == "title")
    }

    /// A section that was pasted again has its mistakes looked for in both.
    @Test func sectionsGivenTwiceAreBothRead() {
        _ = expectMistakes(
            sections([
                "guards": "guards: {rejected_rows: §\"<= 20\"}\n"
                    + "§guards: {records_vs_last_run: §\">= 5\"}",
                "checks": "checks: [{id: §\"\", when: 1 < 2, expect: 1 < 2, message: M}]\n"
                    + "§checks: [{id: K, when: §zz < 2, expect: 1 < 2, message: M}]",
            ])
        )
    }

    /// Keys that are not written as they read are still refused.
    @Test(arguments: [
        "\"\": 1\n\"\": 2\n", "? [a]\n: 1\n? [a]\n: 2\n", "\"\\x61\": 1\na: 2\n",
        "'''a': 1\n'''a': 2\n", "&k a: 1\na: 2\n",
    ])
    func otherKeysAreRefusedToo(text: String) {
        let found = mistakes(text)
        #expect(found.contains { $0.message == "khóa bị lặp lại" }, "\(found.map(\.text))")
    }

    @Test(.timeLimit(.minutes(1))) func aThousandOfThemAreRefused() {
        let found = mistakes(String(repeating: "title: T\n", count: 1_000))
        #expect(found.contains { $0.message == "khóa bị lặp lại" })
    }
}
