package import Model

/// Something in the bytes that is not as CSV should be, with its place.
///
/// At most one fault of a kind is reported for a record.
package struct CSVFault: Hashable, Sendable {
    package enum Kind: UInt8, Hashable, Sendable {
        /// Text behind a closing quote, or a quote that never closes: the record is set aside.
        case quoteUnbalanced
        /// A line behind an unbalanced record, set aside with it.
        case quoteUnbalancedContinued
        /// A quote inside an unquoted cell; it is kept as data.
        case quoteStray
        /// Blanks between a closing quote and the delimiter; they are dropped.
        case blanksBehindQuote
        /// A record of more columns than allowed: it is set aside.
        case tooManyColumns
        /// A line longer than a record may be: it is set aside, and only its beginning is kept.
        case recordTooLong
        /// A cell longer than allowed; it is kept.
        case cellTooLong
        /// A NUL byte; it is kept.
        case nul
    }

    package var kind: Kind
    /// The index of the record among the rows of its block.
    package var row: Int
    /// The 1-based physical line of the file on which the record starts.
    package var line: Int
    /// The 1-based cell.
    package var column: Int

    package init(_ kind: Kind, row: Int, line: Int, column: Int) {
        self.kind = kind
        self.row = row
        self.line = line
        self.column = column
    }

    /// The code under which the fault is reported (CONTRACT §8).
    package var code: FindingCode {
        switch kind {
        case .quoteUnbalanced, .quoteUnbalancedContinued: .quoteUnbalanced
        case .quoteStray, .blanksBehindQuote: .quoteStray
        case .tooManyColumns: .tooManyColumns
        case .recordTooLong, .cellTooLong: .tooLong
        case .nul: .controlCharacters
        }
    }

    /// Whether the record was set aside.
    package var setsAside: Bool {
        switch kind {
        case .quoteUnbalanced, .quoteUnbalancedContinued, .tooManyColumns, .recordTooLong: true
        case .quoteStray, .blanksBehindQuote, .cellTooLong, .nul: false
        }
    }
}
