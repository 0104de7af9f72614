import Intake
import Model
import TestSupport
import Testing

/// Headings that hold the file's delimiter and were not quoted.
@Suite("Divided headings")
struct DividedHeadingTests {
    private func read(_ text: String) throws -> FileReading {
        try Desk.read(text, at: "2024-12-01/Q/bc.csv")
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map(\.code.rawValue)
    }

    @Test(arguments: ["P1,2024,5,6,7\n", "P1,2024,5,6,7,\n"])
    func aHeadingDividedByTheDelimiterIsOne(row: String) throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số tin, bài đã đăng,Số buổi tuyên truyền,Số bài dự thi\n" + row
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.records == 1)
        #expect(reading.headers.count == 5)
    }

    @Test func headingsThatEachHaveACellAreTwo() throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số tin, bài đã đăng,Số buổi tuyên truyền,Số bài dự thi\nP1,2024,5,6,7,8\n"
        )
        #expect(codes(reading) == ["column-unknown", "column-unknown"])
        #expect(reading.headers.count == 6)
    }

    /// Remarks are often blank in all rows, which says nothing of the columns before them.
    @Test(arguments: ["Ghi chú", ""])
    func twoColumnsBeforeBlankRemarksAreTwo(last: String) throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số tin,Bài đã đăng,Số buổi tuyên truyền,Số bài dự thi,\(last)\n"
                + "P1,2024,5,6,7,8,\nP2,2024,1,2,3,4,\n"
        )
        #expect(reading.records == 2)
        #expect(reading.headers.count == 7)
        #expect(codes(reading).allSatisfy { $0 == "column-unknown" })
    }
}
