import Model
import Schedules
import TestSupport
import Testing

/// What cron of Debian does with the same line, worked out by hand from `crontab(5)`.
@Suite struct CronTests {
    /// The next times of an expression after a moment.
    private static let next: [(cron: String, after: String, times: [String])] = [
        ("0 2 * * *", "2025-01-05T01:59:59", ["2025-01-05T02:00:00", "2025-01-06T02:00:00"]),
        ("0 2 * * *", "2025-01-05T02:00:00", ["2025-01-06T02:00:00"]),
        ("*/15 * * * *", "2025-01-05T23:46:00", ["2025-01-06T00:00:00", "2025-01-06T00:15:00"]),
        ("5-59/20 8 * * *", "2025-01-05T00:00:00", ["2025-01-05T08:05:00", "2025-01-05T08:25:00"]),
        ("0 7 * * 1-5", "2025-01-03T07:00:00", ["2025-01-06T07:00:00"]),
        ("0 7 * * mon-fri", "2025-01-03T07:00:00", ["2025-01-06T07:00:00"]),
        ("0 7 * * MON,wed", "2025-01-06T07:00:00", ["2025-01-08T07:00:00", "2025-01-13T07:00:00"]),
        ("0 7 * * 7", "2025-01-04T00:00:00", ["2025-01-05T07:00:00"]),
        ("0 7 * * 0", "2025-01-04T00:00:00", ["2025-01-05T07:00:00"]),
        ("0 7 * * 6-7", "2025-01-01T00:00:00", ["2025-01-04T07:00:00", "2025-01-05T07:00:00"]),
        // Both restricted: either fits. The 15th was a Wednesday.
        ("0 0 15 * 1", "2025-01-12T00:00:00", ["2025-01-13T00:00:00", "2025-01-15T00:00:00"]),
        // A day field that begins with a star says nothing, also with a step: both have to fit.
        ("0 0 */2 * 1", "2025-01-01T00:00:00", ["2025-01-13T00:00:00", "2025-01-27T00:00:00"]),
        ("0 0 1-31 * 1", "2025-01-01T00:00:00", ["2025-01-02T00:00:00"]),
        ("0 0 29 feb *", "2025-01-01T00:00:00", ["2028-02-29T00:00:00", "2032-02-29T00:00:00"]),
        ("0 0 29 2 *", "2096-03-01T00:00:00", ["2104-02-29T00:00:00"]),
        ("0 0 29 2 */7", "2025-01-01T00:00:00", ["2032-02-29T00:00:00", "2060-02-29T00:00:00"]),
        ("0 0 31 * *", "2025-01-31T00:00:00", ["2025-03-31T00:00:00", "2025-05-31T00:00:00"]),
        ("30 2 15 12 *", "2025-01-01T00:00:00", ["2025-12-15T02:30:00", "2026-12-15T02:30:00"]),
        ("0 3 15 3,6,9,12 *", "2025-03-15T03:00:00", ["2025-06-15T03:00:00"]),
        ("0 0 * jan-mar/2 *", "2025-01-31T00:00:00", ["2025-03-01T00:00:00"]),
        ("@daily", "2025-01-05T00:00:00", ["2025-01-06T00:00:00"]),
        ("@midnight", "2025-01-05T12:00:00", ["2025-01-06T00:00:00"]),
        ("@hourly", "2025-01-05T12:00:00", ["2025-01-05T13:00:00"]),
        ("@weekly", "2025-01-05T12:00:00", ["2025-01-12T00:00:00"]),
        ("@monthly", "2025-01-05T12:00:00", ["2025-02-01T00:00:00"]),
        ("@yearly", "2025-01-05T12:00:00", ["2026-01-01T00:00:00"]),
        ("@Annually", "2025-01-05T12:00:00", ["2026-01-01T00:00:00"]),
        ("  0\t2  * * *  ", "2025-01-05T02:00:00", ["2025-01-06T02:00:00"]),
        ("59 23 31 12 *", "2024-12-31T23:59:00", ["2025-12-31T23:59:00"]),
    ]

    @Test(arguments: next.indices)
    func isDueWhenCronOfDebianIs(_ index: Int) throws {
        let (text, after, times) = CronTests.next[index]
        let cron = try CronExpression(text)
        var last = try #require(Instant(iso: after))
        for time in times {
            last = try #require(cron.next(after: last))
            #expect(last.iso == time, "\(text)")
        }
    }

    private static let faults: [(cron: String, offset: Int, found: String)] = [
        ("", 0, "0 trường"),
        ("0 2 * *", 7, "4 trường"),
        ("0 2 * * * root", 10, "6 trường"),
        ("60 2 * * *", 0, "60"),
        ("0 24 * * *", 2, "24"),
        ("0 0 0 * *", 4, "0"),
        ("0 0 32 * *", 4, "32"),
        ("0 0 * 13 *", 6, "13"),
        ("0 0 * * 8", 8, "8"),
        ("0 0 * * thứ2", 8, "thứ2"),
        ("0 0 * * 1,,2", 10, ""),
        ("0 22-2 * * *", 2, "22-2"),
        ("0 0 * * fri-sun", 8, "fri-sun"),
        ("5/15 * * * *", 0, "5/15"),
        ("*/0 * * * *", 2, "0"),
        ("*/x * * * *", 2, "x"),
        ("*/5/2 * * * *", 0, "*/5/2"),
        ("1-2-3 * * * *", 0, "1-2-3"),
        ("-5 * * * *", 0, ""),
        ("0 0 30 2 *", 4, "0 0 30 2 *"),
        ("0 0 31 4,6,9,11 *", 4, "0 0 31 4,6,9,11 *"),
        ("@reboot", 0, "@reboot"),
        ("@daily x", 0, "@daily x"),
        ("99999999999999999999 * * * *", 0, "99999999999999999999"),
    ]

    @Test(arguments: faults.indices)
    func namesWhatIsWrongAndWhere(_ index: Int) throws {
        let (text, offset, found) = CronTests.faults[index]
        let failure = try #require(throws: ScheduleFailure.self) { try CronExpression(text) }
        #expect(failure.offset == offset, "\(text)")
        #expect(failure.found == found, "\(text)")
        #expect(!failure.allowed.isEmpty)
    }

    @Test func aRangeThatGoesBackwardsIsToldAsTwo() throws {
        let failure = try #require(throws: ScheduleFailure.self) {
            try CronExpression("0 22-2 * * *")
        }
        #expect(failure.allowed == "22-23,0-2")
        let day = try #require(throws: ScheduleFailure.self) {
            try CronExpression("0 0 * * fri-sun")
        }
        #expect(day.allowed == "5-6,0")
    }

    /// A second computation: every minute of two years asked by itself.
    @Test func theNextTimeIsTheFirstMinuteThatFits() throws {
        var random = SplitMix64(seed: 20_250_105)
        func field(_ range: ClosedRange<Int>) -> (String, Set<Int>) {
            let a = Int.random(in: range, using: &random)
            let b = Int.random(in: a...range.upperBound, using: &random)
            let step = Int.random(in: 1...5, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: return ("*", Set(range))
            case 1: return ("\(a)", [a])
            case 2: return ("\(a)-\(b)/\(step)", Set(stride(from: a, through: b, by: step)))
            default: return ("\(a),\(b)", [a, b])
            }
        }
        for _ in 0..<200 {
            let (minute, hour) = (field(0...59), field(0...23))
            let (day, month, weekday) = (field(1...28), field(1...12), field(0...6))
            let text = [minute, hour, day, month, weekday].map(\.0).joined(separator: " ")
            let cron = try CronExpression(text)
            let isEither = day.0 != "*" && weekday.0 != "*"
            let start = Instant(
                seconds: Int64.random(in: 1_700_000_000...1_760_000_000, using: &random)
            )
            var minuteNumber = start.seconds / 60 + 1
            var expected: Instant?
            while expected == nil, minuteNumber < start.seconds / 60 + 800 * 1440 {
                let at = Instant(seconds: minuteNumber * 60)
                let (_, m, d) = at.day.parts
                let w = (Int(at.day.number) + 4) % 7
                let fitsDay =
                    isEither
                    ? day.1.contains(d) || weekday.1.contains(w)
                    : day.1.contains(d) && weekday.1.contains(w)
                guard fitsDay, month.1.contains(m) else {
                    minuteNumber = (minuteNumber / 1440 + 1) * 1440
                    continue
                }
                if hour.1.contains(at.clock.hour), minute.1.contains(at.clock.minute) {
                    expected = at
                }
                minuteNumber += 1
            }
            guard let expected else { continue }
            #expect(cron.next(after: start) == expected, "\(text) after \(start.iso)")
            #expect(cron.last(after: start, through: expected) == expected, "\(text)")
        }
    }
}
