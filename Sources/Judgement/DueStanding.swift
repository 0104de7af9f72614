internal import Model
internal import Plans

/// How what is due once a year stands to a window shorter than a year (CONTRACT §11.10).
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

    init(_ due: Due?, in window: Window, _ plan: Plan) {
        guard let due, window.period.isPartOfYear else {
            self = .whole
            return
        }
        // A due day of January may lie in the first month of the next reporting year.
        let year = window.year
        let held = [year, year - 1, year + 1].first {
            window.span.contains(due.lastDay(inYear: $0))
        }
        guard held != nil || due.lastDay(inYear: year) < window.span.from else {
            self = .ahead
            return
        }
        let whole = plan.calendar.window(.year(held ?? year))
        var span = due.span(in: whole)
        span.to = min(span.to, max(window.span.to, due.lastDay(inYear: whole.year)))
        self = .accrued(year: whole, span: span)
    }
}
