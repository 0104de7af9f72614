import Foundation
import TestSupport
import Testing

/// Thanh Xuân over its three rosters: 11 wards, 9 from 01/01/2025, none from 01/07/2025.
@Suite(.serialized) struct ThanhXuanYearsTests {
    private let sample = DepartmentSample(plan: "thanh-xuan", script: "indicators.py")

    private func run(_ folder: TemporaryDirectory, _ window: String, _ asOf: String) throws
        -> String
    {
        let result = try BuiltProgram.run([
            "run", "--input", DepartmentSample.input, "--plan", "thanh-xuan", "--window", window,
            "--as-of", asOf, "--now", "2026-02-01T02:00:00", "--output", folder.path + "/output",
            "--quiet",
        ])
        #expect(result.status == 0, "\(window): \(result.errors)")
        return folder.path + "/output/thanh-xuan/\(window)/latest/"
    }

    @Test(arguments: [
        ("2023", "2024-01-22"), ("2025-H1", "2025-06-20"), ("2025", "2026-01-25"),
        ("2023..2025", "2026-01-25"),
    ])
    func theReportsOfEachRosterAreThoseThatWereReadAndTheSecondComputationAgrees(
        window: String,
        asOf: String
    ) throws {
        let folder = try TemporaryDirectory()
        let edition = try run(folder, window, asOf)
        sample.expectSoundRates(try sample.results(edition))
        try sample.expectAgreement(edition)
        for file in ["summary.txt", "results.json"] {
            expectGolden(
                try String(contentsOfFile: edition + file, encoding: .utf8),
                "Golden/thanh-xuan/\(window)/\(file)"
            )
        }
        let summary = try String(contentsOfFile: edition + "summary.txt", encoding: .utf8)
        #expect(summary.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    private struct Bases: Decodable {
        struct Basis: Decodable {
            struct Change: Decodable {
                var unit: String
                var successor: String?
                var how: String
                var path: [String]
            }
            var id: String
            var day: String
            var changed: [Change]?
        }
        struct Unit: Decodable {
            var id: String
            var submission: String
        }
        var bases: [Basis]
        var units: [Unit]
    }

    @Test func theStageReportFollowsEveryWardToItsRealSuccessor() throws {
        let folder = try TemporaryDirectory()
        let edition = try run(folder, "2023..2025", "2026-01-25")
        let data = try Data(contentsOf: URL(fileURLWithPath: edition + "results.json"))
        let results = try JSONDecoder().decode(Bases.self, from: data)
        #expect(results.bases.map(\.id) == ["as_was", "as_is"])
        #expect(results.bases.map(\.day) == ["2025-06-30", "2025-12-14"])
        let changed = try #require(results.bases[1].changed)
        let wards = Dictionary(
            changed.filter { $0.unit.hasPrefix("TX-P-") }.map { ($0.unit, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        // From ../shared/data/crosswalk-2025-07.csv, by hand.
        let expected: [String: (String, String)] = [
            "TX-P-NHANCHINH": ("HN-P-THANHXUAN", "main_successor"),
            "TX-P-THUONGDINH": ("HN-P-KHUONGDINH", "main_successor"),
            "TX-P-KHUONGTRUNG": ("HN-P-KHUONGDINH", "main_successor"),
            "TX-P-KHUONGMAI": ("HN-P-PHUONGLIET", "whole"),
            "TX-P-TXTRUNG": ("HN-P-THANHXUAN", "main_successor"),
            "TX-P-PHUONGLIET": ("HN-P-PHUONGLIET", "main_successor"),
            "TX-P-HADINH": ("HN-P-KHUONGDINH", "main_successor"),
            "TX-P-KHUONGDINH": ("HN-P-KHUONGDINH", "main_successor"),
            "TX-P-TXBAC": ("HN-P-THANHXUAN", "main_successor"),
            "TX-P-TXNAM": ("HN-P-THANHXUAN", "main_successor"),
            "TX-P-KIMGIANG": ("HN-P-KHUONGDINH", "main_successor"),
        ]
        #expect(wards.count == expected.count)
        for (ward, fate) in expected {
            #expect(wards[ward]?.successor == fate.0, "\(ward)")
            #expect(wards[ward]?.how == fate.1, "\(ward)")
        }
        #expect(wards["TX-P-KIMGIANG"]?.path == ["TX-P-HADINH", "HN-P-KHUONGDINH"])
        // Closed before the district was: the two wards of 2024; the others ended with it.
        let closed = results.units.filter { $0.submission == "closed" }.map(\.id)
        #expect(closed == ["TX-P-TXNAM", "TX-P-KIMGIANG"])
    }

    @Test func theRuleForClosedUnitsDecidesWhoIsInTheDenominatorOf2025() throws {
        let folder = try TemporaryDirectory()
        for (rule, denominator, kimGiang) in [
            ("exempt", 57, "exempt"), ("counts", 59, "unmet"), ("successor", 57, "exempt"),
        ] {
            let copy = folder.path + "/" + rule
            try FileManager.default.createDirectory(
                atPath: copy,
                withIntermediateDirectories: true
            )
            try FileManager.default.copyItem(
                atPath: DepartmentSample.input + "/thanh-xuan",
                toPath: copy + "/thanh-xuan"
            )
            let file = URL(fileURLWithPath: copy + "/thanh-xuan/plan.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
                .replacingOccurrences(of: "\nclosed: exempt", with: "\nclosed: \(rule)")
            try Data(text.utf8).write(to: file)
            let result = try BuiltProgram.run([
                "run", "--input", copy, "--plan", "thanh-xuan", "--window", "2025", "--as-of",
                "2026-01-25", "--now", "2026-02-01T02:00:00", "--output", copy + "/output",
                "--quiet",
            ])
            #expect(result.status == 0, "\(result.errors)")
            let results = try sample.results(copy + "/output/thanh-xuan/2025/latest/")
            #expect(results.root("TX-27")?.denominator == denominator, "\(rule)")
            #expect(results.unit("TX-P-KIMGIANG", "TX-27")?.status == kimGiang, "\(rule)")
            // What is due by 09/01/2026 is asked from 10/01/2025 on: both wards had gone by then.
            #expect(results.root("TX-46")?.denominator == 9, "\(rule)")
            #expect(results.unit("TX-P-KIMGIANG", "TX-46")?.status == "exempt", "\(rule)")
        }
    }
}
