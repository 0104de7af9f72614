import GRDB
package import Model

extension Ledger {
    /// Records what one pass over a folder saw: new, changed and withdrawn files, in one
    /// transaction.
    ///
    /// `files` is every file that was there, each path once, in any order; the bytes of those with
    /// a digest are among the originals already. `unlisted` are folders that could not be listed:
    /// nothing below them is withdrawn. `notices` are what is wrong with files that could not be
    /// taken in, kept so that a report can be made again. `clock` is that of the run; `nominal` is
    /// the time that the run is made for where that is earlier, as a schedule's are: files that are
    /// gone are withdrawn from then on, unless the pass before saw them later.
    ///
    /// `known` is what ``known(plan:area:)`` gave; it is read once more where another pass came
    /// between. `checksOriginals` looks at whether the bytes of new versions are there, which a
    /// caller that has just kept them knows. `placing` is put in its place on the way: what is
    /// recorded counts once that is done, and not at all where it fails.
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
        let nominal = min(nominal ?? clock, clock)
        return try write { db in
            let before = try Pass.last(db)
            try db.execute(
                sql:
                    "INSERT INTO passes (plan, area, clock, files, nominal) VALUES (?, ?, ?, ?, ?)",
                arguments: [plan, area.rawValue, clock.seconds, files.count, nominal.seconds]
            )
            var pass = try Pass(
                db: db,
                plan: plan,
                area: area,
                clock: clock,
                nominal: nominal,
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
            try pass.compare(files, with: known, unlisted: unlisted)
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
}
