import Intake
import Model
import TestSupport
import Testing

/// Tables on their side as offices write them by hand: parts below their sum, few contents.
@Suite("Parts in a table on its side")
struct VerticalPartTests {
    private func read(_ text: String, at path: String = "2024-12-01/P1/2024/bc.csv") throws
        -> FileReading
    {
        let reading = try Desk.read(text, at: path)
        #expect(reading.lines.total == reading.physicalLines)
        return reading
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map { "\($0.severity) \($0.code.rawValue)" }
    }

    private func table(_ whole: String, _ parts: [String]) -> String {
        "STT,Nội dung,Đơn vị tính,Kết quả,Ghi chú\n1,Số bài dự thi,Bài,03 bài,\n"
            + "2,Số ĐHTT đã xây dựng,Điển hình,\(whole),\n" + parts.joined()
            + "3,Số buổi tuyên truyền,buổi,4,\n"
    }

    @Test(arguments: [
        ["- Tập thể", "- Cá nhân", "- Hộ gia đình"], ["+ tập thể", "+ cá nhân", "+ hộ gia đình"],
        ["- Tập thể", "- Cá nhân", "Trong đó: hộ gia đình"],
        ["– Tập thể", "– Cá nhân", "– Hộ gia đình"],
    ])
    func belongToTheLineAbove(parts: [String]) throws {
        let rows = zip(parts, ["2", "3", "0"]).map { ",\($0),,\($1),\n" }
        let full = try read(table("5", rows))
        #expect(Desk.numbers(full) == [[2, 3, 0, 3, 4]])
        #expect(codes(full) == ["notice column-unknown"])
        let bare = try read(table("", rows))
        #expect(Desk.numbers(bare) == [[2, 3, 0, 3, 4]])
        #expect(bare.findings.isEmpty)
        let wrong = try read(table("6", rows))
        #expect(Desk.numbers(wrong) == [[2, 3, 0, 3, 4]])
        #expect(codes(wrong) == ["notice column-unknown", "warning total-mismatch"])
        #expect(wrong.findings.last?.row == 3)
    }

    @Test func mayBeListedBelowAWord() throws {
        let reading = try read(
            table("5", [",Trong đó:,,,\n", ",Tập thể,,2,\n", ",Cá nhân,,3,\n"])
        )
        #expect(Desk.numbers(reading) == [[2, 3, 3, 4]])
    }

    /// What is no part of the line above is not taken for one.
    @Test func anotherLineWithADashIsNone() throws {
        let reading = try read(table("\"02 tập thể, 03 cá nhân\"", [",- Người nước ngoài,,9,\n"]))
        #expect(Desk.numbers(reading) == [[2, 3, 3, 4]])
        #expect(codes(reading) == ["warning column-unknown"])
    }

    @Test func twoContentsUnderTheirHeadingAreAReport() throws {
        let reading = try read(
            "STT,Nội dung,Kết quả\n1,Số bài dự thi,1\n2,\"Số tin, bài đã đăng\",2\n"
        )
        #expect(Desk.numbers(reading) == [[1, 2]])
        #expect(reading.findings.isEmpty)
        #expect(reading.isVertical)
    }

    /// What the same contents begin again with is somebody else's report.
    @Test func aSecondReportIsHandedBack() throws {
        let rows = "STT,Nội dung,Kết quả\n1,Số bài dự thi,3\n2,\"Số tin, bài đã đăng\",4\n"
        let reading = try read(
            "Đơn vị: Phường Hòa Mẫu,,\nKỳ báo cáo: Năm 2024,,\n\(rows),,\n"
                + "Đơn vị: Phường Sa Pa,,\nKỳ báo cáo: Năm 2024,,\n\(rows)",
            at: "2024-12-01/bc.csv"
        )
        #expect(Desk.numbers(reading) == [[3, 4]])
        #expect(reading.batches.flatMap(\.units) == [1])
        #expect(codes(reading) == ["error form-unknown"])
        #expect(reading.rejected.map(\.line) == [9, 10, 11])
    }
}
