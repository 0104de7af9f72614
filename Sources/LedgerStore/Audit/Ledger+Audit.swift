import GRDB
import Model

extension Ledger {
    /// Puts a line behind the last one of the audit trail.
    @discardableResult
    package func remember(_ entry: AuditEntry) throws(LedgerError) -> AuditLine {
        try write { try AuditTrail.append(entry, in: $0) }
    }

    /// The last line of the audit trail; nil before the first.
    package func auditHead() throws(LedgerError) -> AuditHead? {
        try read { try AuditTrail.head($0) }
    }

    /// The lines of the audit trail that can be read, the first one first.
    package func auditLines() throws(LedgerError) -> [AuditLine] {
        try read { db in
            var lines: [AuditLine] = []
            try AuditTrail.forEach(db) { number, entry, _, digest in
                if let entry {
                    lines.append(AuditLine(number: number, entry: entry, digest: digest))
                }
            }
            return lines
        }
    }

    /// Whether a line of the audit trail is the one that was noted elsewhere; nil where it is gone.
    package func holds(_ head: AuditHead) throws(LedgerError) -> Bool? {
        try read { db in
            try String.fetchOne(
                db,
                sql: "SELECT digest FROM audit WHERE number = ?",
                arguments: [head.number]
            ).map { $0 == head.digest }
        }
    }

    /// What is wrong with the chain of the audit trail, and where it and the runs disagree.
    func auditFaults(_ db: Database) throws -> [LedgerFault] {
        var faults: [LedgerFault] = []
        var (expected, previous) = (Int64(1), AuditTrail.origin)
        var outcomes: [String: (line: Int64, entry: AuditEntry)] = [:]
        var removals: [Int64: AuditEntry] = [:]
        var covered: Int64 = 0
        try AuditTrail.forEach(db) { number, entry, received, digest in
            if number != expected {
                faults.append(
                    .audit(line: expected, detail: "thiếu \(number - expected) dòng từ dòng này")
                )
            }
            if try ReceivedSeal(db, after: covered, upTo: received.lastPass) != received {
                faults.append(
                    .audit(
                        line: number,
                        detail: "các bản đã nhận, đã rút mà dòng này ghi không còn như lúc ghi"
                    )
                )
            }
            covered = max(covered, received.lastPass)
            if try entry?.digest(number: number, after: previous, received) != digest {
                let isGap = number != expected
                faults.append(
                    .audit(
                        line: number,
                        detail: isGap
                            ? "không nối tiếp dòng trước" : "nội dung không còn như lúc ghi"
                    )
                )
            }
            if let entry, let plan = entry.plan, let window = entry.window, let run = entry.run {
                outcomes[plan + "/" + window + "/" + run] = (number, entry)
            }
            if let entry, entry.act == .prune { removals[number] = entry }
            (expected, previous) = (number + 1, digest)
        }
        let last = try Int64.fetchOne(
            db,
            sql: "SELECT seq FROM sqlite_sequence WHERE name = 'audit'"
        )
        if let last, last >= expected {
            faults.append(
                .audit(line: expected, detail: "thiếu \(last - expected + 1) dòng cuối")
            )
        }
        return try faults + disagreements(db, outcomes) + undueRemovals(db, removals)
    }

    /// Originals that the ledger has as removed by a line of the audit trail that did not remove
    /// them.
    ///
    /// Lines of older versions of the program say when something was removed, not what.
    private func undueRemovals(
        _ db: Database,
        _ lines: [Int64: AuditEntry]
    ) throws -> [LedgerFault] {
        let removed = lines.compactMapValues { entry in
            entry.parameters.map { Set($0.split(separator: "\n").map(String.init)) }
        }
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT line, sha256, pruned_at FROM pruned ORDER BY line, sha256"
        )
        return rows.compactMap { row in
            let (line, sha256) = (row[0] as Int64, row[1] as String)
            let isDue =
                lines[line]?.at.seconds == row[2] && removed[line]?.contains(sha256) ?? true
            return isDue
                ? nil
                : .audit(
                    line: line,
                    detail: "không ghi việc xoá bản gốc \(sha256) mà sổ nói đã xoá"
                )
        }
    }

    /// Runs that the audit trail does not know or knows otherwise.
    ///
    /// Runs before the first one that was recorded with a line are older than the trail.
    private func disagreements(
        _ db: Database,
        _ lines: [String: (line: Int64, entry: AuditEntry)]
    ) throws -> [LedgerFault] {
        var faults: [LedgerFault] = []
        var isCovered = false
        var known: Set<String> = []
        let rows = try Row.fetchCursor(db, sql: Ledger.selectRuns + " ORDER BY number")
        while let row = try rows.next() {
            let record = try run(db, row)
            let name = record.plan + "/" + record.window + "/" + record.id
            guard let (line, entry) = lines[name] else {
                if isCovered, record.outcome != .begun {
                    faults.append(.run(output: record.output, detail: "không có trong nhật ký"))
                }
                continue
            }
            isCovered = isCovered || entry.act == .run
            known.insert(name)
            if !record.agrees(with: entry) {
                faults.append(
                    .run(output: record.output, detail: "khác với dòng \(line) của nhật ký")
                )
            }
        }
        for (name, (line, _)) in lines.sorted(by: { $0.value.line < $1.value.line })
        where !known.contains(name) {
            faults.append(
                .run(output: name, detail: "có ở dòng \(line) của nhật ký nhưng không còn trong sổ")
            )
        }
        return faults
    }
}
