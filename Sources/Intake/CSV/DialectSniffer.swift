/// Finds out how a file's cells are separated and quoted, from its beginning.
///
/// Each dialect that the bytes allow reads the sample, and the one that explains it best is taken
/// (``DialectTrial/score``). Commas, semicolons, tabs and bars come first; what text is full of,
/// blanks and colons, is believed only where nothing else cuts the file and much speaks for it. A
/// file that nothing cuts has one column.
package struct DialectSniffer {
    /// What the beginning of a file says.
    package struct Guess: Hashable, Sendable {
        /// How cells are separated and quoted.
        package var dialect: Dialect
        /// How many cells most records have.
        package var columns: Int
        /// How many cells the header has: the first record's number, where records go by it.
        package var headerColumns: Int
    }

    /// How much of a file is looked at.
    package static let sample = 64 << 10
    private static let common: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
    ]
    private static let rare: [UInt8] = [
        0x1F, 0x1E, UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: " "), UInt8(ascii: ":"),
    ]
    /// A common delimiter that explains less leaves room for a rare one.
    private static let clear = 0.3

    /// Guesses from the beginning of a file, without byte order mark.
    ///
    /// A `delimiter` and a `quote` that are known are taken. Where the bytes are not the whole
    /// file, the last record may be cut off and is not looked at.
    package static func guess(
        _ bytes: Span<UInt8>,
        delimiter: UInt8? = nil,
        quote: UInt8? = nil,
        isWhole: Bool
    ) -> Guess {
        let isCut = bytes.count > sample || !isWhole
        let sample = bytes.extracting(0..<min(bytes.count, sample))
        let sepLine = SepLine(sample)
        let text = sample.extracting((sepLine?.length ?? 0)..<sample.count)
        // Where not even one record is whole, its beginning has to do.
        let isOneLine = isCut && LineScan.end(text, from: 0) == text.count
        let candidates = DialectCandidates(text, quote: quote, isCut: isCut && !isOneLine)
        let best = chosen(candidates, text, delimiter, sepLine)
        var dialect = best?.dialect ?? Dialect(quote: quote ?? UInt8(ascii: "\""))
        dialect.hasSepLine = sepLine != nil
        let columns = best?.columns ?? 1
        dialect.columns = isOneLine ? nil : columns
        return Guess(
            dialect: dialect,
            columns: columns,
            headerColumns: best?.header ?? 1
        )
    }

    private static func chosen(
        _ candidates: DialectCandidates,
        _ text: Span<UInt8>,
        _ delimiter: UInt8?,
        _ sepLine: SepLine?
    ) -> DialectTrial? {
        if let delimiter { return candidates.best(delimiter, text) }
        // A first line that names what cuts nothing is believed only where nothing else does.
        let named = sepLine.map { candidates.best($0.delimiter, text) }
        if let named, named.columns > 1 { return named }
        let best = candidates.best(common, text)
        if let best, best.score >= clear, best.isTable { return best }
        if let rare = candidates.bestRare(rare, text), rare.score > best?.score ?? 0 {
            return rare
        }
        guard let best, best.columns > 1 else { return named ?? best }
        guard !best.isTable else { return best }
        return candidates.oneColumn(insteadOf: best, text) ?? best
    }
}
