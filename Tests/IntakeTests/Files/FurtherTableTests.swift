import Intake
import Model
import TestSupport
import Testing

/// Where a further table begins, the rows that the header can be asked about end.
@Suite("Further tables")
struct FurtherTableTests {
    private func read(_ text: String, at path: String = "2024-12-01/Q/bc.csv") throws -> FileReading
    {
        let reading = try Desk.read(text, at: path)
        #expect(reading.lines.total == reading.physicalLines)
        return reading
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map(\.code.rawValue)
    }

    private static let report = "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,Số bài đạt giải\n"

    @Test(arguments: [
        "Mã đơn vị,Kỳ báo cáo,Số bài dự thi năm trước,Số bài đạt giải năm trước\n",
        "Mã đơn vị,Kỳ báo cáo,Kế hoạch 2025,Dự kiến 2026\n", "Đơn vị,Năm,Bài giao,Giải giao\n",
        "Đơn vị,Kỳ báo cáo,Số bài đạt giải,Số bài dự thi\n",
    ])
    func aTableUnderOtherHeadingsIsHandedBack(header: String) throws {
        for title in ["", "\n", "BIỂU 2,,,\n", "Biểu 2: Chỉ tiêu giao,,,\n"] {
            let first = FurtherTableTests.report + "P1,2024,12,1\n"
            let reading = try read(first + title + header + "P1,2024,50,9\nP2,2024,3,4\n")
            #expect(reading.records == 1, "\(title)\(header)")
            #expect(reading.rejected.count { $0.code == .formUnknown } == 3, "\(title)\(header)")
            #expect(!codes(reading).contains("duplicate"))
        }
    }

    @Test func headingsThatNobodyKnowsBelowATitleEndTheTable() throws {
        let reading = try read(
            Desk.header + "P1,Tập huấn,05/04/2024,a,3\n\nDANH SÁCH BỊ LOẠI,,,,\n"
                + "Tên bị loại,Loại bị bỏ,Ngày bị loại,Nội dung bị loại,Số bị loại\n"
                + "P1,Tập huấn,06/04/2024,b,3\n"
        )
        #expect(reading.records == 1)
        #expect(reading.rejected.map(\.line) == [5, 6])
    }

    @Test func aTableWithOneHeadingThatNobodyKnowsIsHandedBack() throws {
        let row = "Tập huấn,05/3/2024,a\n"
        let reading = try read(
            "Loại hoạt động,Ngày,Nội dung\n\(row)\nDANH SÁCH DỰ KIẾN,,\n"
                + "Tên hoạt động,Thời hạn,Nội dung dự kiến\nKiểm tra,06/3/2025,b\n",
            at: "2024-12-01/P1/hd.csv"
        )
        #expect(reading.records == 1)
        #expect(codes(reading) == ["form-unknown"])
    }

    @Test func anotherGroupHeadingOverTheSameHeadingsBeginsATable() throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số ĐHTT đã xây dựng,,\n,,Tập thể,Cá nhân,Hộ gia đình\n"
                + "P1,2024,1,2,3\n,,Khen thưởng,,\n,,Tập thể,Cá nhân,Hộ gia đình\nP1,2024,4,5,6\n"
        )
        #expect(reading.records == 1)
        #expect(codes(reading) == ["form-unknown"])
        #expect(reading.rejected.map(\.line) == [4, 5, 6])
    }

    @Test func aSerialNumbersHeadingBeginsATableOfWordsToo() throws {
        let reading = try read(
            "STT,Họ và tên,Ghi chú\n1,Nguyễn Văn Mẫu,\nSTT,Họ tên người bị loại,Lý do\n2,Trần Văn Mẫu,x\n",
            at: "2024/P1/dh.csv"
        )
        #expect(!codes(reading).contains("duplicate"))
        #expect(reading.rejected.map(\.line).suffix(2) == [3, 4])
    }

    @Test(arguments: [
        "P2,2024,không có,không có\n", "P2,2024,-,-\n", "Phường lạ,2024,chưa nộp,chưa nộp\n",
        "Ghi chú: số liệu chưa đầy đủ,,,\n", "Phường Sa Pa,,chưa báo cáo,chưa báo cáo\n",
    ])
    func aRowWithAFaultEndsNoTable(line: String) throws {
        let reading = try read(FurtherTableTests.report + "P1,2024,12,1\n\(line)P3,2024,5,2\n")
        #expect(reading.records >= 2)
        #expect(!codes(reading).contains("form-unknown"))
    }

    /// Its words may begin like headings; those where a date or a unit belongs are none.
    @Test(arguments: [
        ("P1", "\nHội thi,Trong tháng,Nội dung phòng chống ma túy,Kết quả tốt\n", 1),
        ("P1", "II. KHỐI KHÁC,,,\nHọp,tháng ba,Nội dung,Kết quả tốt\n", 1),
        ("Q", "KHỐI XÃ,,,,\nĐơn vị bạn,Họp,tháng ba,Nội dung khác,Kết quả tốt\n", 1),
        ("Q", "\nĐơn vị bạn,Họp,tháng ba,Nội dung khác,Kết quả tốt\n\nKHỐI XÃ,,,,\n", 1),
    ])
    func aRowWithAFaultBelowAGapOrATitleEndsNoTable(submitter: String, lines: String, bad: Int)
        throws
    {
        let isOffice = submitter == "Q"
        let header = "Loại hoạt động,Ngày,Nội dung,Kết quả\n"
        let row = (isOffice ? "Phường Sa Pa," : "") + "Tập huấn,05/3/2024,a,Tốt\n"
        let reading = try read(
            (isOffice ? "Tên đơn vị," : "") + header + row + lines
                + row.replacing("05/3", with: "06/3") + row.replacing("05/3", with: "07/3"),
            at: "2024-12-01/\(submitter)/hd.csv"
        )
        #expect(reading.records == 3)
        #expect(reading.rejected.count == bad)
        #expect(!codes(reading).contains("form-unknown"))
    }

    @Test(arguments: [
        "MÃ ĐƠN VỊ,KỲ BÁO CÁO,SỐ BÀI DỰ THI,SỐ BÀI ĐẠT GIẢI\n",
        "Mã  đơn vị,Kỳ báo cáo ,Số bài  dự thi,Số bài đạt giải\n",
        "Mã ĐV,Năm,Số bài dự thi (bài),Số bài đạt giải\n",
    ])
    func theSameHeaderOtherwiseWrittenGoesOn(header: String) throws {
        let first = FurtherTableTests.report + "P1,2024,12,1\n"
        let reading = try read(first + header + "P2,2024,3,4\n")
        #expect(reading.records == 2)
        #expect(reading.findings.isEmpty)
        #expect(reading.lines.layout == 1)
    }

    @Test func theFurtherTableGoesOnInTheNextBlock() throws {
        let row = "P1,2024,7,1\n"
        let text =
            FurtherTableTests.report + "P1,2024,12,1\nMã đơn vị,Kỳ báo cáo,Bài giao,Giải giao\n"
            + String(repeating: row, count: 1 + (3 << 20) / row.utf8.count)
        let reading = try read(text)
        #expect(reading.records == 1)
        #expect(reading.lines.counted == 1)
    }

    @Test func aPreparedRowIsLayoutAndAStrangerIsNot() throws {
        let header = "Mã đơn vị,Năm,Họ và tên,Đối tượng\nP1,2024,Nguyễn Văn Mẫu,Cá nhân\n"
        #expect(try read(header + "P2,2024,,\n").lines.layout == 1)
        #expect(try read(header + "Kế hoạch,05/04/2024,,\n").rejected.map(\.line) == [3])
    }

    @Test func theLastLineThatWasCutOffIsHandedBack() throws {
        let table = FurtherTableTests.report + "P1,2024,12,1\n"
        let cut = try read(table + "P2,2024,3")
        #expect(codes(cut) == ["row-ragged"])
        #expect(cut.rejected.map(\.line) == [3])
        #expect(try read(table + "P2,2024,3\n").records == 2)
        #expect(try read(table + "P2,2024,3,4").records == 2)
        #expect(try read(table + "P3,2024,5\nP2,2024,3").records == 3)
    }
}
