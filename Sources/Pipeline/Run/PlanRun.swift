import Judgement
import LedgerStore
import Model

/// The run of one plan, from the drop folder to the published edition.
struct PlanRun: Sendable {
    let plan: String
    let frame: RunFrame
    let observer: RunObserver
    let ledger: Ledger
    /// The run that this one repeats, if any; then nothing is taken in.
    var repeated: RunRecord?
    /// The plan's own files as they were checked before the run.
    var checked: CheckedPlan?
    /// What lies in the drop folder, where it is being listed already.
    var listing: Task<TakenOnce<Listing>?, Never>?

    private var options: RunOptions { frame.options }

    func execute() async throws(PipelineError) -> RunOutcome {
        var timings = Timings()
        let edition: Edition
        let readings: ReadingCounts
        let laterClock: Instant?
        do {
            laterClock = try lookAtClock()
            (edition, readings) = try await prepare(&timings)
        } catch {
            remember(error)
            throw error
        }
        var outcome = try await edition.publish(&timings)
        timings.mark("publish")
        outcome.timings = timings.stages
        outcome.laterClock = laterClock
        // The records of ten thousand files take long to free: nobody waits for that, and at the
        // end of the program the system does it in one stroke.
        let judgement = edition.judgement
        _ = consume edition
        Task.detached { _ = judgement }
        observer.event(
            outcome.refusals.isEmpty ? "published" : "refused",
            [
                ("plan", plan), ("window", outcome.window.id), ("run", outcome.runID),
                ("files", String(outcome.files)), ("read", String(readings.read)),
                ("reused", String(readings.reused)), ("rows", String(outcome.rows)),
                ("rows_rejected", String(outcome.rowsRejected)),
                ("latest", outcome.isLatest ? "yes" : "no"),
            ]
        )
        if !outcome.isRecorded {
            observer.event("unrecorded", [("plan", plan), ("run", outcome.runID)])
        }
        return outcome
    }

    /// The clock of the last pass where this run's is behind it, which is said.
    private func lookAtClock() throws(PipelineError) -> Instant? {
        guard repeated == nil,
            let last = try PipelineError.wrapping({ () throws(LedgerError) in
                try ledger.lastClock()
            }), last > options.now
        else { return nil }
        observer.event(
            RunObserver.clockWentBack,
            [("before", last.iso), ("now", options.now.iso)]
        )
        return last
    }

    /// Takes in what arrived and judges it: everything before the edition is written.
    private func prepare(_ timings: inout Timings) async throws(PipelineError) -> (
        Edition, ReadingCounts
    ) {
        let preview = try preview()
        let ahead = preview.flatMap { readAhead($0.assessment, $0.digest) }
        let reader = preview.map {
            ReceptionReader(
                context: $0.assessment.context,
                digest: $0.digest,
                jobs: options.reading.jobs,
                shelf: IdentityFile(in: options.places.stateDirectory)
            )
        }
        let viewpoint = try await viewpoint(receivingBy: reader)
        timings.mark("receive")
        let inputs = try PlanSource(ledger: ledger, plan: plan)
            .inputs(from: viewpoint, window: options.scope.window, checked: checked)
        timings.mark("inputs")
        try frame.checkSplit(of: inputs.files.plan)
        let root = try frame.root(in: inputs.files)
        let assessment = try Assessment(
            of: inputs,
            root: root,
            hidesReasons: options.reports.isAnonymised,
            context: preview?.assessment.context(for: inputs, root: root)
        )
        let (judgement, readings) = try await assessment.judgement(
            ledger: ledger,
            by: readingMeans(ahead, reader),
            &timings
        )
        let edition = Edition(
            plan: plan,
            frame: frame,
            judgement: judgement.renamed(assessment.paths.shown),
            planFiles: inputs.config,
            paths: assessment.paths,
            templates: inputs.files.templates,
            ledger: ledger,
            viewpoint: viewpoint,
            repeated: repeated
        )
        try edition.checkSplit()
        return (edition, readings)
    }

    /// From where the run looks: that of the run it repeats, or what is known once everything that
    /// lies in the plan's folder is taken in.
    private func viewpoint(
        receivingBy reader: ReceptionReader?
    ) async throws(PipelineError) -> Viewpoint {
        if let repeated { return Viewpoint(of: repeated) }
        return Viewpoint(
            asOf: frame.asOf,
            knownAt: frame.knownAt,
            state: try await receive(reader)
        )
    }

    /// By what the files are read: what is kept of them, this machine or Spark.
    private func readingMeans(_ ahead: ReadAhead?, _ reader: ReceptionReader?) -> ReadingMeans {
        ReadingMeans(
            jobs: options.reading.jobs,
            keptReadings: options.reading.keptReadings,
            spark: options.reading.spark.map {
                SparkEngine(options: $0, stateDirectory: options.places.stateDirectory)
            },
            ahead: ahead,
            received: reader,
            progress: observer.progress
        )
    }

    /// How the files would be read if the plan is taken in as it lies in its folder, which it
    /// nearly always is: some of the work can begin before that is known.
    private func preview() throws(PipelineError) -> (assessment: Assessment, digest: String)? {
        guard repeated == nil, let checked else { return nil }
        let assessment = try Assessment(of: checked, frame)
        return (assessment, try assessment.digest().text)
    }

    /// Begins with the readings that are kept.
    private func readAhead(
        _ assessment: Assessment,
        _ digest: String
    ) -> ReadAhead? {
        guard options.reading.keptReadings != .ignored else { return nil }
        return ReadAhead(
            assessment,
            digest: digest,
            stateDirectory: options.places.stateDirectory
        )
    }

    /// Notes a run that failed before it had a name, where that can still be written.
    private func remember(_ error: PipelineError) {
        var entry = AuditEntry(
            .run,
            at: options.now,
            by: options.operator,
            plan: plan,
            detail: error.lines.first ?? ""
        )
        entry.window = options.scope.window
        entry.asOf = frame.asOf
        entry.knownAt = frame.knownAt
        entry.outcome = .failed
        _ = try? ledger.remember(entry)
    }

    /// Takes in what lies in the plan's folder now; gives the state of the ledger afterwards.
    private func receive(
        _ reader: ReceptionReader?
    ) async throws(PipelineError) -> LedgerState {
        let input = PlanInput(root: options.places.input)
        try PipelineError.wrapping { () throws(LedgerError) in
            _ = try Reception(
                ledger: ledger,
                plan: plan,
                area: .config,
                root: input.folder(of: plan)
            ).receive(clock: options.now, nominal: frame.nominal)
        }
        let listed = await listing?.value
        return try PipelineError.wrapping { () throws(LedgerError) in
            let result = try Reception(
                ledger: ledger,
                plan: plan,
                area: .submissions,
                root: input.submissions(of: plan),
                jobs: options.reading.jobs
            ).receive(
                clock: options.now,
                nominal: frame.nominal,
                listed: listed?.take(),
                // Another engine reads where it runs.
                reader: options.reading.spark == nil ? reader : nil
            )
            let summary = result.summary
            observer.event(
                "received",
                [
                    ("plan", plan), ("new", String(summary.added.count)),
                    ("changed", String(summary.changed.count)),
                    ("withdrawn", String(summary.withdrawn.count)),
                    ("unchanged", String(summary.unchanged)), ("ignored", String(result.ignored)),
                ]
            )
            return summary.state
        }
    }
}
