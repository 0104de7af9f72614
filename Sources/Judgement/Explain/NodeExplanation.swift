/// One node: the share of its units, or its own figure.
package struct NodeExplanation: Sendable {
    /// The node as it was judged.
    package var result: NodeResult
    /// What a total is made of; nil for a share, and for what the node handed over.
    package var figure: FigureExplanation?
    /// For a share: the units that must pass, by index.
    package var obliged: [Int]
    /// What each unit adds to the node's sum, where a decision replaced the value of any.
    ///
    /// The node alone where its own value was replaced; above the level the units that stand under
    /// no node of the level.
    package var adjusted: [Adjustment]
    /// For a total above the level that it is set for: the nodes of that level.
    package var lower: [Int]
    /// What is filed for a node above the level itself, which is no part of the level's totals:
    /// records that would count, and do not.
    package var aside: [RecordTally]
    /// The rows of nodes below that the figure takes in; the node's own row alone where it handed
    /// over its result.
    package var handed: [HandedShare]
    /// What was handed in about the node's units and is no record.
    package var leavings: Leavings

    /// Whether the figure is not counted here, but was handed over by the node.
    package var isHandedOver: Bool { handed.first?.node == result.node }
}
