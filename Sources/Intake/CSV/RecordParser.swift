/// Reads one record byte by byte: the honest state machine behind ``FastIndexer``.
///
/// It knows every case that the corpora's README decides: CR, LF and CRLF each end a record, a
/// quote inside an unquoted cell is data, blanks behind a closing quote are dropped, other text
/// there makes the record unbalanced.
struct RecordParser: Sendable {
    enum Outcome: Hashable {
        case record
        /// A line without a single byte.
        case blankLine
        /// More bytes are needed to tell.
        case incomplete
        /// Text behind a closing quote, or a quote that does not close within the limit.
        case unbalanced(column: Int)
        /// No end within the limit, though no quote is open.
        case tooLong(column: Int)
    }

    let dialect: Dialect
    let limits: CSVLimits

    /// The ends of the record's cells, at most one more than allowed.
    private(set) var ends: [UInt32] = []
    /// How many cells it has.
    private(set) var cells = 0
    /// Where the next record starts.
    private(set) var next = 0
    /// How far it was read before it turned out to be unbalanced.
    private(set) var reached = 0
    /// How many physical lines it spans.
    private(set) var lines = 1
    private(set) var ending: LineEndings = []
    /// The 1-based cells of the first fault of each kind.
    private(set) var marks = RecordMarks()

    init(dialect: Dialect, limits: CSVLimits) {
        self.dialect = dialect
        self.limits = limits
    }

    /// Reads the record at `start`; the other properties tell about it.
    ///
    /// `limit` is the longest record; with `oneLine` a line end inside quotes is unbalanced. Where
    /// the bytes end and the file does not, nothing is concluded from what a further byte could
    /// tell: how a record is read never depends on where a block ends.
    mutating func parse(
        _ bytes: Span<UInt8>,
        at start: Int,
        isFinal: Bool,
        limit: Int,
        oneLine: Bool = false
    ) -> Outcome {
        reset()
        let count = bytes.count
        let bound = start + limit
        let (quote, delimiter) = (dialect.quoteByte, dialect.delimiterByte)
        var index = start
        defer { reached = index }
        while true {
            let cellStart = index
            if index < count, bytes[index] == 0xEF {
                index = ByteOrderMark.end(in: bytes, from: index, to: min(count, bound + 3))
                if index < count, bytes[index] == 0xEF, index + 3 > count, !isFinal {
                    return .incomplete
                }
            }
            if dialect.skipsBlanks, cells > 0 {
                while index < count, index <= bound, bytes[index] == UInt8(ascii: " ") {
                    index += 1
                }
            }
            if index < count, bytes[index] == quote {
                index += 1
                if let outcome = readQuoted(
                    bytes,
                    &index,
                    bound: bound,
                    isFinal: isFinal,
                    oneLine: oneLine
                ) {
                    return outcome
                }
            } else {
                guard readPlain(bytes, &index, bound: bound) else {
                    return .tooLong(column: cells + 1)
                }
            }
            guard index < count || isFinal else { return .incomplete }
            if index - cellStart > limits.cellBytes { note(\.long) }
            cells += 1
            if cells <= limits.columns { ends.append(UInt32(truncatingIfNeeded: index)) }
            guard index < count, bytes[index] == delimiter else {
                return endLine(bytes, at: index, start: start, isFinal: isFinal)
            }
            index += 1
            guard index <= bound else { return .tooLong(column: cells + 1) }
        }
    }

    /// Reads from behind an opening quote to the byte that ends the cell; nil where that is found.
    private mutating func readQuoted(
        _ bytes: Span<UInt8>,
        _ index: inout Int,
        bound: Int,
        isFinal: Bool,
        oneLine: Bool
    ) -> Outcome? {
        let count = bytes.count
        let quote = dialect.quoteByte
        while true {
            guard index <= bound else { return .unbalanced(column: cells + 1) }
            guard index < count else {
                return isFinal ? .unbalanced(column: cells + 1) : .incomplete
            }
            let byte = bytes[index]
            index += 1
            if byte == quote {
                let isDoubled = index < count && bytes[index] == quote
                if dialect.hasPlainQuotes {
                    if isDoubled, !endsCell(bytes, at: index + 1, bound: bound) {
                        index += 1
                        continue
                    }
                    if endsCell(bytes, at: index, bound: bound) { break }
                    note(\.plainQuote)
                } else if isDoubled {
                    index += 1
                } else {
                    break
                }
            } else if byte == 10 || byte == 13 {
                if byte == 13, index < count, bytes[index] == 10 { index += 1 }
                if oneLine { return .unbalanced(column: cells + 1) }
                note(\.lines)
                lines += 1
            } else if byte == 0 {
                note(\.nul)
            } else if byte == dialect.escape, index < count,
                bytes[index] == quote || bytes[index] == byte
            {
                index += 1
            }
        }
        while index < count, dialect.isBlank(bytes[index]) {
            guard index <= bound else { return .tooLong(column: cells + 1) }
            note(\.blanks)
            index += 1
        }
        guard index < count else { return nil }
        let byte = bytes[index]
        let isEnd = byte == dialect.delimiterByte || byte == 10 || byte == 13
        return isEnd ? nil : .unbalanced(column: cells + 1)
    }

    /// Reads an unquoted cell; false where the record becomes too long.
    private mutating func readPlain(
        _ bytes: Span<UInt8>,
        _ index: inout Int,
        bound: Int
    ) -> Bool {
        let (quote, delimiter) = (dialect.quoteByte, dialect.delimiterByte)
        var quotes = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == delimiter || byte == 10 || byte == 13 { break }
            if byte == quote {
                quotes += 1
                if index > 0, bytes[index - 1] == quote { note(\.oddQuote) }
            } else if byte == 0 {
                note(\.nul)
            }
            index += 1
            guard index <= bound else { return false }
        }
        if quotes > 0 { note(\.stray) }
        if quotes & 1 == 1 { note(\.oddQuote) }
        return true
    }

    /// Whether a quoted cell may end at an offset: behind blanks stands what ends a cell, or more
    /// of them than a record may have.
    private func endsCell(_ bytes: Span<UInt8>, at offset: Int, bound: Int) -> Bool {
        var index = offset
        while index < bytes.count, index <= bound, dialect.isBlank(bytes[index]) { index += 1 }
        guard index < bytes.count, index <= bound else { return true }
        let byte = bytes[index]
        return byte == dialect.delimiterByte || byte == 10 || byte == 13
    }

    private mutating func endLine(
        _ bytes: Span<UInt8>,
        at end: Int,
        start: Int,
        isFinal: Bool
    ) -> Outcome {
        next = end
        if end < bytes.count {
            next += 1
            ending = .lf
            if bytes[end] == 13 {
                guard next < bytes.count || isFinal else { return .incomplete }
                let isPair = next < bytes.count && bytes[next] == 10
                ending = isPair ? .crlf : .cr
                if isPair { next += 1 }
            }
        }
        return end == start ? .blankLine : .record
    }

    private mutating func note(_ mark: WritableKeyPath<RecordMarks, Int>) {
        if marks[keyPath: mark] == 0 { marks[keyPath: mark] = cells + 1 }
    }

    private mutating func reset() {
        ends.removeAll(keepingCapacity: true)
        cells = 0
        lines = 1
        ending = []
        marks = RecordMarks()
    }
}
