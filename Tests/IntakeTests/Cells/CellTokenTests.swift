import Intake
import Testing

@Suite("Tokens in cells")
struct CellTokenTests {
    @Test(arguments: [
        "Có", "có", "C", "x", "X", "✓", "✔", "✔\u{FE0F}", "✅", "☑", "√", "Ｘ", "C\u{200B}ó", "v",
        "1", "đạt", "Đạt", "rồi", "đã",
        "Đã có", "Y", "Yes", "TRUE", "Đúng", "+", " x ", "co\u{301}", "'+",
    ])
    func yes(text: String) { #expect(yesNo(text) == .yes) }

    @Test(arguments: [
        "Không", "không", "K", "0", "chưa", "Chưa", "Chưa có", "Không có", "Chưa đạt", "-", "–",
        "N", "No",
        "FALSE", "Sai", "'-",
    ])
    func no(text: String) { #expect(yesNo(text) == .no) }

    @Test(arguments: ["KAD", "Không áp dụng", "K/A", "N/A", "không thuộc đối tượng"])
    func notApplicable(text: String) {
        #expect(yesNo(text) == .notApplicable)
    }

    @Test(arguments: ["", " ", "…", "....", "____", "?", "chưa rõ", "Không rõ", "\u{200E}"])
    func unknown(text: String) { #expect(yesNo(text) == .blank) }

    @Test(arguments: ["#N/A", "#REF!", "2", "có lẽ", "Có (02)", "co", "*", "☒", "✗", "✘", "×", "☐"])
    func bad(text: String) { #expect(yesNo(text) == .bad) }

    @Test(arguments: [
        "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", " #n/a ",
    ])
    func aBrokenFormulaIsTold(text: String) {
        #expect(CellBytes.isErrorText(text))
        #expect(!isBlank(text))
    }

    @Test func aDashIsBlankOnlyWhereNumbersAndDatesStand() {
        #expect(!isBlank("-"))
        #expect(isBlankOrDash("-"))
        #expect(!isBlank("Các"))
        #expect(!isBlank("."))
    }

    @Test(arguments: [
        ("Phường Hạ Đình", false, false), ("a\tb\r\nc", false, false), ("a\u{200B}b", true, false),
        ("a\u{AD}", true, false), ("a\u{FEFF}b", true, false), ("\u{202A}a\u{202C}", true, false),
        ("a\u{2066}b", true, false), ("a\u{2060}", true, false), ("a\u{0}b", false, true),
        ("a\u{B}", false, true), ("a\u{7F}", false, true), ("a\u{85}b", false, true),
        ("\u{1}\u{200F}", true, true), ("“…” – ‘a’ €", false, false), ("１２ ①", false, false),
        ("", false, false),
    ])
    func whatCannotBeSeenIsTold(text: String, invisible: Bool, control: Bool) {
        let found = oddity(text)
        #expect(found.hasInvisible == invisible)
        #expect(found.hasControl == control)
    }

    @Test func aCharacterCutOffAtTheEndIsNoOddity() {
        for bytes in [[0xC2], [0xE2, 0x80], [0xEF, 0xBB], [0xE2]] as [[UInt8]] {
            #expect(CellBytes.oddity(in: bytes.span) == CellBytes.Oddity())
        }
    }
}
