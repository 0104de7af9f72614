/// A cell of a sheet's table by its indexes in ``Sheet/rows`` and ``Sheet/columns``.
package struct CellPosition: Hashable, Sendable {
    package var column: Int
    package var row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}
