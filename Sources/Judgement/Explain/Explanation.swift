package import Model

/// Why the figures of one indicator are what they are: a tree from the node down to file and row.
///
/// It explains what the judge decided and decides nothing itself.
package struct Explanation: Sendable {
    /// The report whose figures are explained.
    package let judgement: Judgement
    /// The indicator as it was judged.
    package let result: IndicatorResult
    /// What the contest edition asks of each unit.
    package let minimum: Int
    /// The last day of the span, after which an open result is no longer pending where nothing is
    /// due.
    package let horizon: Day
    /// The forms that the measures look at, by index.
    package let forms: [Int]
    /// For each of the forms the field that dates its records; nil for the day of receipt.
    package let datingFields: [Int?]
    /// In the order of the result's units.
    package let units: [UnitExplanation]
    /// In the order of the result's nodes.
    package let nodes: [NodeExplanation]
    /// Rejected rows of the forms that name no unit for certain: they may be anybody's.
    package let strayRows: [RowTrace]

    /// The indicator's index in the plan.
    package var indicator: Int { result.indicator }
}
