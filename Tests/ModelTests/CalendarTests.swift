import Model
import Testing

@Suite("Reporting calendars (CONTRACT §4, §11.12)")
struct CalendarTests {
    private static let plain = ReportingCalendar()
    private static let decree = ReportingCalendar(startMonth: 12, startDay: 15)
    private static let school = ReportingCalendar(startMonth: 9, startDay: 1)

    private func span(_ calendar: ReportingCalendar, _ id: String) throws -> String {
        let span = calendar.span(try #require(Period(id: id)))
        return span.from.iso + " " + span.to.iso
    }

    @Test(arguments: [
        ("2024", "2024-01-01 2024-12-31"), ("2024-Q1", "2024-01-01 2024-03-31"),
        ("2024-Q4", "2024-10-01 2024-12-31"), ("2024-H1", "2024-01-01 2024-06-30"),
        ("2024-H2", "2024-07-01 2024-12-31"), ("2024-9M", "2024-01-01 2024-09-30"),
        ("2024-02", "2024-02-01 2024-02-29"), ("2024-12", "2024-12-01 2024-12-31"),
        ("2023..2025", "2023-01-01 2025-12-31"),
    ])
    func theCalendarYear(id: String, expected: String) throws {
        #expect(try span(Self.plain, id) == expected)
    }

    // domain.md 3.2.
    @Test(arguments: [
        ("2024", "2023-12-15 2024-12-14"), ("2024-05", "2024-04-15 2024-05-14"),
        ("2024-01", "2023-12-15 2024-01-14"), ("2024-12", "2024-11-15 2024-12-14"),
        ("2024-03", "2024-02-15 2024-03-14"), ("2024-Q1", "2023-12-15 2024-03-14"),
        ("2024-Q2", "2024-03-15 2024-06-14"), ("2024-Q4", "2024-09-15 2024-12-14"),
        ("2024-H1", "2023-12-15 2024-06-14"), ("2024-H2", "2024-06-15 2024-12-14"),
        ("2024-9M", "2023-12-15 2024-09-14"), ("2023..2025", "2022-12-15 2025-12-14"),
    ])
    func theYearOfTheDecree(id: String, expected: String) throws {
        #expect(try span(Self.decree, id) == expected)
    }

    @Test(arguments: [
        ("2024", "2023-09-01 2024-08-31"), ("2024-Q1", "2023-09-01 2023-11-30"),
        ("2024-H1", "2023-09-01 2024-02-29"), ("2024-H2", "2024-03-01 2024-08-31"),
        ("2024-9M", "2023-09-01 2024-05-31"), ("2024-05", "2024-05-01 2024-05-31"),
        ("2023-10", "2023-10-01 2023-10-31"), ("2023..2025", "2022-09-01 2025-08-31"),
    ])
    func theSchoolYear(id: String, expected: String) throws {
        #expect(try span(Self.school, id) == expected)
    }

    @Test(arguments: [
        ("2023-12-14", 2023, 2023, 2024), ("2023-12-15", 2023, 2024, 2024),
        ("2023-12-31", 2023, 2024, 2024), ("2024-01-01", 2024, 2024, 2024),
        ("2024-08-31", 2024, 2024, 2024), ("2024-09-01", 2024, 2024, 2025),
    ])
    func theYearOfADay(day: String, plain: Int, decree: Int, school: Int) throws {
        let day = try #require(Day(iso: day))
        #expect(Self.plain.year(of: day) == plain)
        #expect(Self.decree.year(of: day) == decree)
        #expect(Self.school.year(of: day) == school)
    }

    @Test func monthsAndQuartersFillTheirYear() throws {
        for calendar in [Self.plain, Self.decree, Self.school] {
            let year = calendar.span(.year(2024))
            for (length, count) in [(1, 12), (3, 4)] {
                let parts = calendar.parts(of: year, months: length)
                #expect(parts.count == count)
                #expect(parts.first?.span.from == year.from)
                #expect(parts.last?.span.to == year.to)
                for (part, next) in zip(parts, parts.dropFirst()) {
                    #expect(part.span.to.adding(1) == next.span.from)
                }
            }
            #expect(calendar.parts(of: calendar.span(.years(2023, 2025)), months: 1).count == 36)
            #expect(calendar.parts(of: calendar.span(.quarter(2024, 2)), months: 1).count == 3)
        }
    }

    @Test func officialsReadTheirOwnWords() {
        #expect(Self.school.window(.year(2024)).name == "Năm học 2023-2024")
        #expect(Self.decree.window(.year(2024)).name == "Năm 2024")
        #expect(Self.plain.window(.quarter(2024, 3)).name == "Quý III/2024")
        #expect(Self.plain.window(.years(2023, 2025)).name == "Giai đoạn 2023-2025")
    }

    @Test(arguments: [
        "2024", "2024-Q1", "2024-Q4", "2024-H1", "2024-H2", "2024-9M", "2024-05", "2023..2025",
    ])
    func idsAreReadAndWritten(id: String) {
        #expect(Period(id: id)?.id == id)
    }

    @Test(arguments: [
        "", "24", "2024-Q5", "2024-Q0", "2024-H3", "2024-13", "2024-00", "2024-5", "2025..2023",
        "2023...2025", "2023-2025", "2024-", "2024-Q", "năm 2024", "2024-05-01", "20x4",
    ])
    func anythingElseIsNoPeriod(id: String) {
        #expect(Period(id: id) == nil)
    }

    /// A date of the last year that can be written lies in a reporting year behind it.
    @Test func aYearBeyondAllYearsEndsWithThem() throws {
        let calendar = ReportingCalendar(startMonth: 12, startDay: 15)
        let last = try #require(Day(iso: "9999-12-31"))
        #expect(calendar.year(of: last) == 10_000)
        let span = calendar.span(.year(10_000))
        #expect(span.from.iso == "9999-12-15")
        #expect(span.to.parts.year == 9999)
    }

    @Test func spansContainAndOverlapByWholeDays() throws {
        let march = Self.plain.span(.month(2024, 3))
        let april = Self.plain.span(.month(2024, 4))
        #expect(!march.overlaps(april))
        #expect(march.contains(try #require(Day(iso: "2024-03-31"))))
        #expect(!march.contains(try #require(Day(iso: "2024-04-01"))))
        #expect(Self.plain.span(.quarter(2024, 1)).contains(march))
        #expect(!march.contains(Self.plain.span(.quarter(2024, 1))))
    }

    @Test func whatIsDecidedForAYearHoldsForItsParts() {
        let calendar = Self.plain
        #expect(Period.year(2024).includes(calendar.window(.year(2024))))
        #expect(Period.year(2024).includes(calendar.window(.quarter(2024, 3))))
        #expect(!Period.year(2024).includes(calendar.window(.quarter(2023, 3))))
        #expect(!Period.year(2024).includes(calendar.window(.years(2023, 2025))))
        #expect(Period.years(2023, 2025).includes(calendar.window(.month(2024, 5))))
        #expect(!Period.quarter(2024, 3).includes(calendar.window(.year(2024))))
    }

    @Test(arguments: [
        (Period.half(2024, 1), [Period.quarter(2024, 1), .quarter(2024, 2), .month(2024, 6)]),
        (.half(2024, 2), [.quarter(2024, 3), .quarter(2024, 4), .month(2024, 7)]),
        (.nineMonths(2024), [.half(2024, 1), .quarter(2024, 3), .month(2024, 9)]),
        (.quarter(2024, 2), [.month(2024, 4), .month(2024, 6)]), (.month(2024, 4), []),
    ])
    func whatIsDecidedForAPartOfAYearHoldsForWhatLiesInThatPart(part: Period, parts: [Period]) {
        let other: [Period] = [
            .year(2024), .half(2024, 1), .half(2024, 2), .nineMonths(2024), .years(2024, 2024),
        ]
        let all =
            other + (1...4).map { .quarter(2024, $0) } + (1...12).map { .month(2024, $0) }
            + [.quarter(2023, 1), .month(2025, 4)]
        for calendar in [Self.plain, Self.decree] {
            let held = Set(all.filter { part.includes(calendar.window($0)) })
            #expect(held.isSuperset(of: parts) && held.contains(part))
            for period in all where held.contains(period) {
                #expect(calendar.span(part).contains(calendar.span(period)))
            }
            #expect(
                held.count
                    == all.filter {
                        calendar.span(part).contains(calendar.span($0))
                    }.count
            )
        }
    }

    /// October 2023 is a month of the school year 2023-2024, which is 2024.
    @Test func whatIsDecidedForASchoolYearHoldsForItsAutumn() {
        let school = ReportingCalendar(startMonth: 9)
        let october = school.window(.month(2023, 10))
        #expect(Period.year(2024).includes(october))
        #expect(!Period.year(2023).includes(october))
        #expect(Period.years(2024, 2025).includes(october))
        #expect(Period.month(2023, 10).includes(october))
        #expect(Period.quarter(2024, 1).includes(october))
        #expect(!Period.quarter(2024, 4).includes(october))
        #expect(Period.half(2024, 1).includes(school.window(.month(2024, 2))))
    }
}
