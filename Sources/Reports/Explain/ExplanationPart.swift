import Judgement
import Model
import Plans

/// What an explanation says of one unit or node.
enum ExplanationPart {
    /// A unit that is judged by itself.
    case unit(UnitExplanation)
    /// A node with its figure, or with the units below it.
    case node(NodeExplanation)
    /// Its figures are within those that a node handed over.
    case handed(Int)
    /// What it gives to the figure of a node.
    case share(NodeExplanation)
    /// The indicator does not ask it.
    case nothing

    init(of focus: Int, in explanation: Explanation) {
        let scene = explanation.judgement.scene
        let handed = explanation.result.handed.keys.first { scene.roster.isWithin(focus, $0) }
        let isTotal = scene.plan.indicators[explanation.indicator].isTotal
        if let unit = explanation.units.first(where: { $0.result.unit == focus }) {
            self = .unit(unit)
        } else if let node = explanation.nodes.first(where: { $0.result.node == focus }) {
            self = .node(node)
        } else if let handed {
            self = .handed(handed)
        } else {
            let sums = explanation.nodes.filter { node in
                isTotal && node.figure?.members.contains { $0.contains(focus) } == true
            }
            // A node above the level is made of nodes, not of units.
            self = (sums.first { $0.lower.isEmpty } ?? sums.first).map(Self.share) ?? .nothing
        }
    }
}
