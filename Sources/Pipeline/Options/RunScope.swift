package import Model

/// What a run reports on: whose figures, of which window, as seen when.
package struct RunScope: Sendable {
    /// The plans to run; empty for all.
    package var plans: [String] = []
    /// The window as typed; nil for the year that holds the as-of day.
    package var window: String?
    /// Takes what had been received by then; nil for the clock.
    package var asOf: Instant?
    /// Takes what the ledger had seen by then; nil for the clock.
    package var knownAt: Instant?
    /// Limits the run to one sub-tree.
    package var unit: String?
    /// The run to be made again, by its id or the path of its folder; then its own times, window
    /// and options count.
    package var again: String?

    package init() {}
}
