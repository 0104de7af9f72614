package import Model

/// One deadline for the units that must keep it.
package struct DeadlineResult: Hashable, Sendable {
    /// The deadline's index in the plan.
    package var deadline: Int
    package var lastDay: Day
    package var units: [SubmissionResult]
    /// For each of the units the files, by index and in the order of receipt, that hand in for the
    /// window.
    package var files: [[Int]]
}
