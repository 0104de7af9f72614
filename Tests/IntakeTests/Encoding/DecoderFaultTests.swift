import Intake
import Testing

/// Files that are refused, and broken files that are not.
struct DecoderFaultTests {
    @Test(arguments: [
        "Mã ??n v?,Tên ??n v?\r\n1,Ph??ng Th??ng ?ình\r\n", "Ph??ng Th??ng ?ình,Qu?n ??ng ?a\n",
        "stt,ten\n1,Ph??ng Nh?n Ch?nh\n2,Ph??ng H? ??nh\n3,X? T?n H?i\n", "1,Ph??ng Th??ng ??nh\n",
    ])
    func lettersReplacedByQuestionMarksAreRefused(_ text: String) {
        #expect(Decoded(Array(text.utf8)).fault == .lossy)
        let bytes = OldEncoding.convert(Array(text.utf8), from: "UTF-8", to: "CP1252")
        #expect(Decoded(bytes).fault == .lossy)
    }

    @Test(arguments: [
        "câu hỏi\nBạn là ai? Từ đâu đến?\nCó hay không?\n", "url\nhttp://a.vn/x?y=1&z=2\n",
        "a?,b?,c?\n1,2,3\n", "ghi chú\nPh??ng này gửi lại sau, các ô khác đều đọc được cả\n",
        "ok?yes\n", "?,?,?\n?,1,2\n", "x\n??\n",
    ])
    func questionMarksOfATextAreNoDamage(_ text: String) {
        #expect(Decoded(Array(text.utf8)).fault == nil)
    }

    @Test(arguments: [
        [0x50, 0x4B, 3, 4, 20, 0], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], Array("%PDF-1.4".utf8),
        [0x1F, 0x8B, 8, 0], (0..<4096).map { UInt8(truncatingIfNeeded: $0 * 7 % 32) },
        [UInt8](repeating: 0, count: 4096),
    ])
    func whatIsNoTextIsRefused(_ bytes: [UInt8]) {
        #expect(Decoded(bytes).fault == .binary)
    }

    @Test func aStrayNulIsNoBinaryFile() {
        let text = "mã,tên\nDV-1,Xã\u{0}Tân\nDV-2,Phường Bế Nghé\n"
        #expect(Decoded(Array(text.utf8)) == Decoded(text: text, encoding: .utf8))
    }

    @Test func aFewBrokenBytesLeaveAFileUnicode() {
        let good = "Mã đơn vị,Tên đơn vị\nDV-1,Phường Thượng Đình\nDV-2,Xã Vĩnh Xương\n"
        let old = OldEncoding.windows1258.encode("DV-3,Xã Hội Cư,Đồng Tháp\n")
        let bytes = Array(good.utf8) + old
        var decoder = TextDecoder()
        #expect(decoder.push(bytes) + decoder.finish() == bytes)
        #expect(decoder.encoding == .utf8)
        let cut = Array(good.utf8.dropLast(3)) + [0xC3]
        #expect(Decoded(cut).encoding == .utf8)
    }

    @Test func aMarkOfUnicodeIsBelieved() {
        let bytes = [0xEF, 0xBB, 0xBF] + OldEncoding.vni.encode(SyntheticText.header)
        #expect(Decoded(bytes).encoding == .utf8)
    }

    @Test func unicodeInSixteenBitsMendsWhatItCan() {
        let text = "mã,tên\n1,Xã Tân"
        let bytes = OldEncoding.utf16LittleEndian.encode(text)
        #expect(Decoded([0xFF, 0xFE] + bytes).text == text)
        #expect(Decoded([0xFF, 0xFE] + bytes).markLength == 2)
        #expect(Decoded(bytes + [0x41]).text == text + "\u{FFFD}")
        #expect(Decoded(bytes + [0x00, 0xD8, 0x41, 0]).text == text + "\u{FFFD}A")
        #expect(Decoded(bytes + [0x00, 0xD8]).text == text + "\u{FFFD}")
        #expect(Decoded([0xFE, 0xFF] + OldEncoding.utf16BigEndian.encode(text)).text == text)
        #expect(Decoded([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0]).fault == .unknown)
    }

    @Test func tooLittleIsRefusedRatherThanGuessed() {
        for old in [OldEncoding.windows1258, .tcvn3, .vni, .viscii] {
            #expect(Decoded(old.encode("name,x\nXã,1\n")).fault == .unknown)
        }
    }

    @Test func quotesAndDashesOfTheOldFontsStay() {
        let text = "phong trào “người tốt, việc tốt” – năm 2024… (được ghi nhận)\n"
        var bytes: [UInt8] = []
        for letter in text {
            let page = "“”–…".contains(letter) ? "CP1252" : "TCVN-5712"
            bytes += OldEncoding.convert(Array(String(letter).utf8), from: "UTF-8", to: page)
        }
        #expect(Decoded(bytes) == Decoded(text: text, encoding: .tcvn3))
        let glyphs = OldEncoding.convert(bytes, from: "CP1252", to: "UTF-8")
        #expect(Decoded(glyphs) == Decoded(text: text, encoding: .tcvn3Glyphs))
    }

    @Test func realVietnameseBesideOldGlyphsStays() {
        var random = SplitMix64Seed.seven
        let table = SyntheticText.table(rows: 1000, &random)
        let bytes = OldEncoding.tcvn3Glyphs.encode(table) + Array("Đã sửa,Hà Nội,Cà Mau\r\n".utf8)
        #expect(bytes.count > 1 << 16)
        let decoded = Decoded(bytes)
        #expect(decoded.encoding == .tcvn3Glyphs)
        #expect(decoded.text == OldEncoding.tcvn3.readBack(table) + "Đã sửa,Hà Nội,Cà Mau\r\n")
    }
}
