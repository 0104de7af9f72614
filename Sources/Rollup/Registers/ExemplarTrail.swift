package import Model
package import Plans

/// How far an exemplar has come: the steps that have a date, and what was wrong on the way.
package struct ExemplarTrail: Hashable, Sendable {
    /// The batch and record of the form `exemplar`.
    package var batch: Int
    /// The index of the record in the batch.
    package var record: Int
    /// The index in the roster of the unit that lists it.
    package var unit: Int
    /// The reporting year that it belongs to.
    package var year: Int
    /// The day of each step, where one is known.
    package var days: [ExemplarStep: Day] = [:]
    /// The proposals that name it, dated or not, in reading order.
    package var proposals: [RecordSet.RecordPlace] = []
    /// The step that its status names; nil where the status is blank or names none.
    package var status: ExemplarStep?
    /// Still an emerging factor (`Nhân tố mới`): not on the way yet.
    package var isEmerging = false
    /// Found wanting (`Không đạt`): it takes no further step.
    package var isRejected = false
    /// A later step dated before an earlier one, for each pair.
    package var disorders: [StepDisorder] = []

    /// Whether a step has been taken, with a date or, as its status tells, without.
    package func hasReached(_ step: ExemplarStep) -> Bool {
        if days[step] != nil || status == step { return true }
        switch step {
        // Nobody gets further without these.
        case .introduced: return true
        case .reviewed: return [.recognised, .published, .proposed, .commended].contains(furthest)
        case .recognised: return [.published, .proposed, .commended].contains(furthest)
        case .published, .proposed, .commended: return false
        }
    }

    /// The furthest step that its status or a date tells.
    package var furthest: ExemplarStep {
        ExemplarStep.allCases.last { $0 == status || days[$0] != nil } ?? .introduced
    }
}

/// Two steps of which the later one is dated before the earlier one.
package struct StepDisorder: Hashable, Sendable {
    /// The step that should come first.
    package var earlier: ExemplarStep
    /// The step that is dated before it.
    package var later: ExemplarStep
}
