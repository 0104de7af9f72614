/// A calendar day of the proleptic Gregorian calendar, without time or zone.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before it.
    package let number: Int32

    @inlinable package init(number: Int32) { self.number = number }

    /// The day with these parts, or nil where no such day exists (31/02).
    ///
    /// Years from 1 to 9999 are accepted.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        number = Day.number(year, month, day)
    }

    /// The day with these parts, or the last of its month where that is shorter.
    ///
    /// A year or month beyond those that there are gives way to the nearest: whoever counts years
    /// from a day always gets one that exists.
    package init(year: Int, month: Int, atMost day: Int) {
        let year = min(max(year, 1), 9999)
        let month = min(max(month, 1), 12)
        number = Day.number(year, month, min(max(day, 1), Day.length(ofMonth: month, year: year)))
    }

    /// The number of a day that exists.
    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
        // Howard Hinnant's days_from_civil: the year starts in March, so leap days come last.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// The day written as `2024-12-15`, or nil for any other text.
    package init?(iso text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2
        else { return nil }
        var values: [Int] = []
        for part in parts {
            guard part.allSatisfy({ (48...57).contains($0) }) else { return nil }
            values.append(part.reduce(0) { $0 * 10 + Int($1 - 48) })
        }
        self.init(year: values[0], month: values[1], day: values[2])
    }

    /// Year, month (1-12) and day (1-31).
    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The number of days in a month (1-12) of a year.
    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The same day of the year before; of 29/02 the day before it.
    package var aYearBefore: Day {
        let (year, month, day) = parts
        return Day(year: year - 1, month: month, day: day) ?? adding(-366)
    }

    /// Whether a day comes before another.
    @inlinable package static func < (a: Day, b: Day) -> Bool { a.number < b.number }

    /// The day so many days later, or earlier for a negative number.
    package func adding(_ days: Int) -> Day {
        Day(number: number &+ Int32(truncatingIfNeeded: days))
    }

    /// Whole days from `other` to this day.
    package func days(since other: Day) -> Int { Int(number) - Int(other.number) }

    /// `2024-12-15`.
    package var iso: String {
        let (year, month, day) = parts
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    /// `15/12/2024`, the style of tables (NĐ 30/2020).
    package var slashed: String {
        let (year, month, day) = parts
        return padded(day, 2) + "/" + padded(month, 2) + "/" + padded(year, 4)
    }
}

/// A number with leading zeros up to a width.
package func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    let missing = width - digits.utf8.count
    return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
}
