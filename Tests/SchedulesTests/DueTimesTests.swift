import Model
import Schedules
import Testing

/// What has fallen due, and the file that remembers it.
@Suite struct DueTimesTests {
    private static func schedule(_ id: String, _ cron: String, catchUp: Bool = true) throws
        -> Schedule
    {
        var reader = ScheduleReader { _ in nil }
        let text = "id: \(id)\ncron: '\(cron)'\ncommand: run\ncatch_up: \(catchUp)\n"
        reader.read(Array(text.utf8), file: "a.yaml")
        return try #require(reader.schedules.first)
    }

    private static func at(_ text: String) throws -> Instant { try #require(Instant(iso: text)) }

    private static func texts(_ times: DueTimes) -> [String] {
        times.due.map { "\($0.schedule.id) \($0.at.iso)" }
    }

    @Test func aScheduleThatIsSeenForTheFirstTimeHasMissedNothing() throws {
        var log = DueLog()
        let nightly = try DueTimesTests.schedule("nightly", "0 2 * * *")
        let start = try DueTimesTests.at("2025-01-05T10:00:00")
        #expect(DueTimes([nightly], &log, at: start).due.isEmpty)
        #expect(log.entries["nightly"]?.done == start)
        let hourly = try DueTimesTests.schedule("hourly", "@hourly")
        let next = try DueTimesTests.at("2025-01-06T02:00:00")
        #expect(
            DueTimesTests.texts(DueTimes([nightly, hourly], &log, at: next))
                == ["nightly 2025-01-06T02:00:00"]
        )
    }

    @Test func everyMissedTimeOrTheNewestIsDueInOrder() throws {
        var log = DueLog()
        let all = try DueTimesTests.schedule("all", "0 3 * * *")
        let newest = try DueTimesTests.schedule("newest", "0 2 * * *", catchUp: false)
        _ = DueTimes([all, newest], &log, at: try DueTimesTests.at("2025-01-05T10:00:00"))
        #expect(
            DueTimesTests.texts(
                DueTimes([all, newest], &log, at: try DueTimesTests.at("2025-01-08T10:00:00"))
            ) == [
                "all 2025-01-06T03:00:00", "all 2025-01-07T03:00:00", "newest 2025-01-08T02:00:00",
                "all 2025-01-08T03:00:00",
            ]
        )
    }

    @Test func aClockThatGoesBackMakesNothingDueAgain() throws {
        var log = DueLog()
        let nightly = try DueTimesTests.schedule("nightly", "0 2 * * *")
        log.entries["nightly"] = DueLog.Entry(done: try DueTimesTests.at("2025-01-05T02:00:00"))
        for time in ["2025-01-04T03:00:00", "2025-01-05T01:59:59", "2025-01-05T02:00:00"] {
            #expect(DueTimes([nightly], &log, at: try DueTimesTests.at(time)).due.isEmpty)
        }
        let next = try DueTimesTests.at("2025-01-06T02:00:00")
        #expect(DueTimes([nightly], &log, at: next).due.count == 1)
    }

    @Test func aTimeThatWasBegunComesFirst() throws {
        var log = DueLog()
        for (catchUp, expected) in [
            (true, ["a 2025-01-06T02:00:00", "a 2025-01-07T02:00:00"]),
            (false, ["a 2025-01-07T02:00:00"]),
        ] {
            let schedule = try DueTimesTests.schedule("a", "0 2 * * *", catchUp: catchUp)
            var entry = DueLog.Entry(done: try DueTimesTests.at("2025-01-05T02:00:00"))
            entry.begun = try DueTimesTests.at("2025-01-06T02:00:00")
            log.entries["a"] = entry
            let now = try DueTimesTests.at("2025-01-07T02:05:00")
            #expect(DueTimesTests.texts(DueTimes([schedule], &log, at: now)) == expected)
        }
    }

    @Test func moreThanAThousandMissedTimesAreAskedAbout() throws {
        var log = DueLog()
        let hourly = try DueTimesTests.schedule("hourly", "@hourly")
        log.entries["hourly"] = DueLog.Entry(done: try DueTimesTests.at("2025-01-05T02:00:00"))
        let times = DueTimes([hourly], &log, at: try DueTimesTests.at("2099-01-01T00:00:00"))
        #expect(times.due.isEmpty)
        #expect(times.tooMany.map(\.schedule.id) == ["hourly"])
    }

    @Test func whatWasBegunWaitsWithTheThousandThatWereMissed() throws {
        var log = DueLog()
        let hourly = try DueTimesTests.schedule("hourly", "@hourly")
        var entry = DueLog.Entry(done: try DueTimesTests.at("2025-01-05T02:00:00"))
        entry.begun = try DueTimesTests.at("2025-01-05T03:00:00")
        log.entries["hourly"] = entry
        let far = DueTimes([hourly], &log, at: try DueTimesTests.at("2099-01-01T00:00:00"))
        #expect(far.due.isEmpty && far.tooMany.count == 1)
        #expect(log.entries["hourly"] == entry)
        // Once the clock is right again it comes first.
        let near = DueTimes([hourly], &log, at: try DueTimesTests.at("2025-01-05T04:00:00"))
        #expect(
            DueTimesTests.texts(near) == [
                "hourly 2025-01-05T03:00:00", "hourly 2025-01-05T04:00:00",
            ]
        )
    }

    @Test func theLogReadsWhatItWrites() throws {
        var log = DueLog()
        log.checked = try DueTimesTests.at("2025-01-05T02:15:00")
        var entry = DueLog.Entry(done: try DueTimesTests.at("2025-01-05T02:00:00"))
        entry.begun = try DueTimesTests.at("2025-01-06T02:00:00")
        entry.judged = ["kế hoạch một": entry.done, "mau": entry.done]
        log.entries = ["nightly": entry, "b": DueLog.Entry(done: entry.done)]
        #expect(DueLog(text: log.text) == log)
        // A piece of it is none.
        for count in 0..<log.text.utf8.count {
            let piece = String(decoding: Array(log.text.utf8.prefix(count)), as: UTF8.self)
            #expect(DueLog(text: piece) == nil)
        }
        let damaged = [
            log.text.replacing("done", with: "gone"),
            log.text.replacing("02:00:00", with: "25:00:00"),
            "tonghop-schedules 2\nend\n",
        ]
        for text in damaged { #expect(DueLog(text: text) == nil) }
    }
}
