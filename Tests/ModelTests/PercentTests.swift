import Model
import Testing

/// A share is rounded half up, and never to all or none of what is not all or none.
@Suite struct PercentTests {
    @Test(arguments: [
        (0, 5, "0,0"), (5, 5, "100,0"), (84, 87, "96,6"), (1, 3, "33,3"), (2, 3, "66,7"),
        (1, 8, "12,5"), (2199, 2200, "99,9"), (1999, 2000, "99,9"), (1, 2200, "0,1"),
        (1, 100_000, "0,1"), (1, 2000, "0,1"), (9994, 10_000, "99,9"), (999, 1000, "99,9"),
        (3, 2000, "0,2"), (1, 16, "6,3"), (120, 100, "120,0"), (-1, 16, "-6,3"),
    ])
    func halfUpButNeverAllNorNone(part: Int, whole: Int, text: String) {
        #expect(Percent(part, of: whole)?.text == text)
    }

    @Test func aShareOfNothingIsNone() {
        #expect(Percent(0, of: 0) == nil)
        #expect(Percent(1, of: -1) == nil)
    }

    @Test func moreDecimalsAreShownWhereTheyAreAskedFor() throws {
        let percent = try #require(Percent(29, of: 30, decimals: 2))
        #expect(percent.text == "96,67" && percent.digits == "96.67")
        #expect(percent.quantity == Quantity(9667, over: 100) && percent.tenths == 966)
        #expect(Percent(29_999, of: 30_000, decimals: 2)?.text == "99,99")
    }
}
