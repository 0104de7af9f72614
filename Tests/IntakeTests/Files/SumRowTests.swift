import Intake
import Model
import TestSupport
import Testing

/// The row of an office that is the sum of the rows of its units: a total or its own figures.
@Suite("Rows that are the sum of the others")
struct SumRowTests {
    private func read(_ rows: String, at path: String = "2024-12-01/Q/bc.csv") throws -> FileReading
    {
        let reading = try Desk.read(SumRowTests.header + rows, at: path)
        #expect(reading.lines.total == reading.physicalLines)
        return reading
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map { "\($0.severity) \($0.code.rawValue)" }
    }

    private static let header = "STT,Đơn vị,Kỳ báo cáo,Số bài dự thi,Số buổi tuyên truyền\n"
    private static let wards = [
        "1,Phường Hòa Mẫu,2024,5,1\n", "2,Phường Sa Pa,2024,6,\n", "3,Phường Sa Pả,2024,3,0\n",
    ]

    @Test(arguments: [("", 3), ("A", 0), ("4", 3), ("I", 0)])
    func isHandedBackFirstOrLast(number: String, place: Int) throws {
        var rows = SumRowTests.wards
        rows.insert("\(number),Quận Mẫu,2024,14,1\n", at: place)
        let reading = try read(rows.joined())
        #expect(codes(reading) == ["error total-row"])
        #expect(reading.findings.first?.row == place + 2)
        #expect(reading.findings.first?.fix.contains("Tổng cộng") == true)
        #expect(reading.rejected.map(\.line) == [place + 2])
        #expect(reading.rejected.first?.cells[1] == "Quận Mẫu")
        #expect(reading.rejected.first?.unit == 0)
        #expect(Desk.numbers(reading) == [[5, 1], [6], [3, 0]])
        #expect(reading.rows == 4)
    }

    /// One figure that is no sum says that the office speaks for itself.
    @Test(arguments: ["14,2", "13,1", "14,", ",1", "15,1"])
    func otherFiguresAreTheOfficesOwn(figures: String) throws {
        let reading = try read(SumRowTests.wards.joined() + ",Quận Mẫu,2024,\(figures)\n")
        #expect(reading.records == 4)
        #expect(reading.findings.isEmpty)
    }

    @Test func oneRowIsNoSum() throws {
        let reading = try read("1,Phường Sa Pa,2024,6,2\n,Quận Mẫu,2024,6,2\n")
        #expect(reading.records == 2)
        #expect(reading.findings.isEmpty)
    }

    @Test func nothingIsNoSum() throws {
        let reading = try read(
            "1,Phường Hòa Mẫu,2024,0,\n2,Phường Sa Pa,2024,0,\n,Quận Mẫu,2024,0,\n"
        )
        #expect(reading.records == 3)
    }

    /// A unit among its equals may have as much as the others together.
    @Test func aUnitBesideTheOthersIsNoTotal() throws {
        let reading = try read(
            "1,Phường Hòa Mẫu,2024,5,\n2,Phường Sa Pa,2024,6,\n3,Phường Sa Pả,2024,11,\n"
        )
        #expect(reading.records == 3)
        #expect(reading.findings.isEmpty)
    }

    /// What a row that is handed back says is in the total as well.
    @Test func rowsThatDoNotCountAreInTheSum() throws {
        let reading = try read(
            SumRowTests.wards.joined() + "4,Phường Lạ Hoắc,2024,2,\n,Quận Mẫu,2024,16,1\n"
        )
        #expect(codes(reading) == ["error unit-unknown", "error total-row"])
        #expect(reading.rejected.map(\.line) == [5, 6])
        #expect(reading.records == 3)
    }

    @Test func theTotalBesideItIsComparedWithTheRowsAlone() throws {
        let reading = try read(
            "A,Quận Mẫu,2024,14,1\n" + SumRowTests.wards.joined() + ",Tổng cộng,,14,1\n"
        )
        #expect(codes(reading) == ["notice total-row", "error total-row"])
    }

    /// The advice of the finding holds.
    @Test func withItsLabelItIsATotal() throws {
        let reading = try read(SumRowTests.wards.joined() + "Tổng cộng,Quận Mẫu,2024,14,1\n")
        #expect(codes(reading) == ["notice total-row"])
        #expect(reading.records == 3)
        let alone = try read(",Quận Mẫu,2024,14,1\n")
        #expect(alone.records == 1)
        #expect(alone.findings.isEmpty)
    }

    /// The same table on its side.
    @Test func aColumnMayBeTheSumAsWell() throws {
        let reading = try Desk.read(
            "STT,Nội dung,Phường Hòa Mẫu,Phường Sa Pa,Quận Mẫu\n1,Số bài dự thi,5,6,11\n"
                + "2,Số buổi tuyên truyền,1,2,3\n3,Số bài đạt giải,0,1,1\n",
            at: "2024-12-01/Q/2024/bc.csv"
        )
        #expect(codes(reading) == ["error total-row"])
        #expect(reading.batches.flatMap(\.units) == [1, 2])
        #expect(reading.lines.total == reading.physicalLines)
    }
}
