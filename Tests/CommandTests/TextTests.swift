import Foundation
import TestSupport
import Testing

/// The report of a year and of a stage, the letters to units, and the templates that word them.
@Suite(.serialized) struct TextTests {
    private static let input = testsFolder.deletingLastPathComponent()
        .appendingPathComponent("input").path

    private func run(
        _ folder: TemporaryDirectory,
        _ plan: String,
        _ window: String,
        _ asOf: String,
        _ more: [String] = []
    ) throws -> String {
        let result = try BuiltProgram.run(
            [
                "run", "--input", Self.input, "--plan", plan, "--window", window, "--as-of", asOf,
                "--now", "2026-02-01T02:00:00", "--output", folder.path + "/output", "--quiet",
            ] + more
        )
        #expect(result.status == 0, "\(plan) \(window): \(result.errors)")
        return "output/\(plan)/\(window)/latest/"
    }

    @Test(arguments: [
        ("thanh-xuan", "2024", "2025-01-05T02:00:00", ["report.txt"]),
        ("thanh-xuan", "2023..2025", "2026-01-25", ["report.txt"]),
        ("lang-son-khdt", "2024", "2025-01-20T02:00:00", ["report.txt"]),
        (
            "quang-binh-tnmt", "2024", "2025-01-20T02:00:00",
            ["report-ministry.txt", "report-province.txt"]
        ),
    ])
    func theReportsAreThoseThatWereReadAndApproved(
        plan: String,
        window: String,
        asOf: String,
        files: [String]
    ) throws {
        let folder = try TemporaryDirectory()
        let isStage = window.contains("..")
        let edition = try run(folder, plan, window, asOf, isStage ? [] : ["--year-end"])
        for file in files {
            let text = try folder.read(edition + file)
            expectGolden(text, "Golden/\(plan)/\(window)/\(file)")
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
        }
        let letters = folder.path + "/" + edition + "reminders"
        // The district was closed with all its units by then: there is nobody to write to.
        if isStage {
            #expect(!FileManager.default.fileExists(atPath: letters))
            return
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: letters) {
            let letter = try folder.read(edition + "reminders/" + name)
            let wide = letter.split(separator: "\n").filter { $0.count > 100 }
            #expect(wide == [], "\(name)")
        }
    }

    @Test func aNightWritesNoReportOfAYearThatIsNotOverUnlessAsked() throws {
        let plan = try SmallPlan()
        // The last day of the window: it is over at 00:00 of the next.
        try plan.run(now: "2024-12-31T23:30:00")
        #expect(try plan.edition()["report.txt"] == nil)
        try plan.run(["--year-end"], now: "2024-12-31T23:45:00")
        #expect(try plan.edition()["report.txt"] != nil)
    }

    @Test func theReportOfAYearThatIsOverStaysWithTheLatestEdition() throws {
        let plan = try SmallPlan()
        try plan.run(["--year-end"], now: "2025-01-01T04:30:00")
        let asked = try plan.edition()
        try plan.run(now: "2025-01-02T02:00:00")
        #expect(plan.latest == "20250102-0200-01")
        #expect(try plan.edition().keys.sorted() == asked.keys.sorted())
        let report = String(
            decoding: try #require(try plan.edition()["report.txt"]),
            as: UTF8.self
        )
        #expect(report.contains("năm 2024"))
        // A quarter has no such report of its own.
        let quarter = try BuiltProgram.run(
            ["run", "--plan", "mau", "--window", "2024-Q3", "--now", "2025-01-02T03:00:00"],
            in: plan.folder.path
        )
        #expect(quarter.status == 0, "\(quarter.errors)")
        let files = plan.folder.path + "/output/mau/2024-Q3/latest/"
        #expect(FileManager.default.fileExists(atPath: files + "summary.txt"))
        #expect(!FileManager.default.fileExists(atPath: files + "report.txt"))
    }

    private static let own = "{{>letterhead}}\nLỜI RIÊNG & {{office_name}}: {{period}}\n"

    @Test func anOfficesOwnTemplateIsUsedAndKeptForRunsThatAreMadeAgain() throws {
        let plan = try SmallPlan()
        let path = "input/mau/templates/report.mustache"
        try plan.run(["--year-end"])
        let shipped = try plan.edition()
        try plan.folder.write(path, Self.own)
        try plan.run(["--year-end"], now: "2025-01-06T02:00:00")
        let own = try plan.edition()
        let text = String(decoding: try #require(own["report.txt"]), as: UTF8.self)
        #expect(text.contains("LỜI RIÊNG & Quận Mẫu: năm 2024"))
        #expect(own["results.json"] != nil)
        // A template that is changed or taken away leaves the nights before it as they were.
        try plan.folder.write(path, "khác\n")
        try plan.run(["--year-end"], now: "2025-01-07T02:00:00")
        try plan.folder.remove(path)
        try plan.run(["--year-end"], now: "2025-01-08T02:00:00")
        #expect(try plan.edition()["report.txt"] == shipped["report.txt"])
        for (again, first) in [("20250105-0200-01", shipped), ("20250106-0200-01", own)] {
            let result = try plan.run(["--again", again], now: "2025-01-09T02:00:00")
            #expect(result.status == 0, "\(result.errors)")
            let id = again.hasPrefix("20250105") ? "20250109-0200-01" : "20250109-0200-02"
            let edition = try plan.edition(id)
            #expect(edition.keys.sorted() == first.keys.sorted())
            for (name, bytes) in first { #expect(edition[name] == bytes, "\(again) \(name)") }
        }
    }

    @Test func aBrokenTemplateIsAMistakeOfThePlanWithItsLine() throws {
        let plan = try SmallPlan()
        try plan.run()
        let before = try plan.edition()
        try plan.folder.write(
            "input/mau/templates/reminder.mustache",
            "{{>letterhead}}\n\n  {{offic_name}}\n{{#overdue}}\n"
        )
        try plan.folder.write("input/mau/templates/remindr.mustache", "x\n")
        let result = try plan.run(now: "2025-01-06T02:00:00")
        #expect(result.status == 65)
        #expect(result.errors.contains("templates/reminder.mustache:3:3:"))
        #expect(result.errors.contains("có phải là \"office_name\"?"))
        #expect(result.errors.contains("templates/reminder.mustache:4:1:"))
        #expect(result.errors.contains("templates/remindr.mustache:1:1:"))
        #expect(try plan.edition() == before)
        let check = try BuiltProgram.run(["plan", "check", "mau"], in: plan.folder.path)
        #expect(check.status == 65)
        #expect(check.output.contains("mau/templates/reminder.mustache:3:3:"))
    }

    @Test func anAnonymousReportHasNoNamesOfPeople() throws {
        let folder = try TemporaryDirectory()
        _ = try run(
            folder,
            "thanh-xuan",
            "2024",
            "2025-01-05T02:00:00",
            ["--year-end", "--anonymise"]
        )
        let runs = folder.path + "/output/thanh-xuan/2024"
        let id = try #require(try FileManager.default.contentsOfDirectory(atPath: runs).first)
        let report = try folder.read("output/thanh-xuan/2024/\(id)/report.txt")
        #expect(report.contains("kiến nghị, đề xuất của các đơn vị;"))
        #expect(!report.contains("kiêm nhiệm"))
        for name in ["Nguyễn", "Trần", "Đặng"] { #expect(!report.contains(name), "\(name)") }
    }
}
