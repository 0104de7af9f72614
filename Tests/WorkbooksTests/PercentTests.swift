import Model
import Reports
import Testing

struct PercentTests {
    @Test(arguments: [
        (84, 87, 966), (87, 87, 1000), (0, 87, 0), (2999, 3000, 999), (1, 3000, 1), (1, 8, 125),
        (1, 16, 63), (120, 100, 1200),
    ])
    func sharesAreRoundedHalfUpWithinBounds(_ part: Int, _ whole: Int, _ tenths: Int) {
        #expect(Percent(part, of: whole)?.tenths == tenths)
    }

    @Test func aShareOfNothingIsNone() {
        #expect(Percent(0, of: 0) == nil)
        #expect(Percent(1, of: -1) == nil)
    }

    @Test func proseHasADecimalComma() {
        #expect(Percent(84, of: 87).map(Words.vietnamese.text) == "96,6%")
        #expect(Percent(-1, of: 16).map(Words.vietnamese.text) == "-6,3%")
    }
}

struct FormulaTests {
    @Test func neighbouringRowsBecomeRanges() {
        let expected = [
            CellRange(column: 1, rows: 1...3), CellRange(column: 1, rows: 5...5),
        ]
        #expect(Formula.sum(column: 1, rows: [5, 2, 1, 3, 3]) == .sum(expected))
    }

    @Test func cachedValuesThatDifferAreFound() {
        let sheet = Sheet(
            name: "A",
            titles: [],
            columns: [SheetColumn("Số", width: 8, kind: .integer)],
            rows: [
                SheetRow([.integer(2)]), SheetRow([.text("x")]), SheetRow([.integer(3)]),
                SheetRow(.total, [.formula(.sum(column: 0, rows: 0...2), cached: Quantity(6))]),
            ]
        )
        #expect(sheet.inconsistentFormulas == [CellPosition(column: 0, row: 3)])
    }
}
