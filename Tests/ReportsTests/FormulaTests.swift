import Model
import Reports
import Testing

/// Formulas are made of the rows that they are about, and give what stands beside them.
@Suite struct FormulaTests {
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
