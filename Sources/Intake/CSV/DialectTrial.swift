/// What a sample of a file comes to when it is read in one dialect.
struct DialectTrial {
    var dialect: Dialect
    /// How many records were read, those that cannot be read included; blank lines are none.
    private(set) var records = 0
    /// How many cells the first record has.
    private(set) var first = 1
    /// The number of cells, above one, that most records have; 1 where none has more.
    private(set) var columns = 1
    /// The number of cells to expect: the first record's, unless most others have another.
    private(set) var header = 1
    /// How many records have that number.
    private(set) var agreeing = 0
    /// How many records have one cell.
    private(set) var single = 0
    /// How many records cannot be read.
    private(set) var unbalanced = 0
    /// How many cells stand in quotes.
    private(set) var quoted = 0
    /// How many records have such a cell.
    private(set) var quotedRecords = 0
    /// How many of those cells hold a delimiter or a quote: the quotes were needed.
    private(set) var holding = 0
    /// How many records have text behind a delimiter.
    private(set) var divided = 0
    /// How many of them have a blank before each such text.
    private(set) var spaced = 0
    /// How many have a blank behind each text before a delimiter.
    private(set) var padded = 0
    /// Whether a blank line follows the first record, as it does a title.
    private(set) var isFirstApart = false
    /// How many typed cells the first record has, and how many all others have.
    private(set) var typed = (first: 0, others: 0)
    /// The longest row of records with the same number of cells, above two.
    private(set) var longestRun = 0
    /// How well neighbours agree on their number of cells, from 0 to 1.
    private var neighbours = 0.0
    private var likeness = 0.0
    private var cells = 0
    private static let depth = 1000
    private static let longRecord = 16 << 10

    /// Reads a sample; where it is cut off, its last record is not looked at.
    init(_ bytes: Span<UInt8>, _ dialect: Dialect, isCut: Bool) {
        self.dialect = dialect
        // Nothing is wrong with a wide record here: the cutter will say it.
        var parser = RecordParser(dialect: dialect, limits: CSVLimits(columns: 65_000))
        var counts: [Int: Int] = [:]
        var position = 0
        var (last, run) = (0, 0)
        // Bytes of records that cannot be read: they may be read again and again, within bounds.
        var wasted = 0
        while position < bytes.count, records < DialectTrial.depth {
            let outcome = parser.parse(
                bytes,
                at: position,
                isFinal: !isCut,
                limit: bytes.count,
                oneLine: wasted > 2 * bytes.count
            )
            // The last record is cut off; what would be far longer has a quote that never closes.
            if outcome == .incomplete, bytes.count - position < DialectTrial.longRecord { break }
            var width = parser.cells
            if outcome == .record {
                look(bytes, from: position, parser.ends)
                position = max(parser.next, position + 1)
            } else if outcome == .blankLine {
                if records == 1 { isFirstApart = true }
                position = max(parser.next, position + 1)
                continue
            } else {
                width = 0
                unbalanced += 1
                wasted += parser.reached - position
                position = LineScan.end(bytes, from: position)
            }
            if records == 0 { first = width }
            records += 1
            if width == 1 { single += 1 }
            counts[width, default: 0] += 1
            run = width == last ? run + 1 : 1
            if width > 2 { longestRun = max(longestRun, run) }
            if width == last, width > 1 { neighbours += 1 - 1 / Double(width) }
            last = width
        }
        settle(counts)
    }

    private mutating func look(_ bytes: Span<UInt8>, from start: Int, _ ends: [UInt32]) {
        var cellStart = start
        let before = quoted
        var (texts, blanks, isPadded) = (0, 0, true)
        for (column, end) in ends.enumerated() {
            let raw = cellStart..<Int(end)
            cellStart = Int(end) + 1
            let content = CellContent(of: raw, in: bytes, dialect, isFirst: column == 0)
            let isQuoted = content.end < raw.upperBound && bytes[content.end] == dialect.quoteByte
            if isQuoted {
                quoted += 1
                if content.isEscaped || holdsDelimiter(bytes, content.range) { holding += 1 }
            }
            if column > 0, !raw.isEmpty {
                texts += 1
                if bytes[raw.lowerBound] == UInt8(ascii: " ") { blanks += 1 }
            }
            if column < ends.count - 1, !raw.isEmpty,
                bytes[raw.upperBound - 1] != UInt8(ascii: " ")
            {
                isPadded = false
            }
            guard !content.isEmpty else { continue }
            let found = CellLikeness(bytes, content.range, isQuoted: isQuoted)
            cells += 1
            likeness += found.score
            guard found.isTyped else { continue }
            if records == 0 { typed.first += 1 } else { typed.others += 1 }
        }
        if quoted > before { quotedRecords += 1 }
        if texts > 0 {
            divided += 1
            if blanks == texts { spaced += 1 }
            if isPadded { padded += 1 }
        }
    }

    private func holdsDelimiter(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range where bytes[index] == dialect.delimiterByte { return true }
        return false
    }

    private mutating func settle(_ counts: [Int: Int]) {
        // Of two widths that are as frequent, the header's is the one to expect.
        if first > 1 { (agreeing, columns) = (counts[first] ?? 0, first) }
        let (known, others) = (columns, agreeing)
        for (width, count) in counts where width > 1 {
            if count > agreeing || (count == agreeing && columns != known && width > columns) {
                (agreeing, columns) = (count, width)
            }
        }
        header = first > 1 && agreeing < max(3, 2 * others) ? first : columns
    }

    /// How much of the records agree on their number of cells, from 0 to 1.
    var share: Double { records == 0 ? 0 : Double(agreeing) / Double(records) }

    /// How well the records agree on a number of cells, the higher the more cells, from 0 to 1.
    var shape: Double {
        guard records > 0, columns > 1 else { return 0 }
        let width = 1 - 1 / Double(columns)
        let pairs = records > 1 ? neighbours / Double(records - 1) : share * width
        return (pairs + share * width) / 2
    }

    /// How well the dialect explains the sample, from 0 to 1: by its shape, and by cells that look
    /// like cells.
    var score: Double {
        let average = cells == 0 ? 1 : likeness / Double(cells)
        return shape * average * average
    }

    /// Whether the delimiter cuts every record, the first too, into as many cells.
    var cutsAll: Bool { records > 1 && columns > 1 && agreeing == records }

    /// Whether a blank follows the delimiters of most records, each of them: it is no data.
    var isSpaced: Bool { records > 1 && spaced > 0 && spaced * 4 >= divided * 3 }

    /// Whether blanks stand on both sides of the delimiters of all records.
    var isPadded: Bool { records > 1 && spaced == divided && padded == divided && divided > 0 }

    /// Whether every cell stands in quotes: the sign between them is the delimiter.
    var isQuotedThroughout: Bool { quoted == records * columns }

    /// Whether the sample is a table, though some of its delimiters may be letters of a text.
    var isTable: Bool { share >= 0.5 || longestRun > 4 || (first > 1 && records < 4) }
}
