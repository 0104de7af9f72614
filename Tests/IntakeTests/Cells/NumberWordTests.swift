import Intake
import Testing

@Suite("What may stand behind a number, or in its place")
struct NumberWordTests {
    @Test(
        arguments: [
            ("0 (không)", 0), ("11 (mười một)", 11), ("15 (mười lăm)", 15), ("12 (mười hai)", 12),
            ("10 ( Mười )", 10), ("20 (hai mươi)", 20), ("21 (hai mươi mốt)", 21),
            ("21 (hai mươi một)", 21), ("24 (hai mươi tư)", 24), ("24 (hai mươi bốn)", 24),
            ("25 (hai mươi lăm)", 25), ("55 (năm mươi nhăm)", 55), ("100 (một trăm)", 100),
            ("105 (một trăm linh năm)", 105), ("104 (một trăm lẻ tư)", 104),
            ("110 (một trăm mười)", 110), ("250 (hai trăm năm mươi)", 250),
            ("1.005 (một nghìn không trăm linh năm)", 1005), ("2.000 (hai ngàn)", 2000),
            ("1.234 (một nghìn hai trăm ba mươi tư)", 1234),
            ("1.200.000 (một triệu hai trăm nghìn) đồng", 1_200_000), ("02 (hai) bài", 2),
            ("02 (hai bài)", 2), ("12 bài (mười hai)", 12), ("15 (mười lăm) lượt người.", 15),
            ("11（mười một）", 11), ("7 (bẩy)", 7), ("12.", 12), ("1.234.", 1234), ("-3.", -3),
            ("12. ", 12),
        ] as [(String, Int64)]
    )
    func aNumberRepeatedInWordsIsRead(text: String, value: Int64) {
        #expect(integer(text) == .value(value))
    }

    @Test(arguments: [
        "11 (mười hai)", "15 (mười năm)", "11 (mười mốt)", "20 (mười)", "150 (một trăm năm)",
        "105 (một trăm năm)", "25 (hai mươi năm)", "1.500 (một nghìn năm)", "02 (hai) mèo",
        "02 bài (hai) bài", "02 (bài)", "02 ()", "02 (hai", "02 hai)", "02 hai", "(hai) 02",
        "02 (2)", "02 (hai) 3", "12..", "12.5.", "12,", "1000 (nghìn)", "21 (hai mốt)",
        "5 (không năm)", "5 (linh năm)", "1.000.000 (một nghìn nghìn)", "02 (hai ba)",
    ])
    func wordsThatDoNotRepeatTheNumberAreBad(text: String) {
        #expect(integer(text) == .bad)
    }

    @Test func aFullStopBehindADecimalIsLeftOut() {
        #expect(decimal("12.") == .value(12, scale: 0))
        #expect(decimal("12,5.") == .value(125, scale: 1))
        #expect(decimal("1.234.") == .ambiguous)
        #expect(decimal("12..") == .bad)
        #expect(decimal("90%.") == .bad)
    }

    @Test(arguments: [
        "N/A", "n/a", "KAD", "kad", "K/A", "Không áp dụng", "KHÔNG ÁP DỤNG", " N/A ",
        "Kho\u{302}ng a\u{301}p du\u{323}ng", "không thuộc đối tượng",
    ])
    func whatDoesNotApplyIsBlank(text: String) {
        #expect(integer(text) == .blank)
        #expect(decimal(text) == .blank)
        #expect(date(text) == .blank)
    }

    @Test(arguments: ["#N/A", "NA", "Không", "K", "ka", "không áp dụng 2", "áp dụng", "N", "KADI"])
    func whatMayApplyIsNotBlank(text: String) {
        #expect(integer(text) == .bad)
        #expect(decimal(text) == .bad)
        #expect(date(text) == .bad)
    }
}
