import Foundation
import Plans
import TestSupport
import Testing

/// Whatever a unit may have written into a text field, an anonymised edition names nobody (CONTRACT
/// §6).
@Suite struct AnonymityTests {
    private static let person = "Đinh Thị Lan"
    private static let address = "dinh-thi-lan"

    private static let head = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2024, to: 2025}
        root: MAU
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        statutory: ["0601", "0603"]
        groups:
          phuong: {name: Các phường, kinds: [PHUONG]}
        contests:
          - {id: 2024, year: 2024, opens: 2024-03-01, closes: 2024-10-31}
        deadlines:
          annual: {form: unit_report, before: "{year}-12-15", name: Báo cáo năm, main: true}
        indicators:

        """

    /// An indicator for each form, so that `explain` looks at the records of all.
    private static let plan =
        head
        + forms.map {
            "  - {id: MAU-\($0.id), name: Mỗi phường có, applies_to: phuong, measure: count(\($0.id)), each: \">= 1\"}\n"
        }.joined()

    /// The forms of the catalogue.
    private static let forms: [Form] = {
        let text = head + "  - {id: M, name: M, measure: count(document), total: \">= 1\"}\n"
        guard case .plan(let plan) = PlanReader.read(Array(text.utf8)) else { return [] }
        return plan.forms.forms
    }()

    /// A cell of the form: names wherever a text may stand, and where `isSpoilt` in all fields but
    /// those that say which unit and period it is.
    private static func cell(_ field: Field, isSpoilt: Bool) -> String {
        switch field.code {
        case "unit": return "MAU-P1"
        case "indicator": return "MAU-exemplar"
        case "subject": return "Cá nhân"
        case "entry_id", "number", "decision_number", "document_number", "plan_number", "minutes":
            return "5/QĐ"
        default: break
        }
        switch field.type {
        case .text: return "Ông \(person) và bà \(person)"
        case .url: return "https://mau.vn/\(address)"
        case .period: return "2024"
        case _ where isSpoilt: return person
        case .int, .decimal: return "5"
        case .date: return "05/05/2024"
        case .yesNo: return "Có"
        case .enum: return field.values[field.values.count - 1].labels[0]
        }
    }

    private func plan() throws -> SmallPlan {
        let plan = try SmallPlan()
        try plan.folder.write("input/mau/plan.yaml", Self.plan)
        for form in Self.forms {
            let rows = [false, true].map { isSpoilt in
                form.fields.map { Self.cell($0, isSpoilt: isSpoilt) }
            }
            let table = [form.fields.map(\.header)] + rows
            let text = table.map { $0.map { "\"\($0)\"" }.joined(separator: ";") + "\n" }.joined()
            try plan.submit("2024-11-03/MAU-P1/\(form.id).csv", text)
        }
        return plan
    }

    /// Everything that a file says; of a workbook all of its parts.
    private func text(_ file: String, _ data: Data, _ folder: String) throws -> String {
        guard file.hasSuffix(".xlsx") else { return String(decoding: data, as: UTF8.self) }
        let path = folder + "/looked-at.xlsx"
        try data.write(to: URL(fileURLWithPath: path))
        return try #require(OtherProgram.run("/usr/bin/unzip", ["-p", path])).output
    }

    @Test(arguments: ["vi", "en"]) func noTextFieldOfAnyFormReachesAnEdition(language: String)
        throws
    {
        #expect(Self.forms.count > 10)
        let plan = try plan()
        for isAnonymised in [false, true] {
            let run = try plan.run(
                ["--lang", language, "--year-end"] + (isAnonymised ? ["--anonymise"] : [])
            )
            #expect(run.status == 0, "\(run.errors)")
            let line = try #require(
                run.output.split(separator: "\n").last { $0.contains("output/") }
            )
            let id = try #require(line.split(separator: "/").last.map(String.init))
            var named: [String] = []
            for (file, data) in try plan.edition(id) {
                let text = try text(file, data, plan.folder.path)
                for name in [Self.person, Self.address] where text.contains(name) {
                    named.append(file)
                }
            }
            if isAnonymised {
                #expect(named.isEmpty, "\(named)")
            } else {
                #expect(named.contains { $0.hasSuffix("report.xlsx") })
            }
        }
    }

    @Test func questionsNameNobodyEither() throws {
        let plan = try plan()
        try plan.run()
        for form in Self.forms {
            for format in ["text", "json"] {
                let said = try BuiltProgram.run(
                    [
                        "explain", "MAU-\(form.id)", "--plan", "mau", "--anonymise", "--format",
                        format,
                    ],
                    in: plan.folder.path
                )
                #expect(said.status == 0, "\(said.errors)")
                #expect(!said.output.contains(Self.person), "\(form.id)")
                #expect(!said.output.contains(Self.address), "\(form.id)")
            }
        }
        let status = try BuiltProgram.run(
            ["status", "--plan", "mau", "--anonymise"],
            in: plan.folder.path
        )
        #expect(!status.output.contains(Self.person))
    }
}
