internal import Intake
package import Model
package import Plans
internal import Rollup

/// Everything that judging needs besides the records: the report's frame.
package struct Scene: Sendable {
    /// The plan whose indicators are judged.
    package let plan: Plan
    /// The roster as on the window's last day; of a cluster's own report with its members below it.
    package let roster: Roster
    /// What became of the units (`changes.csv`).
    package let changes: ChangeLog
    /// The emulation clusters of the window's year that have members in the report, the report's
    /// own root aside.
    package let clusters: [ClusterBook.Cluster]
    /// The emulation movements of `movements.csv`, for the statutory forms.
    package let movements: [Movement]
    /// The decisions that act; a comparison puts them in place one after another.
    package var decisions: [Decision]
    /// All decisions, also those about other windows.
    private let allDecisions: [Decision]
    /// The decisions that act on a part of the window only, such as one year of a stage.
    package let partialDecisions: [Decision]
    /// Who belongs to which cluster in any year.
    private let memberships: [ClusterMembership]
    /// All lines of the roster, which place the units on other days.
    let lines: [Unit]
    /// The day on whose tree the report is restated; nil for the tree of the window itself.
    package let restatement: Restatement?
    /// For each unit of the roster, those whose records it carries: on the day of the restatement,
    /// else on the report's last.
    private let carried: [[Int]]
    /// The units that stand on alone on the restated tree though they had units below them: nodes
    /// that were closed and that nobody carries on.
    let emptied: Set<Int>
    /// The units below which others stood on some day of the window, whatever the tree shows.
    let stoodAbove: Set<Int>
    /// The last day whose records count where the report is one to compare another with that has
    /// come so far; nil where the window and the indicators' own spans say it all.
    private(set) var until: Day?
    /// Whether what came after that day is left out; else it bounds the stage alone.
    private(set) var isPart = false
    /// The report's window.
    package let window: Window
    /// The time up to which records, decisions and due days are looked at.
    package var asOf: Instant
    /// The index of the node whose report this is.
    package let root: Int
    /// The root and all units below it, whose records the totals count, in roster order.
    ///
    /// A unit that came only after the window may have records in it: those from before its first
    /// day are its own as they are on that day.
    package let subtree: [Int]
    /// The units of the report: those of the sub-tree that existed in the window.
    package let units: [Int]
    /// For each unit of the roster, its place in the chain.
    package let levels: [Int]
    /// For each group of the plan, whether each unit of the roster belongs to it.
    package let membership: [[Bool]]
    /// What the papers call the units whose name another unit of the report has, too.
    private let toldApart: [Int: String]

    /// Puts the frame together: who is in it, and at which level each unit stands.
    package init(
        plan: Plan,
        roster: Roster,
        changes: ChangeLog,
        clusters: [ClusterMembership],
        movements: [Movement],
        decisions: [Decision],
        window: Window,
        asOf: Instant,
        root: Int,
        lines: [Unit]
    ) {
        let book = ClusterBook(clusters, roster, year: window.year)
        let own = book.clusters.first { $0.unit == root }
        // The groups are those of the tree: a cluster's report changes nobody's parent.
        let tree = roster
        let roster = own.map { roster.gathered($0) } ?? roster
        self.plan = plan
        self.roster = roster
        self.changes = changes
        self.movements = movements
        self.decisions = decisions.filter { $0.acts(on: asOf.day, window: window) }
        allDecisions = decisions
        partialDecisions = Scene.partial(decisions, window, plan.calendar, asOf)
        memberships = clusters
        self.lines = lines
        restatement = nil
        emptied = []
        stoodAbove = Scene.superiors(in: lines, roster, during: window.span)
        self.window = window
        self.asOf = asOf
        self.root = root
        let lastDay = Scene.lastDay(of: roster.units[root], in: window)
        carried = Scene.carried(Restatement(of: roster, changes: changes, on: lastDay))
        subtree = roster.subtree(root)
        let units = subtree.filter { roster.units[$0].exists(within: window.span) }
        self.units = units
        let listed = Set(units)
        self.clusters = book.clusters.compactMap { cluster in
            guard cluster.unit != root else { return nil }
            var cluster = cluster
            // A cluster to which the reporting office belongs is its superior's affair.
            cluster.members.removeAll { !listed.contains($0) || $0 == root }
            cluster.roles.removeAll { !cluster.members.contains($0.unit) }
            return cluster.members.isEmpty ? nil : cluster
        }
        levels = Scene.levels(plan, roster, root, ofRoot: Scene.place(of: root, plan, roster))
        membership = GroupMembership(plan: plan, roster: tree, clusters: book).members
        toldApart = tree.namesTellingApart(units)
    }

    /// The place in the chain that a node has in the report of the whole plan; nil for a cluster,
    /// which stands in no chain, and for the plan's own root.
    private static func place(of node: Int, _ plan: Plan, _ roster: Roster) -> Int? {
        guard let top = roster.index(of: plan.root), top != node, roster.isWithin(node, top),
            !roster.units[node].kind.isCluster
        else { return nil }
        return levels(plan, roster, top)[node]
    }

    /// The same report, or that of another window, on the tree of a day.
    ///
    /// Whole merges are summed into the last successor; a split unit's records stand with its main
    /// successor; a unit closed without one stays as it was.
    package func restated(on day: Day, window other: Window? = nil) -> Scene {
        Scene(self, on: day, window: other ?? window)
    }

    /// The year before on the tree of a day, whole, or as far as a report has come that is compared
    /// with it: then everything is judged on that day.
    func before(on day: Day, window: Window, until last: Day?) -> Scene {
        var scene = Scene(self, on: day, window: window)
        scene.until = last ?? window.span.to
        if let last {
            scene.isPart = true
            scene.asOf = Instant(endOf: last)
        }
        return scene
    }

    private init(_ base: Scene, on day: Day, window: Window) {
        let placed = base.placed(on: day)
        let restatement = base.restatement(on: day, placed: placed)
        // Also those that are long gone: what was counted over the stage has their records too.
        let units = base.roster.subtree(base.root)
        plan = base.plan
        changes = base.changes
        movements = base.movements
        // Clusters have their figures from the report's own tree.
        clusters = []
        memberships = base.memberships
        allDecisions = base.allDecisions
        partialDecisions = Scene.partial(
            base.allDecisions,
            window,
            base.plan.calendar,
            base.asOf
        )
        decisions =
            window == base.window
            ? base.decisions
            : base.allDecisions.filter { $0.acts(on: base.asOf.day, window: window) }
        self.lines = base.lines
        self.window = window
        asOf = base.asOf
        root = restatement.successors[base.root]
        roster = restatement.tree(of: base.roster, placed: placed, units: units, root: base.root)
        self.restatement = restatement
        carried = Scene.carried(restatement, among: Set(units))
        emptied = Set(
            units.filter { restatement.fates[$0] == .closed && !base.isLeaf($0) }
        )
        stoodAbove = Scene.superiors(in: base.lines, roster, during: window.span)
        let (tree, root) = (roster, root)
        subtree = tree.subtree(root)
        self.units = subtree.filter { tree.units[$0].exists(within: window.span) }
        // The office keeps its place in the chain though there be fewer levels below it.
        levels = Scene.levels(plan, tree, root, ofRoot: base.levels[base.root])
        let book = ClusterBook(memberships, tree, year: window.year)
        membership = GroupMembership(plan: plan, roster: tree, clusters: book).members
        toldApart = tree.namesTellingApart(self.units)
    }

    /// What a unit is called in the papers of the report: its name, behind it the unit above it
    /// where that alone tells it from another of the same name.
    package func name(of unit: Int) -> String { toldApart[unit] ?? roster.units[unit].name }

    /// The short name of a unit for narrow places, where it has one and needs no place behind it.
    package func shortName(of unit: Int) -> String {
        toldApart[unit] ?? roster.units[unit].shortName ?? roster.units[unit].name
    }

    /// The roster as its lines place it on a day.
    func placed(on day: Day) -> Roster {
        Roster(lines: lines, on: day)
    }

    /// What became of the units by a day, by the validity that the lines give and not the one that
    /// ends with the report's root.
    func restatement(on day: Day, placed: Roster) -> Restatement {
        let whole = Roster(
            units: roster.units.map { unit in
                var own = unit
                own.validTo = placed.index(of: unit.id).flatMap { placed.units[$0].validTo }
                return own
            }
        )
        return Restatement(of: whole, changes: changes, on: day)
    }

    /// The decisions in force on the day of the report, also those about other windows.
    var decisionsInForce: [Decision] {
        allDecisions.filter { $0.isInForce(on: asOf.day) }
    }

    /// The report of a node below the root, in the same window.
    func rooted(at node: Int) -> Scene {
        Scene(
            plan: plan,
            roster: roster,
            changes: changes,
            clusters: memberships,
            movements: movements,
            decisions: allDecisions,
            window: window,
            asOf: asOf,
            root: node,
            lines: lines
        )
    }

    private static func partial(
        _ decisions: [Decision],
        _ window: Window,
        _ calendar: ReportingCalendar,
        _ asOf: Instant
    ) -> [Decision] {
        decisions.filter { decision in
            decision.isInForce(on: asOf.day) && !decision.acts(on: asOf.day, window: window)
                && decision.window.map { window.period.includes(calendar.window($0)) } == true
        }
    }

    /// The last day of the report's frame: the window's, or its root's own where that was closed
    /// before.
    ///
    /// Who was closed together with the root was there as long as there was anything to report to.
    package var lastDay: Day { Scene.lastDay(of: roster.units[root], in: window) }

    private static func lastDay(of root: Unit, in window: Window) -> Day {
        guard let closed = root.validTo, closed > window.span.from else { return window.span.to }
        return min(window.span.to, closed.adding(-1))
    }

    /// For each unit, those that it carries on, step by step; only units of `among` where that is
    /// given.
    private static func carried(_ restatement: Restatement, among: Set<Int>? = nil) -> [[Int]] {
        var carried = [[Int]](repeating: [], count: restatement.successors.count)
        for (unit, successor) in restatement.successors.enumerated()
        where successor != unit && among?.contains(unit) ?? true {
            carried[successor].append(unit)
        }
        return carried
    }

    /// A unit's level is its `Cấp`, else its place in the chain counted from the root down
    /// (CONTRACT §11.15, 11.24).
    private static func levels(
        _ plan: Plan,
        _ roster: Roster,
        _ root: Int,
        ofRoot place: Int? = nil
    ) -> [Int] {
        let names = plan.chain.map { [Fold.key($0.id), Fold.key($0.name)] }
        func declared(_ unit: Int) -> Int? {
            guard let level = roster.units[unit].level else { return nil }
            let key = Fold.key(level)
            return names.firstIndex { $0.contains(key) }
        }
        var levels = [Int](repeating: 0, count: roster.units.count)
        levels[root] =
            declared(root) ?? place ?? max(1, min(roster.height(root), plan.chain.count - 1))
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
    ///
    /// The plan's root stands below nobody: where a group names it, it is counted in its own
    /// figure.
    package func denominator(group: Int?, node: Int) -> [Int] {
        let isOwn = roster.children[node].isEmpty || (group != nil && isTop(node))
        let units = roster.subtree(node).filter { $0 != node || isOwn }
        guard let group else { return units }
        return units.filter { membership[group][$0] }
    }

    /// Whether a unit is the root of the whole plan, and the report is about all of it.
    func isTop(_ unit: Int) -> Bool { unit == root && roster.units[unit].id == plan.root }

    /// The units whose records a unit's value contains, in the parts that are counted each by
    /// itself: what was restated is added up like the units of a node.
    package func portions(of unit: Int, _ rule: ClosedRule) -> [[Int]] {
        restatement == nil ? [members(of: unit, rule)] : members(of: unit, rule).map { [$0] }
    }

    /// The members of a cluster with all that stands below them.
    package func units(of cluster: ClusterBook.Cluster) -> Set<Int> {
        Set(cluster.members.flatMap(roster.subtree)).intersection(subtree)
    }

    /// The units whose records a unit's value contains.
    package func members(of unit: Int, _ rule: ClosedRule) -> [Int] {
        restatement != nil || rule == .successor ? [unit] + carried[unit] : [unit]
    }

    /// The unit that carries on another one's records; nil where none does.
    func heir(of unit: Int) -> Int? { carried.firstIndex { $0.contains(unit) } }

    /// Whether a decision waives a unit's indicator or deadline in a part of the window, itself or,
    /// where it is inherited, for a node above.
    package func waives(
        _ unit: Int,
        _ subject: String,
        during window: Window,
        inherited: Bool = true
    ) -> Bool {
        let acting = (decisions + partialDecisions).filter { decision in
            decision.kind == .waive && decision.acts(on: asOf.day, window: window)
                && (decision.subject ?? subject) == subject
        }
        var step: Int? = acting.isEmpty ? nil : unit
        while let current = step {
            let id = roster.units[current].id
            if acting.contains(where: { ($0.unit ?? id) == id }) { return true }
            step = inherited && current != root ? roster.parents[current] : nil
        }
        return false
    }

    /// The decision that waives an indicator or deadline for a unit, or for a node above it.
    package func waiver(_ unit: Int, _ subject: String) -> Decision? {
        inherited(unit, subject) { $0 == .waive }
    }

    /// The decision of a kind that acts on a unit, or on the nearest node above it that one is
    /// about: what the board grants a node it grants those below it.
    func inherited(
        _ unit: Int,
        _ subject: String,
        where isKind: (Decision.Kind) -> Bool
    ) -> Decision? {
        var step: Int? = unit
        while let current = step {
            if let decision = decision(current, subject, where: isKind) { return decision }
            guard current != root else { return nil }
            step = roster.parents[current]
        }
        return nil
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
