import Intake
import Model
import TestSupport
import Testing

/// Files and cells that come from other encodings than UTF-8 (domain.md 4.1).
@Suite("Foreign text")
struct MendingTests {
    private static let good = "P1,Tập huấn,2024-04-05,Tập huấn nghiệp vụ thi đua khen thưởng,02\n"
    private static let path = "2024-05-01/Q/hd.csv"

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map(\.code.rawValue)
    }

    @Test func aRowOfBrokenBytesIsRejectedAloneAndTheRestCounts() throws {
        let bytes =
            Array((Desk.header + MendingTests.good + "P1,Tập huấn,2024-04-06,m").utf8)
            + [0xFF, 0xFE, 0x80] + Array(",3\n".utf8)
        let reading = try Desk.read(bytes, at: MendingTests.path)
        #expect(codes(reading) == ["encoding-unknown"])
        #expect(reading.findings.first?.row == 3)
        #expect(reading.records == 1)
        #expect(reading.rejected.map(\.line) == [3])
        #expect(reading.isAccepted)
        #expect(reading.lines.total == reading.physicalLines)
    }

    /// `T­êng`, `Ph­êng` …: what a .VnTime font makes of Latin-1 characters.
    @Test func aCellTypedInAnOldFontIsReadWhereTheRosterOrTheListKnowsIt() throws {
        let reading = try Desk.read(
            "Tên đơn vị,Loại hoạt động,Ngày,Nội dung\nPh­êng Hßa MÉu,TËp huÊn,2024-04-05,một\n"
                + "Phường Sa Pa,Kiểm tra,2024-04-06,hai\n",
            at: MendingTests.path
        )
        #expect(codes(reading) == ["encoding-repaired", "encoding-repaired"])
        #expect(reading.findings.allSatisfy { $0.severity == .warning && $0.row == 2 })
        #expect(reading.batches.flatMap(\.units) == [1, 2])
    }

    @Test func aWholeFileOfGlyphsIsRepairedOnce() throws {
        let reading = try Desk.read(
            "M· ®¬n vÞ,Lo¹i ho¹t ®éng,Ngµy,Néi dung,Sè ng­êi dù\n"
                + "P1,TËp huÊn,2024-04-05,Tuyªn truyÒn g­¬ng ®iÓn h×nh,2\n",
            at: MendingTests.path
        )
        #expect(codes(reading) == ["encoding-repaired"])
        #expect(reading.records == 1)
        #expect(reading.encoding.contains("TCVN3"))
    }

    @Test func wordsOfOtherLanguagesAreLeftAsTheyAre() throws {
        let reading = try Desk.read(
            Desk.header + "P1,Tập huấn,2024-04-05,Größe § 5 – coût 20 €,2\n"
                + "P1,Tập huấn,2024-04-06,« Citroën »,2\n",
            at: MendingTests.path
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.records == 2)
    }

    @Test func aFileThatLostItsAccentsIsRefusedAndAllItsLinesAreRejected() throws {
        let reading = try Desk.read(
            "M? ??n v?,Lo?i ho?t ??ng,Ngày,N?i dung,S? ng??i d?\n"
                + "P1,T?p hu?n,2024-04-05,Tuyên truy?n g??ng ?i?n hình,2\n\r\n ,;\n",
            at: MendingTests.path
        )
        #expect(codes(reading) == ["encoding-lossy"])
        #expect(reading.records == 0)
        #expect(reading.lines.rejected == 2)
        #expect(reading.lines.blank == 2)
        #expect(reading.lines.total == reading.physicalLines)
        // As where no header is found: nobody can tell which of the lines is one.
        #expect(reading.rows == 2)
    }

    @Test func offsetsAreThoseOfTheFileOrAbsent() throws {
        let text = Desk.header + "P1,Tập huấn,31/02/2024,một,2\n"
        let plain = try Desk.read(text, at: MendingTests.path)
        let marked = try Desk.read("\u{FEFF}" + text, at: MendingTests.path)
        #expect(plain.findings.map(\.byte) == [Desk.header.utf8.count])
        #expect(marked.findings.map(\.byte) == [Desk.header.utf8.count + 3])
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try Desk.read(wide, at: MendingTests.path).findings.map(\.byte) == [nil, nil])
    }
}

/// The roster and the plan's other tables are saved by the same programs.
@Suite("Encodings of the plan's tables")
struct PlanTableEncodingTests {
    @Test func aRosterSavedAsUnicodeTextIsRead() throws {
        let text = "Mã đơn vị\tTên đơn vị\tLoại đơn vị\nQ\tQuận Mẫu\tHUYEN\n"
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        guard case .entries(let units) = RosterReader.read(wide) else {
            Issue.record("refused")
            return
        }
        #expect(units.map(\.name) == ["Quận Mẫu"])
    }

    @Test func aRosterInAnUnknownEncodingIsRefused() {
        let bytes = Array("Mã đơn vị,Tên đơn vị,Loại đơn vị\nQ,Qu".utf8) + [0xFF, 0xFE, 0x80, 10]
        guard case .mistakes(let mistakes) = RosterReader.read(bytes) else {
            Issue.record("read")
            return
        }
        #expect(mistakes.count == 1)
    }
}
