internal import Intake
package import Model
package import Plans
package import Reports

/// The files of a plan's folder as read at one time, parsed together.
package struct PlanFiles: Sendable {
    package let plan: Plan
    /// All lines of the roster; a renamed unit has several.
    package let units: [Unit]
    package let changes: ChangeLog
    package let clusters: [ClusterMembership]
    package let movements: [Movement]
    package let decisions: [Decision]
    /// How the texts are worded.
    package let templates: TextTemplates

    /// Files that were parsed before.
    init(
        plan: Plan,
        units: [Unit],
        changes: ChangeLog,
        clusters: [ClusterMembership],
        movements: [Movement],
        decisions: [Decision],
        templates: TextTemplates
    ) {
        self.plan = plan
        self.units = units
        self.changes = changes
        self.clusters = clusters
        self.movements = movements
        self.decisions = decisions
        self.templates = templates
    }

    /// Parses the files, by name.
    ///
    /// - Throws: ``PipelineError/invalid(plan:mistakes:)`` with the mistakes of all files at once.
    package init(_ files: [String: [UInt8]], plan name: String) throws(PipelineError) {
        var mistakes: [Mistake] = []
        var plan: Plan?
        switch PlanReader.read(files["plan.yaml"] ?? []) {
        case .plan(let read): plan = read
        case .mistakes(let found): mistakes += found
        }
        var units: [Unit] = []
        switch RosterReader.read(files["units.csv"] ?? []) {
        case .entries(let read): units = read
        case .mistakes(let found): mistakes += found
        }
        templates = TextTemplates.read(files, mistakes: &mistakes)
        guard let plan, mistakes.isEmpty else {
            throw .invalid(plan: name, mistakes: mistakes.sorted(by: Mistake.inReadingOrder))
        }
        let ids = Set(units.map(\.id))
        mistakes += PlanFiles.unknownUnits(plan, ids, files["plan.yaml"] ?? [])
        if plan.id != name {
            mistakes.append(
                PlanFiles.mistake(
                    plan.id,
                    PlanWords(files["plan.yaml"] ?? []),
                    "mã kế hoạch khác tên thư mục",
                    allowed: name
                )
            )
        }
        changes =
            files["changes.csv"].map {
                PlanFilesReader.changes($0, units: units, mistakes: &mistakes)
            } ?? ChangeLog()
        clusters =
            files["clusters.csv"].map {
                PlanFilesReader.clusters($0, roster: ids, mistakes: &mistakes)
            } ?? []
        movements =
            files["movements.csv"].map {
                PlanFilesReader.movements($0, roster: ids, mistakes: &mistakes)
            } ?? []
        decisions =
            files["decisions.csv"].map {
                PlanFilesReader.decisions(
                    $0,
                    roster: ids,
                    nodes: Set(units.compactMap(\.parent)),
                    plan: plan,
                    mistakes: &mistakes
                )
            } ?? []
        guard mistakes.isEmpty else {
            throw .invalid(plan: name, mistakes: mistakes.sorted(by: Mistake.inReadingOrder))
        }
        self.plan = plan
        self.units = units
    }

    /// Units that the plan names and the roster does not have.
    private static func unknownUnits(_ plan: Plan, _ ids: Set<String>, _ bytes: [UInt8])
        -> [Mistake]
    {
        let named = Set([plan.root] + plan.groups.flatMap { $0.units + $0.except })
        let unknown = named.subtracting(ids).sorted()
        guard !unknown.isEmpty else { return [] }
        let places = PlanWords(bytes)
        let known = ids.sorted()
        return unknown.map { id in
            mistake(
                id,
                places,
                "danh mục units.csv không có đơn vị này",
                nearest: Suggestion.nearest(to: id, among: known)
            )
        }
    }

    /// A mistake at the place where a word stands in the plan's file.
    private static func mistake(
        _ word: String,
        _ words: PlanWords,
        _ message: String,
        allowed: String? = nil,
        nearest: String? = nil
    ) -> Mistake {
        let place = words.place(of: word)
        return Mistake(
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
