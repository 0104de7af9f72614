import Intake
import Model
import TestSupport
import Testing

/// A row of data whose cells were never taken apart is handed back: it must not pass for layout.
@Suite("Rows in one cell")
struct JoinedRowTests {
    private static let header = "STT,Mã đơn vị,Loại hoạt động,Ngày,Nội dung,Số người dự\n"
    private static let first = "1,P1,Kiểm tra,02/05/2024,b,5\n"

    private func read(_ text: String) throws -> FileReading {
        try Desk.read(text, at: "2024-05-20/Q/hd.csv")
    }

    @Test(arguments: [
        "2;P1;Tập huấn;03/05/2024;a;1", "\"3,P1,Tập huấn,04/05/2024,c,1\"",
        "4\tP1\tGiao lưu\t05/05/2024\td\t1", "5|P1|Giao lưu|05/05/2024|d|1",
        "6;P1;Tập huấn;03/05/2024;\"họp, tổng kết\";1", "7;P1;Tập huấn;03/05/2024;họp, tổng kết;1",
        "8.P1.Tập huấn.03/05/2024.a.20", "9  P1  Tập huấn  03/05/2024  a  1",
        "<tr><td>9</td><td>P1</td><td>Tập huấn</td><td>03/05/2024</td><td>a</td><td>1</td></tr>",
        "P1;Tập huấn;hội nghị", "Tập huấn;03/05/2024;a", "\"P1,Tập huấn,03/05/2024\"",
        "***9;P1;Tập huấn;03/05/2024;a;1",
    ])
    func aRowOfDataInOneCellIsHandedBack(row: String) throws {
        let reading = try read(JoinedRowTests.header + JoinedRowTests.first + row + "\n")
        #expect(reading.records == 1)
        #expect(reading.rows == 2)
        #expect(reading.lines.rejected == 1)
        #expect(reading.rejected.map(\.line) == [3])
        let errors = reading.findings.filter { $0.severity == .error }
        #expect(errors.map(\.row).contains(3))
        #expect(reading.lines.total == reading.physicalLines)
    }

    @Test func whatIsWrongWithItIsSaid() throws {
        let reading = try read(
            JoinedRowTests.header + JoinedRowTests.first + "2;P1;Tập huấn;03/05/2024;a;1\n"
        )
        let finding = try #require(reading.findings.first)
        #expect(reading.findings.count == 1)
        #expect(finding.code == .rowRagged)
        #expect(finding.severity == .error)
        #expect(finding.message.contains("Cả dòng nằm trong một ô"))
    }

    @Test(arguments: [
        "II. Khối trường học", "THÀNH PHỐ HÀ NỘI", "KHỐI PHƯỜNG", "Trang 2",
        "\"Các phường: Hòa Mẫu, Sa Pa, Sa Pả, Đã Nhập\"", "(Danh sách này có 12 người)",
        "\"Ghi chú: gồm 5 phường, 3 trường, số liệu đến 05/12/2024\"", "II", "Người lập biểu",
        "\"Quận Mẫu, ngày 05 tháng 12 năm 2024\"", "Cụm thi đua số 1 (P1) năm 2024",
        "\"Nơi nhận: Phòng Nội vụ; UBND quận; Lưu: VT\"", "(Ký; ghi rõ họ tên; đóng dấu)",
        "STT;Mã đơn vị;Loại hoạt động;Ngày;Nội dung;Số người dự", "(1)",
    ])
    func whatHeadsOrClosesATableStaysLayout(row: String) throws {
        let reading = try read(JoinedRowTests.header + JoinedRowTests.first + row + "\n")
        #expect(reading.records == 1)
        #expect(reading.findings.isEmpty)
        #expect(reading.lines.layout == 1)
    }

    /// The first rows decide how the cells are separated; a second export behind them is handed
    /// back.
    @Test func ofTwoExportsInOneFileNoRowGetsLost() throws {
        let comma = (1...10).map { "\($0),P1,Kiểm tra,\($0)/05/2024,b,5\n" }
        let semicolon = (11...15).map { "\($0);P1;Tập huấn;\($0)/05/2024;a;1\n" }
        let reading = try read(
            JoinedRowTests.header + comma.joined()
                + "STT;Mã đơn vị;Loại hoạt động;Ngày;Nội dung;Số người dự\n" + semicolon.joined()
        )
        #expect(reading.records + reading.lines.rejected == 15)
        #expect(reading.lines.layout == 1)
    }

    @Test func aRowOfDataAboveTheHeaderThatWasFoundIsHandedBack() throws {
        let semicolon = (2...30).map { "\($0);P1;Tập huấn;\($0)/05/2024;a;1\n" }
        let reading = try read(
            JoinedRowTests.header + JoinedRowTests.first
                + JoinedRowTests.header.replacing(",", with: ";") + semicolon.joined()
        )
        #expect(reading.records == 29)
        #expect(reading.rejected.map(\.line) == [2])
        #expect(reading.findings.map(\.code) == [.rowRagged])
        #expect(reading.lines.total == reading.physicalLines)
        #expect(reading.rows == 30)
    }

    @Test func columnLettersAndNumbersAreNoJoinedRow() throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,Số buổi tuyên truyền\nA,B,1,2\nP1,2024,3,4\n"
        )
        #expect(reading.records == 1)
        #expect(reading.findings.isEmpty)
    }

    @Test func aTitleInTheColumnOfNumbersEndsTheUnitAbove() throws {
        let reading = try read(
            JoinedRowTests.header + JoinedRowTests.first + "KHỐI TRƯỜNG HỌC,,,,,\n"
                + "1,,Kiểm tra,02/05/2024,c,2\n2,,Kiểm tra,03/05/2024,d,2\n"
        )
        #expect(reading.batches.flatMap(\.units) == [1])
        #expect(reading.rejected.map(\.code) == [.unitUnknown, .unitUnknown])
    }

    /// Words and figures behind a heading are no row of data.
    @Test(arguments: [
        "I. Khối trường: mầm non; tiểu học; THCS", "(*) Gồm: lãnh đạo; giáo viên; nhân viên",
        "\"Ghi chú: P1, P2, P3 nộp ngày 05/12/2024, 06/12/2024\"", "Các chi bộ: 1; 2; 3; 4",
        "Nhóm I|Nhóm II|Nhóm III",
    ])
    func aListBehindAHeadingIsLayout(row: String) throws {
        for cells in ["\(row),,,,,", row] {
            let reading = try read(JoinedRowTests.header + JoinedRowTests.first + cells + "\n")
            #expect(reading.findings.isEmpty)
            #expect(reading.lines.layout == 1)
        }
    }

    @Test func aListOfNumbersInTheColumnOfUnitsIsLayout() throws {
        let reading = try read(
            "Mã đơn vị,Năm,Số người đăng ký,Ngày ký,Ký cùng\nCác chi bộ: 1; 2; 3; 4,,,,\n"
                + "P1,2024,17,02/05/2024,Công đoàn\n"
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.records == 1)
    }

    @Test func itsTextStandsInTheFinding() throws {
        let reading = try read(
            JoinedRowTests.header + JoinedRowTests.first
                + "\"2;P1;Kiểm tra;02/05/2024;B;30\",,,,,\n"
        )
        #expect(reading.findings.map(\.value) == ["2;P1;Kiểm tra;02/05/2024;B;30"])
    }

    /// Without a unit's id the serial number, the date and a figure tell.
    @Test(arguments: [
        "2 Kiểm tra 02/05/2024 B 30", "\"2\nKiểm tra\n02/05/2024\nB\n30\"",
        "2 - Kiểm tra - 02/05/2024 - B - 30",
    ])
    func blanksBetweenTheCellsOfOneAreTold(row: String) throws {
        let reading = try Desk.read(
            "STT,Loại hoạt động,Ngày,Nội dung,Số người dự\n1,Tập huấn,01/05/2024,A,20\n\(row),,,,\n",
            at: "2024-05-20/P1/hd.csv"
        )
        #expect(reading.findings.map(\.code) == [.rowRagged])
        #expect(reading.rejected.map(\.line) == [3])
        #expect(reading.records == 1)
    }

    @Test(arguments: [
        "1 Kế hoạch số 5 ngày 02/05/2024", "II Khối trường học 2024", "2. Các phường",
    ])
    func aNumberedHeadingIsLayout(row: String) throws {
        let reading = try Desk.read(
            "STT,Loại hoạt động,Ngày,Nội dung,Số người dự\n1,Tập huấn,01/05/2024,A,20\n\(row),,,,\n",
            at: "2024-05-20/P1/hd.csv"
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.lines.layout == 1)
    }
}
