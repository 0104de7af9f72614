/// Finds out how a file's cells are separated, from its beginning.
///
/// The delimiter is the candidate that cuts the most records into the same number of cells, more
/// than one; quotes are respected. A file that no candidate cuts has one column, with commas.
package struct DialectSniffer {
    /// What the beginning of a file says.
    package struct Guess: Hashable, Sendable {
        package var dialect: Dialect
        /// How many cells most records have.
        package var columns: Int
        /// How many cells the first record that is not a blank line has.
        package var firstColumns: Int
    }

    /// How much of a file is looked at.
    package static let sample = 64 << 10
    private static let candidates: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
    ]

    /// Guesses from the beginning of a file, without byte order mark.
    ///
    /// A `delimiter` that is known is taken. Where the bytes are not the whole file, the last
    /// record may be cut off and is not looked at.
    package static func guess(
        _ bytes: Span<UInt8>,
        delimiter: UInt8? = nil,
        quote: UInt8 = UInt8(ascii: "\""),
        isWhole: Bool
    ) -> Guess {
        let isCut = bytes.count > sample || !isWhole
        let bytes = bytes.extracting(0..<min(bytes.count, sample))
        let start = sepLine(bytes)
        let named = delimiter ?? (start > 0 ? bytes[4] : nil)
        var best: (dialect: Dialect, widths: Widths)?
        for candidate in named.map({ [$0] }) ?? candidates {
            let dialect = Dialect(delimiter: candidate, quote: quote, hasSepLine: start > 0)
            let widths = Widths(bytes.extracting(start..<bytes.count), dialect, isCut: isCut)
            if let known = best, !widths.isBetter(than: known.widths) { continue }
            best = (dialect, widths)
        }
        guard let best else {
            return Guess(dialect: Dialect(quote: quote), columns: 1, firstColumns: 1)
        }
        var dialect = best.dialect
        dialect.columns = best.widths.columns
        return Guess(
            dialect: dialect,
            columns: best.widths.columns,
            firstColumns: best.widths.first
        )
    }

    /// The length of a first line `sep=X`, 0 where there is none.
    private static func sepLine(_ bytes: Span<UInt8>) -> Int {
        guard bytes.count > 5, bytes[0] | 0x20 == UInt8(ascii: "s"),
            bytes[1] | 0x20 == UInt8(ascii: "e"), bytes[2] | 0x20 == UInt8(ascii: "p"),
            bytes[3] == UInt8(ascii: "="), bytes[4] < 0x80, bytes[4] != 10, bytes[4] != 13,
            bytes[4] != 34
        else { return 0 }
        if bytes[5] == 10 { return 6 }
        guard bytes[5] == 13 else { return 0 }
        return bytes.count > 6 && bytes[6] == 10 ? 7 : 6
    }
}

/// How many cells a candidate gives the records of a sample.
private struct Widths {
    /// How many cells the first record has.
    var first = 1
    /// The number of cells, above one, that most records have; 1 where none has more.
    var columns = 1
    /// How many records have that number.
    var agreeing = 0
    private var records = 0

    init(_ bytes: Span<UInt8>, _ dialect: Dialect, isCut: Bool) {
        // Nothing is wrong with a wide record here: the cutter will say it.
        let limits = CSVLimits(columns: 65_000)
        var parser = RecordParser(dialect: dialect, limits: limits)
        var counts: [Int: Int] = [:]
        var position = 0
        while position < bytes.count, records < 1000 {
            let outcome = parser.parse(
                bytes,
                at: position,
                isFinal: !isCut,
                limit: bytes.count
            )
            if outcome == .incomplete { break }
            if case .unbalanced = outcome {
                position = parser.lineEnd(bytes, from: position)
                continue
            }
            position = max(parser.next, position + 1)
            guard outcome == .record else { continue }
            if records == 0 { first = parser.cells }
            records += 1
            counts[parser.cells, default: 0] += 1
        }
        // Of two widths that are as frequent, the header's is the one to expect.
        if first > 1 { (agreeing, columns) = (counts[first] ?? 0, first) }
        for (width, count) in counts where width > 1 {
            if count > agreeing || (count == agreeing && width > columns && columns != first) {
                (agreeing, columns) = (count, width)
            }
        }
    }

    /// Whether more of the records agree, or as many on more cells.
    func isBetter(than other: Widths) -> Bool {
        let (mine, theirs) = (agreeing * max(1, other.records), other.agreeing * max(1, records))
        return (mine, columns) > (theirs, other.columns)
    }
}
