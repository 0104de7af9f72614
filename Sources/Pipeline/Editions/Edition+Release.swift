import Disk
import Judgement
import LedgerStore
import Model
import Plans
import Reports

/// How far an edition goes out.
struct EditionRelease {
    /// Why the plan's guards would hold it back; empty where none does.
    let refusals: [String]
    /// What the ledger keeps of the run: what later runs go by is what this one goes by.
    let parameters: RunParameters

    /// Whether the guards do hold it back: nobody has accepted what they found.
    var isHeldBack: Bool { parameters.isRefused }
    /// Whether `latest` comes to point to it.
    var movesLatest: Bool { parameters.movesLatest }
    /// Whether the board works from it and a decision may freeze it.
    var isOrdinary: Bool { parameters.isOrdinary }
}

extension Edition {
    func release(_ counts: RunCounts) throws(PipelineError) -> EditionRelease {
        // A night that is repeated was let through, or held back, when it was new.
        let refusals = repeated == nil ? try refusals(counts) : []
        // An edition of a day that has not come was made by a clock that was wrong.
        let latest = try latestAsOf().flatMap { asOf in
            options.isMachineClock && asOf.day > options.now.day ? nil : asOf
        }
        var parameters = options.parameters(from: viewpoint, again: repeated)
        parameters.isRefused = !refusals.isEmpty && options.reports.acceptedAnomaly == nil
        // What the ledger knew some time ago may not replace what it knows, and an as-of day that
        // has not come would keep every night until then from moving `latest`.
        parameters.movesLatest =
            parameters.isWhole && frame.asOf.day <= options.now.day && !parameters.isRefused
            && (latest.map { $0 <= frame.asOf } ?? true)
        return EditionRelease(refusals: refusals, parameters: parameters)
    }

    /// The as-of time of the edition that `latest` points to; nil where there is none.
    private func latestAsOf() throws(PipelineError) -> Instant? {
        let link = options.places.output + "/" + plan + "/" + window.id + "/latest"
        // The manifest of ten thousand files takes long to read for one line of it.
        if Folder.isFolder(link), let id = Latest.run(besides: link),
            let run = try PipelineError.wrapping({ () throws(LedgerError) in
                try ledger.runs(id: id, plan: plan, window: window.id).last
            })
        {
            return run.asOf
        }
        guard let bytes = try? PlanInput.read(link + "/" + Manifest.name) else { return nil }
        return Manifest.asOf(in: bytes)
    }

    /// Why the plan's guards hold the edition back (CONTRACT §4, §11.26).
    private func refusals(_ counts: RunCounts) throws(PipelineError) -> [String] {
        let guards = judgement.scene.plan.guards
        var refusals: [String] = []
        if let rule = guards.rejectedRows, counts.rows > 0,
            !rule.holds(counts.rowsRejected, of: counts.rows)
        {
            refusals.append(
                "\(counts.rowsRejected)/\(counts.rows) dòng bị loại, vượt giới hạn rejected_rows của kế hoạch."
            )
        }
        // The report of a sub-tree has no run of its own before it to be compared with.
        guard options.scope.unit == nil,
            guards.recordsVersusLastRun != nil || guards.filesVersusLastRun != nil,
            let last = try lastPublished()
        else { return refusals }
        for (rule, key, count, words, now) in [
            (
                guards.recordsVersusLastRun, "records_vs_last_run", RunCount.records,
                "số dòng hợp lệ", counts.records
            ),
            (
                guards.filesVersusLastRun, "files_vs_last_run", RunCount.files, "số tệp",
                counts.files
            ),
        ] {
            guard let rule, let before = last.count(count), before > 0,
                !rule.holds(now, of: before)
            else { continue }
            refusals.append(
                "\(words) lần này \(now), lần công bố trước (\(last.id)) \(before), "
                    + "ngoài giới hạn \(key) của kế hoạch."
            )
        }
        return refusals
    }

    private func lastPublished() throws(PipelineError) -> RunRecord? {
        try PipelineError.wrapping { () throws(LedgerError) in
            try ledger.lastRun(plan: plan, window: window.id) {
                // What came after the time that is looked at says nothing of it, and what only
                // looked back is no report that was given out.
                $0.movedLatest && $0.isOrdinary && $0.asOf <= frame.asOf
            }
        }
    }
}
