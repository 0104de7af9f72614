/// Rows of a table that are made when they are written, each from its index.
///
/// A register with millions of entries has hundreds of thousands of findings; as rows they take
/// more memory than all of its records, and so do those of a country's files. Nothing links from
/// these rows.
package struct SheetList: Sendable {
    /// How many rows there are.
    package let count: Int
    /// How many of the first rows say how wide the columns must be.
    package let measured: Int
    /// The row with an index; the same each time.
    package let row: @Sendable (Int) -> SheetRow

    /// So many rows, made when they are asked for.
    package init(count: Int, measured: Int, row: @escaping @Sendable (Int) -> SheetRow) {
        self.count = count
        self.measured = min(measured, count)
        self.row = row
    }
}

extension SheetList: Hashable {
    /// Whether all rows are equal.
    package static func == (a: SheetList, b: SheetList) -> Bool {
        a.count == b.count && (0..<a.count).allSatisfy { a.row($0) == b.row($0) }
    }

    /// Equal lists have equal hashes: of the number of rows.
    package func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
