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
        case tooLong
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
    /// The 1-based cell of the first fault of each kind; 0 where there is none.
    private(set) var strayColumn = 0
    private(set) var blanksColumn = 0
    private(set) var longColumn = 0
    private(set) var nulColumn = 0

    init(dialect: Dialect, limits: CSVLimits) {
        self.dialect = dialect
        self.limits = limits
    }

    /// Reads the record at `start`; the other properties tell about it.
    ///
    /// `limit` is the longest record; with `oneLine` a line end inside quotes is unbalanced.
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
        let (quote, delimiter) = (dialect.quoteByte, dialect.delimiter)
        var index = start
        defer { reached = index }
        while true {
            let cellStart = index
            if index < count, bytes[index] == 0xEF {
                index = ByteOrderMark.end(in: bytes, from: index, to: count)
            }
            if index < count, bytes[index] == quote {
                index += 1
                // Inside quotes.
                while true {
                    guard index <= bound else { return .unbalanced(column: cells + 1) }
                    guard index < count else {
                        return isFinal ? .unbalanced(column: cells + 1) : .incomplete
                    }
                    let byte = bytes[index]
                    index += 1
                    if byte == quote {
                        guard index < count, bytes[index] == quote else { break }
                        index += 1
                    } else if byte == 10 || byte == 13 {
                        if byte == 13, index < count, bytes[index] == 10 { index += 1 }
                        if oneLine { return .unbalanced(column: cells + 1) }
                        lines += 1
                    } else if byte == 0, nulColumn == 0 {
                        nulColumn = cells + 1
                    }
                }
                // Behind the closing quote.
                while index < count, dialect.isBlank(bytes[index]) {
                    if blanksColumn == 0 { blanksColumn = cells + 1 }
                    index += 1
                }
                if index < count {
                    let byte = bytes[index]
                    guard byte == delimiter || byte == 10 || byte == 13 else {
                        return .unbalanced(column: cells + 1)
                    }
                }
            } else {
                while index < count {
                    let byte = bytes[index]
                    if byte == delimiter || byte == 10 || byte == 13 { break }
                    if byte == quote, strayColumn == 0 { strayColumn = cells + 1 }
                    if byte == 0, nulColumn == 0 { nulColumn = cells + 1 }
                    index += 1
                    guard index <= bound else { return .tooLong }
                }
            }
            guard index < count || isFinal else {
                return index > bound ? .tooLong : .incomplete
            }
            if index - cellStart > limits.cellBytes, longColumn == 0 { longColumn = cells + 1 }
            cells += 1
            if cells <= limits.columns { ends.append(UInt32(truncatingIfNeeded: index)) }
            guard index < count, bytes[index] == delimiter else {
                return endLine(bytes, at: index, start: start, isFinal: isFinal)
            }
            index += 1
            guard index <= bound else { return .tooLong }
        }
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

    /// The offset behind the line end that follows `start`.
    func lineEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 10 { return index }
            if byte == 13 {
                return index < bytes.count && bytes[index] == 10 ? index + 1 : index
            }
        }
        return index
    }

    private mutating func reset() {
        ends.removeAll(keepingCapacity: true)
        cells = 0
        lines = 1
        ending = []
        strayColumn = 0
        blanksColumn = 0
        longColumn = 0
        nulColumn = 0
    }
}
