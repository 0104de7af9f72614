/// What one pass over a folder changed in the ledger.
package struct RecordSummary: Hashable, Sendable {
    /// Paths seen for the first time, or again after they had been withdrawn.
    package var added: [String] = []
    /// Paths whose bytes changed.
    package var changed: [String] = []
    /// Paths that were there and are gone.
    package var withdrawn: [String] = []
    /// Files with the bytes of the last pass.
    package var unchanged = 0
    /// The state of the ledger after this pass.
    package var state: LedgerState

    /// A pass that changed nothing so far.
    package init(state: LedgerState) { self.state = state }
}
