package import Model

/// One run of one plan and window: what makes it repeatable, and what became of it.
package struct RunRecord: Hashable, Sendable {
    /// `20231212-2330-01`.
    package var id: String
    /// The plan's id.
    package var plan: String
    /// The window's id: `2024`, `2024-Q3`.
    package var window: String
    /// The time up to which the run looked at records, decisions and due days.
    package var asOf: Instant
    /// The time by which what it counted had to be known (`--known-at`).
    package var knownAt: Instant
    /// The clock of the run.
    package var clock: Instant
    /// What the ledger held when the run read it: `run --again` reads the same.
    package var state: LedgerState
    /// The run's folder, relative to the output directory.
    package var output: String
    /// What became of it.
    package var outcome: Outcome
    /// The version of the program.
    package var version: String
    /// Files, rows and findings by name, for guards and comparisons.
    package var counts: [String: Int] = [:]
    /// The options that its report depends on.
    package var parameters = RunParameters()
    /// What the bytes of its edition can be checked by; nil before they are all written.
    package var seal: EditionSeal?

    package init(
        id: String,
        plan: String,
        window: String,
        asOf: Instant,
        knownAt: Instant,
        clock: Instant,
        state: LedgerState,
        output: String,
        outcome: Outcome,
        version: String,
        counts: [String: Int] = [:],
        parameters: RunParameters = RunParameters()
    ) {
        self.id = id
        self.plan = plan
        self.window = window
        self.asOf = asOf
        self.knownAt = knownAt
        self.clock = clock
        self.state = state
        self.output = output
        self.outcome = outcome
        self.version = version
        self.counts = counts
        self.parameters = parameters
    }

    /// What became of a run.
    ///
    /// It is recorded as begun before its folder gets its final name, so that no published folder
    /// is unknown to the ledger; a run that stays begun was killed.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        case begun
        /// Written whole, and `latest` may point to it.
        case published
        /// Written whole and held back: a guard of the plan refused it.
        case unpublished
        case failed
    }
}
