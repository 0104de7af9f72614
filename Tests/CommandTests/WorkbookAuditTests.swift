import Foundation
import TestSupport
import Testing

/// The workbooks of the samples as readers that did not write them see them.
@Suite struct WorkbookAuditTests {
    private static let root = testsFolder.deletingLastPathComponent()

    /// A Python that has openpyxl; nil where there is none.
    private static let python = OtherProgram.python(with: "openpyxl")

    private static let office = "/usr/bin/soffice"

    private func edition(
        _ plan: String,
        _ window: String,
        in folder: TemporaryDirectory
    ) throws -> String {
        let day = window.contains("..") ? "2026-01-20" : "2025-01-05"
        let result = try BuiltProgram.run([
            "run", "--input", Self.root.appendingPathComponent("input").path, "--plan", plan,
            "--window", window, "--as-of", day, "--now", day + "T23:30:00",
            "--output", folder.path + "/output",
        ])
        #expect(result.status == 0, "\(result.errors)")
        return folder.path + "/output/\(plan)/\(window)/latest/"
    }

    private static let samples = [
        ("thanh-xuan", "2024"), ("thanh-xuan", "2023..2025"), ("ha-noi", "2024"),
        ("binh-phuoc-ngoai-vu", "2024"), ("lang-son-khdt", "2024"),
    ]

    @Test(.enabled(if: python != nil), arguments: samples)
    func everyCellOfPL1AndPL2IsAsResultsJSONSays(_ plan: String, _ window: String) throws {
        let folder = try TemporaryDirectory()
        let edition = try edition(plan, window, in: folder)
        let script = testsFolder.appendingPathComponent("Independent/workbook_check.py").path
        let python = try #require(Self.python)
        let results = edition + "results.json"
        let found = try #require(
            OtherProgram.run(python, [script, edition + "report.xlsx", results])
        )
        #expect(found.status == 0, "\(found.output)")
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: office)),
        arguments: samples.prefix(2)
    )
    func libreOfficeCalculatesWhatIsCached(_ plan: String, _ window: String) throws {
        let folder = try TemporaryDirectory()
        let edition = try edition(plan, window, in: folder)
        let script = testsFolder.appendingPathComponent("Independent/recalculated.py").path
        let found = try #require(
            OtherProgram.run("/usr/bin/python3", [script, edition + "report.xlsx"])
        )
        #expect(found.status == 0, "\(found.output)")
    }
}
