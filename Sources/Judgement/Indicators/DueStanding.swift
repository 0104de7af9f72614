internal import Model
internal import Plans

/// How what is due once a year, or asked of a year's contest, stands to a window shorter than a
/// year (CONTRACT §11.10).
///
/// A month counts its own records, so that a record counts once over the year's months. Whether the
/// year's duty was done shows on its due day: months before it cannot fail, and from the month that
/// holds it on all that the year's own report would look at is judged.
enum DueStanding: Hashable {
    /// The window is a year or stage, or nothing is due: its own figure is judged.
    case whole
    /// The due day lies behind the window.
    case ahead
    /// The due day lies in or before the window; what was done from the span's first day on counts.
    case accrued(year: Window, span: DateSpan)

    /// As the plan says it, or with the last day that the board granted for the duty of a year.
    init(
        _ indicator: Indicator,
        in window: Window,
        _ plan: Plan,
        granted: (year: Int, day: Day)? = nil
    ) {
        guard window.period.isPartOfYear, indicator.scope != .stage else {
            self = .whole
            return
        }
        func editions(_ year: Int) -> [ContestEdition] { plan.contests.filter { $0.year == year } }
        func lastDay(_ year: Int) -> Day? {
            if let granted, granted.year == year { return granted.day }
            guard indicator.scope == .contest else {
                // What is asked for each year has until its end.
                let end = plan.calendar.span(.year(year)).to
                return indicator.due?.lastDay(inYear: year)
                    ?? (indicator.every == .year ? end : nil)
            }
            let closes = editions(year).map(\.closes).max()
            return closes.map { indicator.due?.lastDay(inYear: year) ?? $0 }
        }
        // A due day of January may lie in the first month of the next reporting year; an edition of
        // the contest is looked at in the windows of its own year alone.
        let years =
            indicator.scope == .contest
            ? [window.year] : [window.year, window.year - 1, window.year + 1]
        let held = years.first { year in lastDay(year).map(window.span.contains) ?? false }
        guard let last = lastDay(held ?? window.year) else {
            self = .whole
            return
        }
        guard held != nil || last < window.span.from else {
            self = .ahead
            return
        }
        let year = plan.calendar.window(.year(held ?? window.year))
        var span = indicator.due?.span(in: year) ?? year.span
        if indicator.scope == .contest {
            let spans = editions(year.year).map(\.span)
            span.from = spans.map(\.from).min() ?? span.from
            span.to = spans.map(\.to).max() ?? span.to
        }
        if granted != nil { span.to = max(span.to, last) }
        span.to = min(span.to, max(window.span.to, last))
        self = .accrued(year: year, span: span)
    }
}
