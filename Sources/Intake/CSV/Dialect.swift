/// How a file's cells are separated and quoted.
package struct Dialect: Hashable, Sendable {
    /// The byte between two cells.
    package var delimiter: UInt8
    /// The byte around a quoted cell; 0 where the file quotes nothing.
    package var quote: UInt8
    /// Whether the first line is Excel's `sep=;`, which is no record.
    package var hasSepLine: Bool
    /// How many cells most records of the file's beginning have, where that was looked at.
    package var columns: Int?

    package init(
        delimiter: UInt8 = UInt8(ascii: ","),
        quote: UInt8 = UInt8(ascii: "\""),
        hasSepLine: Bool = false,
        columns: Int? = nil
    ) {
        self.delimiter = delimiter
        self.quote = quote
        self.hasSepLine = hasSepLine
        self.columns = columns
    }

    /// The dialect of a file, guessed from its beginning, without byte order mark.
    package static func sniff(_ bytes: [UInt8]) -> Dialect {
        DialectSniffer.guess(bytes.span, isWhole: bytes.count < DialectSniffer.sample).dialect
    }

    /// The quote as the scanners compare it: where nothing is quoted, a byte that UTF-8 never holds.
    var quoteByte: UInt8 { quote == 0 ? 0xFF : quote }

    /// Whether a byte is a blank that may stand between a closing quote and the delimiter.
    func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (byte == UInt8(ascii: "\t") && delimiter != byte)
    }
}
