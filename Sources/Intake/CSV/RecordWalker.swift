/// Goes from record to record, the fast way where the bytes are regular, byte by byte elsewhere,
/// and finds the way back behind a record that cannot be read.
struct RecordWalker: Sendable {
    var expectedCells: Int?
    /// The lines that are being set aside; nil where the next byte begins a record.
    ///
    /// They are the draft's last row, which is whole once ``BlockDraft/settle`` has been called.
    private(set) var run: SetAsideRun?

    private let dialect: Dialect
    private let limits: CSVLimits
    private let keepsBlankLines: Bool
    private var parser: RecordParser
    private var isSepLineAhead: Bool
    /// What the parser holds where a run ended at a good record.
    private var good: RecordParser.Outcome?
    /// How many bytes were read in vain.
    ///
    /// Once they are more than the file's bytes so far, and some, records are looked for on single
    /// lines only: no file takes more than linear time.
    private var wasted = 0
    private static let grace = 16 << 20

    init(dialect: Dialect, limits: CSVLimits, expectedCells: Int?) {
        self.dialect = dialect
        self.limits = limits
        self.expectedCells = expectedCells
        keepsBlankLines = expectedCells == 1
        parser = RecordParser(dialect: dialect, limits: limits)
        isSepLineAhead = dialect.hasSepLine
    }

    /// Appends the whole records of `bytes` to a draft and returns the offset behind the last.
    ///
    /// Where ``run`` is not nil afterwards, the draft's last row goes on behind these bytes.
    mutating func walk(
        _ bytes: Span<UInt8>,
        isFinal: Bool,
        at place: FilePosition,
        into draft: inout BlockDraft
    ) -> Int {
        var position = 0
        // Behind an irregular record some more are read byte by byte: they seldom come alone.
        var careful = dialect.pairsQuotes ? 0 : Int.max
        if isSepLineAhead {
            guard skipSepLine(bytes, &position, isFinal: isFinal, &draft) else { return 0 }
        }
        let indexer = FastIndexer(dialect, limits: limits, keepsBlankLines: keepsBlankLines)
        while position < bytes.count {
            if run != nil {
                let (end, ended) = continueRun(
                    bytes,
                    from: position,
                    isFinal: isFinal,
                    at: place
                )
                position = end
                guard let ended else { break }
                draft.settle(ended, bytes, limit: limits.recordBytes)
                if let outcome = good {
                    take(outcome, bytes, &position, at: place, &draft)
                }
                continue
            }
            if position >= careful, let expectedCells {
                let stop = indexer.run(
                    bytes,
                    from: position,
                    isFinal: isFinal,
                    expectedCells: expectedCells,
                    into: &draft
                )
                position = stop.next
                careful = position + 4096
                guard stop.isIrregular || bytes.count - position > limits.recordBytes
                else { break }
                continue
            }
            guard takeRecord(bytes, &position, isFinal: isFinal, at: place, &draft)
            else { break }
        }
        return position
    }

    /// Goes through lines that are set aside and returns the offset behind them, and the whole run
    /// where a good record follows or the file ends.
    mutating func continueRun(
        _ bytes: Span<UInt8>,
        from start: Int,
        isFinal: Bool,
        at place: FilePosition
    ) -> (end: Int, ended: SetAsideRun?) {
        guard var open = run else { return (start, nil) }
        var position = start
        var isOver = false
        good = nil
        while position < bytes.count {
            if open.isAtLineStart {
                if open.endsWithLine || expectedCells == nil {
                    isOver = true
                    break
                }
                let outcome = parse(bytes, at: position, isFinal: isFinal, place)
                if outcome == .incomplete { break }
                if isGood(outcome, bytes, position) {
                    isOver = true
                    good = outcome
                    break
                }
            }
            let isSearching = open.isAtLineStart
            guard
                let next = open.takeLine(
                    bytes,
                    from: position,
                    isFinal: isFinal,
                    limit: limits.recordBytes
                )
            else { break }
            if isSearching { noteWaste(behind: next) }
            position = next
        }
        if isFinal, position == bytes.count {
            open.endFile()
            isOver = true
        }
        run = isOver ? nil : open
        return (position, isOver ? open : nil)
    }

    /// Reads one record, or begins to set lines aside; false where more bytes are needed.
    private mutating func takeRecord(
        _ bytes: Span<UInt8>,
        _ position: inout Int,
        isFinal: Bool,
        at place: FilePosition,
        _ draft: inout BlockDraft
    ) -> Bool {
        let outcome = parse(bytes, at: position, isFinal: isFinal, place)
        switch outcome {
        case .incomplete: return false
        case .tooLong(let column):
            begin(.recordTooLong, column: column, position, place, &draft)
            run = SetAsideRun(endsWithLine: true)
        case .unbalanced(let column):
            let lineEnd = LineScan.end(bytes, from: position)
            let isWhole = lineEnd < bytes.count || isFinal || bytes[lineEnd - 1] == 10
            guard isWhole || lineEnd - position > limits.recordBytes else { return false }
            noteWaste(behind: lineEnd)
            begin(.quoteUnbalanced, column: column, position, place, &draft)
            run = SetAsideRun(endsWithLine: isClosedOnItsLine(bytes, position, lineEnd))
        case .record where hasSwallowedLines(bytes, position):
            begin(.quoteUnbalanced, column: parser.marks.lines, position, place, &draft)
            run = SetAsideRun(endsWithLine: false)
        case .blankLine, .record: take(outcome, bytes, &position, at: place, &draft)
        }
        return true
    }

    /// Appends the record that has been parsed, or counts the blank line.
    private mutating func take(
        _ outcome: RecordParser.Outcome,
        _ bytes: Span<UInt8>,
        _ position: inout Int,
        at place: FilePosition,
        _ draft: inout BlockDraft
    ) {
        if outcome == .blankLine, !keepsBlankLines {
            draft.endings.formUnion(parser.ending)
            draft.line += 1
        } else {
            append(at: position, bytes, place, &draft)
        }
        position = parser.next
    }

    private mutating func append(
        at position: Int,
        _ bytes: Span<UInt8>,
        _ place: FilePosition,
        _ draft: inout BlockDraft
    ) {
        let line = place.line + draft.line
        if parser.cells > limits.columns {
            draft.fault(.tooManyColumns, column: limits.columns + 1, line: line)
            let end = LineScan.contentEnd(bytes, before: parser.next, from: position).offset
            draft.appendSetAside(start: position, end: end, lineCount: parser.lines)
        } else {
            draft.fault(parser.marks, line: line)
            if expectedCells == nil { expectedCells = parser.cells }
            draft.append(start: position, ends: parser.ends, lineCount: parser.lines)
        }
        draft.endings.formUnion(parser.ending)
        draft.line += parser.lines
    }

    /// Notes the one fault that speaks for all the lines that are being set aside.
    private mutating func begin(
        _ kind: CSVFault.Kind,
        column: Int,
        _ position: Int,
        _ place: FilePosition,
        _ draft: inout BlockDraft
    ) {
        draft.fault(kind, column: column, line: place.line + draft.line)
        draft.appendSetAside(start: position, end: position, lineCount: 1)
    }

    /// Whether the quotes of a record that cannot be read pair on its first line all the same, as
    /// in `"a"b,c`: then no quote is open behind it.
    private func isClosedOnItsLine(
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ end: Int
    ) -> Bool {
        guard parser.reached < end, end - start <= limits.recordBytes else { return false }
        var quotes = 0
        for index in start..<end where bytes[index] == dialect.quoteByte { quotes += 1 }
        return quotes & 1 == 0
    }

    private mutating func parse(
        _ bytes: Span<UInt8>,
        at position: Int,
        isFinal: Bool,
        _ place: FilePosition
    ) -> RecordParser.Outcome {
        parser.parse(
            bytes,
            at: position,
            isFinal: isFinal,
            limit: limits.recordBytes,
            oneLine: wasted > RecordWalker.grace + place.offset + position
        )
    }

    /// Counts the bytes behind the first line of a record that was read in vain.
    private mutating func noteWaste(behind lineEnd: Int) {
        wasted += max(0, parser.reached - lineEnd)
    }

    /// Whether reading may go on with what was parsed at an offset, behind lines that were set
    /// aside.
    private func isGood(
        _ outcome: RecordParser.Outcome,
        _ bytes: Span<UInt8>,
        _ position: Int
    ) -> Bool {
        switch outcome {
        case .record:
            parser.cells == expectedCells && parser.cells <= limits.columns
                && parser.marks.oddQuote == 0 && !hasSwallowedLines(bytes, position)
        case .blankLine: keepsBlankLines
        case .incomplete, .unbalanced, .tooLong: false
        }
    }

    private func hasSwallowedLines(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
        guard parser.lines > 1, let expectedCells else { return false }
        let lines = SwallowedLines(dialect, expectedCells: expectedCells)
        if parser.cells == expectedCells {
            return lines.areIn(
                bytes,
                from: position,
                to: parser.next,
                lineCount: parser.lines
            )
        }
        return lines.areInside(bytes, from: position, to: parser.next)
    }

    /// Goes behind `sep=;`; false where more bytes are needed.
    private mutating func skipSepLine(
        _ bytes: Span<UInt8>,
        _ position: inout Int,
        isFinal: Bool,
        _ draft: inout BlockDraft
    ) -> Bool {
        var line = SetAsideRun(endsWithLine: true)
        let next = line.takeLine(bytes, from: 0, isFinal: isFinal, limit: Int.max)
        if next == nil, bytes.count <= limits.recordBytes { return false }
        isSepLineAhead = false
        // A line longer than a record says nothing of delimiters.
        guard let next, next <= limits.recordBytes else { return true }
        position = next
        draft.line += 1
        return true
    }
}
