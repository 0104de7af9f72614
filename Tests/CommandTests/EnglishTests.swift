import Foundation
import TestSupport
import Testing

/// Reports in English, from drop folder to edition, as an operator asks for them.
@Suite(.serialized) struct EnglishTests {
    private static let input = testsFolder.deletingLastPathComponent()
        .appendingPathComponent("input").path

    /// Runs the sample as the board saw it on 05/01/2025; gives the folder of the edition.
    private func run(
        _ folder: TemporaryDirectory,
        _ options: [String],
        now: String = "2025-01-05T02:00:00"
    ) throws -> String {
        let result = try BuiltProgram.run(
            [
                "run", "--input", Self.input, "--output", folder.path + "/output", "--now", now,
            ] + options
        )
        #expect(result.status == 0, "\(result.errors)")
        let line = try #require(result.output.split(separator: "\n").last)
        return String(line.drop { $0 == " " }) + "/"
    }

    private static let sample = [
        "--plan", "thanh-xuan", "--window", "2024", "--as-of", "2025-01-05T02:00:00", "--year-end",
    ]

    private func bytes(_ path: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: path))
    }

    private func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    /// A Python that has openpyxl and yaml; nil where there is none.
    private static let python = OtherProgram.python(with: "openpyxl, yaml")

    @Test func theSampleInEnglishIsAsItWasReadAndApproved() throws {
        let folder = try TemporaryDirectory()
        let english = try run(folder, Self.sample + ["--lang", "en"])
        for name in ["summary.txt", "report.txt"] {
            let text = try text(english + name)
            expectGolden(text, "Golden/thanh-xuan/en/" + name)
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
        }
        let output = folder.path + "/output/thanh-xuan/2024/"
        #expect(try latest(output) == URL(filePath: english).lastPathComponent)

        // What clerks and machines read is the same in both.
        let vietnamese = try run(folder, Self.sample)
        #expect(try latest(output) == URL(filePath: vietnamese).lastPathComponent)
        for name in try FileManager.default.subpathsOfDirectory(atPath: vietnamese)
        where name.hasSuffix(".csv") || name.hasPrefix("reminders/") || name == "results.json" {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: vietnamese + name, isDirectory: &isFolder)
            guard !isFolder.boolValue else { continue }
            #expect(try bytes(english + name) == bytes(vietnamese + name), "\(name)")
        }
        let later = try run(
            folder,
            Self.sample + ["--lang", "en"],
            now: "2025-01-06T02:00:00"
        )
        #expect(try latest(output) == URL(filePath: later).lastPathComponent)
    }

    /// The run that `latest` points to: the newest of equal as-of times, whatever its language.
    private func latest(_ output: String) throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: output + "latest")
    }

    @Test(
        .enabled(if: python != nil),
        arguments: [
            ("thanh-xuan", "2024", "2025-01-05"), ("thanh-xuan", "2023..2025", "2026-01-20"),
            ("ha-noi", "2024", "2025-01-05"), ("binh-phuoc-ngoai-vu", "2024", "2025-01-05"),
            ("lang-son-khdt", "2024", "2025-01-05"), ("quang-binh-tnmt", "2024", "2025-01-05"),
        ]
    )
    func noVietnameseIsLeftAndTheFiguresAreTheSame(
        _ plan: String,
        _ window: String,
        _ day: String
    ) throws {
        let folder = try TemporaryDirectory()
        let options = [
            "--plan", plan, "--window", window, "--as-of", day, "--year-end",
        ]
        let now = day + "T23:30:00"
        let vietnamese = try run(folder, options, now: now)
        let english = try run(folder, options + ["--lang", "en"], now: now)
        let script = testsFolder.appendingPathComponent("Independent/english_check.py").path
        let python = try #require(Self.python)
        let found = try #require(
            OtherProgram.run(python, [script, english, vietnamese, Self.input + "/" + plan])
        )
        #expect(found.status == 0, "\(found.output)")
    }

    @Test func namesAreMaskedInEnglishToo() throws {
        let folder = try TemporaryDirectory()
        let open = try run(folder, Self.sample + ["--lang", "en"])
        let masked = try run(folder, Self.sample + ["--lang", "en", "--anonymise"])
        #expect(!FileManager.default.fileExists(atPath: masked + "rejected"))
        let report = try text(masked + "report.txt").split { $0 == " " || $0 == "\n" }
            .joined(separator: " ")
        #expect(report.contains("the anonymised edition does not print them"))
        #expect(try text(masked + "dashboard.html").contains("<html lang=\"en\">"))
        let summary = try text(masked + "summary.txt")
        #expect(summary.contains("Reason: (not shown)") && !summary.contains("(không hiển thị)"))
        #expect(!(try text(open + "summary.txt")).contains("(not given)"))
    }

    @Test func anEnglishRunIsMadeAgainInEnglish() throws {
        let folder = try TemporaryDirectory()
        let first = try run(folder, Self.sample + ["--lang", "en"])
        let id = try #require(first.split(separator: "/").last)
        let again = try run(
            folder,
            ["--plan", "thanh-xuan", "--again", String(id)],
            now: "2025-02-01T02:00:00"
        )
        for name in try FileManager.default.subpathsOfDirectory(atPath: first)
        where name.contains(".") && name != "manifest.json" {
            #expect(try bytes(first + name) == bytes(again + name), "\(name)")
        }
        let refused = try BuiltProgram.run([
            "run", "--input", Self.input, "--output", folder.path + "/output", "--again",
            String(id), "--lang", "vi",
        ])
        #expect(refused.status == 64)
        #expect(refused.errors.contains("--lang"))
    }

    @Test func anUnknownLanguageIsRefused() throws {
        let refused = try BuiltProgram.run(["run", "--lang", "fr"])
        #expect(refused.status == 64)
    }
}
