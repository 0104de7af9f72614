import LedgerStore
package import Model
package import Reports

/// What a run was asked to do; the clock is a value like any other.
package struct RunOptions: Sendable {
    package var input = "input"
    /// The plans to run; empty for all.
    package var plans: [String] = []
    /// The window as typed; nil for the year that holds the as-of day.
    package var window: String?
    package var asOf: Instant?
    package var knownAt: Instant?
    /// The run to be made again, by its id or the path of its folder; then its own times, window and
    /// options count.
    package var again: String?
    package var now: Instant
    /// Whether `now` is the clock of the machine, which may be wrong, and not one that was typed.
    package var isMachineClock = false
    /// Limits the run to one sub-tree.
    package var unit: String?
    /// The level of the chain each of whose nodes gets a workbook of its own; nil for none.
    package var splitBy: String?
    package var output = "output"
    package var state: String?
    package var anonymise = false
    /// The language of the reports; clerks and machines are always answered in Vietnamese.
    package var language = Language.vietnamese
    /// Whether the report of the year is written; that of a stage always is.
    package var yearEnd = false
    package var jobs = 2
    /// What is done with the readings of earlier nights; the reports are the same whatever it is.
    package var keptReadings = KeptReadings.usedAndAdded
    /// How Spark is started, where it reads the files; nil where this machine does.
    package var spark: SparkOptions?
    /// Why a run that a guard refuses is published all the same.
    package var acceptedAnomaly: String?

    /// The schedule that the run is made for, if any.
    package var schedule: ScheduledRun?
    /// Whether that time was begun before: then what it published before a kill is not made again.
    package var isResuming = false
    /// Whether the outcome tells what units still have to do; it takes long to find out.
    package var tellsDuties = false

    /// The words of the command line, for the audit trail.
    package var command = CommandLine.arguments

    package init(now: Instant) { self.now = now }

    /// Who runs it.
    var `operator`: Operator { .current(command: command) }

    /// The options under which a recorded run is made again.
    func repeating(_ run: RunRecord) -> RunOptions {
        var options = self
        options.window = run.window
        options.asOf = run.asOf
        options.knownAt = run.knownAt
        options.unit = run.parameters.unit
        options.anonymise = run.parameters.isAnonymised
        options.language = run.parameters.language.flatMap(Language.init) ?? .vietnamese
        options.yearEnd = run.parameters.hasYearEnd
        options.splitBy = run.parameters.splitBy
        return options
    }

    /// What the ledger keeps of the options of a run that looks from a viewpoint; `repeated` is the run
    /// that it makes again, if any.
    func parameters(from viewpoint: Viewpoint, again repeated: RunRecord?) -> RunParameters {
        var parameters = RunParameters()
        parameters.unit = unit
        parameters.isAnonymised = anonymise
        parameters.language = language == .vietnamese ? nil : language.rawValue
        parameters.hasYearEnd = yearEnd
        parameters.splitBy = splitBy
        parameters.acceptedAnomaly = acceptedAnomaly
        parameters.schedule = schedule?.text
        parameters.again = repeated?.id
        if let knownAt, knownAt < now, repeated == nil { parameters.knownAt = knownAt }
        parameters.seenBy = viewpoint.seenBy
        return parameters
    }

    /// The directory of the ledger.
    package var stateDirectory: String { state ?? output + "/.tonghop" }
}

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
    /// Indicators at the root by status code.
    package var hasUnmet: Bool
    package var indicatorsMet: Int
    package var indicators: Int
    /// How long each stage took.
    package var timings: [StageTime] = []
    /// The files with rejected rows, or rejected whole, that the run before did not have.
    package var rejected: [RejectedFile] = []
    /// What units still have to do and is not overdue, where that was asked for.
    package var duties: [OpenDuty] = []
    /// Whether it was published before, by a run for the same due time that was killed behind it.
    package var isResumed = false
    /// What the clock said at the last pass, where that is later than now: one of them is wrong.
    package var laterClock: Instant?
}

/// What a run tells while it goes on.
package struct RunObserver: Sendable {
    /// One event for the log: a name and its facts, never a cell's value.
    package var event: @Sendable (String, [(String, String)]) -> Void
    /// The name of the event of a clock that went back, which is a warning.
    package static let clockWentBack = "clock-went-back"
    /// Files read so far, of all.
    package var progress: @Sendable (Int, Int) -> Void

    package init(
        event: @escaping @Sendable (String, [(String, String)]) -> Void,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) {
        self.event = event
        self.progress = progress
    }
}
