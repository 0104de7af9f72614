internal import Model
internal import Plans

/// Offices that have nobody below them on the tree and answer for themselves all the same.
extension Scene {
    /// The units that lines of the roster name as the one above another, clusters aside, on some
    /// day of a span.
    static func superiors(in lines: [Unit], _ roster: Roster, during span: DateSpan) -> Set<Int> {
        Set(
            lines.filter { !$0.kind.isCluster && $0.exists(within: span) }
                .compactMap { $0.parent.flatMap(roster.index(of:)) }
        )
    }

    /// Whether a unit without units below it still answers for what it filed itself, which no node
    /// above it would count otherwise: one whose units went elsewhere in the window or were closed,
    /// and one whose step of the chain is written in the roster.
    ///
    /// Not where another one carries its records on.
    func answersAlone(_ unit: Int, _ rule: ClosedRule) -> Bool {
        guard !roster.units[unit].kind.isCluster, isLeaf(unit) else { return false }
        if emptied.contains(unit) { return true }
        if restatement != nil || rule == .successor, heir(of: unit) != nil { return false }
        return stoodAbove.contains(unit) || hasStep(unit)
    }

    /// Whether a unit below the root has a level of its own in the roster, under that of the unit
    /// above it: an office of a district is not another district.
    private func hasStep(_ unit: Int) -> Bool {
        guard unit != root, roster.units[unit].level != nil, let parent = roster.parents[unit]
        else { return false }
        return levels[unit] < levels[parent]
    }
}
