import LedgerStore
package import Model
package import Reports

/// What a run came to.
package struct RunOutcome: Sendable {
    package var plan: String
    package var window: Window
    package var runID: String
    /// The folder of the edition.
    package var folder: String
    package var isLatest: Bool
    /// Whether the ledger knows that the edition is out; else the next run finds out.
    package var isRecorded: Bool
    /// Whether a night that was made again has the bytes that it had; true for a new one.
    package var isFaithful: Bool
    /// Why a guard held the edition back; empty where none did.
    package var refusals: [String]
    package var files: Int
    package var rows: Int
    package var rowsRejected: Int
    /// Files of which nothing could be counted.
    package var filesRejected: Int
    package var findings: [Severity: Int]
    /// Whether an indicator is unmet, or without data, at the root.
    package var hasUnmet: Bool
    /// The indicators that are met at the root, of those judged there.
    package var indicatorsMet: Int
    package var indicators: Int
    /// How long each stage took.
    package var timings: [StageTime] = []
    /// The files with rejected rows, or rejected whole, that the run before did not have.
    package var rejected: [RejectedFile] = []
    /// What lies in the drop folder and could not be taken in, where that was not so in the run
    /// before.
    package var untaken: [UntakenFile] = []
    /// What units still have to do and is not overdue, where that was asked for.
    package var duties: [OpenDuty] = []
    /// Whether it was published before, by a run for the same due time that was killed behind it.
    package var isResumed = false
    /// What the clock said at the last pass, where that is later than now: one of them is wrong.
    package var laterClock: Instant?
}
