import Intake
import Model
import TestSupport
import Testing

/// Files that end in the middle of a row, and rows of damaged letters that look like headings.
@Suite("Files that were cut off")
struct CutFileTests {
    private static let table =
        "Tên đơn vị,Loại hoạt động,Ngày,Nội dung,Số người dự\n"
        + "Phường Hòa Mẫu,Tập huấn,05/04/2024,Một,1\n"

    private func read(_ bytes: [UInt8]) throws -> FileReading {
        try Desk.read(bytes, at: "2024-12-01/Q/a.csv")
    }

    private func told(_ reading: FileReading) -> [String] {
        reading.findings.filter { $0.code != .encodingConverted }
            .map { "\($0.severity) \($0.code.rawValue) \($0.row ?? 0)" }
    }

    @Test(arguments: 1...2)
    func aCharacterThatIsCutInTwoIsTold(bytes: Int) throws {
        let text = Array((CutFileTests.table + "Phường Hạ").utf8)
        let reading = try read(Array(text.dropLast(bytes)))
        #expect(reading.records == 1)
        #expect(reading.lines.layout == 1)
        #expect(told(reading) == ["warning encoding-unknown 3"])
    }

    @Test func halfACharacterOfUTF16IsTold() throws {
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in (CutFileTests.table + "Phường Hạ").utf16 {
            bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
        #expect(told(try read(bytes)).isEmpty)
        let reading = try read(Array(bytes.dropLast()))
        #expect(reading.records == 1)
        #expect(told(reading) == ["warning encoding-lossy 3"])
    }

    @Test func bytesThatAreNoTextAreToldOfWhereTheirRowIsNoData() throws {
        let reading = try read(
            Array(CutFileTests.table.utf8) + Array("Ph".utf8) + [0xFF, 0xFE] + Array(",,,,\n".utf8)
                + Array("Phường Hòa Mẫu,Tập huấn,06/04/2024,Hai,1\n".utf8)
        )
        #expect(reading.records == 2)
        #expect(reading.lines.total == reading.physicalLines)
        #expect(told(reading) == ["warning encoding-unknown 3"])
    }

    @Test func lettersThatWereLostAreToldOfInATableThatNobodyKnows() throws {
        let reading = try read(
            Array("Mã,Tên xã,Diện tích\n1,Xã Mẫu\u{FFFD},12\n2,Xã Ví Dụ,3\n".utf8)
        )
        #expect(reading.form == nil)
        #expect(told(reading).filter { $0.contains("lossy") } == ["warning encoding-lossy 2"])
    }

    /// Behind the unit of the last row nothing was written, not even a line end.
    @Test(arguments: [
        ("Phường Sa Pa", ["error row-ragged 3"]), ("P2", ["error row-ragged 3"]),
        ("Phường Sa Pa\n", []), ("Phường Sa Pa,,,,", []), ("Nguyễn Văn Mẫu", []),
        ("THỦ TRƯỞNG ĐƠN VỊ", []),
    ])
    func aRowThatWasCutBehindItsUnitIsHandedBack(last: String, expected: [String]) throws {
        let reading = try read(Array((CutFileTests.table + last).utf8))
        #expect(reading.records == 1)
        #expect(told(reading) == expected)
        #expect(reading.rejected.count == expected.count)
    }
}
