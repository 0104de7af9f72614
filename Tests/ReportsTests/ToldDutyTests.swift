import Judgement
import Model
import TestSupport
import Testing

@testable import Reports

/// What a unit is told to do: all of it, whether it has begun or not, and nothing that it has sent
/// is called unsent.
///
/// All data is synthetic.
@Suite struct ToldDutyTests {
    private static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2023, to: 2025}
        root: Q
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups: {phuong: {name: Các phường, kinds: [PHUONG]}}
        deadlines: {hd: {form: activity, by: "{year}-12-31", name: Danh sách hoạt động, applies_to: phuong}}
        indicators:
          - {id: ONE, name: Có hoạt động, applies_to: phuong, measure: count(activity), each: ">= 1"}
          - {id: FIVE, name: Năm hoạt động, applies_to: phuong, measure: count(activity), each: ">= 5"}
          - {id: MONTH, name: Mỗi tháng, applies_to: phuong, measure: count(activity), every: month, each: ">= 1"}
          - {id: BOTH, name: Và có bài, applies_to: phuong, measure: count(activity), each: ">= 1",
             also: [{measure: count(media), each: ">= 1"}]}
          - {id: JUNE, name: Trước tháng 7, applies_to: phuong, measure: count(activity), each: ">= 1",
             due: {by: "{year}-06-30"}}
        """
    private static let units =
        "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên\nQ,Quận Mẫu,HUYEN,\n"
        + "P1,Phường Một,PHUONG,Q\nP2,Phường Hai,PHUONG,Q\n"

    private func frame(asOf: String) throws -> ReportFrame {
        let back = "Loại hoạt động,Ngày,Nội dung\nTập huấn,ngày nào đó,Lớp mẫu\n"
        let scenario = Scenario(
            plan: Self.plan,
            units: Self.units,
            files: [Scenario.File("2024-05-01/P2/hd.csv", back)]
        )
        return ReportFrame(
            judgement: try scenario.judge(window: "2024", asOf: asOf),
            programVersion: "0",
            address: nil,
            anonymise: false
        )
    }

    /// Only what the one form does by its day is left out beside it.
    @Test(arguments: ["2025-01-05", "2024-12-25"])
    func aUnitThatDidNothingIsToldAllThatIsAsked(asOf: String) throws {
        let reminders = try frame(asOf: asOf).reminders
        let all = reminders.reminders + reminders.upcoming
        let told = all.filter { $0.unit == 1 }.flatMap(\.duties).map(\.subject)
        #expect(
            Set(told) == ["Danh sách hoạt động", "FIVE", "MONTH", "BOTH", "JUNE"]
        )
    }

    @Test func whatWasHandedBackIsUnsentInNoPaper() throws {
        let frame = try frame(asOf: "2025-01-05")
        let said = "Đã gửi nhưng bị trả lại: Danh sách hoạt động"
        for paper in [SummaryText.render(frame), DashboardHTML.render(frame)] {
            let text = paper.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
            #expect(text.contains(said))
            // The other ward sent nothing.
            #expect(text.contains("Chưa gửi: Danh sách hoạt động"))
        }
        let report = YearEndReport.render(frame, .shipped)
            .split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        #expect(report.contains("Phường Một; Phường Hai (đã gửi nhưng bị trả lại)"))
    }
}
