package import Model

/// A date of a plan that may hang on the window's year: `{year+1}-01-10`.
package struct DateTemplate: Hashable, Sendable {
    /// The year as written, or the distance from the window's year.
    package enum Year: Hashable, Sendable {
        case fixed(Int)
        case relative(Int)
    }

    /// The year, which may hang on the window's.
    package var year: Year
    /// The month, 1 to 12.
    package var month: Int
    /// The day of the month, from 1.
    package var day: Int

    /// The day for a window's year; 29 February of a common year is 28 February.
    package func day(inYear windowYear: Int) -> Day {
        Day(year: resolved(windowYear), month: month, atMost: day)
    }

    /// The first day that is too late where something is due before this date: before 29 February
    /// of a common year is before 1 March.
    package func bound(inYear windowYear: Int) -> Day {
        let last = self.day(inYear: windowYear)
        return last.parts.day == day ? last : last.adding(1)
    }

    private func resolved(_ windowYear: Int) -> Int {
        switch year {
        case .fixed(let fixed): fixed
        case .relative(let distance): windowYear + distance
        }
    }
}
