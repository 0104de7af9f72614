import Foundation
import Intake
import Model
import Plans
import TestSupport
import Testing

/// `docs/requirements.md`: no requirement of the four documents is without a row, and no row points
/// at what is not there.
@Suite struct RequirementsTests {
    private struct Row {
        var plan: String
        var id: String
        var target: String
        var test: String
    }

    /// The numbers of the requirements and of the oddities of each document.
    private static let numbers: [(prefix: String, required: [ClosedRange<Int>], odd: Int)] = [
        ("LS", [1...20], 2), ("BP", [1...20], 3), ("QB", [1...24], 3),
        ("TX", [1...14, 20...36, 40...47, 50...68, 70...82], 9),
    ]

    private static let root = testsFolder.deletingLastPathComponent()

    private let rows: [Row]

    init() throws {
        let text = try String(
            contentsOf: Self.root.appendingPathComponent("docs/requirements.md"),
            encoding: .utf8
        )
        var rows: [Row] = []
        var plan = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("## ") { plan = String(line.dropFirst(3).prefix { $0 != ":" }) }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard line.hasPrefix("|"), cells.count == 7, cells[1].contains("-"),
                cells[1].first != "-"
            else { continue }
            rows.append(Row(plan: plan, id: cells[1], target: cells[4], test: cells[5]))
        }
        self.rows = rows
    }

    @Test func everyRequirementHasARow() {
        let found = Set(rows.map(\.id))
        var wanted: Set<String> = []
        var counts = (required: 0, odd: 0)
        for (prefix, ranges, odd) in Self.numbers {
            for number in ranges.flatMap({ Array($0) }) {
                wanted.insert("\(prefix)-\(number < 10 ? "0" : "")\(number)")
                counts.required += 1
            }
            for number in 1...odd { wanted.insert("\(prefix)-X\(number)") }
            counts.odd += odd
        }
        #expect(counts == (135, 17))
        #expect(found == wanted, "\(found.symmetricDifference(wanted).sorted())")
    }

    @Test func everyTargetExists() throws {
        let text = try sources(of: "Sources/Reports/Workbook")
        for plan in Set(rows.map(\.plan)) {
            let folder = Self.root.appendingPathComponent("input/" + plan)
            let bytes = try Data(contentsOf: folder.appendingPathComponent("plan.yaml"))
            guard case .plan(let read) = PlanReader.read(Array(bytes)) else {
                Issue.record("\(plan): plan.yaml is refused")
                continue
            }
            let movements =
                (try? String(
                    contentsOf: folder.appendingPathComponent("movements.csv"),
                    encoding: .utf8
                )) ?? ""
            for row in rows where row.plan == plan {
                #expect(
                    exists(row.target, in: read, movements: movements, sheets: text),
                    "\(row.id): \(row.target)"
                )
            }
        }
    }

    /// The texts of all files of a folder: sheets are known by the names that the code gives them.
    private func sources(of path: String) throws -> String {
        let folder = Self.root.appendingPathComponent(path)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
            try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
        }.joined()
    }

    private func exists(
        _ target: String,
        in plan: Plan,
        movements: String,
        sheets: String
    ) -> Bool {
        let parts = target.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return false }
        let name = parts[1].trimmingCharacters(in: .whitespaces)
        switch parts[0] {
        case "indicator": return plan.indicators.contains { $0.id == name }
        case "check": return plan.checks.contains { $0.id == name }
        case "deadline": return plan.deadlines.contains { $0.id == name }
        case "group": return plan.groups.contains { $0.id == name }
        case "report": return plan.reports.contains { $0.id == name }
        case "movement": return movements.contains("\n" + name + ",")
        case "sheet": return sheets.contains("\"\(name)\"")
        case "field":
            let path = name.split(separator: ".").map(String.init)
            guard path.count == 2, let form = plan.forms.index(of: path[0]) else { return false }
            return plan.forms.forms[form].index(of: path[1]) != nil
        case "text": return name.count > 3
        default: return false
        }
    }

    /// TX-35 asks each movement's own standing unit: the plan names the pairs of `movements.csv`.
    @Test func theMovementsOfThanhXuanAreThoseOfItsPlan() throws {
        let folder = Self.root.appendingPathComponent("input/thanh-xuan")
        func text(_ name: String) throws -> String {
            try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        }
        var mistakes: [Mistake] = []
        var findings: [Finding] = []
        let movements = PlanFilesReader.movements(
            Array(try text("movements.csv").utf8),
            roster: Set(
                try text("units.csv").split(whereSeparator: \.isNewline)
                    .compactMap { $0.split(separator: ",").first.map(String.init) }
            ),
            mistakes: &mistakes,
            findings: &findings
        )
        #expect(mistakes.isEmpty && movements.count == 5)
        let plan = try text("plan.yaml")
        for movement in movements {
            let pair = "(unit = \(movement.standingUnit ?? "") and movement = \(movement.id))"
            #expect(plan.contains(pair), "\(pair)")
        }
        #expect(plan.components(separatedBy: "and movement = ").count - 1 == movements.count)
        #expect(
            plan.contains("\n    total: \">= \(movements.count)\"\n    unit_of_count: phong trào")
        )
    }

    /// The suites and scripts that rows say they are tested by are there.
    @Test func everyTestThatIsNamedExists() throws {
        let names = try FileManager.default.subpathsOfDirectory(atPath: testsFolder.path)
        let files = Set(names.map { String($0.split(separator: "/").last ?? "") })
        var named = 0
        for row in rows {
            for word in row.test.split(whereSeparator: {
                !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "."
            }) {
                if word.hasSuffix("Tests"), word.count > 5 {
                    named += 1
                    #expect(files.contains(word + ".swift"), "\(row.id): \(word)")
                } else if word.hasSuffix(".py") {
                    named += 1
                    #expect(files.contains(String(word)), "\(row.id): \(word)")
                }
            }
        }
        #expect(named > 40)
    }
}
