internal import Intake
import LedgerStore
import Model

/// A decision to void a submission that does nothing.
struct IdleVoid {
    let decision: Decision
    /// What is said of it.
    let finding: Finding
}

extension PlanSource {
    /// The decisions that void a submission of which the ledger had seen none, or one of another
    /// unit than they name.
    func idleVoids(
        of files: PlanFiles,
        _ window: Window,
        from viewpoint: Viewpoint
    ) throws(PipelineError) -> [IdleVoid] {
        let acting = files.decisions.filter { decision in
            guard case .void = decision.kind else { return false }
            return decision.acts(on: viewpoint.asOf.day, window: window)
        }
        guard !acting.isEmpty else { return [] }
        let seen = try PipelineError.wrapping { () throws(LedgerError) in
            try ledger.history(
                plan: plan,
                area: .submissions,
                upTo: viewpoint.state,
                isCorrected: true
            )
        }.filter { $0.firstSeen <= viewpoint.knownAt }
        let byPath = Dictionary(grouping: seen) { PathKey($0.path) }
        func paths(_ decision: Decision) -> [String] {
            let voids = files.voids([decision])
            return byPath.values.compactMap { versions in
                voids.contains { !$0.ids(among: versions).isEmpty } ? versions.first?.path : nil
            }
        }
        return acting.compactMap { decision in
            guard paths(decision).isEmpty else { return nil }
            var ofAnyone = decision
            ofAnyone.unit = nil
            let owner = PathOwner(lines: files.units, on: decision.date)
            let owners = Set(paths(ofAnyone).compactMap(owner.unit)).sorted()
            let finding =
                owners.isEmpty
                ? FileFindings.voidsNothing(decision)
                : FileFindings.voidsAnothers(
                    decision,
                    of: decision.unit.map(owner.title) ?? "",
                    owners: owners.map(owner.title)
                )
            return IdleVoid(decision: decision, finding: finding)
        }
    }
}

extension PlanFiles {
    /// The submissions that decisions void: of those who are named only, and of who stands below
    /// them.
    func voids(_ decisions: [Decision]) -> [VoidedSubmission] {
        decisions.compactMap { decision in
            guard case .void(let target) = decision.kind else { return nil }
            let owner = PathOwner(lines: units, on: decision.date)
            return VoidedSubmission(
                target: target,
                decidedAt: Instant(endOf: decision.date),
                unit: decision.unit
            ) { path in
                guard let unit = decision.unit, let own = owner.unit(of: path) else { return true }
                return owner.isAtOrAbove(unit, own)
            }
        }
    }
}
