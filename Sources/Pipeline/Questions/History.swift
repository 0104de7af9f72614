package import LedgerStore
package import Model
import Plans

/// Every version of the files of a plan, and its runs: what `ledger history` tells.
package struct History: Sendable {
    /// One version, with what became of it.
    package struct Version: Sendable {
        /// From 1 within its path, the first seen first.
        package var number: Int
        /// What the ledger has of it.
        package var version: FileVersion
        /// When another version took its place.
        package var replacedAt: Instant?
        /// When the retention rule removed its bytes.
        package var prunedAt: Instant?
        /// The decisions that void it, or did until they ended: `Quyết định số 12/QĐ-UBND ngày
        /// 05/01/2025, đến trước ngày 01/02/2025`.
        package var voidedBy: [String] = []
    }

    /// The versions of one file.
    package struct File: Sendable {
        /// Whether a unit handed it in or it is the plan's own.
        package var area: Area
        /// The path as in the drop folder, or the name of a file of the plan.
        package var path: String
        /// The first seen first.
        package var versions: [Version]
    }

    /// A run of the plan.
    package struct Run: Sendable {
        /// What the ledger has of it.
        package var record: RunRecord
        /// Whether `latest` points to it now.
        package var isLatest: Bool
        /// The number of the edition, where a decision made it final.
        package var officialNumber: Int?
    }

    /// By path bytes, the plan's own files first.
    package var files: [File] = []
    /// In the order in which they were begun.
    package var runs: [Run] = []
}

extension Enquiry {
    /// The history of a plan, or of one file of it without the runs.
    ///
    /// - Throws: ``PipelineError/missing(_:)`` for a plan or a path that the ledger does not know,
    ///   with the nearest that it does.
    package func history(plan: String, path: String? = nil) throws(PipelineError) -> History {
        try require(plan: plan)
        let (prunings, runs) = try PipelineError.wrapping { () throws(LedgerError) in
            (try ledger.prunings(), try ledger.runs(plan: plan))
        }
        let voids = voids(of: plan)
        var history = History()
        for area in [Area.config, .submissions] {
            for versions in try versions(plan: plan, area: area) {
                let file = History.File(
                    area: area,
                    path: versions[0].path,
                    versions: versions.indices.map { index in
                        let version = versions[index]
                        var entry = History.Version(number: index + 1, version: version)
                        let next = index + 1 < versions.count ? versions[index + 1] : nil
                        // A file that was withdrawn and came back replaced nothing.
                        entry.replacedAt = next.flatMap { next in
                            version.withdrawnAt.map { next.firstSeen <= $0 } ?? true
                                ? next.firstSeen : nil
                        }
                        entry.prunedAt = prunings[version.sha256]
                        if area == .submissions {
                            entry.voidedBy = voids.compactMap { name, void in
                                void.ids(among: versions).contains(version.id) ? name : nil
                            }
                        }
                        return entry
                    }
                )
                history.files.append(file)
            }
        }
        guard let path else {
            let officials = Enquiry.officials(among: runs)
            history.runs = runs.map { run in
                let folder = output + "/" + run.output
                return History.Run(
                    record: run,
                    isLatest: Latest.run(besides: folder) == run.id,
                    officialNumber: officials[run.output]
                )
            }
            return history
        }
        history.files = try named(path, among: history.files, plan: plan)
        return history
    }

    /// The lines of the audit trail about a plan, the first one first.
    ///
    /// - Throws: ``PipelineError/missing(_:)`` for a plan that the ledger does not know.
    package func auditTrail(of plan: String) throws(PipelineError) -> [AuditLine] {
        let lines = try PipelineError.wrapping { () throws(LedgerError) in
            try ledger.auditLines()
        }.filter { $0.entry.plan == plan }
        if lines.isEmpty { try require(plan: plan) }
        return lines
    }

    /// The versions of each path, the first seen first.
    private func versions(plan: String, area: Area) throws(PipelineError) -> [[FileVersion]] {
        let all = try PipelineError.wrapping { () throws(LedgerError) in
            try ledger.history(plan: plan, area: area)
        }
        var paths: [[FileVersion]] = []
        for version in all {
            if let first = paths.last?.first, first.path.utf8.elementsEqual(version.path.utf8) {
                paths[paths.count - 1].append(version)
            } else {
                paths.append([version])
            }
        }
        return paths
    }

    private func named(
        _ path: String,
        among files: [History.File],
        plan: String
    ) throws(PipelineError) -> [History.File] {
        let exact = files.filter { $0.path.utf8.elementsEqual(path.utf8) }
        if !exact.isEmpty { return exact }
        let meant = files.filter { VoidedSubmission.names(path, $0.path) }
        if !meant.isEmpty { return meant }
        let nearest =
            Suggestion.nearest(to: path, among: files.map(\.path))
            ?? files.first { $0.path.hasSuffix("/" + path) }?.path
        throw .missing(
            "Sổ nhận của kế hoạch \"\(plan)\" không có tệp \"\(path)\"."
                + Suggestion.question(nearest)
        )
    }

    /// Refuses a plan that the ledger has never seen.
    func require(plan: String) throws(PipelineError) {
        let known = try PipelineError.wrapping { () throws(LedgerError) in try ledger.plans() }
        guard !known.contains(plan) else { return }
        throw .missing(
            "Sổ nhận chưa có kế hoạch \"\(plan)\""
                + (known.isEmpty ? "." : "; có: \(known.joined(separator: ", ")).")
                + Suggestion.question(for: plan, among: known)
        )
    }

    /// The submissions that decisions void, by the decisions' names, as the plan stands in the
    /// ledger now; none where it cannot be read, which is no reason to hide the history.
    private func voids(of plan: String) -> [(String, VoidedSubmission)] {
        let last = Instant(seconds: .max)
        guard
            let config = try? ledger.versions(
                plan: plan,
                area: .config,
                asOf: last,
                knownAt: last
            )
        else { return [] }
        var texts: [String: [UInt8]] = [:]
        for version in config {
            guard let path = try? ledger.original(version.sha256) else { return [] }
            texts[version.path] = try? PlanInput.read(path)
        }
        guard let files = try? PlanFiles(texts, plan: plan) else { return [] }
        return files.decisions.flatMap { decision in
            let isEverInForce = decision.expires.map { decision.date < $0 } ?? true
            let name =
                "Quyết định số \(decision.number) ngày \(decision.date.slashed)"
                + (decision.expires.map { ", đến trước ngày \($0.slashed)" } ?? "")
            return isEverInForce ? files.voids([decision]).map { (name, $0) } : []
        }
    }
}
