/// A measure that must satisfy a rule.
package struct Requirement: Hashable, Sendable {
    package var measure: MeasureExpression
    package var rule: Rule
    /// The measure as the plan writes it.
    package var text: String
}
