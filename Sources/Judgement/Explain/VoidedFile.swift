package import Model

/// A submission that a decision of the board left out.
package struct VoidedFile: Hashable, Sendable {
    /// Below `submissions/`.
    package var path: String
    package var decision: Decision

    package init(path: String, decision: Decision) {
        self.path = path
        self.decision = decision
    }
}
