package import Model

/// One unit's standing with one deadline.
package struct SubmissionResult: Hashable, Sendable {
    /// The unit's index in the roster.
    package var unit: Int
    /// Whether it handed in, and in time.
    package var status: SubmissionStatus
    /// The day on which it first handed in.
    package var receivedOn: Day?
    /// The last day that was in time.
    package var lastDay: Day?

    /// Days past the deadline: of receipt where it handed in late.
    package var daysLate: Int? {
        guard let receivedOn, let lastDay, receivedOn > lastDay else { return nil }
        return receivedOn.days(since: lastDay)
    }
}
