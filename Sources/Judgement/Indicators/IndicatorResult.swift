package import Model

/// One indicator judged for every unit and node.
package struct IndicatorResult: Hashable, Sendable {
    /// The indicator's index in the plan.
    package var indicator: Int
    /// Where dated records were looked for.
    package var spans: [DateSpan]
    /// The last day that is in time, decisions aside; nil where the plan sets no due date.
    package var lastDay: Day?
    /// The reporting year whose due day ``lastDay`` is: in the first month of a year it may be the
    /// year before.
    package var dueYear: Int
    /// One for each unit that the indicator looks at.
    package var units: [UnitResult]
    /// One for each node that the indicator is told for.
    package var nodes: [NodeResult]
    /// The rows that nodes below handed over, each in place of its sub-tree, by node.
    package var handed: [Int: HandedResult] = [:]
    /// What the members of each emulation cluster come to.
    package var clusters: [ClusterFigure] = []
}
