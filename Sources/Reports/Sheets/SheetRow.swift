/// A row of a sheet's table; the cell at an index belongs to the column at that index.
package struct SheetRow: Hashable, Sendable {
    /// What the row is, which decides its look.
    package var kind: Kind
    /// 0 for rows that are always shown; 1-7 for rows that a reader can fold away under the next
    /// row above them with a lower level.
    package var outlineLevel: Int
    /// The cells from the left; columns beyond them are blank.
    package var cells: [SheetCell]

    package init(_ kind: Kind, outlineLevel: Int = 0, _ cells: [SheetCell]) {
        self.kind = kind
        self.outlineLevel = outlineLevel
        self.cells = cells
    }

    /// A row of data.
    package init(outlineLevel: Int = 0, _ cells: [SheetCell]) {
        self.init(.data, outlineLevel: outlineLevel, cells)
    }

    /// What a row is.
    package enum Kind: Hashable, Sendable {
        /// The heading of a group of units; where it has fewer cells than the table has columns,
        /// its last cell goes on to the right edge.
        case group
        case data
        case subtotal
        case total
    }
}
