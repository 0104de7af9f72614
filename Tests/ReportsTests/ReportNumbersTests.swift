import Judgement
import Model
import Reports
import Testing

struct ReportNumbersTests {
    @Test(arguments: [
        (0, "0"), (2, "02"), (9, "09"), (10, "10"), (999, "999"), (1620, "1.620"),
        (1_234_567, "1.234.567"),
    ])
    func countsInProseLeadWithZeroBelowTen(number: Int, text: String) {
        #expect(Words.vietnamese.prose(number) == text)
    }

    @Test func aCountStandsBeforeItsNoun() {
        #expect(Words.vietnamese.counted(2, "đơn vị") == "02 đơn vị")
        #expect(Words.vietnamese.ratio(84, of: 87, "đơn vị") == "84/87 đơn vị, đạt 96,6%")
    }

    @Test func figuresHaveADecimalCommaAndNoDataIsNotZero() {
        #expect(Words.vietnamese.quantity(Quantity(1620)) == "1.620")
        #expect(Words.vietnamese.quantity(Quantity(25, over: 2)) == "12,5")
        #expect(Words.vietnamese.quantity(Quantity(-12_345, over: 10)) == "-1.234,5")
        #expect(Words.vietnamese.quantity(Quantity(-1, over: 2)) == "-0,5")
        #expect(Words.vietnamese.quantity(Quantity(62 * 100, over: 94)) == "66,0")
        #expect(Quantity(62 * 100, over: 94).map(ReportNumbers.shown) == Quantity(66))
        #expect(Words.vietnamese.quantity(.zero) == "0")
        #expect(Words.vietnamese.quantity(nil) == "…")
    }

    @Test(arguments: [
        (2199, 2200, "99,9%"), (2200, 2200, "100,0%"), (0, 2200, "0,0%"), (1, 9999, "0,1%"),
        (84, 87, "96,6%"), (1, 16, "6,3%"),
    ])
    func aShareIsNeverFullWhileSomethingIsMissing(part: Int, whole: Int, text: String) {
        #expect(Words.vietnamese.percent(part, of: whole) == text)
    }

    @Test func noShareOfNothing() { #expect(Words.vietnamese.percent(0, of: 0) == nil) }

    @Test func proseHasTheDecimalSignOfItsLanguage() {
        let less = Percent(-1, of: 16)
        #expect(less.map(Words.vietnamese.text) == "-6,3%")
        #expect(less.map(Words(.english).text) == "-6.3%")
    }

    @Test func groupsAreNumberedInRoman() {
        #expect([1, 4, 9, 14, 40].map(ReportNumbers.roman) == ["I", "IV", "IX", "XIV", "XL"])
    }
}
