/// Which line ends were seen outside quotes.
package struct LineEndings: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let lf = LineEndings(rawValue: 1)
    package static let crlf = LineEndings(rawValue: 2)
    package static let cr = LineEndings(rawValue: 4)

    /// Whether a file ends its lines in more than one way.
    package var isMixed: Bool { rawValue & (rawValue &- 1) != 0 }
}
