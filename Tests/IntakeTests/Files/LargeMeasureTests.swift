import Intake
import Model
import TestSupport
import Testing

/// Lines above a table that say that its figures are thousands.
@Suite("Measures of more than one")
struct LargeMeasureTests {
    private func read(_ line: String) throws -> FileReading {
        try Desk.read(
            line + "\nMã đơn vị,Số bài dự thi,Số lượt người được tập huấn\nP1,3,2\n",
            at: "2024-12-01/P1/2024/bc.csv"
        )
    }

    @Test(arguments: [
        ("Đơn vị tính: nghìn người,,", "nghìn người"), (",,ĐVT: 1.000 người", "1.000 người"),
        ("(Đơn vị tính: nghìn lượt người),,", "nghìn lượt người"),
        ("Đơn vị tính,ngàn người,", "ngàn người"), ("Đơn vị: nghìn người,,", "nghìn người"),
        ("Đơn vị tính: nghìn đồng; trăm người,,", "trăm người"),
    ])
    func whatIsCountedInThousandsIsNotRead(line: String, measure: String) throws {
        let reading = try read(line)
        #expect(Desk.numbers(reading) == [[3]])
        #expect(reading.findings.map(\.code) == [.columnUnknown])
        #expect(reading.findings.map(\.severity) == [.warning])
        #expect(reading.headers[2] == "Số lượt người được tập huấn (\(measure))")
        #expect(reading.findings[0].message.contains(measure))
        #expect(reading.findings[0].fix.contains("2000"))
    }

    @Test func aBareThousandIsThatOfAllFigures() throws {
        let reading = try read("Đơn vị tính: nghìn,,")
        #expect(Desk.numbers(reading) == [[]])
        #expect(reading.findings.count == 2)
    }

    @Test(arguments: [
        "Đơn vị tính: người,,", "Đơn vị tính: 1 người,,", "Đơn vị tính: nghìn đồng,,",
        "Đơn vị: Phường Hòa Mẫu,,", "Đơn vị: Triệu Mẫu,,", "Đơn vị tính: bài,,",
    ])
    func anyOtherMeasureLeavesTheTableAsItIs(line: String) throws {
        let reading = try read(line)
        #expect(Desk.numbers(reading) == [[3, 2]])
        #expect(reading.findings.isEmpty)
    }

    /// A row that comes back has the measure in its heading, and does not pass without it.
    @Test(arguments: [
        "ĐVT: 1.000đ", "ĐVT: 1000đ", "Đơn vị tính nghìn đồng", "Đơn vị tính (nghìn đồng)",
        "(ĐVT 1.000 đồng)", "Tính bằng triệu đồng",
    ])
    func howeverItIsWrittenAnAmountInThousandsIsNotAdded(line: String) throws {
        let reading = try Desk.read(
            line + ",,,,,,,\n"
                + "Mã đơn vị,Họ và tên,Đối tượng,Số QĐ,Ngày QĐ,Cấp khen,Danh hiệu,Mức thưởng\n"
                + "P1,Nguyễn A,Cá nhân,12/QĐ-UBND,05/03/2024,Phường,Giấy khen,500\n",
            at: "2024-12-01/P1/kt.csv"
        )
        #expect(Desk.numbers(reading).joined().allSatisfy { $0 < 100 })
        #expect(reading.findings.contains { $0.message.contains("đơn vị tính") })
    }

    @Test(arguments: [("nghìn đồng", [[]]), ("đồng", [[500]])] as [(String, [[Int64]])])
    func anAmountInThousandsIsNotAdded(measure: String, numbers: [[Int64]]) throws {
        let reading = try Desk.read(
            "Đơn vị tính: \(measure),,,,,,,\n"
                + "Mã đơn vị,Họ và tên,Đối tượng,Số QĐ,Ngày QĐ,Cấp khen,Danh hiệu,Mức thưởng\n"
                + "P1,Nguyễn A,Cá nhân,12/QĐ-UBND,05/03/2024,Phường,Giấy khen,500\n",
            at: "2024-12-01/P1/kt.csv"
        )
        #expect(reading.records == 1)
        // The smaller ones are those of the words for subject and level.
        #expect(Desk.numbers(reading).map { $0.filter { $0 > 99 } } == numbers)
        #expect(
            reading.headers[7] == (numbers[0].isEmpty ? "Mức thưởng (nghìn đồng)" : "Mức thưởng")
        )
    }
}
