package import Model

/// When something is due.
package enum Due: Hashable, Sendable {
    /// Before a day, which is itself too late ("trước ngày").
    case before(DateTemplate)
    /// By a day, inclusive.
    case by(DateTemplate)
    /// From one day to another, both included.
    case within(DateTemplate, DateTemplate)

    /// The last day that is in time.
    package func lastDay(inYear year: Int) -> Day {
        switch self {
        case .before(let date): date.bound(inYear: year).adding(-1)
        case .by(let date), .within(_, let date): date.day(inYear: year)
        }
    }

    /// Where dated records of a window are looked for: the window, or, where this is due after the
    /// end of its year or stage, from the day after the previous window's due to this one's, so
    /// that a record counts once (CONTRACT §11.10).
    ///
    /// What is due once a year moves no month or quarter: each of them counts its own records.
    package func span(in window: Window) -> DateSpan {
        guard !window.period.isPartOfYear else { return window.span }
        let last = lastDay(inYear: window.year)
        // Before a stage lies the stage that ended the year before it began.
        let first = if case .years(let from, _) = window.period { from } else { window.year }
        let previous = lastDay(inYear: first - 1)
        guard last > window.span.to, previous < last else { return window.span }
        return DateSpan(from: previous.adding(1), to: last)
    }
}
