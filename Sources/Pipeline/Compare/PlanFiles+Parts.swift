import Judgement
import Model
import Plans

extension PlanFiles {
    /// The files with some of them taken from another version of the plan's folder.
    ///
    /// Such a mixture need not be a valid plan: a group may name a unit that the roster does not
    /// have yet, which then simply is not in it.
    func replacing(_ names: Set<String>, from other: PlanFiles) -> PlanFiles {
        func pick<Part>(_ name: String, _ part: KeyPath<PlanFiles, Part>) -> Part {
            (names.contains(name) ? other : self)[keyPath: part]
        }
        return PlanFiles(
            plan: pick("plan.yaml", \.plan),
            units: pick("units.csv", \.units),
            changes: pick("changes.csv", \.changes),
            clusters: pick("clusters.csv", \.clusters),
            movements: pick("movements.csv", \.movements),
            decisions: pick("decisions.csv", \.decisions),
            templates: templates,
            findings: findings.filter { !names.contains($0.file) }
                + other.findings.filter { names.contains($0.file) }
        )
    }
}
