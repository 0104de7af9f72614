package import Model

/// A unit's value in the sum of a node where decisions put others in their place.
package struct Adjustment: Sendable {
    package var unit: Int
    /// What its own records come to; nil for no data.
    package var own: Quantity?
    package var decided: (value: Quantity, decision: Decision)?

    package var counted: Quantity? { decided?.value ?? own }
}
