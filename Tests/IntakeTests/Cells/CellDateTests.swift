import Intake
import Model
import Testing

@Suite("Dates in cells")
struct CellDateTests {
    @Test(arguments: [
        "05/04/2023", "5/4/2023", "05-04-2023", "05.04.2023", "5/4/23", " 05/4/2023 ",
        "05 / 04 / 2023", "2023-04-05", "2023/4/5", "2023-04-05 00:00:00", "2023-04-05T00:00:00",
        "2023-04-05T10:20:30.5+07:00", "2023-04-05T10:20:30Z", "05/04/2023 08:30",
        "ngày 05 tháng 4 năm 2023", "Ngày 5 tháng 04 năm 2023", "NGÀY 5 THÁNG 4 NĂM 2023",
        "nga\u{300}y 05 tha\u{301}ng 4 na\u{306}m 2023", "ngày 5/4/2023", "'05/04/2023",
    ])
    func theSameDayIsRead(text: String) {
        #expect(date(text) == Day(iso: "2023-04-05").map { .value($0) })
    }

    @Test func yearsOfTwoDigitsTurnAt80() {
        #expect(date("1/2/79") == Day(iso: "2079-02-01").map { .value($0) })
        #expect(date("1/2/80") == Day(iso: "1980-02-01").map { .value($0) })
    }

    @Test(arguments: [
        "45021", "45021.5", "02-Jan", "Jan-24", "2-Jan-24", "1,00E+11", "1.5e+7",
    ])
    func whatExcelLeavesIsSuspected(text: String) {
        #expect(date(text) == .excelSuspected)
    }

    @Test(arguments: ["…/…/2023", "../../2023", "__/__/____", "… / …", "-", "—"])
    func aFormThatNobodyFilledInIsBlank(text: String) {
        #expect(date(text) == .blank)
    }

    @Test(arguments: [
        "31/02/2023", "29/02/2023", "4/25/2023", "04/2023", "Quý III/2023", "2023", "20240501",
        "5/4", "5/4-2023", "5/4/123", "5/4/20233", "hôm qua", "2023-04-05x", "12345", "61000",
        "2023-04-05 25:99", "#N/A", "0/1/2023", "ngày 5 tháng 4", "Not",
    ])
    func anythingElseIsBad(text: String) {
        #expect(date(text) == .bad)
    }

    @Test func everyDayIsReadInEveryStyle() {
        var numbers = SeededNumbers(seed: 2)
        for _ in 0..<2000 {
            let day = Day(number: Int32.random(in: 0...40_000, using: &numbers))
            #expect(date(day.iso) == .value(day))
            #expect(date(day.slashed) == .value(day))
        }
    }
}
