import Disk
package import LedgerStore
import Model

/// Gives the inputs of a plan's reports as the ledger has them: tonight's, or those of any past
/// night.
package struct PlanSource: Sendable {
    /// The ledger that is asked.
    package let ledger: Ledger
    /// The plan's id.
    package let plan: String

    package init(ledger: Ledger, plan: String) {
        self.ledger = ledger
        self.plan = plan
    }

    /// The inputs as seen from a viewpoint.
    ///
    /// `window` is a period's id; nil takes the plan's own for the as-of day.
    ///
    /// - Throws: ``PipelineError/usage(_:)`` for a window that is none.
    package func inputs(
        from viewpoint: Viewpoint,
        window: String?
    ) throws(PipelineError) -> PlanInputs {
        try inputs(from: viewpoint, window: window, checked: nil)
    }

    /// The same where the plan's files have been parsed already: they are not parsed again if the
    /// ledger's are byte for byte the same.
    func inputs(
        from viewpoint: Viewpoint,
        window: String?,
        checked: CheckedPlan?
    ) throws(PipelineError) -> PlanInputs {
        let (config, texts, files) = try planFiles(from: viewpoint, checked)
        let window = try RunFrame.window(window, of: files.plan, on: viewpoint.asOf.day)
        let idle = try idleVoids(of: files, window, from: viewpoint)
        let submissions = try submissions(of: files, window, from: viewpoint)
        return PlanInputs(
            asOf: viewpoint.asOf,
            window: window,
            files: files,
            texts: texts,
            config: config,
            submissions: submissions,
            withdrawn: try withdrawn(of: files, window, from: viewpoint, besides: submissions),
            idleDecisions: Set(idle.map(\.decision.line)),
            notices: try PipelineError.wrapping { () throws(LedgerError) in
                try ledger.notices(of: viewpoint.state)
            } + files.findings + idle.map(\.finding)
        )
    }

    /// The plan's own files as they stood at the as-of time (CONTRACT §11.13), read together.
    ///
    /// Where they contradict each other such a plan never was: files that nobody had seen by then
    /// are left out, and if need be the plan is the one that the last pass before had seen.
    private func planFiles(
        from viewpoint: Viewpoint,
        _ checked: CheckedPlan?
    ) throws(PipelineError) -> ([FileVersion], [String: [UInt8]], PlanFiles) {
        var failure: PipelineError?
        for reach in PlanReach.allCases {
            let (config, texts) = try planTexts(from: viewpoint, reach)
            if let checked, checked.texts == texts { return (config, texts, checked.files) }
            do throws(PipelineError) {
                return (config, texts, try PlanFiles(texts, plan: plan))
            } catch {
                guard case .invalid = error else { throw error }
                failure = failure ?? error
            }
        }
        throw failure ?? .unexpected("Không có tệp nào của kế hoạch \(plan).")
    }

    private func planTexts(
        from viewpoint: Viewpoint,
        _ reach: PlanReach
    ) throws(PipelineError) -> ([FileVersion], [String: [UInt8]]) {
        try PipelineError.wrapping { () throws(LedgerError) in
            let config = try ledger.versions(
                plan: plan,
                area: .config,
                asOf: viewpoint.asOf,
                knownAt: viewpoint.knownAt,
                upTo: viewpoint.state,
                seenBy: viewpoint.seenBy,
                reach: reach
            )
            var texts: [String: [UInt8]] = [:]
            for version in config {
                let path = try ledger.original(version.sha256)
                let (text, found) = try LedgerError.wrapping { () throws(FileError) in
                    let text = try PlanInput.read(path)
                    return (text, try SHA256.digest(of: text))
                }
                guard found == version.sha256 else {
                    throw .originalDamaged(sha256: version.sha256)
                }
                texts[version.path] = text
            }
            return (config, texts)
        }
    }

    /// The version of each submission that counts, decisions of the board included.
    private func submissions(
        of files: PlanFiles,
        _ window: Window,
        from viewpoint: Viewpoint
    ) throws(PipelineError) -> [FileVersion] {
        let acting = files.decisions.filter {
            $0.acts(on: viewpoint.asOf.day, window: window)
        }
        return try submissions(from: viewpoint, voids: files.voids(acting))
    }

    /// The submissions that were handed in for the window and taken away again, and what had lain
    /// where one that counts lies now.
    ///
    /// Those whose bytes the retention rule has removed can no longer be asked, by a run that is
    /// made again neither: what was handed in again counts as received with the next file that is
    /// still kept.
    private func withdrawn(
        of files: PlanFiles,
        _ window: Window,
        from viewpoint: Viewpoint,
        besides counting: [FileVersion]
    ) throws(PipelineError) -> [FileVersion] {
        let acting = files.decisions.filter { $0.acts(on: viewpoint.asOf.day, window: window) }
        return try PipelineError.wrapping { () throws(LedgerError) in
            guard try ledger.knowsEffects(at: viewpoint.state) else { return [] }
            let versions = try ledger.withdrawn(
                plan: plan,
                asOf: viewpoint.asOf,
                knownAt: viewpoint.knownAt,
                voids: files.voids(acting),
                upTo: viewpoint.state
            )
            guard !versions.isEmpty else { return [] }
            let paths = Set(counting.lazy.map { PathKey($0.path) })
            let prunings = try ledger.prunings()
            return versions.filter { version in
                prunings[version.sha256] == nil
                    && (window.span.from <= version.receivedAt.day
                        || paths.contains(PathKey(version.path)))
            }
        }
    }

    /// The version of each submission that counts where these are void.
    func submissions(
        from viewpoint: Viewpoint,
        voids: [VoidedSubmission]
    ) throws(PipelineError) -> [FileVersion] {
        try PipelineError.wrapping { () throws(LedgerError) in
            try ledger.versions(
                plan: plan,
                area: .submissions,
                asOf: viewpoint.asOf,
                knownAt: viewpoint.knownAt,
                voids: voids,
                upTo: viewpoint.state,
                seenBy: viewpoint.seenBy
            )
        }
    }
}
