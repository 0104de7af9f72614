import Model
import Plans
import Testing

@Suite("Definitions that are made of definitions")
struct ExpansionTests {
    private func measures(_ count: Int, _ text: (Int) -> String) -> String {
        let chain = (0..<count).map { "  m\($0): \(text($0 + 1))" }
        return "measures:\n  valid_entries: 1\n" + chain.joined(separator: "\n")
            + "\n  m\(count): unit_report.posts"
    }

    @Test(.timeLimit(.minutes(1))) func aLongChainOfMeasuresIsAMistake() {
        let found = mistakes(sections(["measures": measures(20_000) { "m\($0)" }]))
        #expect(found.map(\.message) == ["các số đo gọi nhau quá nhiều lớp"])
        #expect(found.first?.found == "m19936")
    }

    @Test(.timeLimit(.minutes(1))) func measuresThatDoubleEachOtherAreAMistake() {
        let found = mistakes(sections(["measures": measures(24) { "m\($0) + m\($0)" }]))
        #expect(found.map(\.message) == ["số đo quá dài khi thay mỗi tên bằng cách tính của nó"])
        #expect(found.first?.found == "m12")
    }

    /// A chain of sums is as deep as it is long.
    @Test func sumsWithinSumsAreAMistake() {
        let rest = String(repeating: " + 1", count: 1_600)
        let found = mistakes(sections(["measures": measures(2) { "m\($0)\(rest)" }]))
        #expect(found.map(\.found) == ["m0"])
    }

    @Test func whatNamesAMeasureManyTimesIsOne() {
        let sum = Array(repeating: "m0", count: 2_000).joined(separator: " + ")
        let found = expectMistakes(
            sections([
                "measures": measures(4) { "m\($0) + m\($0)" },
                "indicators":
                    "indicators: [{id: I, applies_to: wards, measure: §\(sum), each: \">= 1\"}]",
                "checks": "checks: [{id: K, when: §\(sum) > 0, expect: 1 < 2, message: M}]",
            ])
        )
        #expect(found.allSatisfy { $0.allowed == "nhiều nhất 10000 phép tính" })
    }

    @Test func measuresMayBuildOnEachOther() throws {
        _ = try read(sections(["measures": measures(9) { "m\($0) + m\($0)" }]))
        _ = try read(sections(["measures": measures(60) { "m\($0)" }]))
    }

    @Test(.timeLimit(.minutes(1))) func aLongChainOfGroupsIsAMistake() {
        func groups(_ count: Int) -> String {
            let chain = (0..<count).map { "  g\($0): {any_of: [g\($0 + 1), g\($0 + 1)]}" }
            return "groups:\n  wards: {kinds: [PHUONG]}\n" + chain.joined(separator: "\n")
                + "\n  g\(count): {kinds: [PHUONG]}"
        }
        let found = mistakes(sections(["groups": groups(5_000)]))
        #expect(found.map(\.message) == ["các nhóm đơn vị gồm nhau quá nhiều lớp"])
        #expect(mistakes(sections(["groups": groups(60)])).isEmpty)
    }

    /// A yes_no field is a condition under whatever name.
    @Test func aNamedYesNoIsACondition() throws {
        let plan = try read(
            sections([
                "measures":
                    "measures: {valid_entries: 1, joined: unit_report.contest_joined, j: joined}",
                "checks": "checks: [{id: K, when: joined and not j, expect: j = no, message: M}]",
            ])
        )
        #expect(plan.checks.count == 1)
        let found = expectMistakes(
            sections([
                "checks": "checks: [{id: K, when: §valid_entries, expect: 1 < 2, message: M}]"
            ])
        )
        #expect(found.first?.found == "valid_entries")
    }

    @Test func theLeastOfAContestNeedsAContest() throws {
        let line =
            "indicators: [{id: I, applies_to: wards, measure: valid_entries, each: §\">= min_entries\"}]"
        let found = expectMistakes(sections(["contests": "", "indicators": line]))
        #expect(found.first?.found == "min_entries")
        _ = try read(sections(["indicators": unmarked(line).text]))
    }
}
