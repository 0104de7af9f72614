import Foundation
import Model
import TestSupport
import Testing

/// `docs/bang-ke-hoach.md` and `docs/hoi-dong.md`: every column of a plan's own tables has its
/// entry as the readers take it, every word too, and `tonghop plan check` accepts every example.
@Suite struct PlanTablePageTests {
    private typealias Rows = [[String]]

    /// What the pages tell of one table of a plan.
    private struct Told {
        var file: String
        /// The tables of the section, each with its header and without its rule.
        var tables: [Rows]
        var example: String

        var columns: [String] { entries("cột").map { $0[0] } }
        var required: Set<String> { Set(entries("cột").filter { $0[1] == "có" }.map { $0[0] }) }

        /// The rows of the table whose first heading is this.
        func entries(_ heading: String) -> Rows {
            tables.first { $0[0][0] == heading }.map { Array($0.dropFirst()) } ?? []
        }
    }

    private let told: [Told]

    init() throws {
        let page = try ManualPage("docs/bang-ke-hoach.md")
        let board = try ManualPage("docs/hoi-dong.md")
        var told: [Told] = []
        for section in page.sections + board.sections {
            let tables = Self.tables(section.rows)
            guard tables.first?[0][0] == "cột", let example = section.fences.first else { continue }
            let file = ManualPage.codes(in: section.heading).first ?? "decisions.csv"
            told.append(Told(file: file, tables: tables, example: example.text))
        }
        self.told = told
    }

    /// The tables that follow each other in a section, cut at their rules.
    private static func tables(_ rows: Rows) -> [Rows] {
        var tables: [Rows] = []
        for row in rows {
            if row.allSatisfy({ $0.hasPrefix("---") }), let last = tables.indices.last {
                let heading = tables[last].removeLast()
                tables.append([heading])
            } else if tables.isEmpty {
                tables.append([row])
            } else {
                tables[tables.count - 1].append(row)
            }
        }
        return tables.filter { !$0.isEmpty }
    }

    private func told(_ file: String) throws -> Told {
        try #require(told.first { $0.file == file })
    }

    /// What `plan check` says of the smallest plan with all examples, one of them changed.
    private func check(_ file: String? = nil, as text: String = "") throws -> BuiltProgram.Result {
        let plan = try #require(
            try ManualPage("docs/ke-hoach.md").sections.flatMap(\.fences).first
        )
        let folder = try TemporaryDirectory()
        try folder.write("input/vi-du/plan.yaml", plan.text)
        for table in told {
            let text = table.file == file ? text : table.example
            try folder.write("input/vi-du/" + table.file, text)
        }
        return try BuiltProgram.run(["plan", "check"], in: folder.path)
    }

    @Test func everyTableIsToldWithTheColumnsOfItsExample() {
        #expect(
            told.map(\.file).sorted() == [
                "changes.csv", "clusters.csv", "decisions.csv", "movements.csv", "units.csv",
            ]
        )
        for table in told {
            let header = table.example.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
            #expect(header == table.columns, "\(table.file)")
        }
    }

    @Test func thePlanCheckAcceptsTheExamplesAndKnowsTheirColumns() throws {
        let result = try check()
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(!(result.output + result.errors).contains("không được đọc"))
    }

    /// Those that the page calls required are the ones without which a table is refused.
    @Test func whatIsRequiredIsRequired() throws {
        for table in told {
            for (place, column) in table.columns.enumerated() {
                var lines = table.example.components(separatedBy: "\n")
                var header = lines[0].components(separatedBy: ",")
                header[place] = "Ghi chú"
                lines[0] = header.joined(separator: ",")
                let result = try check(table.file, as: lines.joined(separator: "\n"))
                let isRefused = (result.output + result.errors).contains("thiếu cột bắt buộc")
                #expect(isRefused == table.required.contains(column), "\(table.file): \(column)")
            }
        }
    }

    /// The samples have no column that is not told of.
    @Test func theColumnsOfTheSamplesAreTold() throws {
        let input = ManualPage.root.appendingPathComponent("input")
        var count = 0
        for plan in try FileManager.default.contentsOfDirectory(atPath: input.path) {
            for table in told {
                let url = input.appendingPathComponent(plan + "/" + table.file)
                guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
                let header = text.trimmingPrefix("\u{FEFF}").prefix { !$0.isNewline }
                count += 1
                for column in header.split(separator: ",") {
                    #expect(table.columns.contains(String(column)), "\(plan)/\(table.file)")
                }
            }
        }
        #expect(count > 15)
    }

    @Test func everyKindOfChangeIsTold() throws {
        let kinds = try told("changes.csv").entries("Loại biến động")
            .flatMap { $0[0].components(separatedBy: "; ") }
        #expect(kinds.sorted() == UnitChange.Kind.allCases.map(\.rawValue).sorted())
    }

    @Test func everyKindOfDecisionIsToldAndShown() throws {
        let table = try told("decisions.csv")
        let result = try check(
            table.file,
            as: table.example.replacing(",Miễn,", with: ",Không rõ,")
        )
        let message = result.output + result.errors
        let allowed = try #require(
            message.firstMatch(of: /không có loại quyết định này.*cho phép: ([^\n]+)/)
        ).output.1
        let kinds = table.entries("Loại").map { $0[0] }
        #expect(kinds.sorted() == allowed.components(separatedBy: ", ").sorted())
        for kind in kinds { #expect(table.example.contains(",\(kind),"), "\(kind)") }
    }
}
