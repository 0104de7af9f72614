import Foundation
import TestSupport
import Testing

/// The shipped sample, from drop folder to reports, as `make run` runs it.
@Suite(.serialized) struct SampleTests {
    /// Runs the sample into a folder of its own.
    private func run(_ folder: TemporaryDirectory, now: String) throws -> BuiltProgram.Result {
        let input = testsFolder.deletingLastPathComponent().appendingPathComponent("input").path
        return try BuiltProgram.run(
            [
                "run", "--input", input, "--plan", "thanh-xuan", "--window", "2024", "--as-of",
                "2025-01-05T02:00:00", "--now", now, "--output", folder.path + "/output",
            ])
    }

    private func latest(_ folder: TemporaryDirectory) -> String {
        folder.path + "/output/thanh-xuan/2024/latest/"
    }

    @Test func theSampleGivesTheReportsThatWereReadAndApproved() throws {
        let folder = try TemporaryDirectory()
        let result = try run(folder, now: "2026-02-01T02:00:00")
        #expect(result.status == 0, "\(result.errors)")
        let edition = "output/thanh-xuan/2024/latest/"
        expectGolden(try folder.read(edition + "summary.txt"), "Golden/thanh-xuan/summary.txt")
        expectGolden(try folder.read(edition + "results.json"), "Golden/thanh-xuan/results.json")
        expectGolden(
            try folder.read(edition + "submission-up.csv"),
            "Golden/thanh-xuan/submission-up.csv"
        )
        for form in ["activity", "contest_entry", "unknown-form"] {
            expectGolden(
                try folder.read(edition + "rejected/\(form).csv"),
                "Golden/thanh-xuan/rejected/\(form).csv"
            )
        }
        for unit in ["TX-CTXH-NONGDAN", "TX-MTTQ", "TX-QUAN", "TX-T-16", "TX-T-41"] {
            expectGolden(
                try folder.read(edition + "reminders/\(unit).txt"),
                "Golden/thanh-xuan/reminders/\(unit).txt"
            )
        }
        let tooWide = try folder.read(edition + "summary.txt").split(separator: "\n")
            .filter { $0.count > 100 }
        #expect(tooWide.isEmpty)
    }

    @Test func twoRunsOfTheSampleGiveTheSameBytes() throws {
        let folder = try TemporaryDirectory()
        var editions: [[String: Data]] = []
        for now in ["2026-02-01T02:00:00", "2026-02-03T03:00:00"] {
            #expect(try run(folder, now: now).status == 0)
            var files: [String: Data] = [:]
            let root = URL(fileURLWithPath: latest(folder)).resolvingSymlinksInPath()
            for name in try FileManager.default.subpathsOfDirectory(atPath: root.path)
            where name != "manifest.json" && name.contains(".") {
                files[name] = try Data(contentsOf: root.appendingPathComponent(name))
            }
            editions.append(files)
        }
        #expect(editions[0].keys.sorted() == editions[1].keys.sorted())
        for (name, bytes) in editions[0] { #expect(editions[1][name] == bytes, "\(name)") }
    }

    @Test func anIndicatorOfTheSampleIsExplainedAsWasCheckedByHand() throws {
        let folder = try TemporaryDirectory()
        #expect(try run(folder, now: "2026-02-01T02:00:00").status == 0)
        for (name, more) in [
            ("explain-TX-70.txt", ["explain", "TX-70"]),
            ("explain-TX-66-TX-P-NHANCHINH.txt", ["explain", "TX-66", "--unit", "TX-P-NHANCHINH"]),
            ("status.txt", ["status"]),
        ] {
            let result = try BuiltProgram.run(
                more + ["--plan", "thanh-xuan", "--output", folder.path + "/output"]
            )
            #expect(result.status == 0, "\(result.errors)")
            expectGolden(result.output, "Golden/thanh-xuan/" + name)
            #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        }
    }

    private static let python = "/usr/bin/python3"

    /// The second computation of the indicators stands apart from this code on purpose.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python)))
    func anIndependentComputationAgreesOnEveryUnitAndNode() throws {
        let folder = try TemporaryDirectory()
        #expect(try run(folder, now: "2026-02-01T02:00:00").status == 0)
        let check = Process()
        check.executableURL = URL(fileURLWithPath: Self.python)
        check.arguments = [
            testsFolder.appendingPathComponent("Independent/indicators.py").path, "--compare",
            latest(folder) + "results.json",
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
}
