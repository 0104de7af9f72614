package import LedgerStore
package import Model

/// From where in time a report looks at the ledger.
package struct Viewpoint: Hashable, Sendable {
    /// Takes what had been received and decided by then.
    package var asOf: Instant
    /// Takes what the ledger had seen by then.
    package var knownAt: Instant
    /// Takes nothing that a later pass recorded: two runs may have the same clock.
    package var state: LedgerState
    /// Nothing in the ledger came later than this, whatever it says: a clock was wrong.
    ///
    /// Only runs of versions of the program that did not know which clocks were wrong have it.
    package var seenBy: Instant?

    package init(asOf: Instant, knownAt: Instant, state: LedgerState, seenBy: Instant? = nil) {
        self.asOf = asOf
        self.knownAt = knownAt
        self.state = state
        self.seenBy = seenBy
    }

    /// From where a recorded run looked.
    package init(of run: RunRecord) {
        self.init(
            asOf: run.asOf,
            knownAt: run.knownAt,
            state: run.state,
            seenBy: run.parameters.seenBy
        )
    }
}
