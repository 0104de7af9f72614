package import Model

/// One unit under one indicator.
package struct UnitResult: Hashable, Sendable {
    /// The unit's index in the roster.
    package var unit: Int
    /// The measure's value; nil for no data.
    package var value: Quantity?
    /// Whether the unit meets the rule.
    package var status: Status
    /// Nil where its status says all.
    package var reason: Reason?
    /// The last day that is in time for this unit, where the indicator has a due date.
    package var lastDay: Day?
    /// What `also` asks for and is not there.
    package var shortfalls: [Shortfall] = []
}
