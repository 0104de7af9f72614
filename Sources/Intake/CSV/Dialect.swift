/// How a file's cells are separated and quoted.
package struct Dialect: Hashable, Sendable {
    /// The byte between two cells; 0 where every line is one cell.
    package var delimiter: UInt8
    /// The byte around a quoted cell; 0 where the file quotes nothing.
    package var quote: UInt8
    /// The byte that makes a quote inside quotes plain, a backslash; 0 where quotes are only
    /// doubled.
    ///
    /// A doubled quote is one quote in either case; before any other byte than a quote or itself
    /// the escape is data.
    package var escape: UInt8
    /// Whether blanks behind a delimiter are no data, as where `, ` separates the cells.
    package var skipsBlanks: Bool
    /// Whether blanks before a delimiter are no data either, as where ` | ` separates the cells;
    /// only where `skipsBlanks` holds.
    package var trimsBlanks: Bool
    /// Whether quotes inside quotes stand as they are: one that no cell ends behind is data.
    package var hasPlainQuotes: Bool
    /// Whether the first line is Excel's `sep=;`, which is no record.
    package var hasSepLine: Bool
    /// How many cells most records of the file's beginning have, where that was looked at.
    package var columns: Int?

    /// Commas and double quotes, unless told otherwise.
    package init(
        delimiter: UInt8 = UInt8(ascii: ","),
        quote: UInt8 = UInt8(ascii: "\""),
        escape: UInt8 = 0,
        skipsBlanks: Bool = false,
        trimsBlanks: Bool = false,
        hasPlainQuotes: Bool = false,
        hasSepLine: Bool = false,
        columns: Int? = nil
    ) {
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
        self.skipsBlanks = skipsBlanks
        self.trimsBlanks = trimsBlanks
        self.hasPlainQuotes = hasPlainQuotes
        self.hasSepLine = hasSepLine
        self.columns = columns
    }

    /// The dialect of a file, guessed from its beginning, without byte order mark.
    package static func sniff(_ bytes: [UInt8]) -> Dialect {
        DialectSniffer.guess(bytes.span, isWhole: bytes.count < DialectSniffer.sample).dialect
    }

    /// The delimiter as the scanners compare it: where there is none, a byte that UTF-8 never
    /// holds.
    var delimiterByte: UInt8 { delimiter == 0 ? 0xFE : delimiter }

    /// The quote as the scanners compare it: where nothing is quoted, a byte that UTF-8 never
    /// holds.
    var quoteByte: UInt8 { quote == 0 ? 0xFF : quote }

    /// Whether quotes can be paired by counting them, which the fast indexer does.
    var pairsQuotes: Bool { escape == 0 && !hasPlainQuotes }

    /// Whether a byte is a blank that may stand between a closing quote and the delimiter.
    func isBlank(_ byte: UInt8) -> Bool {
        byte != delimiter && (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t"))
    }
}
