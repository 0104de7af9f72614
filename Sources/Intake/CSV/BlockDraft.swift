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

    /// Ends the last record, lines that were set aside, where its run ends.
    ///
    /// `bytes` holds the run from the record's start on, as much of it as a record may have at
    /// least; more than `limit` is not kept.
    mutating func settle(_ run: SetAsideRun, _ bytes: Span<UInt8>, limit: Int) {
        guard let last = rows.popLast(), last.isSetAside else { return }
        let start = Int(last.start)
        var end = start + run.contentLength
        if run.contentLength > limit {
            end = LineScan.characterStart(bytes, atOrBefore: start + limit)
            // No line of so much text could be read again: not the quote, the length is at fault.
            if let fault = faults.popLast() {
                faults.append(
                    CSVFault(
                        .recordTooLong,
                        row: fault.row,
                        line: fault.line,
                        column: fault.column
                    )
                )
            }
        }
        rows.append(
            BlockRow(
                start: start,
                firstCell: Int(last.firstCell),
                line: Int(last.line),
                lineCount: run.contentLines,
                cellCount: 1,
                isSetAside: true
            )
        )
        cellEnds[cellCount - 1] = UInt32(truncatingIfNeeded: end)
        line += run.lines
        endings.formUnion(run.ending)
    }

    /// Notes a fault of the record that is appended next.
    mutating func fault(_ kind: CSVFault.Kind, column: Int, line: Int) {
        faults.append(CSVFault(kind, row: rows.count, line: line, column: column))
    }

    /// Notes the oddities of the record that is appended next.
    mutating func fault(_ marks: RecordMarks, line: Int) {
        guard marks != RecordMarks() else { return }
        if marks.oddQuote > 0 {
            fault(.quoteOdd, column: marks.oddQuote, line: line)
        } else if marks.stray > 0 {
            fault(.quoteStray, column: marks.stray, line: line)
        }
        if marks.plainQuote > 0 { fault(.quotePlain, column: marks.plainQuote, line: line) }
        if marks.blanks > 0 { fault(.blanksBehindQuote, column: marks.blanks, line: line) }
        if marks.long > 0 { fault(.cellTooLong, column: marks.long, line: line) }
        if marks.nul > 0 { fault(.nul, column: marks.nul, line: line) }
    }
}
