/// A block while its records are being found.
struct BlockDraft {
    /// Ends of cells; only the first `cellCount` count, the rest is room that is used again.
    var cellEnds: [UInt32]
    var cellCount = 0
    var rows: [BlockRow] = []
    var faults: [CSVFault] = []
    /// How many lines have ended so far.
    var line = 0
    var endings: LineEndings = []

    /// Makes room for so many further cells.
    @inline(__always)
    mutating func reserveCells(_ count: Int) {
        if cellCount &+ count > cellEnds.count { grow(count) }
    }

    @inline(never)
    private mutating func grow(_ count: Int) {
        let room = max(cellEnds.count, count, 1024)
        cellEnds.append(contentsOf: repeatElement(0, count: room))
    }

    /// Appends a record whose cells end at these offsets.
    mutating func append(start: Int, ends: [UInt32], lineCount: Int) {
        reserveCells(ends.count)
        rows.append(
            BlockRow(
                start: start,
                firstCell: cellCount,
                line: line,
                lineCount: lineCount,
                cellCount: ends.count
            )
        )
        for end in ends {
            cellEnds[cellCount] = end
            cellCount += 1
        }
    }

    /// Appends a record that could not be read, as one cell of raw text.
    mutating func appendSetAside(start: Int, end: Int, lineCount: Int) {
        reserveCells(1)
        rows.append(
            BlockRow(
                start: start,
                firstCell: cellCount,
                line: line,
                lineCount: lineCount,
                cellCount: 1,
                isSetAside: true
            )
        )
        cellEnds[cellCount] = UInt32(truncatingIfNeeded: end)
        cellCount += 1
    }
}
