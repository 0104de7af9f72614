import LedgerStore
package import Model

/// The schedule and the time that a run is made for; it is kept with the run, so that a time is
/// done once whenever the program is killed.
package struct ScheduledRun: Hashable, Sendable {
    /// The schedule's id.
    package var id: String
    /// The time that fell due, which may be before the run's clock.
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
    /// What is known of a run that has been: what the ledger keeps and its edition says.
    init(of run: RunRecord, window: Window, output: String) {
        let folder = output + "/" + run.output
        let files = run.count(.files) ?? 0
        var findings: [Severity: Int] = [:]
        for severity in Severity.allCases {
            if let count = run.count(.findings(severity)), count > 0 { findings[severity] = count }
        }
        self.init(
            plan: run.plan,
            window: window,
            runID: run.id,
            folder: folder,
            isLatest: run.movedLatest,
            isRecorded: true,
            isFaithful: true,
            refusals: run.parameters.isRefused ? RunOutcome.refusals(in: folder) : [],
            files: files,
            rows: run.count(.rows) ?? 0,
            rowsRejected: run.count(.rowsRejected) ?? 0,
            filesRejected: files - (run.count(.filesAccepted) ?? 0),
            findings: findings,
            root: (try? PlanInput.read(folder + "/results.json")).flatMap(RootStanding.init(json:)),
            isResumed: true
        )
    }

    /// Why the run was held back, as its edition has it: that it was is known to the ledger.
    private static func refusals(in folder: String) -> [String] {
        let manifest = try? PlanInput.read(folder + "/" + Manifest.name)
        let refusals = manifest.flatMap(Manifest.refusals(in:)) ?? []
        return refusals.isEmpty
            ? ["không đọc được lý do trong \(folder)/\(Manifest.name)."] : refusals
    }
}
