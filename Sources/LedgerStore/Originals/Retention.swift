package import Model

/// For how long the originals of files that are no longer handed in are kept.
package struct Retention: Hashable, Sendable, CustomStringConvertible {
    private let count: Int
    private let isYears: Bool

    /// `90`, `90d` (days) or `5y` (years): at least one, at most a thousand years.
    package init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).lowercased()
        guard let count = Int(digits), count > 0, ["", "d", "y"].contains(unit),
            count <= (unit == "y" ? 1000 : 365_000)
        else { return nil }
        self.count = count
        isYears = unit == "y"
    }

    /// `90 ngày`, `5 năm`.
    package var description: String { "\(count) \(isYears ? "năm" : "ngày")" }

    /// What had ended by this time has been kept long enough at a clock.
    package func limit(at clock: Instant) -> Instant {
        var day = clock.day.adding(-count)
        if isYears {
            let (year, month, last) = clock.day.parts
            // 29 February of a year that has none is the day before 1 March.
            day = Day(year: year - count, month: month, atMost: last)
        }
        let midnight = Instant(startOf: clock.day)
        return Instant(seconds: Instant(startOf: day).seconds + clock.seconds - midnight.seconds)
    }
}
