import Glibc

/// How many files the process may have open at once, which bounds how many workers there may be.
package enum OpenFiles {
    /// What is open beside the workers: the ledger with its log, the state, the edition, the
    /// streams.
    private static let base = 24

    /// What one of `--jobs` has open: two workers take in files for it, each with the folders on
    /// the way to its file (one for each level below `submissions/`), the file and the copy that is
    /// kept.
    ///
    /// Measured at ten with folders two deep; this is enough for seven.
    private static let perWorker = 20

    /// Has the system allow the open files that some workers need, and gives as many workers as it
    /// then has files for: all of them, or fewer, at least one.
    ///
    /// What a process may have open at first is often less than it may ask for; it asks for no more
    /// than the workers need.
    package static func makeRoom(for jobs: Int) -> Int {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return jobs }
        let needed = rlim_t(base + perWorker * jobs)
        guard limit.rlim_cur < needed else { return jobs }
        var raised = limit
        raised.rlim_cur = min(needed, limit.rlim_max)
        if raised.rlim_cur > limit.rlim_cur, setrlimit(resource, &raised) == 0 { limit = raised }
        return workers(jobs, within: Int(clamping: limit.rlim_cur))
    }

    /// How many of some workers so many open files are enough for.
    static func workers(_ jobs: Int, within limit: Int) -> Int {
        max(1, min(jobs, (limit - base) / perWorker))
    }
}
