internal import Intake
package import Model
package import Plans
package import Reports

/// The files of a plan's folder as read at one time, parsed together.
package struct PlanFiles: Sendable {
    /// What `plan.yaml` says.
    package let plan: Plan
    /// All lines of the roster; a renamed unit has several.
    package let units: [Unit]
    /// What became of the units (`changes.csv`).
    package let changes: ChangeLog
    /// The lines of `clusters.csv`.
    package let clusters: [ClusterMembership]
    /// The lines of `movements.csv`.
    package let movements: [Movement]
    /// The lines of `decisions.csv`.
    package let decisions: [Decision]
    /// How the texts are worded.
    package let templates: TextTemplates
    /// What is noticed about the tables and does not stop a run.
    package let findings: [Finding]

    /// Files that were parsed before.
    init(
        plan: Plan,
        units: [Unit],
        changes: ChangeLog,
        clusters: [ClusterMembership],
        movements: [Movement],
        decisions: [Decision],
        templates: TextTemplates,
        findings: [Finding]
    ) {
        self.plan = plan
        self.units = units
        self.changes = changes
        self.clusters = clusters
        self.movements = movements
        self.decisions = decisions
        self.templates = templates
        self.findings = findings
    }

    /// Parses the files, by name.
    ///
    /// What is wrong in one file hides only what cannot be told without it.
    ///
    /// - Throws: ``PipelineError/invalid(plan:mistakes:)`` with the mistakes of all files at once.
    package init(_ files: [String: [UInt8]], plan name: String) throws(PipelineError) {
        var mistakes: [Mistake] = []
        var findings: [Finding] = []
        var plan: Plan?
        var places = PlanPlaces()
        switch PlanReader.read(files["plan.yaml"] ?? [], places: &places) {
        case .plan(let read): plan = read
        case .mistakes(let found): mistakes += found
        }
        if let id = places.id, id.text != name {
            mistakes.append(
                PlanFiles.mistake(
                    id.text,
                    id.place,
                    "mã kế hoạch khác tên thư mục",
                    allowed: name
                )
            )
        }
        // What another mistake names at the same place is said once.
        let known = Set(mistakes.map { [$0.line, $0.column] })
        mistakes += TakenHeadings.mistakes(places.headings, in: places.forms)
            .filter { !known.contains([$0.line, $0.column]) }
        var units: [Unit]?
        let roster = RosterReader.read(
            files["units.csv"] ?? [],
            groups: plan?.groups.map(\.id),
            findings: &findings
        )
        switch roster {
        case .entries(let read): units = read
        case .mistakes(let found): mistakes += found
        }
        templates = TextTemplates.read(files, mistakes: &mistakes)
        let tables = units.map { units in
            mistakes += PlanFiles.unknownUnits(places.units, Set(units.map(\.id)))
            return PlanTables(files, plan, units, &mistakes, &findings)
        }
        if let plan, let units, let tables {
            mistakes += PlanFiles.unknownValues(places.values, plan, units, tables.clusters)
        }
        guard let plan, let units, let tables, mistakes.isEmpty else {
            throw .invalid(plan: name, mistakes: mistakes.sorted(by: Mistake.inReadingOrder))
        }
        self.plan = plan
        self.units = units
        self.findings = findings
        changes = tables.changes
        clusters = tables.clusters
        movements = tables.movements
        decisions = tables.decisions
    }

    /// Units that the plan names and the roster does not have.
    private static func unknownUnits(_ named: [PlanPlaces.Unit], _ ids: Set<String>) -> [Mistake] {
        let folded = Set(ids.map(Fold.key))
        let known = ids.sorted()
        var noted: Set<PlanPlaces.Unit> = []
        return named.compactMap { unit in
            guard !ids.contains(unit.id),
                !unit.isFolded || !folded.contains(Fold.key(unit.id)),
                noted.insert(unit).inserted
            else { return nil }
            return mistake(
                unit.id,
                unit.place,
                "danh mục units.csv không có đơn vị này",
                nearest: Suggestion.nearest(to: unit.id, among: known)
            )
        }
    }

    /// Clusters, groups and levels that conditions of the plan name and that no unit can have.
    private static func unknownValues(
        _ named: [PlanPlaces.Value],
        _ plan: Plan,
        _ units: [Unit],
        _ clusters: [ClusterMembership]
    ) -> [Mistake] {
        func known(_ column: UnitCondition.Column) -> (message: String, values: [String]) {
            switch column {
            case .cluster:
                let own = units.filter(\.kind.isCluster).map(\.id)
                return (
                    "units.csv và clusters.csv không có cụm, khối thi đua này",
                    units.flatMap(\.clusters) + clusters.map(\.cluster) + own
                )
            case .group: return ("không có nhóm đơn vị này", plan.groups.map(\.id))
            default:
                return (
                    "không có cấp này",
                    plan.chain.flatMap { [$0.id, $0.name] } + units.compactMap(\.level)
                )
            }
        }
        return Set(named).compactMap { value in
            let (message, values) = known(value.column)
            // Clusters come and go by years: a plan may name them before any is declared.
            if value.column == .cluster, values.isEmpty { return nil }
            guard !values.contains(where: { Fold.key($0) == Fold.key(value.text) }) else {
                return nil
            }
            let allowed = Set(values).sorted()
            return mistake(
                value.text,
                value.place,
                message,
                allowed: allowed.isEmpty
                    ? "(chưa khai giá trị nào)" : allowed.joined(separator: ", "),
                nearest: Suggestion.nearest(to: value.text, among: allowed)
            )
        }
    }

    /// A mistake at a place of the plan's file.
    private static func mistake(
        _ word: String,
        _ place: PlanPlaces.Place,
        _ message: String,
        allowed: String? = nil,
        nearest: String? = nil
    ) -> Mistake {
        Mistake(
            file: "plan.yaml",
            line: place.line,
            column: place.column,
            message: message,
            found: word,
            allowed: allowed,
            nearest: nearest
        )
    }
}
