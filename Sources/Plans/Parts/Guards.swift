/// Limits that a run must keep to be published.
package struct Guards: Hashable, Sendable {
    /// Rejected rows as a share of the data rows.
    package var rejectedRows: ShareRule?
    package var recordsVersusLastRun: ShareRule?
    package var filesVersusLastRun: ShareRule?

    package init() {}
}
