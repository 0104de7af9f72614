/// A cell of a sheet's table by its indexes in ``Sheet/rows`` and ``Sheet/columns``.
package struct CellPosition: Hashable, Sendable {
    /// The index of the column.
    package var column: Int
    /// The index of the row.
    package var row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}
