import Intake
import Model
import TestSupport
import Testing

/// Sheets pasted under each other in one file: what stands over a header that stands once more says
/// of what unit and period the rows below it are.
@Suite("Tables below each other")
struct StackedTablesTests {
    private static let header = "STT,Họ và tên,Đối tượng\n"
    private static let report = "Số bài dự thi,\"Số tin, bài đã đăng\",Số buổi tuyên truyền\n"

    private func read(_ text: String, at path: String = "2024-12-01/a.csv") throws -> FileReading {
        let reading = try Desk.read(text, at: path)
        #expect(reading.lines.total == reading.physicalLines)
        return reading
    }

    private func units(_ reading: FileReading) -> [Int32] { reading.batches.flatMap(\.units) }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map(\.code.rawValue)
    }

    private func periods(_ reading: FileReading) -> [String] {
        reading.batches.flatMap { batch in
            (0..<batch.count).map { batch.explicitPeriod($0)?.id ?? "" }
        }
    }

    @Test(arguments: [
        "Đơn vị: Phường Sa Pa,,\nKỳ báo cáo: Năm 2024,,\n",
        "Kỳ báo cáo: Năm 2024,,\nTên đơn vị: Phường Sa Pa,,\n",
        "Đơn vị báo cáo,Phường Sa Pa,\nDANH SÁCH ĐIỂN HÌNH NĂM 2024,,\n",
        ",,\nĐơn vị: P2,,\n,,\n", "Đơn vị: Phường Sa Pa,,\nĐơn vị: người,,\n",
        "QUẬN MẪU,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐơn vị: Phường Sa Pa,,\n",
        "Người lập biểu,,\n\"Mẫu, ngày 5 tháng 12 năm 2024\",,\nĐơn vị: Phường Sa Pa,,\n",
    ])
    func theRowsAreOfTheUnitOverTheirHeader(titles: String) throws {
        let reading = try read(
            "Đơn vị: Phường Hòa Mẫu,,\nKỳ báo cáo: Năm 2024,,\n" + Self.header
                + "1,A A,Cá nhân\n" + titles + Self.header + "1,B B,Cá nhân\n2,C C,Tập thể\n"
        )
        #expect(units(reading) == [1, 2, 2])
        #expect(periods(reading) == ["2024", "2024", "2024"])
        #expect(reading.rejected.filter { $0.code != .requiredEmpty }.isEmpty)
    }

    @Test func aReportDoesNotReplaceTheOneOfAnotherUnit() throws {
        let reading = try read(
            "Đơn vị: Phường Hòa Mẫu,,\nKỳ báo cáo: Năm 2024,,\n" + Self.report + "3,4,5\n,,\n"
                + "Đơn vị: Phường Sa Pa,,\nKỳ báo cáo: Năm 2024,,\n" + Self.report + "30,40,50\n"
        )
        #expect(units(reading) == [1, 2])
        #expect(reading.findings.isEmpty)
        #expect(reading.rejected.isEmpty)
    }

    @Test func thePeriodIsTheOneOverTheHeader() throws {
        let reading = try read(
            "Kỳ báo cáo: Quý I/2024,,\n" + Self.report + "3,4,5\n,,\nKỳ báo cáo: Quý II/2024,,\n"
                + Self.report + "30,40,50\n",
            at: "2024-12-01/P1/a.csv"
        )
        #expect(periods(reading) == ["2024-Q1", "2024-Q2"])
        #expect(reading.findings.isEmpty)
    }

    /// What one of the tables does not say, or not so that it can be read, is not the other one's.
    @Test(arguments: [
        ("Đơn vị:,,\n", "unit-unknown"), ("Đơn vị: ……,,\n", "unit-unknown"),
        ("Đơn vị: Phường Lạ,,\n", "unit-unknown"), ("Kỳ báo cáo: ……,,\n", "period-unknown"),
        (
            "PHƯỜNG SA PA,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n,,Độc lập - Tự do - Hạnh phúc\n",
            "unit-unknown"
        ),
        ("DANH SÁCH ĐIỂN HÌNH NĂM 2025,,\n", "period-unknown"),
    ])
    func whatIsNotKnownIsHandedBack(titles: String, code: String) throws {
        let reading = try read(
            "Đơn vị: Phường Hòa Mẫu,,\nKỳ báo cáo: Năm 2024,,\n" + Self.header
                + "1,A A,Cá nhân\n,,\n" + titles + Self.header + "1,B B,Cá nhân\n"
        )
        #expect(units(reading) == [1])
        #expect(reading.rejected.last?.code.rawValue == code)
        #expect(codes(reading).last == code)
    }

    @Test func aPeriodThatChangedIsNotGuessedForAnotherUnit() throws {
        let reading = try read(
            "Đơn vị: Phường Hòa Mẫu,,\nKỳ báo cáo: Năm 2024,,\n" + Self.header + "1,A,Cá nhân\n"
                + "Kỳ báo cáo: Năm 2025,,\n" + Self.header + "1,B,Cá nhân\n"
                + "Đơn vị: Phường Sa Pa,,\n" + Self.header + "1,C,Cá nhân\n"
        )
        #expect(periods(reading) == ["2024", "2025"])
        #expect(codes(reading) == ["period-unknown"])
    }

    /// The header of each printed page, under nothing or the same titles.
    @Test(arguments: [
        "", "Trang 2,,\n", "Đơn vị: Phường Hòa Mẫu,,\nKỳ báo cáo: Năm 2024,,\n",
        "DANH SÁCH ĐIỂN HÌNH NĂM 2024,,\n",
    ])
    func aHeaderOfAFurtherPageChangesNothing(titles: String) throws {
        let reading = try read(
            "DANH SÁCH ĐIỂN HÌNH NĂM 2024,,\nĐơn vị: Phường Hòa Mẫu,,\nKỳ báo cáo: Năm 2024,,\n"
                + Self.header + "1,A A,Cá nhân\n" + titles + Self.header + "2,B B,Cá nhân\n"
        )
        #expect(units(reading) == [1, 1])
        #expect(reading.findings.isEmpty)
        #expect(reading.rejected.isEmpty)
    }

    @Test(arguments: [
        ("Đơn vị: Phường Sa Pa", "P1/2024", "Phường Sa Pa"),
        ("Kỳ báo cáo: Năm 2025", "P1/2024", "Kỳ báo cáo: Năm 2025"),
        ("DANH SÁCH ĐIỂN HÌNH NĂM 2025", "P1/2024", "DANH SÁCH ĐIỂN HÌNH NĂM 2025"),
    ])
    func theFolderGoesBeforeAndIsTold(title: String, folder: String, value: String) throws {
        let reading = try read(
            "DANH SÁCH ĐIỂN HÌNH NĂM 2024,,\n" + Self.header + "1,A A,Cá nhân\n,,\n\(title),,\n"
                + Self.header + "1,B B,Cá nhân\n" + "\(title),,\n" + Self.header
                + "2,C C,Cá nhân\n",
            at: "2024-12-01/\(folder)/a.csv"
        )
        #expect(units(reading) == [1, 1, 1])
        #expect(periods(reading) == ["2024", "2024", "2024"])
        #expect(codes(reading) == ["contradiction"])
        let finding = try #require(reading.findings.first)
        #expect(value.hasSuffix(finding.value ?? "?"))
        #expect(finding.message.hasPrefix("Phần trên bảng này ghi"))
    }

    /// A unit that stands by its name alone heads its rows, also in an office's folder.
    @Test(arguments: ["Phường Sa Pa,,\n", "Phường Sa Pa,,\nKỳ báo cáo: Năm 2024,,\n"])
    func aNameOverTheHeaderIsASection(titles: String) throws {
        let reading = try read(
            "QUẬN MẪU,,\n" + Self.header + "1,A A,Cá nhân\n,,\n" + titles + Self.header
                + "1,B B,Cá nhân\nQUẬN MẪU,,\n" + Self.header + "2,C C,Cá nhân\n",
            at: "2024-12-01/Q/2024/a.csv"
        )
        // Whose the rows below the office's own letterhead are is not known for certain.
        #expect(units(reading) == [0, 2])
        #expect(codes(reading) == ["unit-unknown"])
    }

    /// Without a header of its own the block is told by its label all the same.
    @Test func aLabelInsideTheTableHeadsTheRowsBelow() throws {
        let reading = try read(
            "Đơn vị: Phường Hòa Mẫu,,\nKỳ báo cáo: Năm 2024,,\n" + Self.header
                + "1,A A,Cá nhân\n,,\nĐơn vị: Phường Sa Pa,,\n1,B B,Cá nhân\n"
        )
        #expect(units(reading) == [1, 2])
    }

    /// Rows of data below signatures and a further header are data, whatever they lack.
    @Test func theTableBelowSignaturesIsReadAgain() throws {
        let reading = try read(
            "Kỳ báo cáo: Năm 2024,,\nHọ và tên,Đối tượng,Ghi chú\nA A,Cá nhân,\n"
                + "Người lập biểu,,\nNguyễn Văn Mẫu,,\nHọ và tên,Đối tượng,Ghi chú\nB B,Cá nhân,\n",
            at: "2024-12-01/P1/a.csv"
        )
        #expect(reading.records == 2)
    }

    /// What only begins as a label does is the name of somebody, with all that a row of data has.
    @Test func aRowOfDataOverAHeaderIsNoTitle() throws {
        let header = "Họ và tên,Đối tượng,Ghi chú\n"
        let reading = try read(
            "Kỳ báo cáo: Năm 2024,,\n" + header + "A A,Cá nhân,\nĐơn vị: Tổ Mẫu,Tập thể,\n"
                + header + "B B,Cá nhân,\n",
            at: "2024-12-01/P1/a.csv"
        )
        #expect(reading.records == 3)
        #expect(reading.findings.isEmpty)
    }

    /// A file that is read in several parts reads as it does in one.
    @Test func whatStandsOverRowsHoldsInALargeFileToo() throws {
        let name = String(repeating: "Tên rất dài ", count: 8)
        let rows = (1...12_000).map { "\($0),\(name)\($0),Cá nhân\n" }.joined()
        let reading = try read(
            "Đơn vị: Phường Hòa Mẫu,,\nKỳ báo cáo: Năm 2024,,\n" + Self.header + "1,A A,Cá nhân\n"
                + "Đơn vị: Phường Sa Pa,,\n" + Self.header + rows + "I,Năm 2025,\n" + rows
        )
        #expect(reading.batches.count > 1)
        #expect(units(reading) == [1] + [Int32](repeating: 2, count: 12_000))
        #expect(reading.rows == 24_001)
        #expect(Set(reading.rejected.map(\.code)) == [.periodUnknown])
    }
}
