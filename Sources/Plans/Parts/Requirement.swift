/// A measure that must satisfy a rule.
package struct Requirement: Hashable, Sendable {
    /// What is counted.
    package var measure: MeasureExpression
    /// What the value must satisfy.
    package var rule: Rule
    /// The measure as the plan writes it.
    package var text: String
}
