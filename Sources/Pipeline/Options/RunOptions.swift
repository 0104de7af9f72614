import LedgerStore
package import Model
import Reports

/// What a run was asked to do; the clock is a value like any other.
package struct RunOptions: Sendable {
    /// The clock of the run.
    package var now: Instant
    /// Whether `now` is the clock of the machine, which may be wrong, and not one that was typed.
    package var isMachineClock = false
    /// Which plans, window and units it is about, as of when.
    package var scope = RunScope()
    /// Where it reads and writes.
    package var places = RunPlaces()
    /// How files are read.
    package var reading = ReadingOptions()
    /// What the edition holds and how it is written.
    package var reports = ReportOptions()
    /// The schedule that the run is made for, if any.
    package var schedule: ScheduledRun?
    /// Whether that time was begun before: then what it published before a kill is not made again.
    package var isResuming = false
    /// Whether the outcome tells what units still have to do; it takes long to find out.
    package var tellsDuties = false
    /// The words of the command line, for the audit trail.
    package var command = CommandLine.arguments

    /// What a run does that nobody asked for anything more.
    package init(now: Instant) { self.now = now }

    /// Who runs it.
    var `operator`: Operator { .current(command: command) }

    /// The options under which a recorded run is made again.
    func repeating(_ run: RunRecord) -> RunOptions {
        var options = self
        options.scope.window = run.window
        options.scope.asOf = run.asOf
        options.scope.knownAt = run.knownAt
        options.scope.unit = run.parameters.unit
        options.reports.isAnonymised = run.parameters.isAnonymised
        options.reports.language = run.parameters.language.flatMap(Language.init) ?? .vietnamese
        options.reports.hasYearEnd = run.parameters.hasYearEnd
        options.reports.splitBy = run.parameters.splitBy
        return options
    }

    /// What the ledger keeps of the options of a run that looks from a viewpoint; `repeated` is the
    /// run that it makes again, if any.
    func parameters(from viewpoint: Viewpoint, again repeated: RunRecord?) -> RunParameters {
        var parameters = RunParameters()
        parameters.unit = scope.unit
        parameters.isAnonymised = reports.isAnonymised
        parameters.language = reports.language == .vietnamese ? nil : reports.language.rawValue
        parameters.hasYearEnd = reports.hasYearEnd
        parameters.splitBy = reports.splitBy
        parameters.acceptedAnomaly = reports.acceptedAnomaly
        parameters.schedule = schedule?.text
        parameters.again = repeated?.id
        if let knownAt = scope.knownAt, knownAt < now, repeated == nil {
            parameters.knownAt = knownAt
        }
        parameters.seenBy = viewpoint.seenBy
        return parameters
    }
}
