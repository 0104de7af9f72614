import Reports
import Testing

struct DisplayWidthTests {
    @Test(arguments: [
        ("abc", 3), ("Đơn vị", 6), ("Đo\u{31B}n vi\u{323}", 6), ("東京", 4), ("…", 1), ("", 0),
        ("\u{200B}a", 1),
    ])
    func marksTakeNoColumnAndWideLettersTwo(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func namesAreWrappedAndNeverCut() {
        let name = "Mỗi phường, trường xây dựng ít nhất 02 điển hình tiên tiến"
        let lines = DisplayWidth.wrap(name, to: 20)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= 20 })
        #expect(lines.joined(separator: " ") == name)
    }

    @Test func aLongWordIsBrokenWithin() {
        #expect(DisplayWidth.wrap("abcdefgh", to: 3) == ["abc", "def", "gh"])
    }

    @Test func cellsAreFilledByColumnsNotByScalars() {
        #expect(DisplayWidth.pad("Đa\u{323}t", to: 5) == "Đa\u{323}t  ")
        #expect(DisplayWidth.pad("12", to: 5, right: true) == "   12")
    }
}
