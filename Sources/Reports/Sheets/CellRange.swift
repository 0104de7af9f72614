/// Consecutive cells of one column, by indexes in ``Sheet/rows`` and ``Sheet/columns``.
package struct CellRange: Hashable, Sendable {
    package var column: Int
    package var rows: ClosedRange<Int>

    package init(column: Int, rows: ClosedRange<Int>) {
        self.column = column
        self.rows = rows
    }
}
