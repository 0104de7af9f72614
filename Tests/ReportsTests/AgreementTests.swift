import Foundation
import Judgement
import Model
import Reports
import TestSupport
import Testing

/// The reports of one judgement never differ from each other.
///
/// All data is synthetic.
@Suite("Reports agree")
struct AgreementTests {
    private static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2024, to: 2024}
        root: Q
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups: {phuong: {name: Các phường, kinds: [PHUONG]}}
        contests: [{id: 2024, year: 2024, opens: 2024-03-01, closes: 2024-07-15}]
        deadlines: {annual: {form: unit_report, before: "{year}-12-15", main: true}}
        indicators:
          - {id: M-1, name: Bài dự thi, applies_to: phuong, over: contest,
             measure: count(contest_entry where valid), each: ">= 1", target: ">= 50%"}
          - {id: M-2, name: Số buổi tuyên truyền, level: district, total: ">= 10",
             measure: sum(unit_report.sessions)}
        """

    private static let units =
        "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên\nQ,Quận Mẫu,HUYEN,\n"
        + (1...9).map { "P\($0),Phường Mẫu 0\($0),PHUONG,Q\n" }.joined()

    /// Wards 1 to 5 sent one entry each, wards 1 to 7 a report of two sessions each.
    private func frame() throws -> ReportFrame {
        var scenario = Scenario(plan: Self.plan, units: Self.units)
        for ward in 1...7 {
            scenario.files.append(
                Scenario.File(
                    "2024-12-01/P\(ward)/bc.csv",
                    "Kỳ báo cáo,Số buổi tuyên truyền,Số bài dự thi\n2024,02,1\n"
                )
            )
        }
        for ward in 1...5 {
            scenario.files.append(
                Scenario.File(
                    "2024-05-01/P\(ward)/bai.csv",
                    "Mã bài,Tên bài viết,Tác giả,Ngày nộp\nB\(ward),=Gương \(ward),Tác giả Mẫu \(ward),05/04/2024\n"
                )
            )
        }
        return ReportFrame(
            judgement: try scenario.judge(window: "2024", asOf: "2025-01-05"),
            programVersion: "0",
            address: nil,
            anonymise: false
        )
    }

    @Test func everyCachedValueIsWhatItsFormulaGives() throws {
        let content = WorkbookLayout.content(try frame())
        #expect(content.sheets.count >= 8)
        for sheet in content.sheets {
            #expect(sheet.inconsistentFormulas.isEmpty, "\(sheet.name)")
        }
    }

    @Test func textJSONAndSubmissionSayTheSame() throws {
        let frame = try frame()
        let summary = SummaryText.render(frame)
        // 5 of 9 wards: 55,6 %; 7 reports of 2 sessions: 14.
        #expect(summary.contains("5/9"))
        #expect(summary.contains("55,6%"))
        #expect(summary.contains("Vượt chỉ tiêu"))
        let json = ResultsJSON.render(frame)
        #expect(json.contains("\"numerator\": 5, \"denominator\": 9, \"percent\": \"55,6\""))
        #expect(json.contains("\"value\": 14, \"status\": \"met\", \"exceeded\": true"))
        let up = SubmissionUpCSV.render(frame)
        #expect(up.contains("Q,2024,M-1,5,9,,Đạt"))
        #expect(up.contains("Q,2024,M-2,,,14,Đạt"))
        #expect((try? JSONSerialization.jsonObject(with: Data(json.utf8))) != nil)
    }

    @Test func noLineOfTheSummaryIsWiderThanAHundredColumns() throws {
        for line in SummaryText.render(try frame()).split(separator: "\n") {
            #expect(DisplayWidth.of(String(line)) <= 100, "\(line)")
        }
    }
}
