/// A run of whole records: bytes and where their cells end.
///
/// Blocks are values: one task may read a block while the cutter makes the next.
package struct Block: Sendable {
    /// The bytes of whole records: at most a block and a record (``CSVLimits``).
    package let bytes: [UInt8]
    /// The offset just behind each cell's raw text, in order.
    ///
    /// A cell starts one byte behind the end of the one before it in its record, and where its
    /// record starts if it is the first: ends are all there is to store.
    package let cellEnds: [UInt32]
    /// The records in order; blank lines of a table of more than one column are none.
    package let rows: [BlockRow]
    /// What is not as CSV should be, in order of rows.
    package let faults: [CSVFault]
    /// The offset of `bytes[0]` in the decoded file.
    package let fileOffset: Int
    /// The 1-based physical line on which `bytes[0]` stands.
    package let firstLine: Int
    /// The 1-based number of the block's first record.
    package let firstRecord: Int
    /// How many physical lines end in this block, and the last line of the file though nothing
    /// ends it.
    package let lines: Int
    /// How those lines end, outside quotes.
    package let endings: LineEndings
    /// How the cells are separated and quoted.
    package let dialect: Dialect

    /// The 1-based physical line of the file on which a record starts.
    package func line(of row: Int) -> Int { firstLine + Int(rows[row].line) }

    /// The 1-based physical line of the file on which a record ends.
    package func endLine(of row: Int) -> Int {
        firstLine + Int(rows[row].line) + Int(rows[row].lineCount) - 1
    }

    /// The 1-based number of a record among the records of the file.
    package func record(of row: Int) -> Int { firstRecord + row }

    /// The offset of a record's first byte in the decoded file.
    package func fileOffset(of row: Int) -> Int { fileOffset + Int(rows[row].start) }

    /// The bytes of a record as they were read, without its line end.
    package func raw(row: Int) -> Range<Int> {
        let row = rows[row]
        let last = Int(row.firstCell) + Int(row.cellCount) - 1
        return Int(row.start)..<Int(cellEnds[last])
    }
}
