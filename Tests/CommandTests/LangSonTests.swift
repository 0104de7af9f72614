import Foundation
import TestSupport
import Testing

/// The plan of Sở Kế hoạch và Đầu tư tỉnh Lạng Sơn: division, department, ministry and province.
@Suite struct LangSonTests {
    private let sample = DepartmentSample(plan: "lang-son-khdt", script: "lang_son.py")
    private let asOf = "2025-01-20T02:00:00"

    @Test func theYearGivesTheReportsThatWereReadAndApproved() throws {
        let folder = try TemporaryDirectory()
        let edition = try sample.run(folder, window: "2024", asOf: asOf)
        for name in ["summary.txt", "results.json"] {
            let text = try String(contentsOfFile: edition + name, encoding: .utf8)
            expectGolden(text, "Golden/lang-son-khdt/\(name)")
        }
        let tooWide = try String(contentsOfFile: edition + "summary.txt", encoding: .utf8)
            .split(separator: "\n").filter { $0.count > 100 }
        #expect(tooWide.isEmpty)
    }

    @Test(arguments: [
        ("2024", "2025-01-20"), ("2024-Q3", "2025-01-20"), ("2024-H1", "2025-01-20"),
        ("2024-H2", "2025-01-20"), ("2024-9M", "2024-10-02"), ("2024-05", "2024-06-01"),
        ("2023", "2025-01-20"), ("2022..2025", "2025-01-20"), ("2022..2025", "2026-01-09"),
        ("2025", "2026-01-09"),
    ])
    func everyWindowAgreesWithTheSecondComputation(window: String, asOf: String) throws {
        let folder = try TemporaryDirectory()
        let edition = try sample.run(folder, window: window, asOf: asOf)
        sample.expectSoundRates(try sample.results(edition))
        try sample.expectAgreement(edition)
    }

    /// LS-X1: 2023: two collectives; 2024: one collective, three individuals.
    @Test(arguments: [
        ("Cách hiểu (a)", "unmet", "met"), ("Cách hiểu (b)", "met", "met"),
        ("Cách hiểu (c)", "unmet", "unmet"),
    ])
    func eachReadingOfAtLeastTwoIsOneLineOfThePlan(
        reading: String,
        in2023: String,
        in2024: String
    ) throws {
        let folder = try TemporaryDirectory()
        let current = "Cách hiểu (a)"
        let input =
            reading == current
            ? DepartmentSample.input
            : try sample.switched(folder, from: current, to: reading)
        for (window, value, status) in [("2023", 2.0, in2023), ("2024", 4.0, in2024)] {
            let edition = try sample.run(folder, window: window, asOf: asOf, input: input)
            let root = try sample.results(edition).root("LS-06")
            #expect(root?.value == value)
            #expect(root?.status == status, "\(window)")
        }
    }

    /// LS-X2: Plans of 2023 and 2024 lie in 2022-2025; plan 249a of 23/11/2021 only in 2021-2025.
    @Test func theStageIsOneLineOfThePlan() throws {
        let folder = try TemporaryDirectory()
        let edition = try sample.run(folder, window: "2024", asOf: asOf)
        #expect(try sample.results(edition).root("LS-01-GD")?.value == 2)
        let input = try sample.switched(folder, from: "from: 2022", to: "from: 2021")
        // A ledger of its own: the first one would keep the plan that it saw first.
        let fresh = try TemporaryDirectory()
        let other = try sample.run(fresh, window: "2024", asOf: asOf, input: input)
        #expect(try sample.results(other).root("LS-01-GD")?.value == 3)
    }

    @Test func wordsOutsideThePlansListsAreRejectedAndChecksSpeak() throws {
        let folder = try TemporaryDirectory()
        let edition = try sample.run(folder, window: "2024", asOf: asOf)
        let rejected = try String(contentsOfFile: edition + "rejected/media.csv", encoding: .utf8)
        #expect(rejected.contains("Loa phường"))
        let findings = try String(contentsOfFile: edition + "findings.csv", encoding: .utf8)
        #expect(findings.contains("chưa đạt đủ 06 tiêu chuẩn"))
        #expect(try sample.results(edition).root("LS-03")?.denominator == 10)
    }
}
