package import Model

/// A submission that a decision of the board left out.
package struct VoidedFile: Hashable, Sendable {
    /// Below `submissions/`.
    package var path: String
    /// The decision that left it out (`Loại bài nộp`).
    package var decision: Decision

    package init(path: String, decision: Decision) {
        self.path = path
        self.decision = decision
    }
}
