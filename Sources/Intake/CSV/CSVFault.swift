package import Model

/// Something in the bytes that is not as CSV should be, with its place.
///
/// At most one fault of a kind is reported for a record.
package struct CSVFault: Hashable, Sendable {
    /// What is the matter with a record.
    package enum Kind: UInt8, Hashable, Sendable {
        /// Text behind a closing quote, or a quote that never closes: the record is set aside, with
        /// all lines behind it up to the next that has as many cells as the header.
        case quoteUnbalanced
        /// Quotes in pairs inside an unquoted cell; they are kept as data.
        case quoteStray
        /// A lone or a doubled quote inside an unquoted cell; it is kept as data.
        case quoteOdd
        /// A quote inside quotes that is not doubled, in a file that doubles none; it is kept as
        /// data.
        case quotePlain
        /// Blanks between a closing quote and the delimiter; they are dropped.
        case blanksBehindQuote
        /// A record of more columns than allowed: it is set aside.
        case tooManyColumns
        /// A record longer than one may be: it is set aside, and only its beginning is kept.
        case recordTooLong
        /// A cell longer than allowed; it is kept.
        case cellTooLong
        /// A NUL byte; it is kept.
        case nul
    }

    /// What is the matter with the record.
    package var kind: Kind
    /// The index of the record among the rows of its block.
    package var row: Int
    /// The 1-based physical line of the file on which the record starts.
    package var line: Int
    /// The 1-based cell.
    package var column: Int

    /// A fault of the record at an index of its block, on a line of the file, in a cell counted
    /// from 1.
    package init(_ kind: Kind, row: Int, line: Int, column: Int) {
        self.kind = kind
        self.row = row
        self.line = line
        self.column = column
    }

    /// The code under which the fault is reported (CONTRACT §8).
    package var code: FindingCode {
        switch kind {
        case .quoteUnbalanced: .quoteUnbalanced
        case .quoteStray, .quoteOdd, .quotePlain, .blanksBehindQuote: .quoteStray
        case .tooManyColumns: .tooManyColumns
        case .recordTooLong, .cellTooLong: .tooLong
        case .nul: .controlCharacters
        }
    }

    /// Whether the record was set aside.
    package var setsAside: Bool {
        switch kind {
        case .quoteUnbalanced, .tooManyColumns, .recordTooLong: true
        case .quoteStray, .quoteOdd, .quotePlain, .blanksBehindQuote, .cellTooLong, .nul: false
        }
    }
}
