package import Model

/// The name of a run: `20231212-2330-01`, the minute of its clock and a number.
package struct RunID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// As folders and the ledger have it.
    package let description: String

    /// The first name of this minute that is not taken.
    package init(clock: Instant, isTaken: (String) -> Bool) {
        let (year, month, day) = clock.day.parts
        let (hour, minute, _) = clock.clock
        let date = padded(year, 4) + padded(month, 2) + padded(day, 2)
        let prefix = date + "-" + padded(hour, 2) + padded(minute, 2) + "-"
        var number = 1
        while isTaken(prefix + padded(number, 2)) { number += 1 }
        description = prefix + padded(number, 2)
    }

    /// The run that a text names, or nil for any other text.
    package init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count).starts(with: [8, 4]), parts.count == 3, parts[2].count >= 2,
            parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        description = String(text)
    }

    /// By time, then by number; the hundredth run of a minute comes after the ninety-ninth.
    package static func < (a: RunID, b: RunID) -> Bool {
        let (left, right) = (a.description.utf8, b.description.utf8)
        return left.count != right.count && left.prefix(14).elementsEqual(right.prefix(14))
            ? left.count < right.count : left.lexicographicallyPrecedes(right)
    }
}
