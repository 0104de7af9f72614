package import Plans

/// The board's process in one unit, or in a node with all units below it.
package struct ProcessFigures: Hashable, Sendable {
    /// Exemplars on their way, in the window.
    package var exemplars = 0
    package var emerging = 0
    package var rejected = 0
    package var steps: [ExemplarStep: StepFigures] = [:]
    package var posting = PostingFigures()
    package var commended = CommendedFigures()

    package subscript(step: ExemplarStep) -> StepFigures {
        get { steps[step] ?? StepFigures() }
        set { steps[step] = newValue }
    }

    package mutating func add(_ other: ProcessFigures) {
        exemplars += other.exemplars
        emerging += other.emerging
        rejected += other.rejected
        for (step, figures) in other.steps { self[step].add(figures) }
        posting.add(other.posting)
        commended.add(other.commended)
    }
}
