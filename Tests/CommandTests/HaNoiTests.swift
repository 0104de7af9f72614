import Foundation
import TestSupport
import Testing

/// The shipped sample of the city, which takes in what its districts hand over.
@Suite struct HaNoiTests {
    private static let root = testsFolder.deletingLastPathComponent()
    private static let python = "/usr/bin/python3"

    private func run(
        _ folder: TemporaryDirectory,
        _ window: String,
        asOf: String = "2025-01-05"
    ) throws -> BuiltProgram.Result {
        try BuiltProgram.run([
            "run", "--input", Self.root.appendingPathComponent("input").path, "--plan", "ha-noi",
            "--window", window, "--as-of", asOf + "T02:00:00", "--now", asOf + "T02:00:00",
            "--output", folder.path + "/output",
        ])
    }

    @Test func theSampleGivesTheSummaryThatWasRead() throws {
        let folder = try TemporaryDirectory()
        let result = try run(folder, "2024")
        #expect(result.status == 0, "\(result.errors)")
        let summary = try folder.read("output/ha-noi/2024/latest/summary.txt")
        expectGolden(summary, "Golden/ha-noi/summary.txt")
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python)))
    func anIndependentComputationAgrees() throws {
        let folder = try TemporaryDirectory()
        let result = try run(folder, "2024")
        #expect(result.status == 0, "\(result.errors)")
        let edition = "output/ha-noi/2024/latest/"
        let check = Process()
        check.executableURL = URL(fileURLWithPath: Self.python)
        check.arguments = [
            testsFolder.appendingPathComponent("Independent/ha_noi.py").path, "--compare",
            folder.path + "/" + edition + "results.json",
        ]
        let output = Pipe()
        check.standardOutput = output
        try check.run()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(),
            as: UTF8.self
        )
        check.waitUntilExit()
        #expect(check.terminationStatus == 0, "\(text)")
    }

    @Test(arguments: ["2023", "2024-Q4", "2024-H1", "2024-9M", "2024-12", "2023..2025"])
    func everyKindOfWindowRuns(window: String) throws {
        let folder = try TemporaryDirectory()
        let result = try run(folder, window)
        #expect(result.status == 0, "\(result.errors)")
    }

    /// What the city takes from the districts' rows is due when they have to hand them over.
    @Test func noDistrictIsUrgedBeforeItsResultsAreDue() throws {
        let folder = try TemporaryDirectory()
        let reminder = "output/ha-noi/2024/latest/reminders/HN-282.txt"
        #expect(try run(folder, "2024", asOf: "2024-12-20").status == 0)
        let before = try folder.read(reminder)
        #expect(before.contains("PHIẾU NHẮC VIỆC"))
        #expect(!before.contains("TX-"))
        #expect(try run(folder, "2024", asOf: "2025-01-04").status == 0)
        let after = try folder.read(reminder)
        #expect(after.contains("Chưa gửi: Kết quả năm"))
        let hoangMai = folder.path + "/output/ha-noi/2024/latest/reminders/HN-008.txt"
        #expect(try String(contentsOfFile: hoangMai, encoding: .utf8).contains("TX-27"))
    }

    /// The district's own output is the city's input, byte for byte.
    @Test func theFileOfThanhXuanIsTheGoldenOutputOfTheDistrict() throws {
        let handed = "input/ha-noi/submissions/2025-01-05/TX-QUAN/submission-up.csv"
        #expect(
            try Data(contentsOf: Self.root.appendingPathComponent(handed))
                == Data(
                    contentsOf: testsFolder.appendingPathComponent(
                        "Golden/thanh-xuan/submission-up.csv"
                    )
                )
        )
    }
}
