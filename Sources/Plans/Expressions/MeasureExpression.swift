package import Model

/// A measure (số đo): how a number is computed from records, for one unit and one window.
package indirect enum MeasureExpression: Hashable, Sendable {
    /// What is done with two values; the raw value is its sign in a plan.
    package enum Operation: String, Hashable, Sendable {
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
    }

    case number(Quantity)
    case aggregate(Aggregate)
    /// A field of a periodic report, such as `unit_report.posts`: form and field by index.
    case reported(form: Int, field: Int)
    /// A named measure of the plan, by index.
    case named(Int)
    case coalesce([MeasureExpression])
    case arithmetic(Operation, MeasureExpression, MeasureExpression)
}
