/// One unit under an `each` indicator.
package struct UnitExplanation: Sendable {
    package var result: UnitResult
    package var figure: FigureExplanation
    package var leavings: Leavings
}
