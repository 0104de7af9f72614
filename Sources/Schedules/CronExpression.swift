package import Model

/// When something is due, as cron of Debian reads it: five fields, or a name such as `@daily`.
///
/// Where both the day of the month and the day of the week say something, a day that fits either is
/// due (`crontab(5)`); a field that begins with `*` says nothing. Times are of Viet Nam, whose
/// clock never jumps: every minute is there once.
package struct CronExpression: Hashable, Sendable {
    /// As written.
    package let text: String
    private let minutes: UInt64
    private let hours: UInt64
    private let daysOfMonth: UInt64
    private let months: UInt64
    private let daysOfWeek: UInt64
    private let needsBothDays: Bool

    private static let names = [
        "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *",
        "@weekly": "0 0 * * 0", "@daily": "0 0 * * *", "@midnight": "0 0 * * *",
        "@hourly": "0 * * * *",
    ]

    /// Reads an expression.
    ///
    /// - Throws: ``ScheduleFailure`` with the place of what is wrong; one that is never due is
    ///   wrong, too.
    package init(_ text: String) throws(ScheduleFailure) {
        self.text = text
        var offset = 0
        let bytes = Array(text.utf8)
        var words: [(text: Substring, offset: Int)] = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
            let start = text.utf8.distance(from: text.startIndex, to: word.startIndex)
            words.append((word, start))
        }
        if let first = words.first, first.text.hasPrefix("@") {
            guard words.count == 1, let meant = CronExpression.names[first.text.lowercased()] else {
                throw ScheduleFailure(
                    offset: first.offset,
                    message: "không có tên lịch này",
                    found: text,
                    allowed: CronExpression.names.keys.sorted().joined(separator: ", ")
                )
            }
            words = meant.split(separator: " ").map { ($0, first.offset) }
        }
        guard words.count == CronField.allCases.count else {
            offset = words.count > 5 ? words[5].offset : bytes.count
            throw ScheduleFailure(
                offset: offset,
                message: "cron phải có đúng năm trường",
                found: "\(words.count) trường",
                allowed: "phút giờ ngày tháng thứ, như \"0 2 * * *\", hoặc @daily"
            )
        }
        var bits: [UInt64] = []
        var free: [Bool] = []
        for (field, word) in zip(CronField.allCases, words) {
            let values = try field.values(of: word.text, at: word.offset)
            bits.append(values.bits)
            free.append(values.isFree)
        }
        minutes = bits[0]
        hours = bits[1]
        daysOfMonth = bits[2]
        months = bits[3]
        daysOfWeek = bits[4]
        needsBothDays = free[2] || free[4]
        // Nothing in it stops at a year: what is never due in 400 years never is.
        guard CronExpression.first(in: self, from: Day(number: 0)) != nil else {
            throw ScheduleFailure(
                offset: words[2].offset,
                message: "không bao giờ đến giờ: không tháng nào đã nêu có ngày ấy",
                found: text,
                allowed: "ngày có trong tháng, như \"30 2 28 2 *\""
            )
        }
    }

    /// The next time after an instant.
    package func next(after instant: Instant) -> Instant? {
        let (hour, minute, _) = instant.clock
        for hour in hour..<24 where hours & 1 << UInt64(hour) != 0 {
            guard fits(instant.day) else { break }
            let (first, _, _) = instant.clock
            let from = hour == first ? minute + 1 : 0
            if let found = (from..<60).first(where: { minutes & 1 << UInt64($0) != 0 }) {
                return CronExpression.instant(instant.day, hour, found)
            }
        }
        guard let day = CronExpression.first(in: self, from: instant.day.adding(1)) else {
            return nil
        }
        return CronExpression.instant(
            day,
            hours.trailingZeroBitCount,
            minutes.trailingZeroBitCount
        )
    }

    /// The times after one instant and up to another, at most `limit` of them, the first ones
    /// first.
    package func occurrences(
        after start: Instant,
        through end: Instant,
        limit: Int = .max
    ) -> [Instant] {
        var times: [Instant] = []
        var last = start
        while times.count < limit, let time = next(after: last), time <= end {
            times.append(time)
            last = time
        }
        return times
    }

    /// The newest time up to an instant that is later than another; nil where there is none.
    package func last(after start: Instant, through end: Instant) -> Instant? {
        var day = end.day
        while day >= start.day {
            if fits(day) {
                let from = max(start, Instant(seconds: Instant(startOf: day).seconds - 1))
                if let time = occurrences(after: from, through: min(end, Instant(endOf: day))).last
                {
                    return time
                }
            }
            day = day.adding(-1)
        }
        return nil
    }

    private func fits(_ day: Day) -> Bool {
        let (_, month, dayOfMonth) = day.parts
        guard months & 1 << UInt64(month) != 0 else { return false }
        // 1970-01-01 was a Thursday.
        let weekday = ((Int(day.number) + 4) % 7 + 7) % 7
        let isDay = daysOfMonth & 1 << UInt64(dayOfMonth) != 0
        let isWeekday = daysOfWeek & 1 << UInt64(weekday) != 0
        return needsBothDays ? isDay && isWeekday : isDay || isWeekday
    }

    /// The first day that fits, looking through the 400 years after which the calendar repeats.
    private static func first(in cron: CronExpression, from start: Day) -> Day? {
        (0..<146_097).lazy.map { start.adding($0) }.first { cron.fits($0) }
    }

    private static func instant(_ day: Day, _ hour: Int, _ minute: Int) -> Instant {
        Instant(seconds: Instant(startOf: day).seconds + Int64(hour * 3600 + minute * 60))
    }
}
