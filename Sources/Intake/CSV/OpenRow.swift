/// The record that the fast indexer is in.
struct OpenRow {
    /// The offset of its first byte.
    var start: Int
    /// The index of its first cell's end.
    var firstCell: Int
    /// The line on which it starts, counted from the draft's first.
    var line: Int
    /// How many lines have ended inside its quotes.
    var lineCount = 0

    /// What a record must hold to be regular.
    struct Checks {
        /// A longer record may hold a cell that is too long.
        var longest: Int
        var columns: Int
        /// The number of cells that records have; 0 where it is not known.
        var expectedCells: Int
        /// Whether a blank line is a record of one empty cell, as in a table of one column.
        var keepsBlankLines: Bool
    }

    /// Ends the record and begins the next at `next`; false where the record is not regular.
    @inline(__always)
    mutating func close(
        at next: Int,
        end: Int,
        _ checks: Checks,
        _ draft: inout BlockDraft
    ) -> Bool {
        let cells = draft.cellCount &- firstCell &+ 1
        if end &- start > checks.longest || cells > checks.columns
            || (lineCount != 0 && cells != checks.expectedCells)
        {
            return false
        }
        if end != start || cells != 1 || checks.keepsBlankLines {
            draft.cellEnds[draft.cellCount] = UInt32(truncatingIfNeeded: end)
            draft.cellCount &+= 1
            draft.rows.append(
                BlockRow(
                    start: start,
                    firstCell: firstCell,
                    line: line,
                    lineCount: lineCount &+ 1,
                    cellCount: cells
                )
            )
        }
        firstCell = draft.cellCount
        start = next
        line &+= lineCount &+ 1
        lineCount = 0
        return true
    }
}
