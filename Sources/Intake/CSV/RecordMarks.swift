/// The 1-based cells in which a record first shows each oddity; 0 where it does not.
struct RecordMarks: Hashable, Sendable {
    /// A quote inside an unquoted cell.
    var stray = 0
    /// An unquoted cell whose quotes do not pair, or stand doubled.
    var oddQuote = 0
    /// A quote inside quotes that is neither doubled nor escaped.
    var plainQuote = 0
    /// Blanks behind a closing quote.
    var blanks = 0
    /// A cell longer than allowed.
    var long = 0
    var nul = 0
    /// A quoted cell that spans lines.
    var lines = 0
}
