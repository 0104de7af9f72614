import Intake
import Testing

@Suite("Tokens in cells")
struct CellTokenTests {
    @Test(arguments: [
        "Có", "có", "C", "x", "X", "✓", "✔", "✔\u{FE0F}", "√", "v", "1", "đạt", "Đạt", "rồi", "đã",
        "Đã có", "Y", "Yes", "TRUE", "Đúng", "+", " x ", "co\u{301}", "'+",
    ])
    func yes(text: String) { #expect(yesNo(text) == .yes) }

    @Test(arguments: [
        "Không", "không", "K", "0", "chưa", "Chưa", "Chưa có", "Chưa đạt", "-", "–", "N", "No",
        "FALSE", "Sai", "'-",
    ])
    func no(text: String) { #expect(yesNo(text) == .no) }

    @Test(arguments: ["KAD", "Không áp dụng", "K/A", "N/A", "không thuộc đối tượng"])
    func notApplicable(text: String) {
        #expect(yesNo(text) == .notApplicable)
    }

    @Test(arguments: ["", " ", "…", "....", "?", "chưa rõ"])
    func unknown(text: String) { #expect(yesNo(text) == .blank) }

    @Test(arguments: ["#N/A", "#REF!", "2", "có lẽ", "Có (02)", "co", "*"])
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
}
