package import Model

/// A further requirement of an indicator that does not hold.
package struct Shortfall: Hashable, Sendable {
    /// Its index among the indicator's requirements.
    package var requirement: Int
    /// Nil for no data.
    package var value: Quantity?
}

/// One node under one indicator.
package struct NodeResult: Hashable, Sendable {
    /// The node's index in the roster.
    package var node: Int
    /// Units that met the rule; nil for a total.
    package var numerator: Int?
    /// Units that must meet it; nil for a total.
    package var denominator: Int?
    /// The node's own figure; nil for an `each` indicator and for no data.
    package var value: Quantity?
    /// Whether the node meets the target.
    package var status: Status
    /// Whether a `>=` target is passed, not just reached.
    package var exceeded = false
    /// The last day that is in time for the node, where a total has a due date.
    package var lastDay: Day?
    /// The units of the denominator outside the numerator, by index.
    package var missing: [Int] = []
    /// Above the indicator's level: how many nodes of that level met it, of how many.
    package var nodesMet: Int?
    /// Above the indicator's level: how many nodes of that level there are.
    package var nodes: Int?
    /// Nil where its status says all.
    package var reason: Reason?
    /// Units of the denominator that are not due yet; nil for a total.
    package var pending: Int?
    /// What `also` asks for and is not there.
    package var shortfalls: [Shortfall] = []
    /// The terms of a total, for the node above to add up; nil for a share.
    package var portions: Portions?
    /// The nodes below that should have handed over their result and did not.
    package var unreported: [Int] = []
}
