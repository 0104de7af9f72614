import Intake
import Model
import TestSupport
import Testing

@Suite("Dates in cells")
struct CellDateTests {
    @Test(arguments: [
        "05/04/2023", "5/4/2023", "05-04-2023", "05.04.2023", "5/4/23", " 05/4/2023 ",
        "05 / 04 / 2023", "2023-04-05", "2023/4/5", "2023-04-05 00:00:00", "2023-04-05T00:00:00",
        "2023-04-05T10:20:30.5+07:00", "2023-04-05T10:20:30Z", "05/04/2023 08:30",
        "ngày 05 tháng 4 năm 2023", "Ngày 5 tháng 04 năm 2023", "NGÀY 5 THÁNG 4 NĂM 2023",
        "nga\u{300}y 05 tha\u{301}ng 4 na\u{306}m 2023", "ngày 5/4/2023", "'05/04/2023",
        "Ngày 05/4/2023 14:30", "05 tháng 4 năm 2023", "ngày 05 tháng 4/2023",
        "thứ Tư, ngày 05/4/2023", "Thứ 4, ngày 05/4/2023 08:00", "05/04/2023 14:30",
        "thứ Tư ngày 5 tháng 4 năm 2023", "Chủ nhật, ngày 5/4/2023", "ngày 5/4/23",
        "2023-04-05 00:00:00.000", "０５/０４/２０２３", "05\u{A0}/\u{202F}04 / 2023",
        "05/\u{200B}04/20\u{AD}23", "\u{200E}05/04/2023\u{200F}", "2023/04/05",
        "Thanh Xuân, ngày 05 tháng 4 năm 2023", "Hà Nội, ngày 05/4/2023",
    ])
    func theSameDayIsRead(text: String) {
        #expect(date(text) == Day(iso: "2023-04-05").map { .value($0) })
    }

    @Test(arguments: [
        ("05/04/1980", 1980), ("ngày 05 tháng 4 năm 1980", 1980), ("1980-04-05", 1980),
        ("5/4/80", nil), ("31/02/1980", nil), ("1980", nil), ("", nil), ("không rõ", nil),
    ])
    func aYearIsTakenFromADayThatWritesItOut(text: String, year: Int64?) {
        #expect(CellDate.writtenYear(Array(text.utf8).span) == year)
    }

    @Test func yearsOfTwoDigitsTurnAt80() {
        #expect(date("1/2/79") == Day(iso: "2079-02-01").map { .value($0) })
        #expect(date("1/2/80") == Day(iso: "1980-02-01").map { .value($0) })
    }

    @Test(arguments: [
        "45021.5", "35000", "02-Jan", "Jan-02", "Jan-24", "2-Jan-24", "1-Feb-23", "1,00E+11",
        "1.5e+7", "02-thg 1", "Thg1-24",
    ])
    func whatExcelLeavesIsSuspected(text: String) {
        #expect(date(text) == .excelSuspected)
    }

    @Test(arguments: [
        ("36526", "2000-01-01"), ("45021", "2023-04-05"), (" 45021 ", "2023-04-05"),
        ("45292", "2024-01-01"), ("65745", "2079-12-31"),
    ])
    func aSerialNumberIsReadAndTold(text: String, iso: String) {
        #expect(date(text) == Day(iso: iso).map { .serial($0) })
    }

    @Test(arguments: [
        ("12/31/2023", true), ("4/25/2023", true), ("12-31-23 08:00", true), ("１２/31/2023", true),
        ("31/12/2023", false), ("4/5/2023", false), ("13/32/2023", false), ("2023-31-12", false),
        ("31/02/2023", false), ("", false), ("45021", false), ("0/31/2023", false),
    ])
    func aDateWithTheMonthFirstIsTold(text: String, expected: Bool) {
        #expect(isMonthFirst(text) == expected)
    }

    @Test(arguments: [
        "…/…/2023", "../../2023", "__/__/____", "… / …", "-", "—", "  /  /2023",
        "ngày tháng năm 2023", "ngày … tháng … năm 2023",
        "Ngày ... tháng ... năm ......", "…/…/20",
    ])
    func aFormThatNobodyFilledInIsBlank(text: String) {
        #expect(date(text) == .blank)
    }

    @Test(arguments: [
        "31/02/2023", "29/02/2023", "4/25/2023", "04/2023", "Quý III/2023", "2023", "20240501",
        "5/4", "5/4-2023", "5/4/123", "5/4/20233", "hôm qua", "15/…/2023",
        "15/../2023", "…/04/2023", "../04/2023", "/2023", "ngày … tháng 4 năm 2023", "2023-04-05x",
        "12345", "65746",
        "12/31/2023",
        "2023-04-05 25:99", "#N/A", "0/1/2023", "ngày 5 tháng 4", "Not", "5 4 2023", "ngày 5/4/123",
        "Ghi chú: số liệu tính đến ngày 05/4/2023", "số liệu đến ngày 05/4/2023",
        "Ghi chú: nộp lại, ngày 05/4/2023", "ngày 31/02/2023", "thứ 8 5/4/2023",
        "٠٥/٠٤/٢٠٢٣", "05/04/2023 và 06/04/2023", "ngày 05/04/2023 đến 06/04/2023",
    ])
    func anythingElseIsBad(text: String) {
        #expect(date(text) == .bad)
    }

    @Test func everyDayIsReadInEveryStyle() {
        var numbers = SplitMix64(seed: 2)
        for _ in 0..<2000 {
            let day = Day(number: Int32.random(in: 0...40_000, using: &numbers))
            #expect(date(day.iso) == .value(day))
            #expect(date(day.slashed) == .value(day))
        }
    }
}
