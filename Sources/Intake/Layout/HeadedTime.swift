package import Model

/// The time that a heading over figures names.
package enum HeadedTime: Hashable, Sendable {
    case period(Period)
    /// A part of a year that is not named: `Quý IV`.
    case part(String)

    init?(_ heading: String, in calendar: ReportingCalendar) {
        if let period = CellPeriod.parse(heading, in: calendar) {
            self = .period(period)
        } else if SectionTime.isSpan(heading), CellPeriod.parse(heading + " 2000") != nil {
            self = .part(heading)
        } else {
            return nil
        }
    }

    /// The period that is meant over the figures of another one.
    func period(over other: Period, _ calendar: ReportingCalendar) -> Period? {
        switch self {
        case .period(let period): period
        case .part(let words):
            CellPeriod.parse(
                words + " \(calendar.year(of: calendar.span(other).to))",
                in: calendar
            )
        }
    }

    /// Whether another period lies in the one that is meant.
    func contains(_ other: Period, _ calendar: ReportingCalendar) -> Bool {
        period(over: other, calendar).map { calendar.span($0).contains(calendar.span(other)) }
            ?? false
    }
}
