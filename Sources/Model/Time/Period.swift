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
        // All of them begin with a year; names of folders, which are asked for by the thousands, do
        // not.
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

    /// Which months of a reporting year it is, counted from 0; nil for a month, whose place hangs
    /// on where the year starts.
    var months: Range<Int>? {
        switch self {
        case .year, .years: 0..<12
        case .half(_, let half): (half - 1) * 6..<half * 6
        case .nineMonths: 0..<9
        case .quarter(_, let quarter): (quarter - 1) * 3..<quarter * 3
        case .month: nil
        }
    }

    /// Whether a window is of this period or lies in it: what is decided for 2024 holds for
    /// 2024-Q3, what is decided for its first half for May, and what is decided for the school year
    /// 2024 for October 2023.
    package func includes(_ other: Window) -> Bool {
        switch (self, other.period) {
        case (.years(let from, let to), .years(let otherFrom, let otherTo)):
            from <= otherFrom && otherTo <= to
        case (.years(let from, let to), _): (from...to).contains(other.year)
        case (_, .years): false
        default:
            self == other.period
                || year == other.year && months.map { $0.contains(other.months) } ?? false
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
