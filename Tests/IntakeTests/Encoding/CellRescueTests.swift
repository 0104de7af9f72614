import Intake
import TestSupport
import Testing

/// Cells of a UTF-8 file that were pasted from somewhere older.
struct CellRescueTests {
    private func isSuspicious(_ text: String) -> Bool {
        CellRescue.isSuspicious(Array(text.utf8).span)
    }

    @Test func vietnameseIsNotSuspicious() {
        let cells =
            SyntheticText.units + SyntheticText.sentences + [
                "Hoà Bình", "HOÀ AN", "khoá", "quý", "quí", "giò chả", "giúp", "yêu", "uỷ ban", "xoè",
                "m²", "20°C", "«Hà Nội»", "“việc tốt” – 2024…", "Xã\u{A0}Tân", "tiền: 5₫", "iê", "quà",
                "THUÝ", "khoé", "loè", "thuê", "uô", "già", "QUÊ", "quét", "",
            ]
        for cell in cells {
            #expect(!isSuspicious(cell), "\(cell)")
            #expect(!isSuspicious(cell.uppercased()), "\(cell)")
            #expect(CellRescue.readings(of: Array(cell.utf8)).isEmpty)
        }
    }

    @Test(arguments: [
        OldEncoding.tcvn3Glyphs, .vniGlyphs, .doubled, .windows1258, .tcvn3, .vni, .viscii,
    ])
    func aLongCellIsRead(_ old: OldEncoding) {
        for sentence in SyntheticText.sentences {
            let cell = old.encode(sentence)
            let readings = CellRescue.readings(of: cell)
            let isSuspicious = CellRescue.isSuspicious(cell.span)
            #expect(isSuspicious)
            // In VISCII and TCVN3 a sentence may read well both ways: then neither is certain.
            let right = readings.first { $0.text == old.readBack(sentence) }
            #expect(right?.encoding == old.expected)
            for reading in readings where reading.isCertain {
                #expect(reading.text == old.readBack(sentence))
            }
        }
    }

    @Test(arguments: OldEncoding.allCases)
    func aNameIsAmongTheReadings(_ old: OldEncoding) {
        guard old != .utf16LittleEndian, old != .utf16BigEndian else { return }
        var found = 0
        var certain = 0
        for unit in SyntheticText.units {
            let cell = old.encode(unit)
            let readings = CellRescue.readings(of: cell)
            if readings.contains(where: { $0.text == old.readBack(unit) }) { found += 1 }
            for reading in readings where reading.isCertain {
                certain += 1
                #expect(reading.text == old.readBack(unit))
            }
        }
        print("RESCUE \(old) found \(found) certain \(certain) of \(SyntheticText.units.count)")
        #expect(found * 10 >= SyntheticText.units.count * 8)
    }

    @Test func wordsOfAnOldFontWithinACellAreOffered() {
        let cell = Array("Những nội dung tham gia sau ®©y:".utf8)
        let readings = CellRescue.readings(of: cell)
        #expect(readings.first?.text == "Những nội dung tham gia sau đây:")
        #expect(readings.allSatisfy { !$0.isCertain })
    }

    @Test(arguments: OtherTextTests.unicode)
    func otherTextIsNeverCertain(_ text: String) {
        for cell in text.split(whereSeparator: { ",;\n".contains($0) }) {
            let readings = CellRescue.readings(of: Array(cell.utf8))
            #expect(readings.allSatisfy { !$0.isCertain }, "\(cell) \(readings)")
        }
    }
}
