/// A point in time on the clock of Viet Nam (Asia/Ho_Chi_Minh, UTC+7 all year), to the second.
package struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00 on the clock of Viet Nam.
    package let seconds: Int64

    package init(seconds: Int64) { self.seconds = seconds }

    /// Seconds that the clock of Viet Nam is ahead of UTC.
    package static let offsetFromUTC: Int64 = 7 * 3600

    /// The instant of a Unix time.
    package init(unix: Int64) { seconds = unix &+ Instant.offsetFromUTC }

    /// Seconds since 1970-01-01T00:00:00Z.
    package var unix: Int64 { seconds &- Instant.offsetFromUTC }

    /// 00:00:00 of a day.
    package init(startOf day: Day) { seconds = Int64(day.number) * 86_400 }

    /// 23:59:59 of a day.
    package init(endOf day: Day) { seconds = Int64(day.number) * 86_400 + 86_399 }

    /// The instant written as `2025-01-05T02:00:00` or `2025-01-05T02:00`; a blank may stand for
    /// the `T`.
    ///
    /// A date alone is the end of that day (CONTRACT §11.8). Nil for any other text.
    package init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, let day = Day(iso: text.prefix(10)) else { return nil }
        if bytes.count == 10 {
            self.init(endOf: day)
            return
        }
        guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
        let clock = text.dropFirst(11).split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(clock.count) else { return nil }
        var numbers: [Int] = []
        for part in clock {
            guard part.utf8.count == 2, part.utf8.allSatisfy({ (48...57).contains($0) }),
                let number = Int(part)
            else { return nil }
            numbers.append(number)
        }
        let second = numbers.count == 3 ? numbers[2] : 0
        guard numbers[0] < 24, numbers[1] < 60, second < 60 else { return nil }
        self.init(
            seconds: Int64(day.number) * 86_400
                + Int64(numbers[0] * 3600 + numbers[1] * 60 + second)
        )
    }

    /// The day on which the instant falls.
    package var day: Day { Day(number: Int32(truncatingIfNeeded: flooredDays)) }

    private var flooredDays: Int64 {
        seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    }

    /// Hour, minute and second of the day.
    package var clock: (hour: Int, minute: Int, second: Int) {
        let rest = Int(seconds - flooredDays * 86_400)
        return (rest / 3600, rest / 60 % 60, rest % 60)
    }

    /// Whether a time comes before another.
    package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

    /// `2025-01-05T02:00:00`, without offset (CONTRACT §11.8).
    package var iso: String {
        let (hour, minute, second) = clock
        return day.iso + "T" + padded(hour, 2) + ":" + padded(minute, 2) + ":" + padded(second, 2)
    }
}
