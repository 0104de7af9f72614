import Intake
import Testing

@Suite("Answers in words, and what is no answer")
struct DoneOrNotTests {
    @Test(arguments: [
        "Đã ban hành", "đã có", "ĐÃ THAM GIA", "Đã thực hiện.", "đã mở", "Đã gửi", "đã hoàn thành",
        "đã xong", "Đa\u{303} ban ha\u{300}nh",
    ])
    func whatIsDoneIsYes(text: String) { #expect(yesNo(text) == .yes) }

    @Test(arguments: [
        "ko", "Ko", "KO", "ko có", "chưa ban hành", "Chưa có", "Chưa xây dựng", "chưa tham gia",
        "chưa thực hiện", "Chưa mở", "Không",
    ])
    func whatIsNotDoneIsNo(text: String) { #expect(yesNo(text) == .no) }

    @Test(arguments: [
        "đã dự thảo", "đã trình", "đã xây dựng", "đã hủy", "đã đăng ký", "đã có nhưng chưa",
        "đã ban hành 2", "đã ban hành một phần", "đã có kế hoạch", "chưa báo cáo",
        "chưa thống kê", "chưa có số liệu", "chưa chắc", "chưa gửi", "chưa triển khai",
        "chưa hoàn thành", "chưa ban hành đủ", "sắp ban hành", "đang xây dựng", "da co", "kô",
        "ban hành", "đã chưa", "chưa đã",
    ])
    func whatIsOnlyUnderWayIsNeither(text: String) { #expect(yesNo(text) == .bad) }

    @Test(arguments: ["\u{1A}", " \u{1A}\r\n", "\u{1A}\u{1A}"])
    func aMarkOfTheFilesEndIsBlank(text: String) {
        #expect(isBlank(text))
        #expect(isBlankOrDash(text))
        #expect(integer(text) == .blank)
        #expect(date(text) == .blank)
        #expect(yesNo(text) == .blank)
    }

    @Test func aMarkOfTheFilesEndWithinANumberIsBad() {
        #expect(integer("1\u{1A}234") == .bad)
        #expect(integer("12\u{1A}") == .value(12))
        #expect(!isBlank("\u{1B}"))
    }
}
