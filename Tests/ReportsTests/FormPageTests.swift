import Foundation
import Plans
import TestSupport
import Testing

/// `docs/bieu.md` lists every built-in form and column, as the program has them.
@Suite struct FormPageTests {
    @Test func thePageListsEveryColumn() throws {
        let name = "../docs/bieu.md"
        let text = try String(
            contentsOf: testsFolder.appendingPathComponent(name),
            encoding: .utf8
        )
        let outcome = PlanReader.read(
            Array("{id: a, title: b, root: c, stage: {from: 2024, to: 2024}}".utf8)
        )
        guard case .plan(let plan) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        let head = text.components(separatedBy: "## `")[0]
        expectGolden(head + plan.forms.forms.map(Self.table).joined(separator: "\n"), name)
    }

    private static func table(_ form: Form) -> String {
        "## `\(form.id)`: \(form.name)\n\n"
            + "| mã cột | tên cột | tên khác | ô là | |\n|---|---|---|---|---|\n"
            + form.fields.map { row($0) + "\n" }.joined()
    }

    private static func row(_ field: Field) -> String {
        let marks = [
            field.isKey ? "khóa" : "", field.isRequired ? "bắt buộc" : "",
            field.isDating ? "tính ngày" : "",
        ]
        let cells = [
            "`\(field.code)`", field.header, field.aliases.joined(separator: " · "),
            content(of: field), marks.filter { !$0.isEmpty }.joined(separator: ", "),
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private static func content(of field: Field) -> String {
        switch field.type {
        case .text: "chữ"
        case .int: "số nguyên"
        case .decimal: "số"
        case .yesNo: "Có/Không"
        case .date: "ngày"
        case .period: "kỳ"
        case .url: "đường dẫn"
        case .enum:
            field.values.map { "`\($0.code)` \($0.labels[0])" }.joined(separator: " · ")
        }
    }
}
