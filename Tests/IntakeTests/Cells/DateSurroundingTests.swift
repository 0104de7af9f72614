import Intake
import Model
import Testing

@Suite("What may stand behind a date")
struct DateSurroundingTests {
    @Test(arguments: [
        "05/4/2024 (thứ sáu)", "05/4/2024 (Thứ 6)", "5.4.2024(thứ Sáu)", "05–04–2024",
        "05 – 04 – 2024", "05—04—2024", "05−04−2024", "2024–04–05", "05/4/2024.", "05.4.2024.",
        "2024-04-05.", "ngày 05/4/2024 (thứ sáu)", "ngày 05 tháng 4 năm 2024 (thứ sáu)",
        "ngày 05/4/2024.", "05/4/2024（thứ sáu）", "05–04-2024",
    ])
    func theSameDayIsRead(text: String) {
        #expect(date(text) == Day(iso: "2024-04-05").map { .value($0) })
    }

    @Test func everyDayOfAWeekHasItsName() {
        for (index, name) in [
            "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật",
        ].enumerated() {
            let day = Day(iso: "2024-04-0\(index + 1)")
            #expect(date("0\(index + 1)/4/2024 (\(name))") == day.map { .value($0) })
            #expect(date("0\((index + 1) % 7 + 1)/4/2024 (\(name))") == .bad)
        }
    }

    @Test(arguments: [
        "05/4/2024 (thứ ba)", "05/4/2024 (thứ tám)", "05/4/2024 (sáu)", "05/4/2024 (dự kiến)",
        "05/4/2024 thứ sáu)", "(thứ sáu)", "05/4 (thứ sáu)", "05/4/2024 (thứ sáu) (thứ sáu)",
        "05/4/2024..", "05/4.", "05/4/2024,", "05–04/2024", "05––04––2024", "45021 (thứ tư)",
        "45021.", "12/31/2024.", "05/4/2024. x",
    ])
    func whatMayChangeTheDateIsBad(text: String) {
        #expect(date(text) == .bad)
    }
}
