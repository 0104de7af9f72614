import Disk
import Foundation
import TestSupport
import Testing

/// `dashboard.html` of the shipped sample, as the program writes it and as a browser shows it.
@Suite("Dashboard of the sample", .serialized) struct DashboardTests {
    private static let python = "/usr/bin/python3"

    /// Headless Chromium, where this machine has one.
    private static let chromium =
        ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    private func run(_ folder: TemporaryDirectory, _ more: [String] = []) throws -> String {
        let input = testsFolder.deletingLastPathComponent().appendingPathComponent("input").path
        let result = try BuiltProgram.run(
            [
                "run", "--input", input, "--plan", "thanh-xuan", "--window", "2024", "--as-of",
                "2025-01-05T02:00:00", "--now", "2026-02-01T02:00:00", "--output",
                folder.path + "/output",
            ] + more
        )
        #expect(result.status == 0, "\(result.errors)")
        let editions = folder.path + "/output/thanh-xuan/2024/"
        let edition = try #require(
            try FileManager.default.contentsOfDirectory(atPath: editions)
                .first { $0.hasPrefix("2026") }
        )
        return editions + edition + "/"
    }

    @Test func theSampleGivesThePageThatWasLookedAt() throws {
        let folder = try TemporaryDirectory()
        let edition = try run(folder)
        let page = try String(contentsOfFile: edition + "dashboard.html", encoding: .utf8)
        expectGolden(page, "Golden/thanh-xuan/dashboard.html")
        let manifest = try String(contentsOfFile: edition + "manifest.json", encoding: .utf8)
        #expect(manifest.contains("dashboard.html"))
    }

    /// The page of the sample, which the test above holds to.
    private static let golden = testsFolder.appendingPathComponent(
        "Golden/thanh-xuan/dashboard.html"
    )

    @Test func thePolicyAllowsItsOwnStyleAndNoOther() throws {
        let page = try String(contentsOf: Self.golden, encoding: .utf8)
        let start = try #require(page.range(of: "<style>"))
        let end = try #require(page.range(of: "</style>"))
        let digits = try SHA256.digest(of: Array(page[start.upperBound..<end.lowerBound].utf8))
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { place in
            UInt8(digits.dropFirst(place).prefix(2), radix: 16)
        }
        #expect(page.contains("style-src &#39;sha256-\(Data(bytes).base64EncodedString())&#39;"))
    }

    /// Names of people in the sample's lists are `… Mẫu`; those of its schools are, too.
    @Test func noPersonIsNamedInAnAnonymousOne() throws {
        let folder = try TemporaryDirectory()
        let page = try String(
            contentsOfFile: run(folder, ["--anonymise"]) + "dashboard.html",
            encoding: .utf8
        )
        for family in ["Nguyễn Văn", "Nguyễn Thị", "Trần Văn", "Trần Thị", "Lê Văn", "Phạm Thị"] {
            #expect(!page.contains(family), "\(family)")
        }
    }

    @Test(
        .enabled(if: chromium != nil && FileManager.default.isExecutableFile(atPath: python)),
        .timeLimit(.minutes(5))
    )
    func aBrowserShowsItWithoutFaultOnDeskAndPhone() throws {
        var (status, faults) = try look()
        // A browser that did not answer is asked once more; twice is a fault.
        if status == 75 { (status, faults) = try look() }
        #expect(status == 0, "\(faults)")
    }

    private func look() throws -> (status: Int32, faults: String) {
        let look = Process()
        look.executableURL = URL(fileURLWithPath: Self.python)
        look.arguments = [
            testsFolder.appendingPathComponent("Dashboard/look.py").path,
            try #require(Self.chromium), Self.golden.path,
        ]
        let output = Pipe()
        look.standardOutput = output
        try look.run()
        let faults = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(),
            as: UTF8.self
        )
        look.waitUntilExit()
        return (look.terminationStatus, faults)
    }
}
