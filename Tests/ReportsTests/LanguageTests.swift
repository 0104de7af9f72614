import Model
import Plans
import Testing

@testable import Reports

/// Phrases, numbers, dates and periods in both languages.
@Suite("Languages of reports") struct LanguageTests {
    private let vietnamese = Words.vietnamese
    private let english = Words(.english)

    @Test func aPhraseTakesItsArgumentsInTheOrderOfTheLanguage() {
        let catalogue = Catalogue(Array("a {0} b {1}\n{1} before {0}\n".utf8))
        #expect(catalogue.text("a \("x") b \(2)") == "2 before x")
        #expect(catalogue.text("a \("x") c") == "a x c", "what is not there stays as it is")
    }

    @Test func blanksAtTheEndsArePartOfNoEntry() {
        let catalogue = Catalogue(Array("; gửi {0}\n; sent {0}\n".utf8))
        #expect(catalogue.text(" ; gửi \(2)  ") == " ; sent 2  ")
    }

    @Test func aWordOfTwoMeaningsHasTheOneThatIsMeant() {
        let catalogue = Catalogue(Array("Hạn\nDue\nHạn [cột]\nDeadline\n".utf8))
        #expect(catalogue.text("Hạn") == "Due")
        #expect(catalogue.text("Hạn", as: "cột") == "Deadline")
    }

    @Test func anArgumentThatLooksLikeAPlaceholderStaysText() {
        let catalogue = Catalogue(Array("a {0} b {1}\n{1}, {0}\n".utf8))
        #expect(catalogue.text("a \("{1}") b \("|{0}")") == "|{0}, {1}")
    }

    @Test(arguments: [
        (1, "1 unit", "01 đơn vị"), (2, "2 units", "02 đơn vị"), (0, "0 units", "0 đơn vị"),
    ])
    func whatIsCountedHasItsPlural(count: Int, english: String, vietnamese: String) {
        #expect(self.english.counted(count, "đơn vị") == english)
        #expect(self.vietnamese.counted(count, "đơn vị") == vietnamese)
    }

    @Test func numbersHaveTheSeparatorsOfTheLanguage() {
        #expect(english.whole(1_234_567) == "1,234,567")
        #expect(english.prose(5) == "5")
        #expect(english.quantity(Quantity(2469, over: 2)) == "1,234.5")
        #expect(english.quantity(nil) == "…")
        #expect(english.percent(84, of: 87) == "96.6%")
        #expect(english.percent(2999, of: 3000) == "99.9%")
        #expect(english.ratio(84, of: 87, "đơn vị") == "84/87 units (96.6%)")
        #expect(vietnamese.ratio(84, of: 87, "đơn vị") == "84/87 đơn vị, đạt 96,6%")
    }

    @Test func daysAreWrittenInWords() throws {
        let day = try #require(Day(year: 2024, month: 12, day: 14))
        #expect(english.day(day) == "14 December 2024")
        #expect(english.shortDay(day) == "2024-12-14")
        #expect(vietnamese.day(day) == "14/12/2024")
        let time = try #require(Instant(iso: "2025-01-05T02:00:00"))
        #expect(english.time(time) == "02:00 on 5 January 2025")
        #expect(vietnamese.time(time) == "02:00 ngày 05/01/2025")
    }

    @Test(arguments: [
        ("2024", "Year 2024", "the year 2024"),
        ("2024-H1", "First half of 2024", "the first half of 2024"),
        ("2024-H2", "Second half of 2024", "the second half of 2024"),
        ("2024-9M", "First nine months of 2024", "the first nine months of 2024"),
        ("2024-Q3", "Quarter III of 2024", "quarter III of 2024"),
        ("2024-02", "February 2024", "February 2024"),
        ("2023..2025", "Stage 2023-2025", "the stage 2023-2025"),
    ])
    func everyPeriodHasItsEnglishName(id: String, name: String, inSentence: String) throws {
        let window = ReportingCalendar(startMonth: 1, startDay: 1)
            .window(try #require(Period(id: id)))
        #expect(english.name(window) == name)
        #expect(english.inSentence(window) == inSentence)
        #expect(vietnamese.name(window) == window.name)
        #expect(vietnamese.inSentence(window) == window.name.lowercasedFirst)
    }

    @Test func schoolYearsStaySchoolYears() throws {
        let calendar = ReportingCalendar(startMonth: 9, startDay: 1)
        let year = calendar.window(.year(2024))
        #expect(english.name(year) == "School year 2023-2024")
        #expect(english.inSentence(year) == "the school year 2023-2024")
        let half = calendar.window(.half(2024, 1))
        #expect(english.inSentence(half) == "the first half of the school year 2023-2024")
    }
}
