/// The days from one to another, both included.
package struct DateSpan: Hashable, Sendable {
    package var from: Day
    package var to: Day

    package init(from: Day, to: Day) {
        self.from = from
        self.to = to
    }

    @inlinable package func contains(_ day: Day) -> Bool { from <= day && day <= to }

    package func contains(_ other: DateSpan) -> Bool { from <= other.from && other.to <= to }

    package func overlaps(_ other: DateSpan) -> Bool { from <= other.to && other.from <= to }

    package var isEmpty: Bool { to < from }

    /// The days that lie in another span too; empty where none does.
    package func part(in other: DateSpan) -> DateSpan {
        DateSpan(from: max(from, other.from), to: min(to, other.to))
    }
}

/// What a window or a reporting period is, before a plan's calendar gives it days.
package enum Period: Hashable, Sendable {
    case year(Int)
    /// The first (1) or second (2) half of a year.
    case half(Int, Int)
    case nineMonths(Int)
    /// A quarter (1-4) of a year.
    case quarter(Int, Int)
    /// A month (1-12) of a year.
    case month(Int, Int)
    /// A stage of whole years.
    case years(Int, Int)

    /// The period written as in `--window`: `2024`, `2024-Q3`, `2024-H1`, `2024-9M`, `2024-05`,
    /// `2023..2025`.
    package init?(id: String) {
        // All of them begin with a year; names of folders, which are asked for by the thousands, do not.
        guard id.utf8.prefix(4).allSatisfy({ (48...57).contains($0) }) else { return nil }
        func year(_ text: some StringProtocol) -> Int? {
            guard text.utf8.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }),
                let year = Int(text), (1900...2999).contains(year)
            else { return nil }
            return year
        }
        if let whole = year(id) {
            self = .year(whole)
            return
        }
        if let dots = id.utf8.firstIndex(of: UInt8(ascii: ".")) {
            guard let from = year(id[..<dots]), id[dots...].hasPrefix(".."),
                let to = year(id[dots...].dropFirst(2)), from <= to
            else { return nil }
            self = .years(from, to)
            return
        }
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let base = year(parts[0]) else { return nil }
        switch parts[1] {
        case "Q1", "Q2", "Q3", "Q4": self = .quarter(base, Int(parts[1].dropFirst()) ?? 1)
        case "H1": self = .half(base, 1)
        case "H2": self = .half(base, 2)
        case "9M": self = .nineMonths(base)
        default:
            guard parts[1].utf8.count == 2, let month = Int(parts[1]), (1...12).contains(month)
            else { return nil }
            self = .month(base, month)
        }
    }

    /// The id as in `--window` and in the names of output folders.
    package var id: String {
        switch self {
        case .year(let year): padded(year, 4)
        case .half(let year, let half): padded(year, 4) + "-H" + String(half)
        case .nineMonths(let year): padded(year, 4) + "-9M"
        case .quarter(let year, let quarter): padded(year, 4) + "-Q" + String(quarter)
        case .month(let year, let month): padded(year, 4) + "-" + padded(month, 2)
        case .years(let from, let to): padded(from, 4) + ".." + padded(to, 4)
        }
    }

    /// The year in its name, the last one of a stage.
    ///
    /// Which reporting year it lies in is said by ``Window/year``.
    package var year: Int {
        switch self {
        case .year(let year), .half(let year, _), .nineMonths(let year), .quarter(let year, _),
            .month(let year, _), .years(_, let year):
            year
        }
    }

    /// Whether a period is shorter than a reporting year.
    package var isPartOfYear: Bool {
        switch self {
        case .year, .years: false
        case .half, .nineMonths, .quarter, .month: true
        }
    }

    /// Whether a window is of this period or lies in its years: what is decided for 2024 holds for 2024-Q3,
    /// and what is decided for the school year 2024 for October 2023.
    package func includes(_ other: Window) -> Bool {
        switch (self, other.period) {
        case (.years(let from, let to), .years(let otherFrom, let otherTo)):
            from <= otherFrom && otherTo <= to
        case (.years(let from, let to), _): (from...to).contains(other.year)
        case (.year, .years): false
        case (.year(let year), _): year == other.year
        default: self == other.period
        }
    }

    /// The period of the same kind so many after this one; before it where the number is negative.
    package func following(_ steps: Int) -> Period {
        /// The year and the part of it, counted from 1, so many parts on.
        func part(_ year: Int, _ part: Int, of parts: Int) -> (Int, Int) {
            let number = year * parts + part - 1 + steps
            return (number / parts, number % parts + 1)
        }
        switch self {
        case .year(let year): return .year(year + steps)
        case .nineMonths(let year): return .nineMonths(year + steps)
        case .half(let year, let half):
            let (year, half) = part(year, half, of: 2)
            return .half(year, half)
        case .quarter(let year, let quarter):
            let (year, quarter) = part(year, quarter, of: 4)
            return .quarter(year, quarter)
        case .month(let year, let month):
            let (year, month) = part(year, month, of: 12)
            return .month(year, month)
        case .years(let from, let to):
            let length = (to - from + 1) * steps
            return .years(from + length, to + length)
        }
    }

    /// The same period so many years later.
    package func shifted(years: Int) -> Period {
        switch self {
        case .year(let year): .year(year + years)
        case .half(let year, let half): .half(year + years, half)
        case .nineMonths(let year): .nineMonths(year + years)
        case .quarter(let year, let quarter): .quarter(year + years, quarter)
        case .month(let year, let month): .month(year + years, month)
        case .years(let from, let to): .years(from + years, to + years)
        }
    }
}

/// The span of dates that a report covers (kỳ).
package struct Window: Hashable, Sendable {
    package let period: Period
    package let span: DateSpan
    /// As officials read it: `Năm 2024`, `Quý III/2024`.
    package let name: String
    /// The reporting year that it lies in, the last one of a stage: `{year}` in a plan's dates.
    ///
    /// December 2024 lies in the school year 2024-2025, which is 2025.
    package let year: Int

    package var id: String { period.id }
}

/// A plan's reporting year: where it starts, and so where its months and quarters do (NĐ 09/2019).
///
/// With `12-15` the year 2024 is 15/12/2023-14/12/2024 and May is 15/4-14/5. With a start on day 1
/// months are calendar months; a start other than 1 January lies in the year before (`09-01` is the
/// school year 2023-2024 for 2024).
package struct ReportingCalendar: Hashable, Sendable {
    package let startMonth: Int
    /// 1 to 28, so that every month has the day.
    package let startDay: Int

    package init(startMonth: Int = 1, startDay: Int = 1) {
        self.startMonth = startMonth
        self.startDay = startDay
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        let months = year * 12 + month - 1
        return Day(year: months / 12, month: months % 12 + 1, day: day) ?? Day(number: 0)
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
        case .year(let year): return monthsSpan(year, 0..<12)
        case .half(let year, let half): return monthsSpan(year, half == 1 ? 0..<6 : 6..<12)
        case .nineMonths(let year): return monthsSpan(year, 0..<9)
        case .quarter(let year, let quarter):
            return monthsSpan(year, (quarter - 1) * 3..<quarter * 3)
        case .years(let from, let to):
            return DateSpan(from: monthsSpan(from, 0..<12).from, to: monthsSpan(to, 0..<12).to)
        }
    }

    private func monthsSpan(_ year: Int, _ range: Range<Int>) -> DateSpan {
        let months = months(of: year)
        return DateSpan(
            from: span(months[range.lowerBound]).from,
            to: span(months[range.upperBound - 1]).to
        )
    }

    package func window(_ period: Period) -> Window {
        let span = span(period)
        let year = if case .month = period { year(of: span.from) } else { period.year }
        return Window(period: period, span: span, name: name(period), year: year)
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
