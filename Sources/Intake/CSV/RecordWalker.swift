/// Goes from record to record, the fast way where the bytes are regular, byte by byte elsewhere,
/// and finds the way back behind a record that cannot be read.
struct RecordWalker: Sendable {
    var expectedCells: Int?

    private let dialect: Dialect
    private let limits: CSVLimits
    private let keepsBlankLines: Bool
    private var parser: RecordParser
    /// Looks into what `parser` has read.
    private var probe: RecordParser
    private var state = State.start
    /// Bytes that may still be read in vain; once they are spent, records are searched for on
    /// single lines only, so that no file takes more than linear time.
    private var patience = 64 << 20

    private enum State {
        /// At the first byte of the file.
        case start
        case record
        /// Behind an unbalanced record: at a line that may be good again.
        case recovering
        /// Inside a line that is longer than a record may be.
        case skippingLine
    }

    init(dialect: Dialect, limits: CSVLimits, expectedCells: Int?) {
        self.dialect = dialect
        self.limits = limits
        self.expectedCells = expectedCells
        keepsBlankLines = expectedCells == 1
        parser = RecordParser(dialect: dialect, limits: limits)
        probe = parser
    }

    /// Appends the whole records of `bytes` to a draft and returns the offset behind the last.
    ///
    /// `line` is the line of the file on which `bytes` begins.
    mutating func walk(
        _ bytes: Span<UInt8>,
        isFinal: Bool,
        line: Int,
        into draft: inout BlockDraft
    ) -> Int {
        var position = 0
        // Behind an irregular record some more are read byte by byte: they seldom come alone.
        var careful = 0
        if state == .start {
            state = dialect.hasSepLine ? .skippingLine : .record
        }
        let indexer = FastIndexer(dialect, limits: limits, keepsBlankLines: keepsBlankLines)
        while position < bytes.count {
            if state == .skippingLine {
                guard skipLine(bytes, &position, isFinal: isFinal, &draft) else { break }
                continue
            }
            if state == .record, position >= careful, let expectedCells {
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
            guard takeRecord(bytes, &position, isFinal: isFinal, line: line, &draft)
            else { break }
        }
        return position
    }

    /// Reads one record or sets one line aside; false where more bytes are needed.
    private mutating func takeRecord(
        _ bytes: Span<UInt8>,
        _ position: inout Int,
        isFinal: Bool,
        line: Int,
        _ draft: inout BlockDraft
    ) -> Bool {
        let outcome = parser.parse(
            bytes,
            at: position,
            isFinal: isFinal,
            limit: limits.recordBytes,
            oneLine: patience <= 0
        )
        switch outcome {
        case .incomplete: return false
        case .tooLong:
            let end = characterStart(bytes, atOrBefore: position + limits.recordBytes)
            fault(.recordTooLong, column: 1, line, &draft)
            draft.appendSetAside(start: position, end: end, lineCount: 1)
            position = end
            state = .skippingLine
            return true
        case .unbalanced(let column):
            return setAsideLine(
                bytes,
                &position,
                isFinal: isFinal,
                column: column,
                line,
                &draft
            )
        case .blankLine where !keepsBlankLines:
            draft.endings.formUnion(parser.ending)
            draft.line += 1
            position = parser.next
            return true
        case .blankLine, .record:
            if state == .recovering, let expectedCells, parser.cells != expectedCells {
                return setAsideLine(
                    bytes,
                    &position,
                    isFinal: isFinal,
                    column: 1,
                    line,
                    &draft
                )
            }
            if parser.lines > 2, parser.cells != expectedCells,
                hasSwallowedRecords(bytes, from: position, to: parser.next)
            {
                return setAsideLine(
                    bytes,
                    &position,
                    isFinal: isFinal,
                    column: 1,
                    line,
                    &draft
                )
            }
            append(bytes, at: position, line, &draft)
            position = parser.next
            state = .record
            return true
        }
    }

    private mutating func append(
        _ bytes: Span<UInt8>,
        at position: Int,
        _ line: Int,
        _ draft: inout BlockDraft
    ) {
        if parser.cells > limits.columns {
            fault(.tooManyColumns, column: limits.columns + 1, line, &draft)
            let end = lineEnd(bytes, before: parser.next)
            draft.appendSetAside(start: position, end: end, lineCount: parser.lines)
        } else {
            if parser.strayColumn > 0 {
                fault(.quoteStray, column: parser.strayColumn, line, &draft)
            }
            if parser.blanksColumn > 0 {
                fault(.blanksBehindQuote, column: parser.blanksColumn, line, &draft)
            }
            if parser.longColumn > 0 {
                fault(.cellTooLong, column: parser.longColumn, line, &draft)
            }
            if parser.nulColumn > 0 { fault(.nul, column: parser.nulColumn, line, &draft) }
            if expectedCells == nil { expectedCells = parser.cells }
            draft.append(start: position, ends: parser.ends, lineCount: parser.lines)
        }
        draft.endings.formUnion(parser.ending)
        draft.line += parser.lines
    }

    /// Whether a record that spans lines holds nothing but whole records between its first line
    /// and its last: a quote was left open, and another one far below seems to close it.
    private mutating func hasSwallowedRecords(
        _ bytes: Span<UInt8>,
        from start: Int,
        to end: Int
    ) -> Bool {
        guard let expectedCells, expectedCells > 2 else { return false }
        let inner = bytes.extracting(0..<end)
        var position = parser.lineEnd(inner, from: start)
        var records = 0
        while position < end {
            let following = parser.lineEnd(inner, from: position)
            guard following < end else { break }
            let outcome = probe.parse(
                inner,
                at: position,
                isFinal: true,
                limit: limits.recordBytes,
                oneLine: true
            )
            if outcome == .record {
                guard probe.cells == expectedCells else { return false }
                records += 1
            } else if outcome != .blankLine {
                return false
            }
            position = following
        }
        return records > 0
    }

    /// Sets the line at `position` aside; the first of a run tells the fault.
    private mutating func setAsideLine(
        _ bytes: Span<UInt8>,
        _ position: inout Int,
        isFinal: Bool,
        column: Int,
        _ line: Int,
        _ draft: inout BlockDraft
    ) -> Bool {
        let next = parser.lineEnd(bytes, from: position)
        let isWhole = next < bytes.count || isFinal || bytes[next - 1] == 10
        guard isWhole || bytes.count - position > limits.recordBytes else { return false }
        guard next - position <= limits.recordBytes + 2 else {
            let end = characterStart(bytes, atOrBefore: position + limits.recordBytes)
            fault(.recordTooLong, column: 1, line, &draft)
            draft.appendSetAside(start: position, end: end, lineCount: 1)
            patience -= limits.recordBytes
            position = end
            state = .skippingLine
            return true
        }
        fault(
            state == .recovering ? .quoteUnbalancedContinued : .quoteUnbalanced,
            column: column,
            line,
            &draft
        )
        let end = lineEnd(bytes, before: next)
        draft.appendSetAside(start: position, end: end, lineCount: 1)
        if next > end {
            draft.endings.insert(
                next - end == 2 ? .crlf : bytes[end] == 10 ? .lf : .cr
            )
        }
        draft.line += 1
        patience -= max(0, parser.reached - next)
        position = next
        state = expectedCells == nil ? .record : .recovering
        return true
    }

    /// Goes to the end of the line; false where more bytes are needed.
    private mutating func skipLine(
        _ bytes: Span<UInt8>,
        _ position: inout Int,
        isFinal: Bool,
        _ draft: inout BlockDraft
    ) -> Bool {
        let next = parser.lineEnd(bytes, from: position)
        let last = bytes[next - 1]
        if next == bytes.count, !isFinal, last != 10 {
            // A CR may be half of a CRLF, and a character may be cut.
            position = last == 13 ? next - 1 : characterStart(bytes, atOrBefore: next - 1)
            return false
        }
        draft.line += 1
        position = next
        state = .record
        return true
    }

    private func fault(
        _ kind: CSVFault.Kind,
        column: Int,
        _ line: Int,
        _ draft: inout BlockDraft
    ) {
        draft.faults.append(
            CSVFault(kind, row: draft.rows.count, line: line + draft.line, column: column)
        )
    }

    /// The offset of the line end that stands before `next`.
    private func lineEnd(_ bytes: Span<UInt8>, before next: Int) -> Int {
        guard next > 0 else { return next }
        switch bytes[next - 1] {
        case 10: return next > 1 && bytes[next - 2] == 13 ? next - 2 : next - 1
        case 13: return next - 1
        default: return next
        }
    }

    /// The start of the character that holds the byte at an offset.
    private func characterStart(_ bytes: Span<UInt8>, atOrBefore offset: Int) -> Int {
        var index = min(offset, bytes.count - 1)
        var steps = 0
        while steps < 3, index > 0, bytes[index] & 0xC0 == 0x80 {
            index -= 1
            steps += 1
        }
        return index
    }
}
