/// Which line ends were seen outside quotes.
package struct LineEndings: OptionSet, Hashable, Sendable {
    /// A bit for each kind of line end.
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Line feeds, as Unix ends lines.
    package static let lf = LineEndings(rawValue: 1)
    /// Carriage return and line feed, as Windows ends lines.
    package static let crlf = LineEndings(rawValue: 2)
    /// Carriage returns alone, as the first Macintoshes ended lines.
    package static let cr = LineEndings(rawValue: 4)

    /// Whether a file ends its lines in more than one way.
    package var isMixed: Bool { rawValue & (rawValue &- 1) != 0 }
}
