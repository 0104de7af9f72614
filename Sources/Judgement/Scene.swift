package import Model
package import Plans
internal import Rollup

/// Everything that judging needs besides the records: the report's frame.
package struct Scene: Sendable {
    package let plan: Plan
    /// The roster as on the window's last day; of a cluster's own report with its members below it.
    package let roster: Roster
    package let changes: ChangeLog
    /// The emulation clusters of the window's year that have members in the report, the report's own
    /// root aside.
    package let clusters: [ClusterBook.Cluster]
    /// The decisions that act; a comparison puts them in place one after another.
    package var decisions: [Decision]
    /// The decisions that act on a part of the window only, such as one year of a stage.
    private let partialDecisions: [Decision]
    package let window: Window
    package var asOf: Instant
    /// The index of the node whose report this is.
    package let root: Int
    /// The units of the report: the root's sub-tree that existed in the window, in roster order.
    package let units: [Int]
    /// For each unit of the roster, its place in the chain.
    package let levels: [Int]
    /// For each group of the plan, whether each unit of the roster belongs to it.
    package let membership: [[Bool]]

    package init(
        plan: Plan,
        roster: Roster,
        changes: ChangeLog,
        clusters: [ClusterMembership],
        decisions: [Decision],
        window: Window,
        asOf: Instant,
        root: Int
    ) {
        let book = ClusterBook(clusters, roster, year: window.period.year)
        let own = book.clusters.first { $0.unit == root }
        // The groups are those of the tree: a cluster's report changes nobody's parent.
        let tree = roster
        let roster = own.map { roster.gathered($0) } ?? roster
        self.plan = plan
        self.roster = roster
        self.changes = changes
        partialDecisions = decisions.filter { decision in
            !decision.acts(on: asOf.day, window: window.period)
                && decision.window.map { window.period.includes($0) } == true
        }
        self.decisions = decisions.filter { $0.acts(on: asOf.day, window: window.period) }
        self.window = window
        self.asOf = asOf
        self.root = root
        let units = roster.subtree(root).filter { roster.units[$0].exists(within: window.span) }
        self.units = units
        let listed = Set(units)
        self.clusters = book.clusters.compactMap { cluster in
            guard cluster.unit != root else { return nil }
            var cluster = cluster
            // A cluster to which the reporting office belongs is its superior's affair.
            cluster.members.removeAll { !listed.contains($0) || $0 == root }
            return cluster.members.isEmpty ? nil : cluster
        }
        levels = Scene.levels(plan, roster, root)
        membership =
            GroupMembership(plan: plan, roster: tree, clusters: book).members
    }

    /// A unit's level is its `Cấp`, else its place in the chain counted from the root down
    /// (CONTRACT §11.15, 11.24).
    private static func levels(_ plan: Plan, _ roster: Roster, _ root: Int) -> [Int] {
        let names = plan.chain.map { [Fold.key($0.id), Fold.key($0.name)] }
        func declared(_ unit: Int) -> Int? {
            guard let level = roster.units[unit].level else { return nil }
            let key = Fold.key(level)
            return names.firstIndex { $0.contains(key) }
        }
        var levels = [Int](repeating: 0, count: roster.units.count)
        levels[root] =
            declared(root) ?? max(1, min(roster.height(root), plan.chain.count - 1))
        var open = [root]
        while let parent = open.popLast() {
            for child in roster.children[parent] {
                levels[child] = declared(child) ?? max(0, levels[parent] - 1)
                open.append(child)
            }
        }
        return levels
    }

    /// Whether a unit has no units below it, clusters aside.
    package func isLeaf(_ unit: Int) -> Bool {
        roster.children[unit].allSatisfy { roster.units[$0].kind.isCluster }
    }

    /// Whether a node hands over its own results, by the plan's `handed_up_by`; one without units
    /// below it in this roster only where its level is written there.
    package func handsUp(_ unit: Int) -> Bool {
        guard let level = plan.handedUpBy, unit != root, levels[unit] == level else { return false }
        let candidate = roster.units[unit]
        return !candidate.kind.isCluster && (candidate.level != nil || !isLeaf(unit))
    }

    /// The units of a group below a node; a node without units below it is its own.
    package func denominator(group: Int?, node: Int) -> [Int] {
        let below = roster.subtree(node).filter { $0 != node || roster.children[node].isEmpty }
        guard let group else { return below }
        return below.filter { membership[group][$0] }
    }

    /// The members of a cluster with all that stands below them.
    package func units(of cluster: ClusterBook.Cluster) -> Set<Int> {
        Set(cluster.members.flatMap(roster.subtree)).intersection(units)
    }

    /// The units whose records a unit's value contains.
    package func members(of unit: Int, _ rule: ClosedRule) -> [Int] {
        guard rule == .successor else { return [unit] }
        let id = roster.units[unit].id
        return [unit]
            + roster.units.indices.filter { other in
                other != unit && roster.units[other].validTo.map { $0 <= window.span.to } == true
                    && changes.mainSuccessor(of: roster.units[other].id) == id
            }
    }

    /// Whether a decision waives a unit's indicator in one year of the window.
    package func waives(_ unit: Int, _ subject: String, during period: Period) -> Bool {
        let id = roster.units[unit].id
        return (decisions + partialDecisions).contains { decision in
            decision.kind == .waive && decision.acts(on: asOf.day, window: period)
                && (decision.unit ?? id) == id && (decision.subject ?? subject) == subject
        }
    }

    /// The last day to which a decision extends a deadline for a unit, in the window or one of its
    /// years.
    package func extendedDay(_ unit: Int, _ deadline: String, during period: Period) -> Day? {
        let id = roster.units[unit].id
        let newest = (decisions + partialDecisions).filter { decision in
            guard case .extend = decision.kind else { return false }
            return decision.acts(on: asOf.day, window: period)
                && (decision.unit ?? id) == id && (decision.subject ?? deadline) == deadline
        }.max { ($0.date, $0.line) < ($1.date, $1.line) }
        guard let newest, newest.subject != nil, case .extend(let day) = newest.kind else {
            return nil
        }
        return day
    }

    /// The decision of a kind that acts on a unit's indicator, deadline or all; the newest one.
    package func decision(
        _ unit: Int,
        _ subject: String,
        where isKind: (Decision.Kind) -> Bool
    ) -> Decision? {
        let id = roster.units[unit].id
        return decisions.filter { decision in
            isKind(decision.kind) && (decision.unit ?? id) == id
                && (decision.subject ?? subject) == subject
        }.max { ($0.date, $0.line) < ($1.date, $1.line) }
    }
}
