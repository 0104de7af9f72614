import GRDB
package import Model

extension Ledger {
    /// Records what one pass over a folder saw: new, changed and withdrawn files, in one transaction.
    ///
    /// `files` is every file that was there, each path once, in any order; the bytes of those with a
    /// digest are among the originals already. `unlisted` are folders that could not be listed:
    /// nothing below them is withdrawn. `notices` are what is wrong with files that could not be taken
    /// in, kept so that a report can be made again. `clock` is that of the run.
    ///
    /// - Complexity: One ordered read and O(files) comparisons; unchanged files write nothing.
    package func record(
        plan: String,
        area: Area,
        files: [ObservedFile],
        unlisted: [String] = [],
        notices: [Finding] = [],
        clock: Instant
    ) throws(LedgerError) -> RecordSummary {
        let files = files.sorted { $0.path.precedesInBytes($1.path) }
        return try write { db in
            try db.execute(
                sql: "INSERT INTO passes (plan, area, clock, files) VALUES (?, ?, ?, ?)",
                arguments: [plan, area.rawValue, clock.seconds, files.count]
            )
            var pass = try Pass(
                db: db,
                plan: plan,
                area: area,
                clock: clock,
                originals: originals,
                state: LedgerState(number: db.lastInsertedRowID)
            )
            let known = try Pass.known(db, plan: plan, area: area)
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
            return try pass.finish()
        }
    }

    /// What the last pass saw of each file that is there, by path bytes: what need not be read again.
    package func sightings(plan: String, area: Area) throws(LedgerError) -> [ObservedFile] {
        try read { db in
            try Pass.known(db, plan: plan, area: area).compactMap { known in
                known.stamp.map {
                    ObservedFile(path: known.path, stamp: $0, sha256: known.sha256)
                }
            }
        }
    }

    private enum Order { case onlySeen, onlyKnown, both }

    /// Which of two lists sorted by path bytes is ahead.
    ///
    /// Bytes and not `==`: two names that differ only in their Unicode form are two files.
    private func order(
        _ files: [ObservedFile],
        _ next: Int,
        _ known: [Pass.Known],
        _ index: Int
    ) -> Order {
        guard next < files.count else { return .onlyKnown }
        guard index < known.count else { return .onlySeen }
        let (seen, old) = (files[next].path.utf8, known[index].path.utf8)
        if seen.elementsEqual(old) { return .both }
        return seen.lexicographicallyPrecedes(old) ? .onlySeen : .onlyKnown
    }
}
