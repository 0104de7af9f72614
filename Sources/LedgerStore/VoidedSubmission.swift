package import Model

/// A decision of the board that a submission does not count (`Loại bài nộp`, CONTRACT §11.19).
package struct VoidedSubmission: Hashable, Sendable {
    /// The path below `submissions/`, or the SHA-256 of the bytes.
    package var target: String
    /// The last moment of the decision's day.
    ///
    /// A decision about a path means the version that lay there then, so that a corrected file
    /// handed in afterwards counts.
    package var decidedAt: Instant

    package init(target: String, decidedAt: Instant) {
        self.target = target
        self.decidedAt = decidedAt
    }
}
