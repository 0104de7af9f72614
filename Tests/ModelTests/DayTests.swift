import Model
import Testing

@Suite("Days and instants")
struct DayTests {
    @Test func dayNumbersCountFromTheStartOf1970() {
        #expect(Day(iso: "1970-01-01")?.number == 0)
        #expect(Day(iso: "1969-12-31")?.number == -1)
        // 30 years with the leap days of 1972, 76, 80, 84, 88, 92, 96: 10950 + 7.
        #expect(Day(iso: "2000-01-01")?.number == 10_957)
    }

    @Test func everyDayOfFourCenturiesFollowsTheOneBefore() throws {
        var day = try #require(Day(iso: "1800-01-01"))
        let last = try #require(Day(iso: "2200-01-01"))
        var (year, month, date) = (1800, 1, 1)
        while day < last {
            guard day.parts == (year, month, date),
                Day(year: year, month: month, day: date) == day
            else {
                Issue.record("\(day.number): \(day.iso), not \(year)-\(month)-\(date)")
                return
            }
            day = day.adding(1)
            date += 1
            if date > Day.length(ofMonth: month, year: year) { (month, date) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(year == 2200)
    }

    @Test(arguments: [
        ("2024-02-29", true), ("2023-02-29", false), ("2000-02-29", true), ("1900-02-29", false),
        ("2023-04-31", false), ("2023-12-31", true), ("2023-13-01", false), ("2023-00-10", false),
        ("2023-01-00", false), ("2023-1-01", false), ("20230101", false), ("2023-01-01 ", false),
        ("", false), ("-023-01-01", false), ("٢٠٢٣-01-01", false),
    ])
    func onlyDaysThatExistAreRead(text: String, valid: Bool) {
        #expect((Day(iso: text) != nil) == valid)
    }

    @Test(arguments: [
        (2024, 2, 30, "2024-02-29"), (2023, 2, 29, "2023-02-28"), (2023, 4, 30, "2023-04-30"),
        (0, 3, 1, "0001-03-01"), (10_001, 12, 15, "9999-12-15"), (2024, 13, 0, "2024-12-01"),
    ])
    func theNearestDayThatExistsIsTaken(year: Int, month: Int, day: Int, text: String) {
        #expect(Day(year: year, month: month, atMost: day).iso == text)
    }

    @Test func daysAreWrittenInBothStyles() throws {
        let day = try #require(Day(year: 2024, month: 3, day: 5))
        #expect(day.iso == "2024-03-05")
        #expect(day.slashed == "05/03/2024")
        #expect(day.adding(-5).iso == "2024-02-29")
        #expect(day.days(since: day.adding(-400)) == 400)
    }

    @Test func aDateAloneIsTheEndOfThatDay() throws {
        let end = try #require(Instant(iso: "2024-06-30"))
        #expect(end.iso == "2024-06-30T23:59:59")
        let next = try #require(Instant(iso: "2024-07-01T00:00"))
        #expect(next.seconds - end.seconds == 1)
        #expect(end.day.iso == "2024-06-30")
        #expect(next.day.iso == "2024-07-01")
    }

    @Test(arguments: [
        ("2024-06-30T02:03:04", "2024-06-30T02:03:04"), ("2024-06-30T02:03", "2024-06-30T02:03:00"),
        ("1969-12-31T23:59:59", "1969-12-31T23:59:59"),
        ("1960-02-29T00:00:00", "1960-02-29T00:00:00"),
    ])
    func instantsAreWrittenWithoutOffset(text: String, expected: String) {
        #expect(Instant(iso: text)?.iso == expected)
    }

    @Test(arguments: [
        "2024-06-31", "2024-06-30T24:00", "2024-06-30T10:60", "2024-06-30T10:00:60", "2024-06-30T",
        "2024-06-30T1:00", "2024-06-30X10:00", "hôm nay", "2024",
    ])
    func anythingElseIsNoInstant(text: String) {
        #expect(Instant(iso: text) == nil)
    }

    @Test func theClockIsSevenHoursAheadOfUTC() {
        #expect(Instant(unix: 0).iso == "1970-01-01T07:00:00")
        // 17:00 UTC is midnight.
        #expect(Instant(unix: 17 * 3600).iso == "1970-01-02T00:00:00")
        #expect(Instant(unix: 17 * 3600 - 1).day.iso == "1970-01-01")
        #expect(Instant(unix: 12_345).unix == 12_345)
    }
}
