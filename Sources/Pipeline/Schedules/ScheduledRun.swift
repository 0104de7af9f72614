import LedgerStore
package import Model

/// The schedule and the time that a run is made for; it is kept with the run, so that a time is
/// done once whenever the program is killed.
package struct ScheduledRun: Hashable, Sendable {
    package var id: String
    package var at: Instant

    package init(id: String, at: Instant) {
        self.id = id
        self.at = at
    }

    /// `nightly@2025-01-05T02:00:00`.
    package var text: String { id + "@" + at.iso }
}

extension RunRecord {
    /// Whether the run did all that was asked for at a due time.
    ///
    /// One that was held back by a guard did; one that was killed before `latest` pointed to it did
    /// not.
    func isDone(for schedule: ScheduledRun) -> Bool {
        guard parameters.schedule == schedule.text else { return false }
        return outcome == .published || outcome == .unpublished && parameters.isRefused
    }
}

extension RunOutcome {
    /// What is known of a run that has been.
    init(of run: RunRecord, window: Window, output: String) {
        let files = run.count(.files) ?? 0
        self.init(
            plan: run.plan,
            window: window,
            runID: run.id,
            folder: output + "/" + run.output,
            isLatest: run.movedLatest,
            isRecorded: true,
            isFaithful: true,
            refusals: [],
            files: files,
            rows: run.count(.rows) ?? 0,
            rowsRejected: run.count(.rowsRejected) ?? 0,
            filesRejected: files - (run.count(.filesAccepted) ?? 0),
            findings: [:],
            hasUnmet: false,
            indicatorsMet: 0,
            indicators: 0,
            isResumed: true
        )
    }
}
