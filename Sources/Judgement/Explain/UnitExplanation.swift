/// One unit under an `each` indicator.
package struct UnitExplanation: Sendable {
    /// The unit as it was judged.
    package var result: UnitResult
    /// What its value is made of.
    package var figure: FigureExplanation
    /// What was handed in about it and is no record.
    package var leavings: Leavings
}
