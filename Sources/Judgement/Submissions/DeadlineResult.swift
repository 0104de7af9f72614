package import Model

/// One deadline for the units that must keep it.
package struct DeadlineResult: Hashable, Sendable {
    /// The deadline's index in the plan.
    package var deadline: Int
    /// The last day that is in time; decisions may give units another.
    package var lastDay: Day
    /// One for each unit that must keep it.
    package var units: [SubmissionResult]
    /// For each of the units the files, by index and in the order of receipt, that hand in for the
    /// window.
    package var files: [[Int]]
}
