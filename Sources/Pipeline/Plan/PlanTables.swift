import Intake
import Model
import Plans

/// The plan's optional tables, as read beside its roster.
struct PlanTables {
    let changes: ChangeLog
    let clusters: [ClusterMembership]
    let movements: [Movement]
    /// Empty where there is no plan whose indicators they could name.
    let decisions: [Decision]

    init(
        _ files: [String: [UInt8]],
        _ plan: Plan?,
        _ units: [Unit],
        _ mistakes: inout [Mistake],
        _ findings: inout [Finding]
    ) {
        let ids = Set(units.map(\.id))
        changes =
            files["changes.csv"].map {
                PlanFilesReader.changes(
                    $0,
                    units: units,
                    mistakes: &mistakes,
                    findings: &findings
                )
            } ?? ChangeLog()
        clusters =
            files["clusters.csv"].map {
                PlanFilesReader.clusters(
                    $0,
                    roster: ids,
                    mistakes: &mistakes,
                    findings: &findings
                )
            } ?? []
        movements =
            files["movements.csv"].map {
                PlanFilesReader.movements(
                    $0,
                    roster: ids,
                    mistakes: &mistakes,
                    findings: &findings
                )
            } ?? []
        guard let plan, let bytes = files["decisions.csv"] else {
            decisions = []
            return
        }
        decisions = PlanFilesReader.decisions(
            bytes,
            roster: ids,
            nodes: Set(units.compactMap(\.parent)),
            plan: plan,
            mistakes: &mistakes,
            findings: &findings
        )
    }
}
