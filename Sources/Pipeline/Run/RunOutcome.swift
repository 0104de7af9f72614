package import Model
package import Reports

/// What a run came to.
package struct RunOutcome: Sendable {
    /// The plan's id.
    package var plan: String
    /// The window that was reported on.
    package var window: Window
    /// The run's id, which names the folder of its edition.
    package var runID: String
    /// The folder of the edition.
    package var folder: String
    /// Whether `latest` points to the edition.
    package var isLatest: Bool
    /// Whether the ledger knows that the edition is out; else the next run finds out.
    package var isRecorded: Bool
    /// Whether a night that was made again has the bytes that it had; true for a new one.
    package var isFaithful: Bool
    /// Why a guard held the edition back; empty where none did.
    package var refusals: [String]
    /// Submissions that the report is about.
    package var files: Int
    /// Their rows of data, good and rejected.
    package var rows: Int
    /// Of these rows those that do not count.
    package var rowsRejected: Int
    /// Files of which nothing could be counted.
    package var filesRejected: Int
    /// How many findings of each severity there are.
    package var findings: [Severity: Int]
    /// How the indicators stand at the root; nil where an earlier run's edition cannot be read.
    package var root: RootStanding?
    /// How long each stage took.
    package var timings: [StageTime] = []
    /// The files with rejected rows, or rejected whole, that the run before did not have.
    package var rejected: [RejectedFile] = []
    /// What lies in the drop folder and could not be taken in, where that was not so in the run
    /// before.
    package var untaken: [UntakenFile] = []
    /// What units still have to do and is not overdue, where that was asked for.
    package var duties: [OpenDuty] = []
    /// Whether an earlier call ran it for the same due time, and could not end the schedule's work:
    /// what was news to that run is not known any more.
    package var isResumed = false
    /// What the clock said at the last pass, where that is later than now: one of them is wrong.
    package var laterClock: Instant?
}
