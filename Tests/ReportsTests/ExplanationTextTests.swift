import Judgement
import Model
import Reports
import TestSupport
import Testing

/// What an officer reads when a figure is explained.
@Suite struct ExplanationTextTests {
    private let units = """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên
        D,Quận Dê,HUYEN,
        W1,Phường Một,PHUONG,D
        W2,Phường Hai,PHUONG,D

        """

    private func text(_ indicator: String, focus: String? = nil) throws -> String {
        let plan = """
            schema: 1
            id: thu
            title: Kế hoạch thử
            stage: {from: 2023, to: 2025}
            root: D
            chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
            groups: {wards: {name: Phường, kinds: [PHUONG]}}
            indicators:
              - {\(indicator)}
            """
        var rows = "unit,kind,held_on,content,attendees\n"
        for number in 1...12 {
            rows +=
                "W1,session,2024-03-\(number < 10 ? "0" : "")\(number),Buổi \(number),\(number)\n"
        }
        let scenario = Scenario(
            plan: plan,
            units: units,
            files: [
                .init("2024-05-01/W1/hd.csv", rows + "W1,talk,2024-04-01,Tọa đàm,\n"),
                .init("2024-05-02/W2/bc.csv", "unit,period,contest_joined,posts\nW2,2024,Có,3\n"),
            ]
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-05")
        let explanation = Explanation(0, of: judgement)
        let unit = focus.flatMap { judgement.scene.roster.index(of: $0) }
        return ExplanationText.render(explanation, ExplanationText.Options(focus: unit))
    }

    /// The text as one line.
    private func unwrapped(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func aSumShowsWhatEachRecordAdds() throws {
        let indicator =
            "id: I, applies_to: wards, measure: sum(activity.attendees), each: \">= 50\""
        let full = try text(indicator, focus: "W1")
        #expect(full.contains("Phường Một (W1): 78"))
        #expect(full.contains("+12  2024-05-01/W1/hd.csv:13, ngày 12/03/2024"))
        #expect(full.contains("ô “Số người dự” để trống"))
        // A cut list says how many records it leaves out and what they add.
        let cut = try text(indicator)
        #expect(cut.contains("+42  … 4 dòng khác được tính; xem đủ: --unit W1"))
        #expect(!cut.contains("hd.csv:13"))
    }

    @Test func theLargestValueIsPointedOut() throws {
        let text = try text(
            "id: I, applies_to: wards, measure: max(activity.attendees), each: \">= 5\"",
            focus: "W1"
        )
        #expect(!text.contains("+12"))
        #expect(text.contains("12  2024-05-01/W1/hd.csv:13"))
        #expect(unwrapped(text).contains("là giá trị được lấy"))
    }

    @Test func anAnswerIsShownAsOne() throws {
        let text = try text(
            "id: I, applies_to: wards, measure: unit_report.contest_joined, each: \">= 1\"",
            focus: "W2"
        )
        #expect(text.contains("Có  2024-05-02/W2/bc.csv:2, kỳ Năm 2024, nhận ngày 02/05/2024"))
    }

    @Test func aUnitIsShownInTheTotalThatItIsPartOf() throws {
        let text = try text(
            "id: I, measure: count(activity where kind = session), total: \">= 5\"",
            focus: "W1"
        )
        #expect(text.contains("Quận Dê (D): 12. Vượt chỉ tiêu."))
        #expect(text.contains("Phường Một (W1): +12"))
        #expect(
            unwrapped(text).contains(
                "“Loại hoạt động” ghi Tọa đàm, cần “Sinh hoạt/Buổi tuyên truyền”"
            )
        )
        #expect(!text.contains("W2/"))
    }

    @Test func unitsThatAPlanGivesAValueAreNotSaidToHaveSent() throws {
        let three = try text("id: I, measure: \"coalesce(count(activity), 3)\", total: \">= 1\"")
        // The district itself and W2.
        #expect(
            unwrapped(three).contains(
                "02 đơn vị khác không có dòng nào, mỗi đơn vị tính +3 theo công thức."
            )
        )
        #expect(!three.contains("đã gửi, không có dòng nào"))
        let none = try text("id: I, measure: \"coalesce(count(activity), 0)\", total: \">= 1\"")
        #expect(!none.contains("đã gửi, không có dòng nào"))
        #expect(unwrapped(none).contains("tính 0 theo công thức"))
    }

    @Test func aUnitThatIsNotBoundIsToldSo() throws {
        let indicator = "id: I, measure: count(activity), total: \">= 5\", counts: own"
        #expect(
            try text(indicator, focus: "W1").contains("số liệu không nằm trong chỉ tiêu này")
        )
    }
}
