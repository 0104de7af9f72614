import Intake
import Model
import Testing

/// A document's number and its day in one cell (domain.md 2.3, 2.4).
@Suite("Number and day of a document")
struct NumberAndDateTests {
    @Test(arguments: [
        ("15/QĐ-UBND ngày 12/03/2024", "15/QĐ-UBND", "2024-03-12"),
        ("15/QĐ-UBND, ngày 12/3/2024", "15/QĐ-UBND", "2024-03-12"),
        ("Số 15/QĐ-UBND, ngày 12 tháng 3 năm 2024", "15/QĐ-UBND", "2024-03-12"),
        ("số: 15/QĐ-UBND ngày 12/3/2024.", "15/QĐ-UBND", "2024-03-12"),
        ("12/KH-UBND (05/02/2024)", "12/KH-UBND", "2024-02-05"),
        ("12/KH-UBND (ngày 05/02/2024)", "12/KH-UBND", "2024-02-05"),
        ("12/KH-UBND; 05-02-2024", "12/KH-UBND", "2024-02-05"),
        ("12/KH-UBND - 05/02/2024", "12/KH-UBND", "2024-02-05"),
        ("12/KH-UBND\nNgày 05.02.2024", "12/KH-UBND", "2024-02-05"),
        ("12/KH-UBND\u{A0}ngày 5/2/2024", "12/KH-UBND", "2024-02-05"),
        ("12/KH-UBND nga\u{300}y 5/2/2024", "12/KH-UBND", "2024-02-05"),
        ("249a/KH-SKHĐT ngày 23/11/2021", "249a/KH-SKHĐT", "2021-11-23"),
        ("15/2024/QĐ-UBND ngày 5/2/2024", "15/2024/QĐ-UBND", "2024-02-05"),
        ("Kế hoạch số 12/KH-UBND ngày 5/2/24", "Kế hoạch số 12/KH-UBND", "2024-02-05"),
        ("12 ngày 5/2/2024", "12", "2024-02-05"),
    ])
    func bothAreTaken(text: String, number: String, day: String) {
        guard case .both(let range, let found) = parse(text) else {
            Issue.record("\(parse(text))")
            return
        }
        #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == number)
        #expect(found.iso == day)
    }

    @Test(arguments: ["15/QĐ-UBND", "15", "15/2024/QĐ-UBND", "Số 15/QĐ-UBND", "Đã ban hành"])
    func whatSpeaksOfNoDayIsTheNumber(text: String) {
        #expect(parse(text) == .number)
    }

    @Test(arguments: ["12/03/2024", "ngày 12/3/2024", "(12/3/2024)"])
    func aDayAloneIsTheDay(text: String) {
        #expect(parse(text) == .day(Day(year: 2024, month: 3, day: 12) ?? Day(number: 0)))
    }

    @Test(arguments: [
        // No year; no such day; the month first.
        "15/QĐ-UBND ngày 12/3", "15/QĐ-UBND, ngày 31/02/2024", "15/QĐ-UBND ngày 03/25/2024",
        "15/QĐ-UBND ngày … tháng 3 năm 2024", "15/QĐ-UBND 2024",
        // Two documents, of which one day is not told apart from the other.
        "15/QĐ-UBND ngày 12/3/2024, 16/QĐ-UBND ngày 13/3/2024", "15/QĐ, 16/QĐ ngày 12/3/2024",
        // Nothing between them, or the day first.
        "15/QĐ-UBND-12/03/2024", "12/3/2024, số 15/QĐ-UBND", "15/QĐ-UBND 45021",
    ])
    func whatHasMoreThanOneReadingIsNotGuessed(text: String) {
        #expect(parse(text) == .unclear)
    }

    private func parse(_ text: String) -> NumberAndDate {
        let bytes = Array(text.utf8)
        return NumberAndDate.parse(bytes.span)
    }
}
