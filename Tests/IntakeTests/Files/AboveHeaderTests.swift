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

    /// Whether the words were quoted or a delimiter of the file fell between them.
    @Test(arguments: [
        "DANH SÁCH ĐIỂN HÌNH TẬP THỂ, CÁ NHÂN, NĂM 2024",
        "Danh sách điển hình tập thể, cá nhân, năm 2024",
        "ĐIỂN HÌNH TIÊN TIẾN: TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH, NĂM 2024",
        "TỔNG HỢP TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH, GIAI ĐOẠN 2021-2025", "BÁO CÁO TẬP THỂ, CÁ NHÂN",
    ])
    func aTitleWithCommasIsLayout(title: String) throws {
        for line in ["\"\(title)\",,,", title] {
            for header in [
                "Họ và tên,Đối tượng,Năm,Chức vụ\n", "Họ và tên,Đối tượng,Cấp công nhận,Năm\n",
            ] {
                let row =
                    header.hasSuffix("Năm\n")
                    ? "Tổ Mẫu,Tập thể,Quận,2024\n" : "Tổ Mẫu,Tập thể,2024,\n"
                let reading = try read("\(line)\n" + header + row, at: "2024-12-01/P1/dh.csv")
                #expect(reading.records == 1, "\(line)")
                #expect(reading.rejected.isEmpty, "\(line)")
            }
        }
    }

    @Test(arguments: [
        "Báo cáo;12/BC;05/04/2024;2024", "\"Báo cáo,12/BC,05/04/2024,2024\"",
        "Báo cáo,12/BC,05/04/2024,2024",
    ])
    func aRowThatBeginsLikeATitleIsHandedBack(row: String) throws {
        let reading = try read(
            row + "\nLoại văn bản,Số ký hiệu,Ngày ban hành,Trích yếu\nKế hoạch,1/KH,06/04/2024,a\n",
            at: "2024-12-01/P1/vb.csv"
        )
        #expect(reading.rejected.map(\.line) == [1])
        #expect(reading.records == 1)
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
