import Intake
import Model
import TestSupport
import Testing

/// What stands above the header is a title, or it is handed back.
@Suite("Above the header")
struct AboveHeaderTests {
    private func read(_ text: String, at path: String = "2024-12-01/Q/bc.csv") throws -> FileReading
    {
        let reading = try Desk.read(text, at: path)
        #expect(reading.lines.total == reading.physicalLines)
        return reading
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map(\.code.rawValue)
    }

    private static let rows = [
        "P1,Tập huấn,05/04/2024,Bài a,3", "P2,Tập huấn,06/04/2024,Bài b,4",
        "P1,Tập huấn,07/04/2024,Bài c,5",
    ]

    @Test(arguments: 0...3)
    func rowsOfDataAboveTheHeaderAreHandedBack(place: Int) throws {
        var lines = AboveHeaderTests.rows
        lines.insert(String(Desk.header.dropLast()), at: place)
        let reading = try read(lines.joined(separator: "\n") + "\n")
        #expect(reading.records == 3 - place)
        #expect(reading.rejected.map(\.line) == (0..<place).map { $0 + 1 })
        #expect(codes(reading) == [String](repeating: "header-not-found", count: place))
        #expect(reading.isAccepted)
    }

    @Test func aRowWithAFaultAboveTheHeaderIsARowAllTheSame() throws {
        let reading = try read("P9,Tập huấn,05/04/2024,Bài a,3\n" + Desk.header)
        #expect(reading.rejected.map(\.line) == [1])
    }

    @Test(arguments: [
        "UBND QUẬN MẪU,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM,,",
        "PHƯỜNG HÒA MẪU,,Độc lập - Tự do - Hạnh phúc,,", "Đơn vị báo cáo:,Phường Hòa Mẫu,,,",
        "Phường Hòa Mẫu, ngày 05 tháng 12 năm 2024,,,", "Phường Hòa Mẫu,Năm 2024,,,",
        "BÁO CÁO KẾT QUẢ NĂM 2024,,,,", ",,Kỳ báo cáo,2024,", "(1),(2),(3),(4),(5)",
        "Số:,12/BC-UBND,,,", ",,Số người,,Số liệu",
    ])
    func titlesAboveTheHeaderAreLayout(title: String) throws {
        let reading = try read("\(title)\n" + Desk.header + AboveHeaderTests.rows[0] + "\n")
        #expect(reading.records == 1)
        #expect(reading.rejected.isEmpty)
        #expect(codes(reading).allSatisfy { $0 == "contradiction" })
        #expect(reading.lines.layout == 1)
    }

    @Test(arguments: [
        ("Năm,Số người đăng ký\n2024,55\n", [1, 2]),
        ("Chỉ tiêu,Số lượng\nSố bài dự thi,5\nSố buổi tuyên truyền,7\n", [2, 3]),
    ])
    func aTableAboveTheOneThatIsReadIsHandedBack(above: String, lines: [Int]) throws {
        let reading = try read(above + "\n" + Desk.header + AboveHeaderTests.rows[0] + "\n")
        #expect(reading.records == 1)
        #expect(codes(reading) == ["form-unknown"])
        #expect(reading.rejected.map(\.line) == lines)
    }
}
