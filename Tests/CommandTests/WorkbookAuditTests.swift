import Foundation
import TestSupport
import Testing

/// The workbooks of the samples as readers that did not write them see them.
@Suite struct WorkbookAuditTests {
    private static let root = testsFolder.deletingLastPathComponent()

    /// A Python that has openpyxl; nil where there is none.
    private static let python: String? = {
        let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let names = folders.split(separator: ":").map { $0 + "/python3" } + ["/usr/bin/python3"]
        return names.map { String($0) }.first {
            FileManager.default.isExecutableFile(atPath: $0)
                && run($0, ["-c", "import openpyxl"])?.status == 0
        }
    }()

    private static let office = "/usr/bin/soffice"

    private static func run(
        _ program: String,
        _ arguments: [String]
    ) -> (status: Int32, output: String)? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

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
        let found = try #require(Self.run(python, [script, edition + "report.xlsx", results]))
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
        let found = try #require(Self.run("/usr/bin/python3", [script, edition + "report.xlsx"]))
        #expect(found.status == 0, "\(found.output)")
    }
}
