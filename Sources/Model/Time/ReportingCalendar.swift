/// A plan's reporting year: where it starts, and so where its months and quarters do (NĐ 09/2019).
///
/// With `12-15` the year 2024 is 15/12/2023-14/12/2024 and May is 15/4-14/5. With a start on day 1
/// months are calendar months; a start other than 1 January lies in the year before (`09-01` is the
/// school year 2023-2024 for 2024).
package struct ReportingCalendar: Hashable, Sendable {
    /// 1 to 12.
    package let startMonth: Int
    /// 1 to 28, so that every month has the day.
    package let startDay: Int

    /// Reporting years that begin on a day of a month, in January on the first unless told
    /// otherwise.
    package init(startMonth: Int = 1, startDay: Int = 1) {
        self.startMonth = startMonth
        self.startDay = startDay
    }

    /// A day of a month, which may be one of the year before or the next.
    private func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        let months = max(year * 12 + month - 1, 12)
        return Day(year: months / 12, month: months % 12 + 1, atMost: day)
    }

    /// Whether a reporting year is a school year: it starts in August or September.
    package var isSchoolCalendar: Bool { (8...9).contains(startMonth) }

    private var startsInYearBefore: Bool { (startMonth, startDay) != (1, 1) }

    /// The reporting year that holds a day.
    package func year(of date: Day) -> Int {
        let year = date.parts.year
        guard startsInYearBefore else { return year }
        return date >= day(year, startMonth, startDay) ? year + 1 : year
    }

    /// The twelve months of a reporting year, in order.
    package func months(of year: Int) -> [Period] {
        guard startsInYearBefore else { return (1...12).map { .month(year, $0) } }
        let first = (year - 1) * 12 + startMonth - 1 + (startDay == 1 ? 0 : 1)
        return (first..<first + 12).map { .month($0 / 12, $0 % 12 + 1) }
    }

    /// The days of a period.
    package func span(_ period: Period) -> DateSpan {
        switch period {
        case .month(let year, let month):
            if startDay == 1 {
                return DateSpan(from: day(year, month, 1), to: day(year, month + 1, 1).adding(-1))
            }
            return DateSpan(
                from: day(year, month - 1, startDay),
                to: day(year, month, startDay).adding(-1)
            )
        case .years(let from, let to):
            return DateSpan(from: monthsSpan(from, 0..<12).from, to: monthsSpan(to, 0..<12).to)
        case .year, .half, .nineMonths, .quarter:
            return monthsSpan(period.year, period.months ?? 0..<12)
        }
    }

    private func monthsSpan(_ year: Int, _ range: Range<Int>) -> DateSpan {
        let months = months(of: year)
        return DateSpan(
            from: span(months[range.lowerBound]).from,
            to: span(months[range.upperBound - 1]).to
        )
    }

    /// The window that a period is in this calendar.
    package func window(_ period: Period) -> Window {
        let span = span(period)
        let year = if case .month = period { year(of: span.from) } else { period.year }
        let months =
            period.months ?? months(of: year).firstIndex(of: period).map { $0..<$0 + 1 } ?? 0..<12
        return Window(period: period, span: span, name: name(period), year: year, months: months)
    }

    /// The parts of a span of that length, `months` 1, 3 or 12, in order.
    package func parts(of span: DateSpan, months length: Int) -> [Window] {
        var parts: [Window] = []
        for year in self.year(of: span.from)...max(self.year(of: span.to), self.year(of: span.from))
        {
            let periods: [Period] =
                switch length {
                case 1: months(of: year)
                case 12: [.year(year)]
                default: (1...4).map { .quarter(year, $0) }
                }
            for period in periods where span.contains(self.span(period)) {
                parts.append(window(period))
            }
        }
        return parts
    }

    /// A period as officials write it.
    package func name(_ period: Period) -> String {
        let isSchoolYear = startDay == 1 && startMonth != 1
        func named(_ year: Int) -> String {
            isSchoolYear ? "năm học \(year - 1)-\(year)" : "năm \(year)"
        }
        let roman = ["I", "II", "III", "IV"]
        return switch period {
        case .year(let year): isSchoolYear ? "Năm học \(year - 1)-\(year)" : "Năm \(year)"
        case .half(let year, 1): "6 tháng đầu \(named(year))"
        case .half(let year, _): "6 tháng cuối \(named(year))"
        case .nineMonths(let year): "9 tháng \(named(year))"
        case .quarter(let year, let quarter): "Quý \(roman[quarter - 1])/\(year)"
        case .month(let year, let month): "Tháng \(padded(month, month < 3 ? 2 : 1))/\(year)"
        case .years(let from, let to): "Giai đoạn \(from)-\(to)"
        }
    }
}
