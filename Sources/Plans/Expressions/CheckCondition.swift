/// A condition over the measures of one unit (`checks`); silent where a side has no data.
package indirect enum CheckCondition: Hashable, Sendable {
    case compare(MeasureExpression, Comparison, MeasureExpression)
    /// A yes_no that must be yes.
    case isYes(MeasureExpression)
    case and(CheckCondition, CheckCondition)
    case or(CheckCondition, CheckCondition)
    case not(CheckCondition)
}
