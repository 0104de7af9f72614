import Disk
import LedgerStore

/// Settles what a kill has left open: runs that the ledger knows as begun and nothing more.
///
/// The caller holds the lock, so none of them goes on. An edition gets its name in one step once
/// all of it is written: where its folder has that name the run had published, else it had failed.
struct Settlement {
    let options: RunOptions
    let ledger: Ledger

    /// Records what became of each such run; gives them.
    func settle() throws(PipelineError) -> [RunRecord] {
        try PipelineError.wrapping { () throws(LedgerError) in
            var settled: [RunRecord] = []
            for var run in try ledger.runs(outcome: .begun) {
                let detail = try decide(&run)
                let entry = AuditEntry(
                    .settle,
                    of: run,
                    at: options.now,
                    by: options.operator,
                    detail: detail
                )
                try ledger.recordRun(run, entry: entry)
                settled.append(run)
            }
            return settled
        }
    }

    /// What is to be remembered of the decision.
    private func decide(_ run: inout RunRecord) throws(LedgerError) -> String {
        let folder = options.places.output + "/" + run.output
        guard Folder.isFolder(folder) else {
            run.outcome = .failed
            run.seal = nil
            return "bị ngắt trước khi công bố"
        }
        // One that was to move `latest` and did not get to it is whole, but was never given out.
        let isHeldBack =
            run.parameters.isRefused
            || run.parameters.movesLatest && Latest.run(besides: folder) != run.id
        run.outcome = isHeldBack ? .unpublished : .published
        if run.seal == nil {
            run.seal = try LedgerError.wrapping { () throws(FileError) in
                let files = try EditionFile.all(in: folder).filter { $0.name != Manifest.name }
                let manifest = try PlanInput.read(folder + "/" + Manifest.name)
                return try EditionSeal(files, manifest: SHA256.digest(of: manifest))
            }
        }
        return "bị ngắt sau khi công bố, trước khi ghi sổ"
    }
}
