import Intake
import Judgement
import Model
import Plans
import Rollup
import TestSupport
import Testing

@testable import Reports

/// Templates that are filled in are read without a finding.
///
/// All data is synthetic.
@Suite("Form templates") struct FormTemplateTests {
    private static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2023, to: 2025}
        year_starts: "12-15"
        root: Q
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups: {phuong: {name: Các phường, kinds: [PHUONG]}}
        contests: [{id: 2024, year: 2024, opens: 2024-03-01, closes: 2024-07-15}]
        deadlines: {annual: {form: unit_report, before: "{year}-12-15", applies_to: phuong}}
        forms:
          sports_day: {name: Hội thao, fields: {unit: {header: Mã đơn vị, type: text, key: true},
            held: {header: Ngày tổ chức hội thao, type: date, dating: true, required: true},
            teams: {header: Số đội tham dự, type: int}, score: {header: Điểm bình quân, type: decimal}}}
        indicators:
          - {id: M-1, name: Giao ước, applies_to: phuong, measure: count(pledge), each: ">= 1"}
        """
    private static let units =
        "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên\nQ,Quận Mẫu,HUYEN,\n"
        + "01-02,Phường Mẫu Một,PHUONG,Q\nP2,\"=Phường, Hai\",PHUONG,Q\nNV,Phòng Nội vụ,PHONG,Q\n"

    private func scenario(_ files: [Scenario.File] = []) -> Scenario {
        Scenario(plan: Self.plan, units: Self.units, files: files)
    }

    private func template(_ form: String, unit: String?, window: String = "2024") throws
        -> FormTemplate
    {
        let scene = try scenario().judge(window: window, asOf: "2024-11-01", root: unit ?? "Q")
            .scene
        let index = try #require(scene.plan.forms.index(of: form))
        return FormTemplate(scene: scene, form: index, isForUnit: unit != nil)
    }

    private static let forms = [
        "unit_report", "exemplar", "proposal", "contest_entry", "document", "media", "review",
        "activity", "commendation", "pledge", "indicator_result", "sports_day",
    ]

    @Test(arguments: forms, ["01-02", nil])
    func aFilledInTableIsReadWithoutAFinding(form: String, unit: String?) throws {
        for window in ["2024", "2024-Q3"] {
            let template = try template(form, unit: unit, window: window)
            let content = TemplateWorkbook.content(template, created: Instant(seconds: 0))
            let sheet = content.sheets[0]
            // As a spreadsheet saves it: titles, the headings with their marks, the row.
            var csv = CSVText(header: sheet.titles + [sheet.subtitle ?? ""])
            csv.append([])
            csv.append(sheet.columns.map(\.heading))
            let words = TemplateWords(template: template)
            let owner = template.unit
            csv.append(
                template.columns.map { column in
                    let known = template.filled(column, unit: owner)
                    guard known.isEmpty, case .field(let index) = column else { return known }
                    let example = words.example(index)
                    return example.isEmpty ? "chữ" : example
                }
            )
            let path = "2024-05-01/\(unit ?? "Q")/a.csv"
            var scenario = scenario()
            scenario.files = [Scenario.File(path, csv.text)]
            let reading = try scenario.collect(window: window).collection.files[0].reading
            #expect(reading.findings.isEmpty, "\(reading.findings.map(\.message))\n\(csv.text)")
            #expect(reading.records == 1)
            #expect(reading.form == template.scene.plan.forms.index(of: form))
        }
    }

    @Test(arguments: forms)
    func theCSVHasTheHeadingsAndWhatIsKnown(form: String) throws {
        let template = try template(form, unit: "01-02")
        let lines = TemplateCSV.render(template).split(separator: "\r\n").map(String.init)
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("\u{FEFF}Mã đơn vị,Tên đơn vị,"))
        #expect(lines[1].hasPrefix("01-02,Phường Mẫu Một,"))
        let empty = TemplateCSV.render(try self.template(form, unit: nil))
        #expect(empty.split(separator: "\r\n").count == 1)
    }

    @Test func everyPeriodToChooseIsReadAsItself() throws {
        let template = try template("unit_report", unit: nil)
        let field = try #require(template.form.periodField)
        let names = template.periods(field)
        #expect(names.count == 3 * 20)
        #expect(Set(names).count == names.count)
        #expect(names.first == "Năm 2024")
        #expect(try self.template("exemplar", unit: nil).periods(1).count == 3)
    }

    @Test(arguments: forms)
    func hintsFitWhatASpreadsheetShows(form: String) throws {
        let sheet = TemplateWorkbook.content(
            try template(form, unit: "Q"),
            created: Instant(seconds: 0)
        ).sheets[0]
        for column in sheet.columns {
            let entry = try #require(column.entry)
            for hint in [entry.prompt, entry.complaint] {
                #expect(hint.text.utf16.count <= SheetEntry.Hint.longestText, "\(hint.text)")
            }
        }
    }

    @Test func aRegisterSaysWhoseARowIsOnceItIsFilledIn() throws {
        let sheet = TemplateWorkbook.content(
            try template("exemplar", unit: "01-02"),
            created: Instant(seconds: 0)
        ).sheets[0]
        #expect(sheet.rows.count == 200)
        let last = sheet.columns.count - 1
        #expect(
            sheet.rows[0].cells[0].value == .derived("01-02", onceFilled: [3...last])
        )
        #expect(sheet.rows[0].cells[3].value == .empty)
    }

    @Test func aNodesReportHasTheUnitsOfItsDeadline() throws {
        let template = try template("unit_report", unit: "Q")
        #expect(
            template.reportingUnits.map { template.scene.roster.units[$0].id } == ["01-02", "P2"]
        )
        let lines = TemplateCSV.render(template).split(separator: "\r\n")
        #expect(lines[2].hasPrefix("P2,\"'=Phường, Hai\",Năm 2024"))
    }

    @Test func theGuideNamesTheDeadline() throws {
        let guide = TemplateWorkbook.content(
            try template("unit_report", unit: "01-02"),
            created: Instant(seconds: 0)
        ).sheets[1]
        let texts = guide.rows.flatMap(\.cells).compactMap { cell -> String? in
            if case .text(let text) = cell.value { text } else { nil }
        }
        #expect(texts.contains { $0.contains("trước ngày 15/12/2024") })
        #expect(texts.contains { $0.contains("/01-02/unit-report-2024.csv") })
    }
}
