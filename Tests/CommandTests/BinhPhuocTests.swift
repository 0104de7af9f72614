import Foundation
import TestSupport
import Testing

/// The plan of Sở Ngoại vụ tỉnh Bình Phước: secret ballots, "trước ngày", years from 15/12.
@Suite struct BinhPhuocTests {
    private let sample = DepartmentSample(plan: "binh-phuoc-ngoai-vu", script: "binh_phuoc.py")
    private let asOf = "2025-01-20T02:00:00"

    @Test func theYearGivesTheReportsThatWereReadAndApproved() throws {
        let folder = try TemporaryDirectory()
        let edition = try sample.run(folder, window: "2024", asOf: asOf)
        for name in ["summary.txt", "results.json"] {
            let text = try String(contentsOfFile: edition + name, encoding: .utf8)
            expectGolden(text, "Golden/binh-phuoc-ngoai-vu/\(name)")
        }
        let tooWide = try String(contentsOfFile: edition + "summary.txt", encoding: .utf8)
            .split(separator: "\n").filter { $0.count > 100 }
        #expect(tooWide.isEmpty)
    }

    @Test(arguments: [
        ("2024", "2025-01-20"), ("2024", "2025-01-08"), ("2024-Q1", "2025-01-20"),
        ("2024-H1", "2025-01-20"), ("2024-H2", "2025-01-20"), ("2024-9M", "2024-10-02"),
        ("2024-05", "2024-06-01"), ("2023", "2025-01-20"), ("2021..2025", "2025-01-20"),
        ("2021..2025", "2026-01-09"), ("2025", "2026-01-09"),
    ])
    func everyWindowAgreesWithTheSecondComputation(window: String, asOf: String) throws {
        let folder = try TemporaryDirectory()
        let edition = try sample.run(folder, window: window, asOf: asOf)
        sample.expectSoundRates(try sample.results(edition))
        try sample.expectAgreement(edition)
    }

    /// BP-X1: In time: reports of TTRA, HTQT; plans of TTRA, LSVK, BGLT.
    @Test(arguments: [
        ("(a): gửi báo cáo năm", 2), ("(b): xây dựng kế hoạch", 3), ("(c): báo cáo năm hoặc", 4),
    ])
    func eachReadingOfPlanReportIsOneLineOfThePlan(reading: String, met: Int) throws {
        let folder = try TemporaryDirectory()
        let current = "(a): gửi báo cáo năm"
        let input =
            reading == current
            ? DepartmentSample.input
            : try sample.switched(folder, from: current, to: reading)
        let edition = try sample.run(folder, window: "2024", asOf: asOf, input: input)
        let root = try sample.results(edition).root("BP-10")
        #expect(root?.numerator == met)
        #expect(root?.denominator == 4)
    }

    /// BP-X2.
    ///
    /// Files voted on: 4 on 05/01/2024, 1 on 15/01/2024 (late for the year before), 1 on 20/6/2024
    /// (at no year's end, and by show of hands), 5 on 08/01/2025; by reading (b) what was in time,
    /// until 09/01/2024, was all voted on in secret.
    @Test(arguments: [
        ("(a): trước ngày 10/01", 5.0, "unmet"), ("(b): trước ngày 10/01", 4.0, "met"),
    ])
    func eachReadingOf10JanuaryIsOneLineOfThePlan(
        reading: String,
        files: Double,
        status: String
    ) throws {
        let folder = try TemporaryDirectory()
        let current = "(a): trước ngày 10/01"
        let input =
            reading == current
            ? DepartmentSample.input
            : try sample.switched(folder, from: current, to: reading)
        let edition = try sample.run(folder, window: "2024", asOf: asOf, input: input)
        let results = try sample.results(edition)
        #expect(results.root("BP-09")?.value == files)
        #expect(results.root("BP-09")?.status == "met")
        #expect(results.root("BP-07")?.value == files)
        #expect(results.root("BP-07")?.status == status)
    }

    /// A session of the year before, held late, and one in June leave a year without a council's
    /// session where it is; what names its year counts for that one.
    @Test func lastYearsLateSessionDoesNotStandForThisYears() throws {
        let folder = try TemporaryDirectory()
        let input = folder.path + "/input"
        try FileManager.default.createDirectory(
            atPath: input,
            withIntermediateDirectories: true
        )
        try FileManager.default.copyItem(
            atPath: DepartmentSample.input + "/" + sample.plan,
            toPath: input + "/" + sample.plan
        )
        let sessions = input + "/\(sample.plan)/submissions/"
        try FileManager.default.removeItem(
            atPath: sessions + "2025-01-09/BP-SO/hop-hoi-dong-2024.csv"
        )
        var edition = try sample.run(folder, window: "2024", asOf: asOf, input: input)
        var results = try sample.results(edition)
        for indicator in ["BP-09", "BP-07"] {
            #expect(results.root(indicator)?.value == 0)
            #expect(results.root(indicator)?.status == "unmet")
        }
        let letter = try String(contentsOfFile: edition + "reminders/BP-SO.txt", encoding: .utf8)
        #expect(letter.contains("BP-09: Hội đồng TĐKT Sở bình xét xong"))

        let late = try TemporaryDirectory()
        let rows = "Năm,Ngày họp,Điển hình,Hình thức\n2024,12/01/2025,Mẫu 019,Bỏ phiếu kín\n"
        try rows.write(
            toFile: sessions + "2025-01-17/BP-SO/hop-muon.csv",
            atomically: true,
            encoding: .utf8
        )
        edition = try sample.run(late, window: "2024", asOf: asOf, input: input)
        results = try sample.results(edition)
        #expect(results.root("BP-09")?.value == 1)
        #expect(results.root("BP-09")?.status == "late")
    }

    @Test func checksSpeakAndAliasesOfTheDivisionsAreRead() throws {
        let folder = try TemporaryDirectory()
        let edition = try sample.run(folder, window: "2024", asOf: asOf)
        let findings = try String(contentsOfFile: edition + "findings.csv", encoding: .utf8)
        for message in [
            "có hộ gia đình", "chưa đạt đủ 04 tiêu chuẩn chung", "Họp có 5/9 thành viên",
        ] {
            #expect(findings.contains(message), "\(message)")
        }
        // Its unit column is headed "Phòng nghiệp vụ": read, and late on the day itself.
        let results = try sample.results(edition)
        #expect(results.unit("BP-LSVK", "BP-10")?.status == "late")
        #expect(results.unit("BP-BGLT", "BP-19")?.status == "exempt")
    }

    @Test func aDepartmentMayBelongToTwoClusters() throws {
        let clusters = try String(
            contentsOfFile: DepartmentSample.input + "/binh-phuoc-ngoai-vu/clusters.csv",
            encoding: .utf8
        )
        let own = clusters.split(whereSeparator: \.isNewline).filter {
            $0.contains("BP-SO") && $0.hasSuffix("2024")
        }
        #expect(own.count == 2)
        let folder = try TemporaryDirectory()
        let edition = try sample.run(folder, window: "2024", asOf: asOf)
        #expect(FileManager.default.fileExists(atPath: edition + "report.xlsx"))
    }
}
