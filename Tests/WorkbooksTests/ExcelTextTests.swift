import Testing

@testable import Workbooks

struct ExcelTextTests {
    @Test(arguments: [
        ("contest_entry.csv", "contest_entry.csv"), ("_x000D_", "_x005F_x000D_"),
        ("a_X0041_b", "a_x005F_X0041_b"), ("_x00_", "_x00_"), ("_xyz__", "_xyz__"),
        ("_xGGGG_", "_xGGGG_"), ("tab\tvà\ndòng", "tab\tvà\ndòng"), ("a\r\nb\rc", "a\nb\nc"),
        ("x\u{0}\u{1}\u{FFFE}\u{FFFF}y", "xy"), ("ﾟ｡\u{FFFD}", "ﾟ｡\u{FFFD}"),
        ("\u{FEFF}bom", "\u{FEFF}bom"),
    ])
    func onlyWhatExcelCannotHoldChanges(text: String, written: String) {
        // As scalars: a text and its NFC are equal to `==`.
        #expect(Array(ExcelText.sanitised(text).unicodeScalars) == Array(written.unicodeScalars))
    }

    @Test func aTextThatIsTooLongEndsWithAnEllipsis() {
        let long = String(repeating: "ạ", count: 40)
        #expect(ExcelText.sanitised(long, longest: 40) == long)
        #expect(ExcelText.sanitised(long + "b", longest: 40).hasSuffix("…"))
        #expect(ExcelText.sanitised(long + "b", longest: 40).utf16.count == 40)
    }
}
