internal import Model
internal import Plans

/// Works out which units belong to which groups (CONTRACT §4, Groups).
struct GroupMembership {
    private let plan: Plan
    private let roster: Roster
    /// For each unit, the ids of its clusters in the window's year.
    private let clusterIDs: [Set<String>]
    private(set) var members: [[Bool]] = []

    init(plan: Plan, roster: Roster, clusters: ClusterBook) {
        self.plan = plan
        self.roster = roster
        clusterIDs = clusters.ids(of: roster)
        var known = [[Bool]?](repeating: nil, count: plan.groups.count)
        for group in plan.groups.indices { _ = resolve(group, &known) }
        members = known.map { $0 ?? [Bool](repeating: false, count: roster.units.count) }
    }

    /// All conditions hold together; the roster's own column adds members to what they give.
    private func resolve(_ index: Int, _ known: inout [[Bool]?]) -> [Bool] {
        if let known = known[index] { return known }
        let group = plan.groups[index]
        let unions = group.anyOf.map { resolve($0, &known) }
        let intersections = group.allOf.map { resolve($0, &known) }
        let hasCriteria =
            !group.kinds.isEmpty || !group.units.isEmpty || !unions.isEmpty
            || !intersections.isEmpty || group.condition != nil
        let result = roster.units.indices.map { unit in
            let candidate = roster.units[unit]
            if group.except.contains(candidate.id) { return false }
            if candidate.groups.contains(group.id) { return true }
            guard hasCriteria else { return false }
            return (group.kinds.isEmpty || group.kinds.contains(candidate.kind))
                && (group.units.isEmpty || group.units.contains(candidate.id))
                && (unions.isEmpty || unions.contains { $0[unit] })
                && intersections.allSatisfy { $0[unit] }
                && (group.condition.map { holds($0, unit) } ?? true)
        }
        known[index] = result
        return result
    }

    private func holds(_ condition: UnitCondition, _ unit: Int) -> Bool {
        switch condition {
        case .and(let left, let right): holds(left, unit) && holds(right, unit)
        case .or(let left, let right): holds(left, unit) || holds(right, unit)
        case .not(let inner): !holds(inner, unit)
        case .isSet(let column): values(column, unit) == ["yes"]
        case .isEmpty(let column): values(column, unit).isEmpty
        case .oneOf(let column, let wanted):
            wanted.contains { compare(column, .equal, $0, unit) }
        case .compare(let column, let comparison, let wanted):
            compare(column, comparison, wanted, unit)
        }
    }

    private func compare(
        _ column: UnitCondition.Column,
        _ comparison: Comparison,
        _ wanted: String,
        _ unit: Int
    ) -> Bool {
        let values = values(column, unit)
        guard !values.isEmpty else { return false }
        switch column {
        case .staff, .order:
            guard let value = values.first.flatMap({ Int($0) }), let bound = Int(wanted) else {
                return false
            }
            return comparison.holds(value, bound)
        case .website, .requested:
            let isYes = ["yes", "true", "co"].contains(Fold.bare(wanted))
            return ((values.first == "yes") == isYes) == (comparison != .notEqual)
        case .kind:
            let isKind = UnitKind(text: wanted)?.rawValue == values.first
            return isKind == (comparison != .notEqual)
        default:
            let isOne = values.contains { Fold.key($0) == Fold.key(wanted) }
            return isOne == (comparison != .notEqual)
        }
    }

    private func values(_ column: UnitCondition.Column, _ unit: Int) -> [String] {
        let candidate = roster.units[unit]
        return switch column {
        case .id: [candidate.id]
        case .name: [candidate.name]
        case .kind: [candidate.kind.rawValue]
        case .level: candidate.level.map { [$0] } ?? []
        case .parent: candidate.parent.map { [$0] } ?? []
        case .cluster: Array(clusterIDs[unit])
        case .group: candidate.groups
        case .website: candidate.hasWebsite.map { [$0 ? "yes" : "no"] } ?? []
        case .staff: candidate.staff.map { [String($0)] } ?? []
        case .requested: [candidate.isRequested ? "yes" : "no"]
        case .order: candidate.order.map { [String($0)] } ?? []
        }
    }
}
