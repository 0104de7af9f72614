/// Consecutive cells of one column, by indexes in ``Sheet/rows`` and ``Sheet/columns``.
package struct CellRange: Hashable, Sendable {
    /// The index of the column.
    package var column: Int
    /// The first and the last row.
    package var rows: ClosedRange<Int>

    package init(column: Int, rows: ClosedRange<Int>) {
        self.column = column
        self.rows = rows
    }
}
