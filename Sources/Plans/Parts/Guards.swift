/// Limits that a run must keep to be published.
package struct Guards: Hashable, Sendable {
    /// Rejected rows as a share of the data rows.
    package var rejectedRows: ShareRule?
    /// Records as a share of those of the run published last.
    package var recordsVersusLastRun: ShareRule?
    /// Files as a share of those of the run published last.
    package var filesVersusLastRun: ShareRule?

    /// Guards that hold nothing back.
    package init() {}
}
