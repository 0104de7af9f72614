import Intake
import Model
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

    @Test func aNumberAloneNamesNoUnit() throws {
        let reading = try read(
            SectionUnitTests.header
                + "1,a,Tập huấn,05/4/2024,10\n2,,,,\nP1,,,,\n3,b,Tập huấn,06/4/2024,9\n"
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.batches.flatMap(\.units) == [0, 0])
    }
}
