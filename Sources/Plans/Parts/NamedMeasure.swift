/// A measure with a name of its own.
package struct NamedMeasure: Hashable, Sendable {
    /// The name by which expressions use it.
    package var id: String
    /// How it is computed.
    package var expression: MeasureExpression
    /// The expression as the plan writes it.
    package var text: String
    /// The reading taken where the plan's words leave open what is counted; printed in the reports.
    package var note: String?
}
