import Intake
import Model
import Rollup
import TestSupport
import Testing

/// Titles of sections that name the units of the rows below them, well or ill written.
@Suite("Units named by sections")
struct SectionUnitTests {
    private func read(_ text: String, at path: String = "2024-12-01/Q/hd.csv") throws -> FileReading
    {
        let reading = try Desk.read(text, at: path)
        #expect(reading.lines.total == reading.physicalLines)
        return reading
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map(\.code.rawValue)
    }

    private static let header = "STT,Nội dung,Loại hoạt động,Ngày,Số người dự\n"

    @Test(arguments: [
        ("Phường Hòa Mẩu", "Phường Hòa Mẫu"), ("Phuong Hoa Mau", "Phường Hòa Mẫu"),
        ("Trường THCS Không Có", nil), ("Phường Hòa Mẫu (đã sáp nhập)", "Phường Hòa Mẫu"),
        ("Tổ dân phố số 3", nil),
    ])
    func rowsBelowATitleThatIsNoUnitForCertainAreNobodys(title: String, meant: String?) throws {
        let reading = try read(
            SectionUnitTests.header + "I,\(title),,,\n1,a,Tập huấn,05/4/2024,10\n"
                + "II,Phường Sa Pa,,,\n1,b,Tập huấn,06/4/2024,20\n"
        )
        #expect(codes(reading) == ["unit-unknown"])
        #expect(reading.findings.first?.value == title)
        #expect(reading.findings.first?.expected == meant)
        #expect(reading.batches.flatMap(\.units) == [2])
        #expect(reading.rejected.map(\.line) == [3])
    }

    @Test(arguments: [
        "Tập huấn nghiệp vụ", "\"Phòng, chống dịch\"", "Xã hội hóa", "KHỐI PHƯỜNG XÃ", "Trường học",
    ])
    func titlesOfOtherThingsLeaveTheRowsToTheSubmitter(title: String) throws {
        let reading = try read(
            SectionUnitTests.header + "I,\(title),,,\n1,a,Tập huấn,05/4/2024,10\n"
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.batches.flatMap(\.units) == [0])
    }

    @Test(arguments: [
        "Quận khen thưởng", "QUẬN KHEN THƯỞNG", "Trường học trên địa bàn",
        "TRƯỜNG HỌC TRÊN ĐỊA BÀN",
        "\"Công an, quân đội\"", "UBND phường", "Tập thể", "Thanh niên", "Nữ Hòa Mạc",
    ])
    func aTopicLeavesTheRowsToAnOfficeToo(title: String) throws {
        let reading = try read(
            SectionUnitTests.header + "I,\(title),,,\n1,a,Tập huấn,05/4/2024,10\n"
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.batches.flatMap(\.units) == [0])
    }

    @Test func aLetterheadIsNoTitleOfASection() throws {
        let reading = try read(
            "QUẬN MẪU,,,,\n" + SectionUnitTests.header
                + "I,Tập thể,,,\n1,a,Tập huấn,05/4/2024,10\n"
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.batches.flatMap(\.units) == [0])
    }

    @Test(arguments: [
        "Phường Trung Tâm", "Trường mầm non hoa sen", "phường hoa sen", "Công an phường Hoa Sen",
        "Quận đoàn Thanh niên", "Hòa Mẩn", "PHƯỜNG HOA SEN", "Phường 9",
    ])
    func whatMayBeAUnitsNameTakesItsRowsAwayFromAnOffice(title: String) throws {
        let reading = try read(
            SectionUnitTests.header + "I,\(title),,,\n1,a,Tập huấn,05/4/2024,10\n"
        )
        #expect(codes(reading) == ["unit-unknown"])
        #expect(reading.records == 0)
    }

    @Test(arguments: [
        "Thành phố khen thưởng", "Phường khen thưởng", "\"Công an, quân đội\"", "UBND phường",
        "Công an phường Hòa Mẫu", "Trường THCS Không Có", "Tập thể", "Phường Hòa Mẩu",
        "Phường Hòa Mẫu", "Quận đoàn", "Tổ dân phố số 3",
    ])
    func aUnitWithNoneBelowItReportsForItself(title: String) throws {
        let reading = try read(
            SectionUnitTests.header + "I,\(title),,,\n1,a,Tập huấn,05/4/2024,10\n"
                + "II,Phường Hòa Mẫu,,,\n2,b,Tập huấn,06/4/2024,20\n",
            at: "2024-12-01/P1/hd.csv"
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.batches.flatMap(\.units) == [1, 1])
    }

    @Test(arguments: [
        ("Phường Sa Pa", "unit-out-of-scope"), ("P. Sa Pa", "unit-out-of-scope"),
        ("Quận Mẫu", "unit-out-of-scope"), ("Phuong Sa Pa", "unit-unknown"),
    ])
    func anotherUnitsNameTakesItsRowsAway(title: String, code: String) throws {
        let reading = try read(
            SectionUnitTests.header + "I,\(title),,,\n1,a,Tập huấn,05/4/2024,10\n",
            at: "2024-12-01/P1/hd.csv"
        )
        #expect(codes(reading) == [code])
        #expect(reading.records == 0)
    }

    /// Every ward has its own of what the district's offices are called for short.
    @Test func whatAnOfficeIsCalledForShortIsAPartOfAWard() throws {
        var scenario = Scenario(
            plan: Desk.plan,
            units: Desk.units.replacing("Tên viết tắt", with: "Tên khác")
                + "\nQ-MT,Ủy ban Mặt trận Tổ quốc quận Mẫu,MTTQ,MTTQ,Q,\n"
                + "Q-CA,Công an quận Mẫu,Công an,LLVT,Q,\nQ-TN,Quận đoàn Thanh niên,,CTXH,Q,\n"
        )
        let rows = ["MTTQ", "Công an", "Đoàn Thanh niên", "Công an quận Mẫu"].enumerated().map {
            line,
            title in
            "I,\(title),,,\n1,\(line),Tập huấn,05/4/2024,10\n"
        }
        let text = SectionUnitTests.header + rows.joined()
        scenario.files = ["Q", "P1"].map {
            Scenario.File("2024-12-01/\($0)/hd.csv", bytes: Array(text.utf8))
        }
        let files = try scenario.collect(window: "2024").collection.files.map(\.reading)
        let own = try #require(files.first { $0.place.path.contains("P1") })
        let office = try #require(files.first { $0.place.path.contains("/Q/") })
        #expect(own.batches.flatMap(\.units) == [1, 1, 1])
        #expect(codes(own) == ["unit-out-of-scope"])
        #expect(office.batches.flatMap(\.units) == [6, 7, 8, 7])
    }

    @Test(arguments: ["Phường Hòa Mẫu", "I. Phường Hòa Mẫu", "1. Phường Hòa Mẫu", "PHƯỜNG HÒA MẪU"])
    func aUnitInTheFirstCellHeadsTheRowsBelow(title: String) throws {
        for header in [SectionUnitTests.header, "Nội dung,STT,Loại hoạt động,Ngày,Số người dự\n"] {
            let isNumbered = header.hasPrefix("STT")
            let row = isNumbered ? "1,a,Tập huấn,05/4/2024,10\n" : "a,1,Tập huấn,05/4/2024,10\n"
            let reading = try read(header + "\(title),,,,\n" + row)
            #expect(reading.findings.isEmpty, "\(header)")
            #expect(reading.batches.flatMap(\.units) == [1], "\(header)")
            #expect(reading.lines.layout == 1)
        }
    }

    @Test(arguments: [
        "STT,Kỳ báo cáo,Số bài dự thi\nI,Phường Hòa Mẫu,\n1,Tháng 1/2024,3\nII,Phường Sa Pa,\n"
            + "2,Tháng 1/2024,30\n",
        "STT,Kỳ báo cáo,Số bài dự thi\nI,Phường Hòa Mẫu,3\n1,Tháng 1/2024,3\nII,Phường Sa Pa,30\n"
            + "2,Tháng 1/2024,30\n",
        "STT,Năm,Họ và tên,Đối tượng\nI,Phường Hòa Mẫu,,\n1,2024,Nguyễn Văn Mẫu,Cá nhân\n"
            + "II,Phường Sa Pa,,\n2,2024,Trần Thị Mẫu,Cá nhân\n",
        "STT,Loại hoạt động,Ngày,Nội dung\n,Phường Hòa Mẫu,,\n1,Tập huấn,05/3/2024,a\n"
            + ",Phường Sa Pa,,\n2,Tập huấn,06/3/2024,b\n",
        ",Loại hoạt động,Ngày,Nội dung\n,Phường Hòa Mẫu,,\n,Tập huấn,05/3/2024,a\n"
            + ",Phường Sa Pa,,\n,Tập huấn,06/3/2024,b\n",
        "STT,Loại hoạt động,Ngày,Nội dung\n1,Phường Hòa Mẫu,,\n,Tập huấn,05/3/2024,a\n"
            + "2,Phường Sa Pa,,\n,Tập huấn,06/3/2024,b\n",
    ])
    func aUnitHeadsTheRowsBelowInWhicheverColumnComesFirst(text: String) throws {
        let reading = try read(text)
        #expect(reading.findings.isEmpty)
        #expect(reading.batches.flatMap(\.units) == [1, 2])
        #expect(reading.lines.layout == 2)
    }

    @Test func aRowThatNobodyFinishedIsNoTitle() throws {
        let reading = try read(
            "STT,Tên tập thể,Đối tượng,Năm\n1,Phường Hòa Mẫu,,\n2,Phường Sa Pa,Tập thể,2024\n"
        )
        #expect(reading.rejected.map(\.line) == [2])
        #expect(reading.batches.flatMap(\.units) == [0])
    }

    @Test func aLoneTextBelowARowGoesOnWithIt() throws {
        let reading = try read(
            "STT,Tên bài viết,Tác giả,Ngày nộp\n1,Thầy cô ở,Trần Văn Mẫu,05/4/2024\n"
                + ",Phường Hòa Mẫu,,\n2,Cô tôi,Lê Thị Mẫu,06/4/2024\n"
        )
        #expect(reading.rejected.map(\.line) == [3])
        #expect(reading.batches.flatMap(\.units) == [0, 0])
    }

    @Test func aTitleInTheColumnOfPeriodsEndsTheSectionAbove() throws {
        let reading = try read(
            "STT,Năm,Họ và tên,Đối tượng\nI,Phường Hòa Mẫu,,\n1,2024,Nguyễn Văn Mẫu,Cá nhân\n"
                + "II,Phường Lạ,,\n2,2024,Trần Thị Mẫu,Cá nhân\n"
                + "III,Tập thể,,\n3,2024,Tổ Mẫu,Tập thể\n"
        )
        #expect(codes(reading) == ["unit-unknown", "unit-unknown"])
        #expect(reading.batches.flatMap(\.units) == [1])
    }

    @Test(arguments: ["I,Quý lạ,5\n", "I,2024,5x\n", "I,Năm 2024,5x\n"])
    func aReportWithAFaultIsNoTitle(row: String) throws {
        let reading = try read("STT,Kỳ báo cáo,Số bài dự thi\n" + row)
        #expect(reading.rejected.map(\.line) == [2])
    }

    @Test func theUnitAboveTheTableIsNoContradictionWhereSectionsNameTheUnits() throws {
        let head = "QUẬN MẪU,,,,\nPHƯỜNG HÒA MẪU,,,,\n" + SectionUnitTests.header
        let section = "I,Phường Hòa Mẫu,,,\n1,a,Tập huấn,05/4/2024,10\n"
        #expect(try read(head + section).findings.isEmpty)
        #expect(codes(try read(head + "1,b,Tập huấn,06/4/2024,9\n" + section)) == ["contradiction"])
        #expect(
            codes(try read(head + "I,Tập huấn,,,\n1,b,Tập huấn,06/4/2024,9\n")) == ["contradiction"]
        )
    }

    @Test func aNumberAloneNamesNoUnit() throws {
        let reading = try read(
            SectionUnitTests.header
                + "1,a,Tập huấn,05/4/2024,10\n2,,,,\nP1,,,,\n3,b,Tập huấn,06/4/2024,9\n"
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.batches.flatMap(\.units) == [0, 0])
    }
}
