import Foundation
import TestSupport
import Testing

/// What runs the second computation, which stands apart from this code on purpose.
private let interpreter = "/usr/bin/python3"

/// When the reports of 2024 were looked at, and when those of the stage were.
private let winter = "2025-01-20T02:00:00"
private let end = "2026-01-10T02:00:00"

/// One run of the plan into a folder of its own.
private struct Report {
    let folder: TemporaryDirectory
    let edition: String

    /// `reading` is the beginning of a line that the plan gives as a comment, below the line whose
    /// place it may take, and `other` that of a second line which goes with it; the run is of a
    /// copy of the plan in which they do.
    init(
        _ window: String,
        asOf: String = winter,
        reading: String? = nil,
        with other: String? = nil
    ) throws {
        folder = try TemporaryDirectory()
        var input = testsFolder.deletingLastPathComponent().appendingPathComponent("input")
        if let reading {
            let copy = URL(fileURLWithPath: folder.path).appendingPathComponent("input")
            try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: input.appendingPathComponent("quang-binh-tnmt"),
                to: copy.appendingPathComponent("quang-binh-tnmt")
            )
            input = copy
            for line in [reading, other].compactMap(\.self) {
                try Report.take(line, copy.appendingPathComponent("quang-binh-tnmt/plan.yaml"))
            }
        }
        edition = "output/quang-binh-tnmt/\(window)/latest/"
        let result = try BuiltProgram.run(
            [
                "run", "--input", input.path, "--plan", "quang-binh-tnmt", "--window", window,
                "--as-of", asOf, "--now", end, "--output", folder.path + "/output",
            ])
        #expect(result.status == 0, "\(window): \(result.errors)")
    }

    private static func take(_ reading: String, _ plan: URL) throws {
        var lines = try String(contentsOf: plan, encoding: .utf8).components(separatedBy: "\n")
        let found = lines.indices.filter {
            lines[$0].trimmingCharacters(in: .whitespaces).hasPrefix("# " + reading)
        }
        try #require(found.count == 1, "\(reading)")
        let mark = try #require(lines[found[0]].range(of: "# "))
        lines[found[0] - 1] = lines[found[0]].replacingCharacters(in: mark, with: "")
        lines.remove(at: found[0])
        try lines.joined(separator: "\n").write(to: plan, atomically: true, encoding: .utf8)
    }

    func read(_ name: String) throws -> String { try folder.read(edition + name) }

    func path(_ name: String) -> String { folder.path + "/" + edition + name }

    func results() throws -> Results {
        try JSONDecoder().decode(Results.self, from: Data(read("results.json").utf8))
    }
}

/// What these tests look at in results.json.
private struct Results: Decodable {
    struct Unit: Decodable {
        var unit: String
        var value: Double?
        var status: String
    }
    struct Node: Decodable {
        var numerator: Int?
        var denominator: Int?
        var percent: String?
        var value: Double?
        var status: String
    }
    struct Indicator: Decodable {
        var id: String
        var units: [Unit]
        var nodes: [Node]
    }
    var indicators: [Indicator]

    subscript(_ id: String) -> Indicator? { indicators.first { $0.id == id } }

    /// `13/14` of an indicator's node.
    func share(_ id: String) -> String? {
        guard let node = self[id]?.nodes.first, let part = node.numerator,
            let whole = node.denominator
        else { return nil }
        return "\(part)/\(whole)"
    }

    func status(_ id: String, _ unit: String) -> String? {
        self[id]?.units.first { $0.unit == unit }?.status
    }
}

/// The plan of a department that answers to a ministry and to a province, from drop folder to
/// reports.
@Suite struct QuangBinhTests {
    @Test func theSampleGivesTheReportsThatWereReadAndApproved() throws {
        let report = try Report("2024")
        for name in ["summary.txt", "results.json"] {
            expectGolden(try report.read(name), "Golden/quang-binh-tnmt/\(name)")
        }
        let tooWide = try report.read("summary.txt").split(separator: "\n")
            .filter { $0.count > 100 }
        #expect(tooWide.isEmpty)
    }

    /// Runs a script beside the tests; its status and what it printed.
    private func script(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: interpreter)
        process.arguments =
            [testsFolder.appendingPathComponent("Independent/" + arguments[0]).path]
            + arguments.dropFirst()
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(),
            as: UTF8.self
        )
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: interpreter)),
        arguments: [
            ("2024", winter), ("2024-Q2", winter), ("2024-H1", winter), ("2024-9M", winter),
            ("2024-11", winter), ("2023..2025", winter), ("2023", end), ("2025", end),
            ("2025-Q2", end), ("2023..2025", end), ("2024", "2024-12-17T02:00:00"),
        ]
    )
    func everyWindowHoldsNoRateAboveTheWholeAndAgreesWithAnIndependentComputation(
        _ window: String,
        _ asOf: String
    ) throws {
        let report = try Report(window, asOf: asOf)
        for indicator in try report.results().indicators {
            for node in indicator.nodes {
                #expect(node.numerator ?? 0 <= node.denominator ?? 0, "\(indicator.id)")
                let percent = node.percent?.replacingOccurrences(of: ",", with: ".")
                #expect(percent.flatMap(Double.init) ?? 0 <= 100, "\(indicator.id)")
            }
            #expect(Set(indicator.units.map(\.unit)).count == indicator.units.count)
        }
        let check = try script(["quang_binh.py", "--compare", report.path("results.json")])
        #expect(check.status == 0, "\(check.output)")
    }

    /// QB-03, QB-23: one set of figures, two addressees.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: interpreter)))
    func theTwoLinesOfReportDifferInLetterheadAndRecipientsOnly() throws {
        let report = try Report("2024")
        let comparison = try script([
            "workbooks.py", report.path("report-ministry.xlsx"),
            report.path("report-province.xlsx"),
        ])
        #expect(comparison.status == 0, "a figure, a formula or a layout differs")
        let lines = comparison.output.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let allowed: Set<[String]> = [
            ["UBND TỈNH QUẢNG BÌNH", "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG"],
            ["SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"],
            ["GIÁM ĐỐC", "CHỦ TỊCH HỘI ĐỒNG"],
            [
                "Bộ Tài nguyên và Môi trường (Vụ TCCB)",
                "Sở Nội vụ (Ban Thi đua - Khen thưởng tỉnh)",
            ],
            ["Ban Thi đua - Khen thưởng Trung ương", "Hội đồng Thi đua - Khen thưởng tỉnh"],
        ]
        var seen: Set<[String]> = []
        for line in lines {
            try #require(line.count == 4)
            let texts = Array(line[2...])
            if texts[0].contains("/BC-STNMT "), texts[1].contains("/BC-HĐTĐKT ") { continue }
            #expect(allowed.contains(texts), "\(line)")
            seen.insert(texts)
        }
        #expect(seen == allowed)
    }

    // MARK: - Readings: each is one line of the plan, the figures are worked out by hand

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: interpreter)))
    func fromOneToTwoExemplarsIsAtLeastOneUnlessThePlanSaysOneOrTwo() throws {
        let usual = try Report("2024")
        #expect(try usual.results().share("QB-06") == "13/14")
        #expect(try usual.results().status("QB-06", "QB-DV-VPDK") == "met")
        // The land office built three.
        let strict = try Report("2024", reading: "each: \"1..2\"")
        #expect(try strict.results().share("QB-06") == "12/14")
        #expect(try strict.results().status("QB-06", "QB-DV-VPDK") == "unmet")
        // Both reports print the reading that they rest on.
        let printed = try script([
            "workbooks.py", usual.path("report-ministry.xlsx"), strict.path("report-ministry.xlsx"),
        ]).output
        #expect(printed.contains("hiểu là ít nhất 01; nhiều hơn 02 vẫn đạt"))
        #expect(printed.contains("hiểu là đúng 01 hoặc 02; nhiều hơn 02 là chưa đạt"))
    }

    @Test func exemplarsAreAskedOfTheOrganisationsOnlyWhereThePlanSaysSo() throws {
        // Of the four, the party committee and the trade union have one; two sent nothing.
        let all = try Report("2024", reading: "applies_to: toan-so").results()
        #expect(all.share("QB-06") == "15/18")
        #expect(all.status("QB-06", "QB-CCB") == "no_data")
    }

    @Test func theSecondQuarterIsThatOfTheCalendarUnlessThePlanTakesTheReportingOne() throws {
        let usual = try Report("2025", asOf: end).results()
        #expect(usual.share("QB-08") == "10/12")
        #expect(usual.status("QB-08", "QB-DV-QUYDAT") == "met")
        #expect(usual.status("QB-08", "QB-CC-BIEN") == "late")
        // That of the land fund is dated 20/06.
        let reporting = try Report("2025", asOf: end, reading: "due: {within: [2025-03-15")
            .results()
        #expect(reporting.share("QB-08") == "9/12")
        #expect(reporting.status("QB-08", "QB-DV-QUYDAT") == "late")
    }

    @Test func oneOfficeSupervisedIsEnoughUnlessThePlanAsksForAll() throws {
        let usual = try Report("2024").results()["QB-14"]?.nodes.first
        #expect(usual?.value == 3)
        #expect(usual?.status == "met")
        let all = try Report("2024", reading: "total: \">= 13\"").results()["QB-14"]?.nodes.first
        #expect(all?.value == 3)
        #expect(all?.status == "unmet")
    }

    @Test func theYearIsThatOfTheDecreeUnlessThePlanTakesTheCalendarYear() throws {
        let usual = try Report("2024").results()
        #expect(usual.share("QB-07-BX") == "10/13")
        #expect(usual["QB-20"]?.nodes.first?.value == 3)
        // The land fund's review and the youth union's post are of 16/12/2024.
        let calendar = try Report("2024", reading: "year_starts: \"01-01\"").results()
        #expect(calendar.share("QB-07-BX") == "11/13")
        #expect(calendar["QB-20"]?.nodes.first?.value == 4)
    }

    /// What the stage asks for is judged at the end of the year that the plan takes.
    @Test func theLastDayOfTheCalendarYearIsTheOtherLineOfThatReading() throws {
        let inTheLastDays = "2024-12-20T02:00:00"
        let usual = try Report("2024", asOf: inTheLastDays).results()
        #expect(usual.status("QB-04", "QB-CCB") == "no_data")
        let calendar = try Report(
            "2024",
            asOf: inTheLastDays,
            reading: "year_starts: \"01-01\"",
            with: "due: &het-ky {by: \"{year}-12-31\"}"
        ).results()
        #expect(calendar.status("QB-04", "QB-CCB") == "pending")
    }

    // MARK: - The mergers of 2025

    @Test func theLetterheadOfTheMinistryLineIsTheOfficesNameOnTheWindowsLastDay() throws {
        let before = try Report("2024").read("summary.txt")
        #expect(before.hasPrefix("UBND TỈNH QUẢNG BÌNH "))
        let after = try Report("2025", asOf: end).read("summary.txt")
        #expect(after.hasPrefix("UBND TỈNH QUẢNG TRỊ "))
        #expect(after.contains("\nSỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH QUẢNG TRỊ "))
    }

    /// Whole mergers conserve totals: what the years counted is what the stage counts.
    @Test func theYearsAddUpToTheStageAcrossTheMerger() throws {
        func exemplars(_ window: String) throws -> Int {
            let data = Data(try Report(window, asOf: end).read("results.json").utf8)
            let results = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            let measures = try #require(results?["measures"] as? [[String: Any]])
            return measures.compactMap { $0["exemplars"] as? Int }.reduce(0, +)
        }
        let years = try ["2023", "2024", "2025"].map(exemplars)
        #expect(years.allSatisfy { $0 > 0 })
        #expect(try exemplars("2023..2025") == years.reduce(0, +))
    }
}
