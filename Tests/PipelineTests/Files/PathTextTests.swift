import Pipeline
import Testing

@Suite struct PathTextTests {
    @Test(arguments: [
        Array("Báo cáo.csv".utf8), [], [0x42, 0xE1, 0x6F], [0xFF, 0xFE], [0xC3], [0xE1, 0xBA],
        Array("a\u{FFFD}E1.csv".utf8), [0xEF, 0xBF, 0xBD, 0xE1], [0xF0, 0x9F, 0x98, 0x80, 0x80],
    ])
    func everyNameIsFoundAgainFromItsText(name: [UInt8]) {
        let (text, isExact) = PathText.text(name)
        #expect(PathText.name(text) == name)
        #expect(isExact == (String(validating: name, as: UTF8.self) != nil))
    }

    @Test func bytesThatAreNotUTF8AreWrittenAsNumbers() {
        #expect(PathText.text([0x42, 0xE1, 0x6F]).text == "B\u{FFFD}E1o")
    }

    @Test(arguments: [
        "a\nb.csv", "a\u{1B}[31m.csv", "a\u{202E}vsc.exe", "a\u{2028}.csv", "a\u{7F}",
    ])
    func controlsAreWrittenAsNumbers(name: String) {
        let (text, isExact) = PathText.text(Array(name.utf8))
        #expect(
            !isExact && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        )
        #expect(PathText.name(text) == Array(name.utf8))
    }
}
