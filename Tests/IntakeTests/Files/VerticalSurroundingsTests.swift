import Intake
import Model
import TestSupport
import Testing

/// Lines before, between and behind the known contents of a table on its side, and tables beside
/// it.
@Suite("Around a table on its side")
struct VerticalSurroundingsTests {
    private func read(_ text: String, at path: String = "2024-12-01/P1/bc.csv") throws
        -> FileReading
    {
        let reading = try Desk.read(text, at: path)
        #expect(reading.lines.total == reading.physicalLines)
        return reading
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map(\.code.rawValue)
    }

    private static let contents =
        "1,Kỳ báo cáo,2024\n2,Số bài dự thi,5\n3,Số buổi tuyên truyền,7\n"

    @Test func contentsBehindTheLastKnownOneAreTold() throws {
        let reading = try read(
            "STT,Nội dung,Kết quả\n" + VerticalSurroundingsTests.contents
                + "II,Khen thưởng,\n1,Số tập thể được khen,4\n2,Số cá nhân được khen,6\n"
                + ",Người lập biểu,Thủ trưởng đơn vị\n,Nguyễn Văn Mẫu,Trần Văn Mẫu\n"
        )
        #expect(reading.records == 1)
        #expect(codes(reading) == ["column-unknown", "column-unknown"])
        #expect(reading.findings.map(\.row) == [6, 7])
    }

    @Test(arguments: ["STT,Nội dung,Kết quả\n", ""])
    func aContentBeforeTheFirstKnownOneIsTold(header: String) throws {
        let reading = try read(
            header + "0,Số tập thể được khen,4\n" + VerticalSurroundingsTests.contents
        )
        #expect(reading.records == 1)
        #expect(codes(reading) == ["column-unknown"])
    }

    @Test func aTableBelowIsHandedBack() throws {
        let reading = try read(
            "STT,Nội dung,Kết quả\n" + VerticalSurroundingsTests.contents
                + "\nDANH SÁCH,,,,\nSTT,Họ và tên,Đối tượng,Năm,\n1,Nguyễn Văn Mẫu,Cá nhân,2024,\n"
        )
        #expect(reading.records == 1)
        #expect(codes(reading) == ["form-unknown"])
        #expect(reading.rejected.map(\.code.rawValue) == ["form-unknown", "form-unknown"])
    }

    @Test func aContentThatStandsTwiceIsNotChosenBetween() throws {
        let reading = try read(
            "Chỉ tiêu,Đơn vị tính,Kết quả\nKỳ báo cáo,,2024\nSố bài dự thi,bài,5\nSố bài dự thi,bài,6\n"
                + "Số buổi tuyên truyền,buổi,7\n"
        )
        #expect(codes(reading) == ["column-duplicate"])
        #expect(reading.records == 0)
        #expect(reading.rejected.count == 1)
    }
}
