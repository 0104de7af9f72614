import Judgement
import Testing

@testable import Reports

@Suite struct ReasonWordsTests {
    @Test(arguments: [
        (["Tháng 03/2024", "Tháng 4/2024"], "tháng 03/2024, tháng 4/2024"),
        (["Tháng 03/2024", "Tháng 4/2024", "Tháng 5/2024"], "từ tháng 03/2024 đến tháng 5/2024"),
        (
            ["Tháng 11/2023", "Tháng 12/2023", "Tháng 01/2024"],
            "từ tháng 11/2023 đến tháng 01/2024"
        ),
        (
            ["Tháng 03/2024", "Tháng 5/2024", "Tháng 7/2024"],
            "tháng 03/2024, tháng 5/2024, tháng 7/2024"
        ),
        (["Quý 1/2024", "Quý 2/2024", "Quý 3/2024"], "quý 1/2024, quý 2/2024, quý 3/2024"),
        (
            ["Tháng 03/2024", "Tháng 4/2024", "Tháng 5/2024", "Năm 2024"],
            "từ tháng 03/2024 đến tháng 5/2024, năm 2024"
        ),
    ])
    func monthsThatFollowEachOtherAreSaidAsASpan(periods: [String], said: String) {
        let text = Words.vietnamese.text(.failed(periods: periods), gathersMonths: true)
        #expect(text == "Chưa thực hiện: " + said)
    }

    @Test func aListForProgramsNamesEachMonth() {
        let months = ["Tháng 03/2024", "Tháng 4/2024", "Tháng 5/2024"]
        #expect(
            Words.vietnamese.text(.failed(periods: months))
                == "Chưa thực hiện: Tháng 03/2024, Tháng 4/2024, Tháng 5/2024"
        )
    }
}
