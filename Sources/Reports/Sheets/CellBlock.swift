/// Cells of neighbouring columns and rows, by indexes in ``Sheet/rows`` and ``Sheet/columns``.
package struct CellBlock: Hashable, Sendable {
    package var columns: ClosedRange<Int>
    package var rows: ClosedRange<Int>

    package init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
        self.columns = columns
        self.rows = rows
    }
}
