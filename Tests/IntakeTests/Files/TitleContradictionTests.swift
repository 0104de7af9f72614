import Intake
import Model
import Rollup
import TestSupport
import Testing

/// Lines above a table that name another unit or period than the place of the file, which decides
/// (CONTRACT §2).
@Suite("Titles that contradict the file's place")
struct TitleContradictionTests {
    private static let table = "STT,Số bài dự thi,Số buổi tuyên truyền\n1,5,6\n"

    private func read(_ title: String, at path: String) throws -> FileReading {
        try Desk.read(title + ",,\n" + Self.table, at: path)
    }

    @Test(arguments: [
        ("Kỳ báo cáo: Quý I/2024", "P1/2024", "Quý I/2024", "Năm 2024"),
        ("Kỳ báo cáo: Năm 2025", "P1/2024", "Năm 2025", "Năm 2024"),
        ("Kỳ báo cáo: Năm 2024", "P1/2024-Q1", "Năm 2024", "Quý I/2024"),
        ("Kỳ báo cáo: 2024-2025", "P1/2024", "2024-2025", "Năm 2024"),
    ])
    func anotherPeriodIsAContradiction(
        title: String,
        folder: String,
        value: String,
        expected: String
    ) throws {
        let reading = try read(title, at: "2024-12-01/\(folder)/bc.csv")
        #expect(reading.records == 1)
        #expect(reading.placement.periods.map(\.id) == [String(folder.dropFirst(3))])
        let finding = try #require(reading.findings.first)
        #expect(reading.findings.count == 1)
        #expect(finding.code == .contradiction)
        #expect(finding.severity == .warning)
        #expect([finding.value, finding.expected] == [value, expected])
        #expect(finding.row == 1)
    }

    @Test(arguments: [
        ("Kỳ báo cáo: Năm 2024", "P1/2024"), ("Kỳ báo cáo: 2024", "P1/2024"),
        ("Kỳ báo cáo: Quý I/2024", "P1"), ("Kỳ báo cáo: Giai đoạn 2024-2025", "P1"),
    ])
    func theSamePeriodAndOneThatThePlaceDoesNotNameAreNone(
        title: String,
        folder: String
    ) throws {
        let reading = try read(title, at: "2024-12-01/\(folder)/bc.csv")
        #expect(reading.records == 1)
        #expect(reading.findings.isEmpty)
    }

    /// Where no label says the period, the title's own words are compared.
    @Test(arguments: [
        ("TỔNG HỢP KẾT QUẢ NĂM 2023", "P1/2024", "Năm 2023"),
        ("BÁO CÁO THÁNG 1 NĂM 2024", "P1/2024", "Tháng 01/2024"),
        ("Báo cáo công tác Quý I năm 2024", "P1/2024", "Quý I/2024"),
        ("KẾT QUẢ THỰC HIỆN 9 THÁNG NĂM 2024", "P1/2024", "9 tháng"),
        ("Năm báo cáo: 2023", "P1/2024", "Năm 2023"), ("Năm 2023", "P1/2024", "Năm 2023"),
        ("(Năm 2023)", "P1/2024", "Năm 2023"),
        ("TỔNG HỢP KẾT QUẢ QUÝ II NĂM 2024", "P1/2024-Q1", "Quý II/2024"),
    ])
    func aTitleOfAnotherPeriodIsAContradiction(title: String, folder: String, named: String)
        throws
    {
        let reading = try read(title, at: "2024-12-01/\(folder)/bc.csv")
        #expect(reading.records == 1)
        #expect(reading.placement.periods.map(\.id) == [String(folder.dropFirst(3))])
        let finding = try #require(reading.findings.first)
        #expect(reading.findings.count == 1)
        #expect(finding.code == .contradiction)
        #expect(finding.severity == .warning)
        #expect(finding.value == title)
        #expect(finding.row == 1)
        #expect(finding.message.contains(named))
    }

    /// A title of the year stands above the table of a quarter, too.
    @Test(arguments: [
        ("TỔNG HỢP KẾT QUẢ NĂM 2024", "P1/2024"), ("TỔNG HỢP KẾT QUẢ NĂM 2024", "P1/2024-Q1"),
        ("BÁO CÁO KẾT QUẢ GIAI ĐOẠN 2021-2025", "P1/2024"), ("TỔNG HỢP KẾT QUẢ NĂM 2023", "P1"),
        ("BÁO CÁO KẾT QUẢ (ban hành ngày 15/6/2023)", "P1/2024"), ("NĂM 2024", "P1/2024"),
        ("TỔNG HỢP KẾT QUẢ NĂM 2023,,\nNĂM 2024", "P1/2024"),
    ])
    func aTitleThatAgreesIsNone(title: String, folder: String) throws {
        let reading = try read(title, at: "2024-12-01/\(folder)/bc.csv")
        #expect(!reading.findings.map(\.code).contains(.contradiction))
    }

    /// The letterhead of another unit of the same kind; that of a ward may stand over a school's.
    @Test(
        arguments: [
            ("Phường Sa Pa", ["Phường Sa Pa"]), ("UBND PHƯỜNG SA PA", ["Phường Sa Pa"]),
            ("Phường Sa Pa,,\nPhường Hòa Mẫu", []), ("Phường Hòa Mẫu,,\nPhường Sa Pa", []),
            ("Phường Đã Nhập", []), ("Phường Sa Pa,,\nĐơn vị: Phường Hòa Mẫu", []),
        ] as [(String, [String])]
    )
    func theLetterheadOfAnotherUnitIsAContradiction(title: String, named: [String]) throws {
        let reading = try read(title, at: "2024-12-01/P1/2024/bc.csv")
        #expect(reading.records == 1)
        #expect(reading.findings.compactMap(\.value) == named)
        #expect(reading.findings.allSatisfy { $0.code == .contradiction })
    }

    /// Outside of the units' folders the name of the file says whose it is.
    @Test(arguments: [("P1", true), ("P2 bc", false)])
    func aFileNamedAfterAnotherUnitIsAContradiction(name: String, isOther: Bool) throws {
        let reading = try read(
            "Đơn vị báo cáo: Phường Sa Pa",
            at: "2024-12-01/2024/\(name).csv"
        )
        #expect(reading.records == 1)
        #expect(reading.findings.map(\.code) == (isOther ? [.contradiction] : []))
        let finding = reading.findings.first
        #expect(finding?.expected == (isOther ? "Phường Hòa Mẫu" : nil))
        #expect(finding?.message.contains("tên tệp ghi Phường Hòa Mẫu") ?? !isOther)
    }

    /// Where rows say their own period, they decide.
    @Test func aColumnOfPeriodsGoesBefore() throws {
        let reading = try Desk.read(
            "Kỳ báo cáo: Năm 2025,,\nKỳ báo cáo,Số bài dự thi,Số buổi tuyên truyền\n2024,5,6\n",
            at: "2024-12-01/P1/2024/bc.csv"
        )
        #expect(reading.findings.isEmpty)
    }

    @Test(arguments: [
        ("Đơn vị báo cáo: Phường Sa Pa", "Q", "Phường Sa Pa"),
        ("Phường Sa Pa", "Q", "Phường Sa Pa"),
        ("Đơn vị: Phường Sa Pa", "P1", "Phường Sa Pa"), ("Tên đơn vị: P3", "P1", "Phường Sa Pả"),
    ])
    func anotherUnitIsAContradiction(title: String, folder: String, value: String) throws {
        let reading = try read(title, at: "2024-12-01/\(folder)/2024/bc.csv")
        #expect(reading.records == 1)
        #expect(reading.findings.map(\.code) == [.contradiction])
        #expect(reading.findings.map(\.severity) == [.warning])
        #expect(reading.findings.map(\.value) == [value])
    }

    /// The office above stands over the name of the one that writes.
    @Test(arguments: [
        "Đơn vị báo cáo: Phường Hòa Mẫu", "Đơn vị: Quận Mẫu", "Quận Mẫu",
        "Đơn vị báo cáo: Tổ dân phố 5",
    ])
    func theUnitItselfTheOneAboveAndAStrangerAreNone(title: String) throws {
        let reading = try read(title, at: "2024-12-01/P1/2024/bc.csv")
        #expect(reading.findings.isEmpty)
    }
}

/// Two years without a word: a school year, or a stage.
@Suite("Years side by side")
struct BareYearsTests {
    private func read(_ text: String, calendar: String = "") throws -> FileReading {
        var scenario = Scenario(plan: Desk.plan + calendar, units: Desk.units)
        scenario.files = [Scenario.File("2024-12-01/P1/bc.csv", text)]
        return try scenario.collect(window: "2024").collection.files[0].reading
    }

    private static let school = "\nyear_starts: \"09-01\"\n"
    private static let column =
        "Kỳ báo cáo,Số bài dự thi,Số buổi tuyên truyền\n2024-2025,5,6\n2024-2025,5,6\n"
    private static let title =
        "Kỳ báo cáo: 2024-2025,,\nSTT,Số bài dự thi,Số buổi tuyên truyền\n1,5,6\n"

    @Test(arguments: [column, title])
    func inAPlanOfSchoolYearsTheyAreOne(text: String) throws {
        let reading = try read(text, calendar: Self.school)
        #expect(reading.placement.periods == [.year(2025)])
        #expect(!reading.findings.contains { $0.code == .periodOutside })
    }

    /// What is understood is told of every row: it counts for neither year.
    @Test(arguments: [(column, 2), (title, 1)])
    func elsewhereTheyAreAStageAndThatIsTold(text: String, rows: Int) throws {
        let reading = try read(text)
        #expect(reading.placement.periods == [.years(2024, 2025)])
        let found = reading.findings.filter { $0.code == .periodOutside }
        #expect(found.count == rows)
        #expect(found.allSatisfy { $0.severity == .warning && $0.value == "2024-2025" })
        #expect(found.first?.expected == "Giai đoạn 2024-2025")
    }

    @Test(arguments: ["Giai đoạn 2024-2025", "2024..2025", "2023-2025"])
    func whatCanBeNoSchoolYearIsNotTold(period: String) throws {
        let reading = try read(
            "Kỳ báo cáo,Số bài dự thi,Số buổi tuyên truyền\n\(period),5,6\n"
        )
        #expect(reading.records == 1)
        #expect(reading.findings.isEmpty)
    }

    /// A document may be about two years; that says nothing of when it counts.
    @Test func theYearsThatADocumentCoversAreItsOwn() throws {
        let reading = try read(
            "Loại văn bản,\"Số, ký hiệu\",Ngày ban hành,Giai đoạn\nKế hoạch,1,01/05/2024,2024-2025\n"
        )
        #expect(reading.records == 1)
        #expect(reading.findings.isEmpty)
    }
}
