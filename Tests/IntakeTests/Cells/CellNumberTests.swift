import Intake
import TestSupport
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
            ("02 (hai)", 2), ("1.234 lượt người", 1234), ("1 234 lượt", 1234),
            ("1\u{202F}234", 1234), ("１２", 12), ("１.２３４", 1234), ("＋３", 3), ("1\u{200B}2", 12),
            ("\u{200E}1\u{AD}2\u{202C}", 12), ("1\u{2060}2 bài", 12), ("\u{FEFF}7", 7),
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
        "0.123", "11/11", "x", "1e5", "#N/A", "1..", ".5", "1 2", "--1", "1000000000000000",
        "1.234,567.8", "1.234,5", "٣", "12,5 bài", "2, 3 bài", "1 2 bài", "02-Jan", "1,00E+11",
        "1.2E+05", "01/02/2023", "9０%", "02 tập thể, 03 cá nhân",
    ])
    func whatIsNoIntegerIsBad(text: String) {
        #expect(integer(text) == .bad)
    }

    @Test(
        arguments: [
            ("12,5", 125, 1), ("12.5", 125, 1), ("12", 12, 0), ("1.234,5", 12345, 1),
            ("1,234.56", 123_456, 2), ("1 234,5", 12345, 1), ("1 234", 1234, 0),
            ("1.234.567", 1_234_567, 0), ("0,125", 125, 3), ("1234,567", 1_234_567, 3),
            ("0,0625", 625, 4), ("-0,5", -5, 1), ("3,50", 350, 2), ("90%", 90, 0),
            ("90,9 %", 909, 1), ("９０％", 90, 0), ("1\u{200B}2,5", 125, 1),
        ] as [(String, Int64, UInt8)]
    )
    func decimalsAreReadExactly(text: String, digits: Int64, scale: UInt8) {
        #expect(decimal(text) == .value(digits, scale: scale))
    }

    @Test(arguments: ["1,234", "1.234", "-12.345", "999,999", "1,234%"])
    func threeDigitsBehindOneMarkAreNotGuessed(text: String) {
        #expect(decimal(text) == .ambiguous)
    }

    @Test(arguments: [
        "90%%", "%", "% 90", "90‰", "1,00E+11", "1,2,3", "a", "1..2", "1,", "1.234,5,6", "1.23,4",
    ])
    func whatIsNoDecimalIsBad(text: String) {
        #expect(decimal(text) == .bad)
    }

    @Test(arguments: [
        ("90%", true), ("90,9 % ", true), ("９０％", true), ("90", false), ("%", false), ("", false),
        ("90%%", false),
    ])
    func aPercentSignIsTold(text: String, expected: Bool) {
        #expect(isPercentage(text) == expected)
    }

    @Test func everyIntegerIsReadInEveryGrouping() {
        var numbers = SplitMix64(seed: 1)
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
