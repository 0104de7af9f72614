/// One record of a block: where it stands and which cells are its own.
package struct BlockRow: Hashable, Sendable {
    /// The offset of the record's first byte in its block.
    package let start: UInt32
    /// The index of its first cell's end.
    package let firstCell: UInt32
    /// The line on which it starts, counted from 0 at the block's first line.
    package let line: UInt32
    /// How many physical lines it spans.
    package let lineCount: UInt32
    /// How many cells it has; a record that was set aside has one, its whole raw text.
    package let cellCount: UInt16
    /// Whether the record could not be read; its one cell is raw text, with quotes and delimiters.
    package let isSetAside: Bool

    @inline(__always)
    init(
        start: Int,
        firstCell: Int,
        line: Int,
        lineCount: Int,
        cellCount: Int,
        isSetAside: Bool = false
    ) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.firstCell = UInt32(truncatingIfNeeded: firstCell)
        self.line = UInt32(truncatingIfNeeded: line)
        self.lineCount = UInt32(truncatingIfNeeded: lineCount)
        self.cellCount = UInt16(truncatingIfNeeded: cellCount)
        self.isSetAside = isSetAside
    }
}
