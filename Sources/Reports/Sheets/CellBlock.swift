/// Cells of neighbouring columns and rows, by indexes in ``Sheet/rows`` and ``Sheet/columns``.
package struct CellBlock: Hashable, Sendable {
    /// The first and the last column.
    package var columns: ClosedRange<Int>
    /// The first and the last row.
    package var rows: ClosedRange<Int>

    package init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
        self.columns = columns
        self.rows = rows
    }
}
