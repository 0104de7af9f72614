import Intake
import Model
import TestSupport
import Testing

/// Names and titles that are written in capitals.
@Suite("Names in capitals")
struct CapitalNameTests {
    private func read(_ rows: String) throws -> FileReading {
        let reading = try Desk.read(
            "Họ và tên,Đối tượng,Chức vụ\n" + rows,
            at: "2024-12-01/P1/2024/dh.csv"
        )
        #expect(reading.lines.total == reading.physicalLines)
        return reading
    }

    @Test(arguments: [
        "LÊ VĂN MỘT,Cá nhân,\nNGUYỄN VĂN AN,,\n", "Lê Văn Một,Cá nhân,\nNGUYỄN VĂN AN,,\n",
    ])
    func aNameInCapitalsIsARow(rows: String) throws {
        let reading = try read(rows)
        #expect(reading.records == 1)
        #expect(reading.findings.map(\.code) == [.requiredEmpty])
        #expect(reading.rejected.map(\.line) == [3])
    }

    @Test(arguments: [
        "CÁ NHÂN,,", "TẬP THỂ,,", "KHỐI TRƯỜNG HỌC,,", "CÁC TỔ DÂN PHỐ,,",
        "PHƯỜNG HÒA MẪU,,", "ĐOÀN THANH NIÊN,,", "NGƯỜI TỐT VIỆC TỐT,,", "NÔNG THÔN MỚI,,",
        "ĐÀO TẠO NGHỀ,,", "LĨNH VỰC GIÁO DỤC,,",
    ])
    func aTitleInCapitalsIsLayout(title: String) throws {
        let reading = try read("Lê Văn Một,Cá nhân,\n\(title)\nTrần Văn Hai,Cá nhân,\n")
        #expect(reading.records == 2)
        #expect(reading.findings.isEmpty)
        #expect(reading.lines.layout == 1)
    }
}
