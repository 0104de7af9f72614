import Intake
import Model
import TestSupport
import Testing

/// A row of totals has a label of totals as a whole and amounts beside it; all else is data.
@Suite("Labels of totals")
struct TotalLabelTests {
    private func read(_ text: String) throws -> FileReading {
        try Desk.read(text, at: "2024-06-01/P1/a.csv")
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map(\.code.rawValue)
    }

    /// A title that begins like a total makes no faulty row vanish.
    @Test(arguments: [
        ("2,Tổng phụ trách Đội tận tụy,Lê B,31/04/2024,900", "not-a-date"),
        ("3,Cộng đồng chung tay,Lê C,,900", "required-empty"),
        ("3,Cộng đồng chung tay,,,900", "required-empty"),
        ("4,Toàn trường,Lê D,31/04/2024,", "not-a-date"),
    ])
    func aTitleThatBeginsLikeATotalIsHandedBack(row: String, code: String) throws {
        let reading = try read(
            "STT,Tên bài viết,Tác giả,Ngày nộp,Số từ\n1,Người thầy,Lê A,02/05/2024,900\n\(row)\n"
        )
        #expect(reading.records == 1)
        #expect(codes(reading) == [code])
        #expect(reading.rejected.map(\.line) == [3])
    }

    @Test(arguments: ["Cộng đồng dân cư số 5", "Tổng đội TNXP", "Tổng công ty Mẫu"])
    func aUnitThatNobodyKnowsIsNoTotal(name: String) throws {
        let reading = try read(
            "STT,Tên đơn vị,Loại hoạt động,Ngày,Nội dung,Số người dự\n"
                + "1,\(name),Tập huấn,02/05/2024,A,30\n"
        )
        #expect(codes(reading) == ["unit-unknown"])
        #expect(reading.rejected.count == 1)
    }

    /// `Toàn trường` took part: the row has its own unit.
    @Test(arguments: [
        "Mã đơn vị,Đơn vị được kiểm tra/tham gia,Loại hoạt động,Ngày\nP1,Toàn trường,Tập huấn,02/05/2024",
        "Mã đơn vị,Nội dung,Loại hoạt động,Ngày,Số người dự\nP1,Toàn trường,Quán triệt,02/05/2024,20",
        "Mã đơn vị,Họ và tên,Đối tượng,Số QĐ,Ngày QĐ,Cấp khen\nP1,Toàn đơn vị,Tập thể,12/QĐ,02/05/2024,Quận",
        "STT,Nội dung,Loại hoạt động,Ngày\n1,Tổng số,Tập huấn,02/05/2024",
    ])
    func aRowWithItsOwnUnitOrDateCounts(text: String) throws {
        let reading = try read(text + "\n")
        #expect(reading.findings.isEmpty)
        #expect(reading.records == 1)
    }

    @Test(arguments: [
        "Tổng cộng", "Cộng I", "TỔNG CỘNG (I+II)", "Cộng khối phường", "Toàn quận",
        "Tổng cộng năm 2024", "Cộng các phường", "Tổng số đơn vị: 05", "Tổng cộng Phường Hòa Mẫu",
        "Cộng tháng 5", "Tổng số Quận Mẫu",
    ])
    func aLabelOfTotalsBesideAmountsIsATotal(label: String) throws {
        let reading = try Desk.read(
            "STT,Tên đơn vị,Kỳ báo cáo,Số bài dự thi,Số buổi tuyên truyền,Ghi chú\n"
                + "1,Phường Hòa Mẫu,2024,4,-,\n,\(label),2024,4,-,tăng 2\n",
            at: "2024-06-01/Q/a.csv"
        )
        #expect(codes(reading) == ["total-row"])
        #expect(reading.records == 1)
        #expect(reading.rejected.isEmpty)
    }

    /// A list ends with how many it has, in words.
    @Test(arguments: [
        ",Tổng cộng: 02 người", ",Tổng số người: 02,,", ",Cộng,02,người", ",Tổng cộng (02 người),,",
        ",Cộng: 02 điển hình,,", "\"Tổng cộng: 01 tập thể, 01 cá nhân\",,,", ",Tổng cộng: 02,",
    ])
    func aTotalInWordsIsATotal(row: String) throws {
        let reading = try read(
            "STT,Họ và tên,Đối tượng,Năm\n1,Nguyễn Mẫu,Cá nhân,2024\n2,Trần Mẫu,Cá nhân,2024\n"
                + row + "\n"
        )
        #expect(codes(reading) == ["total-row"])
        #expect(reading.records == 2)
        #expect(reading.rejected.isEmpty)
    }

    /// Its figures are compared with the rows.
    @Test(arguments: [
        (",Cộng,,02 lớp,70", ["total-row"]), (",Tổng số: 02 lớp,,,70", ["total-row"]),
        (",Cộng,,02 lớp,71", ["total-row", "total-mismatch"]),
        (",Tập huấn,,,70", ["required-empty"]),
    ])
    func whatATotalCountsMayStandBesideIt(row: String, expected: [String]) throws {
        let reading = try read(
            "TT,Loại hoạt động,Ngày,Nội dung,Số người dự\n1,Tập huấn,05/03/2024,A,30\n"
                + "2,Tập huấn,06/03/2024,B,40\n\(row)\n"
        )
        #expect(codes(reading) == expected)
        #expect(reading.records == 2)
    }
}
