internal import Judgement
internal import Model
internal import Plans

/// The nodes below the report's root, where an indicator is set for them or they handed over its
/// result.
extension IndicatorLine {
    /// The line of another node than the report's root.
    private func at(_ node: NodeResult) -> IndicatorLine {
        IndicatorLine(indicator: indicator, result: result, node: node, scene: scene, words: words)
    }

    /// Whether what is asked is set for nodes below the report's root (CONTRACT §4, `level`).
    private var isSetBelow: Bool { scene.levels[node.node] > indicator.level }

    /// The nodes below the root that answer for the indicator themselves, each in a line of its
    /// own: those of the level that a total is set for, and those that handed over the result of
    /// units that this report does not judge.
    ///
    /// A node that handed over the result of several nodes of the level answers for them.
    var below: [IndicatorLine] {
        let members = indicator.counts == .own ? indicator.group.map { scene.membership[$0] } : nil
        let nodes = result.nodes.filter { other in
            guard other.node != node.node, ![.exempt, .notApplicable].contains(other.status) else {
                return false
            }
            guard indicator.isTotal else { return result.handed[other.node] != nil }
            guard isSetBelow else { return false }
            let level = scene.levels[other.node]
            return level == indicator.level
                || (level > indicator.level && result.handed[other.node] != nil)
        }
        // A group of offices says which of the level are bound, a group of their units does not.
        let named = nodes.filter { members?[$0.node] ?? true }
        return (named.isEmpty ? nodes : named).map(at)
    }

    /// Who answers for a total that has one of some results: the nodes that it is set for; the root
    /// where it is set for the root, or where only their sum fails.
    func answering(_ statuses: Set<Status>) -> [IndicatorLine] {
        guard indicator.isTotal else { return [] }
        let lower = below.filter { statuses.contains($0.node.status) }
        if !lower.isEmpty { return lower }
        return statuses.contains(node.status) ? [self] : []
    }

    /// Whether the node's share reaches the target of this plan.
    var isShareEnough: Bool {
        guard case .each(let target) = indicator.kind, let numerator = node.numerator,
            let denominator = node.denominator
        else { return false }
        return target.holds(numerator, of: denominator)
    }

    /// Whether the line is about a node below the report's root.
    var isBelow: Bool { node.node != scene.root }

    /// A node below and how many of its units have not met the rule by what it handed over.
    typealias HandedShort = (node: Int, count: Int)

    /// The nodes that handed over the result of a share and have units that did not meet it and can
    /// no longer, in roster order.
    var handedShort: [HandedShort] {
        guard !indicator.isTotal else { return [] }
        return below.compactMap { line in
            guard let row = result.handed[line.node.node], let met = row.numerator,
                let all = row.denominator
            else { return nil }
            let count = all - met - row.open
            return count > 0 ? (line.node.node, count) : nil
        }
    }
}
