import FoundationEssentials
import Intake
import Model
import Plans

/// The plan that inputs are read for: that of a sample.
struct FuzzPlan: Sendable {
    let context: ReadingContext
    let maker: TableMaker
    /// Places that differ in what they say of a file: a submitter, a unit above it, none, a period.
    let paths: [String]

    init?(folder: String) {
        func bytes(_ name: String) -> [UInt8]? {
            (try? Data(contentsOf: URL(filePath: folder + "/" + name))).map(Array.init)
        }
        guard let planBytes = bytes("plan.yaml"), let unitBytes = bytes("units.csv"),
            case .plan(let plan) = PlanReader.read(planBytes),
            case .entries(let units) = RosterReader.read(unitBytes)
        else { return nil }
        let year = plan.stage.lowerBound
        let roster = Roster(lines: units, on: plan.calendar.window(.year(year)).span.to)
        var mistakes: [Mistake] = []
        var findings: [Finding] = []
        let changes =
            bytes("changes.csv").map {
                PlanFilesReader.changes(
                    $0,
                    units: units,
                    mistakes: &mistakes,
                    findings: &findings
                )
            } ?? ChangeLog()
        let fields = plan.forms.forms.map { ($0.id, Set($0.fields.map(\.code))) }
        context = ReadingContext(
            plan: plan,
            roster: roster,
            changes: changes,
            reported: Dictionary(uniqueKeysWithValues: fields)
        )
        maker = TableMaker(
            forms: plan.forms.forms,
            units: roster.units.flatMap { [$0.id, $0.name] }
        )
        let unit = roster.units.last?.id ?? ""
        paths = [
            "2024-12-10/\(plan.root)/a.csv", "2024-12-10/\(unit)/b.csv", "2024/c.csv", "d.csv",
        ]
    }
}
