import Glibc
import LedgerStore

extension Ledger {
    /// Records what became of runs that ended between publishing and recording it: killed, or with a
    /// ledger that could not be written.
    ///
    /// The caller holds the lock of the state directory, so that no run that is recorded as begun is
    /// still alive. One without a folder stays as it is: it was killed before it published anything.
    func settleRuns(in output: String) throws(LedgerError) {
        for var run in try runs(outcome: .begun) where Folder.isFolder(output + "/" + run.output) {
            let isHeldBack =
                run.parameters["refused"] != nil
                || run.parameters["latest"] != nil && !isLatest(run, in: output)
            run.outcome = isHeldBack ? .unpublished : .published
            try recordRun(run)
        }
    }

    /// Whether `latest` points to a run's folder.
    private func isLatest(_ run: RunRecord, in output: String) -> Bool {
        let link = output + "/" + run.output.dropLast(run.id.count) + "latest"
        var target = [UInt8](repeating: 0, count: 256)
        let count = target.withUnsafeMutableBytes { pointer in
            pointer.baseAddress.map { readlink(link, $0, pointer.count) } ?? 0
        }
        return count > 0 && target.prefix(count).elementsEqual(run.id.utf8)
    }
}
