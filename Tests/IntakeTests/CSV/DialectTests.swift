import Intake
import Testing

@Suite("Dialect")
struct DialectTests {
    @Test(arguments: [
        ("a,b,c\n1,2,3\n", ","),
        ("a;b\n1,5;2,5\n3,5;4\n", ";"),
        ("a\tb\n\"x,y\"\tz, t\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ("một cột\nhai\n", ","),
        ("BÁO CÁO; NĂM 2024\n\na,b,c\n1,2,3\n4,5,6\n", ","),
        ("\"F,1,1\";F2;\"F3\"\n", ";"),
        ("a,b,c\na,b,c|d|e|f\n", ","),
        ("", ","),
    ])
    func theDelimiterIsTheOneThatRecordsAgreeOn(text: String, delimiter: Character) {
        #expect(Dialect.sniff(Array(text.utf8)).delimiter == delimiter.asciiValue)
    }

    @Test func theWidthIsTheHeadersAndNotATitles() {
        let text = "TỔNG HỢP\n(Kèm theo)\na;b;c\n1;2;3\n4;5\n"
        let guess = DialectSniffer.guess(text.utf8.span, isWhole: true)
        #expect(guess.columns == 3)
    }

    @Test func aRecordThatIsCutOffIsNotCounted() {
        let text = "a,b\n1,2\n3,\"x|y|z"
        let guess = DialectSniffer.guess(text.utf8.span, isWhole: false)
        #expect(guess.dialect.delimiter == UInt8(ascii: ","))
        #expect(guess.columns == 2)
    }

    @Test func invalidBytesArePointedAt() {
        #expect(Array("Phường".utf8).firstUTF8Fault == nil)
        #expect([97, 0xFF, 98].firstUTF8Fault == 1..<2)
    }
}
