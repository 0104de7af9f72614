import Disk
import GRDB
import Glibc
package import Model

extension Ledger {
    /// An original that the retention rule removes, and a file that had its bytes.
    package struct Pruned: Hashable, Sendable {
        /// The SHA-256 of the bytes.
        package var sha256: String
        /// Bytes.
        package var size: Int64
        /// The plan of a file that had the bytes.
        package var plan: String
        /// The path of that file.
        package var path: String
        /// When the last file with these bytes was withdrawn.
        package var withdrawnAt: Instant
    }

    /// Removes the originals of submissions that were all withdrawn by a time.
    ///
    /// A version that was only *replaced* stays as long as its file is in the drop folder: every
    /// report of that file still reads it, because it says when each record was first handed in
    /// (CONTRACT §11.6). Its time begins when the file is withdrawn. Bytes that any file of any
    /// plan still needs stay, and so do the plans' own files. So no figure of a present report
    /// changes, but for what had been handed in first by a file that is removed: its day of receipt
    /// is then that of the next. A report as of a time when the file was there can no longer be
    /// made.
    ///
    /// What stays is every version's path, digest, size and times, and all figures. The line of the
    /// audit trail is written before any byte is removed; what a kill leaves behind, the next call
    /// removes. The caller holds the lock of the state directory.
    package func prune(
        withdrawnBy limit: Instant,
        entry: (_ removed: [Pruned]) -> AuditEntry
    ) throws(LedgerError) -> [Pruned] {
        let removed = try write { db in
            let removed = try prunable(db, withdrawnBy: limit)
            var entry = entry(removed)
            entry.parameters = removed.map(\.sha256).sorted().joined(separator: "\n")
            let line = try AuditTrail.append(entry, in: db)
            for original in removed {
                try db.execute(
                    sql: "INSERT INTO pruned (sha256, pruned_at, line) VALUES (?, ?, ?)",
                    arguments: [original.sha256, entry.at.seconds, line.number]
                )
                // What was read of them goes with them, and with it what was read of the plan's
                // other files: those are there to be read again.
                try db.execute(
                    sql: """
                        DELETE FROM packs WHERE context IN (SELECT id FROM reading_contexts
                            WHERE plan IN (SELECT plan FROM versions WHERE sha256 = ?))
                        """,
                    arguments: [original.sha256]
                )
            }
            return removed
        }
        for sha256 in try prunings().keys.sorted() { try originals.remove(sha256) }
        try removeForgottenPacks()
        return removed
    }

    /// What ``prune(withdrawnBy:entry:)`` would remove.
    package func prunable(withdrawnBy limit: Instant) throws(LedgerError) -> [Pruned] {
        try read { try prunable($0, withdrawnBy: limit) }
    }

    /// When the retention rule removed which originals.
    package func prunings() throws(LedgerError) -> [String: Instant] {
        try read { db in
            var prunings: [String: Instant] = [:]
            let rows = try Row.fetchCursor(db, sql: "SELECT sha256, pruned_at FROM pruned")
            while let row = try rows.next() { prunings[row[0]] = Instant(seconds: row[1]) }
            return prunings
        }
    }

    /// The error of asking for bytes that the retention rule removed; nil where it did not.
    func pruning(of sha256: String) throws(LedgerError) -> LedgerError? {
        try read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT pruned_at, (SELECT min(path) FROM versions AS v WHERE v.sha256 = p.sha256)
                    FROM pruned AS p WHERE sha256 = ?
                    """,
                arguments: [sha256]
            )
            return row.map {
                .originalPruned(
                    sha256: sha256,
                    path: $0[1] ?? "",
                    at: Instant(seconds: $0[0])
                )
            }
        }
    }

    private func prunable(_ db: Database, withdrawnBy limit: Instant) throws -> [Pruned] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT sha256, max(size), min(plan), min(path), max(withdrawn_at) FROM versions
                WHERE sha256 NOT IN (SELECT sha256 FROM pruned)
                GROUP BY sha256
                HAVING count(*) = count(withdrawn_at) AND max(withdrawn_at) <= ?
                    AND min(area) = 'submissions' AND max(area) = 'submissions'
                ORDER BY min(plan), min(path), sha256
                """,
            arguments: [limit.seconds]
        )
        return rows.map {
            Pruned(
                sha256: $0[0],
                size: $0[1],
                plan: $0[2],
                path: $0[3],
                withdrawnAt: Instant(seconds: $0[4])
            )
        }
    }
}

extension Originals {
    /// Removes the bytes with a digest; such that are not there are fine.
    func remove(_ sha256: String) throws(LedgerError) {
        let path = path(of: sha256)
        guard unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else {
            throw .file(FileError(.remove, path))
        }
    }
}
