/// The board's process in the report's window.
package struct BoardResult: Hashable, Sendable {
    /// Nil where the plan sets no rules for reviews.
    package var reviews: ReviewFigures?
    /// For each unit of the scene's sub-tree what it filed itself.
    package var units: [ProcessFigures]
    /// For the root and each node below it the sum over its units, in roster order.
    package var nodes: [BoardNode]

    /// Whether there is anything to tell.
    package var isEmpty: Bool {
        guard let root = nodes.first?.figures else { return true }
        return root == ProcessFigures() && (reviews?.held ?? 0) == 0
    }
}
