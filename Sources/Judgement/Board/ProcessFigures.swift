package import Plans

/// The board's process in one unit, or in a node with all units below it.
package struct ProcessFigures: Hashable, Sendable {
    /// Exemplars on their way, in the window.
    package var exemplars = 0
    /// Those that are only emerging (`nhân tố mới`), on no step and not among the exemplars.
    package var emerging = 0
    /// Those that were rejected, on no step and not among the exemplars.
    package var rejected = 0
    /// What is known of each step; a step that is missing has no exemplar.
    package var steps: [ExemplarStep: StepFigures] = [:]
    /// How long publication took (LS-18).
    package var posting = PostingFigures()
    /// Who was commended (TX-66).
    package var commended = CommendedFigures()

    /// The figures of a step; all 0 where no exemplar has come to it.
    package subscript(step: ExemplarStep) -> StepFigures {
        get { steps[step] ?? StepFigures() }
        set { steps[step] = newValue }
    }

    /// Adds the process of another unit.
    package mutating func add(_ other: ProcessFigures) {
        exemplars += other.exemplars
        emerging += other.emerging
        rejected += other.rejected
        for (step, figures) in other.steps { self[step].add(figures) }
        posting.add(other.posting)
        commended.add(other.commended)
    }
}
