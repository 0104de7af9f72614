package import Model
package import Rollup

/// What a node below handed over about one indicator: a row of form `indicator_result`.
package struct HandedResult: Hashable, Sendable {
    /// Units that met the rule; nil where the row leaves it blank, as for a total.
    package var numerator: Int?
    /// Units that must meet it; nil where the row leaves it blank, as for a total.
    package var denominator: Int?
    /// The figure of a total; nil where the row leaves it blank.
    package var value: Quantity?
    /// Nil where the row leaves it blank; then the plan's own rule decides.
    package var status: Status?
    /// Units of the denominator that were not due yet; nil where the row does not say.
    package var pending: Int?
    /// Above the indicator's level: the nodes of that level, and those that met it.
    package var nodes: Int?
    /// The nodes of that level that met the rule; nil where the row does not say.
    package var nodesMet: Int?
    /// The terms of a total as written; read by ``HandedTerms``.
    package var terms: String
    /// Where the row stands.
    package var place: RecordSet.RecordPlace

    /// The units that may still meet the rule: where the row does not say, all that have not while
    /// the node itself is pending.
    package var open: Int {
        guard let numerator, let denominator else { return 0 }
        if let pending { return min(pending, denominator - numerator) }
        return status == .pending ? denominator - numerator : 0
    }
}
