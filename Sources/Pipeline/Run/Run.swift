import Disk
import LedgerStore
internal import Model

/// One run over the plans asked for: takes in what arrived, judges it and publishes an edition of
/// each plan.
///
/// Below exit status 64 a complete edition was published; from 64 on the last edition and `latest`
/// are exactly as they were (CONTRACT §9).
package struct Run: Sendable {
    private let options: RunOptions
    private let observer: RunObserver

    package init(options: RunOptions, observer: RunObserver) {
        self.options = options
        self.observer = observer
    }

    /// Runs the plans in order; the first that cannot go on ends the run.
    package func execute() async throws(PipelineError) -> [RunOutcome] {
        Workers.limit(to: options.reading.jobs)
        try options.reading.spark?.require()
        if let again = options.scope.again { return [try await execute(again: again)] }
        let input = PlanInput(root: options.places.input)
        var named: Set<String> = []
        let asked = options.scope.plans.filter { named.insert($0).inserted }
        let plans = asked.isEmpty ? try input.plans() : asked
        guard !plans.isEmpty else {
            throw .missing("Thư mục \(options.places.input) không có kế hoạch nào.")
        }
        try refuseDropFolders(plans)
        for plan in plans { try input.require(plan) }
        // The first drop folder is listed while the plans are checked and the ledger, which is read
        // whole before it is used, is opened. An error there comes up again where the folder is
        // taken in.
        let folder = input.submissions(of: plans[0])
        let jobs = options.reading.jobs
        let listing = Task {
            (try? DropFolder(root: folder).list(jobs: jobs)).map(TakenOnce.init)
        }
        // Every plan is checked before anything is written.
        var checked: [CheckedPlan] = []
        for plan in plans {
            let found = try CheckedPlan(plan, in: input)
            let frame = RunFrame(options: options)
            _ = try frame.window(of: found.files.plan)
            _ = try frame.root(in: found.files)
            checked.append(found)
        }
        let lock = try PipelineError.locking { () throws(LockError) in
            try RunLock(stateDirectory: options.places.stateDirectory, since: options.now)
        }
        let outcomes = try await publish(plans, checked, listing)
        _ = consume lock
        return outcomes
    }

    /// Refuses to write into a drop folder, which belongs to those who hand in (CONTRACT §2).
    private func refuseDropFolders(_ plans: [String]) throws(PipelineError) {
        for plan in plans {
            let folder = PlanInput(root: options.places.input).submissions(of: plan)
            let drop = RealPath.of(folder) + "/"
            for target in [options.places.output, options.places.stateDirectory] {
                let path = RealPath.of(target) + "/"
                guard !path.utf8.starts(with: drop.utf8) else {
                    throw DropFolder.refusal(of: target, in: folder)
                }
            }
        }
    }

    /// Makes a run of the past again: nothing is taken in, and the edition has the same bytes.
    private func execute(again text: String) async throws(PipelineError) -> RunOutcome {
        _ = try Enquiry.directory(of: options.places)
        let lock = try PipelineError.locking { () throws(LockError) in
            try RunLock(stateDirectory: options.places.stateDirectory, since: options.now)
        }
        // Opened to be written, so that the ledger of an older program is brought up to date.
        let ledger = try openLedger()
        let plan = options.scope.plans.first
        let run = try Enquiry(ledger: ledger, output: options.places.output)
            .run(text, plan: plan, window: options.scope.window)
        guard run.outcome == .published || run.outcome == .unpublished else {
            throw .missing("Lần chạy \(run.id) chưa bao giờ hoàn thành nên không chạy lại được.")
        }
        if run.version != Program.version {
            observer.event("version", [("run", run.version), ("program", Program.version)])
        }
        let outcome = try await PlanRun(
            plan: run.plan,
            frame: RunFrame(options: options.repeating(run)),
            observer: observer,
            ledger: ledger,
            repeated: run
        ).execute()
        _ = consume lock
        return outcome
    }

    /// Opens the ledger after removing what killed runs left behind; the caller holds the lock.
    private func openLedger() throws(PipelineError) -> Ledger {
        do throws(FileError) { try Publication.sweep(output: options.places.output) } catch {
            throw PipelineError(error)
        }
        let ledger = try PipelineError.wrapping { () throws(LedgerError) in
            let ledger = try Ledger(stateDirectory: options.places.stateDirectory)
            try LedgerError.wrapping { () throws(FileError) in
                try ledger.originals.sweep()
                try SparkJob.sweep(stateDirectory: options.places.stateDirectory)
            }
            return ledger
        }
        for run in try Settlement(options: options, ledger: ledger).settle() {
            observer.event(
                "settled",
                [("run", run.output), ("outcome", run.outcome.rawValue)]
            )
        }
        return ledger
    }

    /// What the plan's run for the due time came to, where that was begun, published and then
    /// killed.
    private func outcome(
        of plan: String,
        _ files: PlanFiles,
        in ledger: Ledger
    ) throws(PipelineError) -> RunOutcome? {
        guard let schedule = options.schedule, options.isResuming else { return nil }
        let window = try RunFrame(options: options).window(of: files.plan)
        let run = try PipelineError.wrapping { () throws(LedgerError) in
            try ledger.lastRun(
                plan: plan,
                window: window.id,
                schedule: schedule.text
            ) {
                // What a clock that was ahead has done is not what is to be done now.
                $0.isDone(for: schedule) && $0.clock <= options.now
            }
        }
        return run.map { RunOutcome(of: $0, window: window, output: options.places.output) }
    }

    private func publish(
        _ plans: [String],
        _ checked: [CheckedPlan],
        _ listing: Task<TakenOnce<Listing>?, Never>
    ) async throws(PipelineError) -> [RunOutcome] {
        let ledger = try openLedger()
        var listing = Optional(listing)
        var outcomes: [RunOutcome] = []
        for (plan, checked) in zip(plans, checked) {
            EndingSignals.obey()
            // It is the first plan's.
            let listing = listing.take()
            if let outcome = try outcome(of: plan, checked.files, in: ledger) {
                observer.event("resumed", [("plan", plan), ("run", outcome.runID)])
                outcomes.append(outcome)
                continue
            }
            outcomes.append(
                try await PlanRun(
                    plan: plan,
                    frame: RunFrame(options: options),
                    observer: observer,
                    ledger: ledger,
                    checked: checked,
                    listing: listing
                ).execute()
            )
        }
        return outcomes
    }
}
