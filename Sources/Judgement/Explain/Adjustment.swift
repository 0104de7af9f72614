package import Model

/// A unit's value in the sum of a node where decisions put others in their place.
package struct Adjustment: Sendable {
    /// The unit's index in the roster.
    package var unit: Int
    /// What its own records come to; nil for no data.
    package var own: Quantity?
    /// The value that a decision set (`Điều chỉnh`), and which one; nil where none did.
    package var decided: (value: Quantity, decision: Decision)?

    /// What the node's sum takes in: the decided value before the unit's own.
    package var counted: Quantity? { decided?.value ?? own }
}
