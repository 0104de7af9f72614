import Intake
import Testing

@Suite("Numbers in cells")
struct CellNumberTests {
    @Test(
        arguments: [
            ("0", 0), ("02", 2), (" 12 ", 12), ("\u{A0}7\u{A0}", 7), ("1.234", 1234),
            ("1,234", 1234),
            ("1 234", 1234), ("1\u{A0}234", 1234), ("1.234.567", 1_234_567), ("5,0", 5),
            ("5.00", 5),
            ("1.234,0", 1234), ("-3", -3), ("– 3", -3), ("+4", 4), ("'5", 5), ("123456", 123_456),
            ("999999999999999", 999_999_999_999_999), ("12 bài", 12),
            ("02 (hai)", 2), ("1.234 lượt người", 1234),
        ] as [(String, Int64)]
    )
    func integersAreRead(text: String, value: Int64) {
        #expect(integer(text) == .value(value))
    }

    @Test(arguments: ["", "  ", "-", "–", "…", "....", "?", "chưa rõ", "Chưa rõ ", "\u{FEFF}"])
    func whatIsUnknownIsBlank(text: String) {
        #expect(integer(text) == .blank)
        #expect(decimal(text) == .blank)
        #expect(date(text) == .blank)
    }

    @Test(arguments: [
        "12 mèo", "02 (ba)", "12 bài, 3 tin", "90%", "5,5", "1.23", "1.2345", "1,2,3", "1.234.56",
        "1234.567.890",
        "0.123", "11/11", "x", "1e5", "#N/A", "1.", ".5", "1 2", "--1", "1000000000000000",
        "1.234,567.8", "1.234,5", "٣",
    ])
    func whatIsNoIntegerIsBad(text: String) {
        #expect(integer(text) == .bad)
    }

    @Test(
        arguments: [
            ("12,5", 125, 1), ("12.5", 125, 1), ("12", 12, 0), ("1.234,5", 12345, 1),
            ("1,234.56", 123_456, 2), ("1 234,5", 12345, 1), ("1 234", 1234, 0),
            ("1.234.567", 1_234_567, 0), ("0,125", 125, 3), ("1234,567", 1_234_567, 3),
            ("0,0625", 625, 4), ("-0,5", -5, 1), ("3,50", 350, 2),
        ] as [(String, Int64, UInt8)]
    )
    func decimalsAreReadExactly(text: String, digits: Int64, scale: UInt8) {
        #expect(decimal(text) == .value(digits, scale: scale))
    }

    @Test(arguments: ["1,234", "1.234", "-12.345", "999,999"])
    func threeDigitsBehindOneMarkAreNotGuessed(text: String) {
        #expect(decimal(text) == .ambiguous)
    }

    @Test(arguments: ["90%", "1,2,3", "a", "1..2", "1,", "1.234,5,6", "1.23,4"])
    func whatIsNoDecimalIsBad(text: String) {
        #expect(decimal(text) == .bad)
    }

    @Test func everyIntegerIsReadInEveryGrouping() {
        var numbers = SeededNumbers(seed: 1)
        for _ in 0..<2000 {
            let value = Int64.random(in: 0...999_999_999, using: &numbers)
            let digits = Array(String(value))
            for mark in [".", ",", " ", "\u{A0}", ""] {
                var text = ""
                for (index, digit) in digits.enumerated() {
                    if index > 0, (digits.count - index) % 3 == 0 { text += mark }
                    text.append(digit)
                }
                #expect(integer(text) == .value(value), "\(text)")
            }
        }
    }
}
