import GRDB
package import Model

extension Ledger {
    /// Records what one pass over a folder saw: new, changed and withdrawn files, in one transaction.
    ///
    /// `files` is every file that was there, each path once, in any order; the bytes of those with a
    /// digest are among the originals already. `unlisted` are folders that could not be listed:
    /// nothing below them is withdrawn. `notices` are what is wrong with files that could not be taken
    /// in, kept so that a report can be made again. `clock` is that of the run; `nominal` is the time that
    /// the run is made for where that is earlier, as a schedule's are: files that are gone are withdrawn
    /// from then on, unless the pass before saw them later.
    ///
    /// `known` is what ``known(plan:area:)`` gave; it is read once more where another pass came between.
    /// `checksOriginals` looks at whether the bytes of new versions are there, which a caller that has
    /// just kept them knows. `placing` is put in its place on the way: what is recorded counts once that
    /// is done, and not at all where it fails.
    ///
    /// - Complexity: One ordered read and O(files) comparisons; unchanged files write nothing.
    package func record(
        plan: String,
        area: Area,
        files: [ObservedFile],
        unlisted: [String] = [],
        notices: [Finding] = [],
        clock: Instant,
        nominal: Instant? = nil,
        known: KnownFiles? = nil,
        checksOriginals: Bool = true,
        placing pending: consuming PendingOriginals? = nil
    ) throws(LedgerError) -> RecordSummary {
        let placing = Placing(pending)
        defer { placing?.wait() }
        let isSorted = zip(files, files.dropFirst()).allSatisfy {
            $0.path.precedesInBytes($1.path)
        }
        let files = isSorted ? files : files.sorted { $0.path.precedesInBytes($1.path) }
        return try write { db in
            let before = try Pass.last(db)
            try db.execute(
                sql:
                    "INSERT INTO passes (plan, area, clock, files, nominal) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    plan, area.rawValue, clock.seconds, files.count,
                    min(nominal ?? clock, clock).seconds,
                ]
            )
            var pass = try Pass(
                db: db,
                plan: plan,
                area: area,
                clock: clock,
                nominal: min(nominal ?? clock, clock),
                originals: originals,
                checksOriginals: checksOriginals,
                state: LedgerState(number: db.lastInsertedRowID)
            )
            let known =
                if let known, known.isOf(plan, area, before) {
                    known.files
                } else {
                    try Pass.known(db, plan: plan, area: area)
                }
            var (next, index) = (0, 0)
            while next < files.count || index < known.count {
                switch order(files, next, known, index) {
                case .onlySeen:
                    try pass.appeared(files[next])
                    next += 1
                case .onlyKnown:
                    let path = known[index].path
                    if unlisted.contains(where: { path.utf8.starts(with: ($0 + "/").utf8) }) {
                        pass.summary.unread += 1
                    } else {
                        try pass.disappeared(path)
                    }
                    index += 1
                case .both:
                    try pass.stayed(files[next], known: known[index])
                    next += 1
                    index += 1
                }
            }
            try PassNotices.keep(notices, of: pass.summary.state, in: db)
            try placing?.finish()
            return try pass.finish()
        }
    }

    /// What is known of each file that is there: what need not be read again.
    package func known(plan: String, area: Area) throws(LedgerError) -> KnownFiles {
        try read { db in
            KnownFiles(
                plan: plan,
                area: area,
                lastPass: try Pass.last(db),
                files: try Pass.known(db, plan: plan, area: area)
            )
        }
    }

    private enum Order { case onlySeen, onlyKnown, both }

    /// Which of two lists sorted by path bytes is ahead.
    ///
    /// Bytes and not `==`: two names that differ only in their Unicode form are two files.
    private func order(
        _ files: [ObservedFile],
        _ next: Int,
        _ known: [KnownFiles.File],
        _ index: Int
    ) -> Order {
        guard next < files.count else { return .onlyKnown }
        guard index < known.count else { return .onlySeen }
        let (seen, old) = (files[next].path.utf8, known[index].path.utf8)
        if seen.elementsEqual(old) { return .both }
        return seen.lexicographicallyPrecedes(old) ? .onlySeen : .onlyKnown
    }
}
