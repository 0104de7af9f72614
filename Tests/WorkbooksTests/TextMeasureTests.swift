import Testing

@testable import Workbooks

struct TextMeasureTests {
    private static let texts = [
        "", " ", "a", "Phường Khương Đình", "  hai  dấu cách  ",
        "Đơn-vị/rất_dài_không_có_chỗ_ngắt.csv",
        "“Tấm gương – sáng…” của bà Ỷ Ỹ Ỵ", "ĐƯỜNG LỐI QUÁN TRIỆT TOÀN DIỆN", "Ǎ ǎ Ω я ԱԲ ก ",
        String(repeating: "Chưa gửi: Báo cáo tháng, ", count: 30),
    ]

    /// Two ways to the same lines: byte by byte for common letters, letter by letter for all.
    @Test(arguments: texts)
    func bytesAndLettersMeasureTheSame(text: String) throws {
        for available in [1000.0, 2770, 12_000] {
            for stretch in [1.0, 1.08] {
                let lines = try #require(TextMeasure.plainLines(text, available, stretch))
                #expect(lines == TextMeasure.spelledLines(text, available, stretch))
            }
        }
    }

    @Test(arguments: ["hai\ndòng", "漢字", "\u{1F389}"])
    func otherTextsAreSpelt(text: String) {
        #expect(TextMeasure.plainLines(text, 5000, 1) == nil)
        #expect(TextMeasure.lines(text, width: 10, size: 11, isBold: false) >= 1)
    }
}
