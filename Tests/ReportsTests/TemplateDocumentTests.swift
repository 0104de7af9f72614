import Foundation
import TestSupport
import Testing

@testable import Reports

/// `docs/mau-van-ban.md` lists every value that a template may name, as the program has them.
@Suite struct TemplateDocumentTests {
    private static func rows(_ fields: [TextField], within path: String = "") -> [String] {
        fields.flatMap { field -> [String] in
            let name = path + field.name
            let (kind, inner) = kind(field.shape, name)
            return ["| `\(name)` | \(kind) | \(field.meaning) |"] + inner
        }
    }

    private static func kind(_ shape: TextField.Shape, _ name: String) -> (String, [String]) {
        switch shape {
        case .text: ("chữ", [])
        case .flag: ("có/không", [])
        case .lines: ("các dòng", [])
        case .list(let fields): ("danh sách", rows(fields, within: "… "))
        case .group(let fields): ("nhóm", rows(fields, within: name + "."))
        }
    }

    private static func table(_ title: String, _ fields: [TextField]) -> String {
        "## \(title)\n\n| giá trị | loại | là gì |\n|---|---|---|\n"
            + rows(fields).joined(separator: "\n") + "\n"
    }

    @Test func theDocumentListsEveryValue() throws {
        let name = "../docs/mau-van-ban.md"
        let text = try String(
            contentsOf: testsFolder.appendingPathComponent(name),
            encoding: .utf8
        )
        let tables = [
            Self.table("Mọi mẫu", TextFields.marks + TextFields.head),
            Self.table("`report`", ReportFields.all),
            Self.table("`reminder`", ReminderFields.all),
        ]
        let head = text.components(separatedBy: "## Mọi mẫu")[0]
        expectGolden(head + tables.joined(separator: "\n"), name)
    }
}
