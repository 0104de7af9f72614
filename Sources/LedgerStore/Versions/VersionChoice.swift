import Model

/// How far back the files of a plan are taken to have been there.
package enum PlanReach: Hashable, Sendable, CaseIterable {
    /// Before a file is there its first version stands (CONTRACT §11.27).
    case standing
    /// Files that no pass had seen by then are absent.
    case seen
    /// The same, and each file is as the last pass had seen it: a plan that has been.
    case passed
}

/// Which version of each file counts at two times: received by one, seen by the other.
///
/// Of a path's versions the one seen last counts, whatever their dates of receipt: the drop folder
/// is the truth, also where an older file was copied over a newer one.
///
/// A file that disappeared is withdrawn from then on: it no longer counts as of a time at or after
/// its withdrawal, and still counts as of a time before, as it did then.
struct VersionChoice {
    var area: Area
    var reach: PlanReach
    var asOf: Instant
    var knownAt: Instant
    var voids: [VoidedSubmission]
    /// Whether the ledger had seen any file of the area by `knownAt`.
    var isKnown: Bool
    /// When the ledger first saw anything of the area.
    var firstSight: Instant

    /// The version of one path that counts, with those it replaced; `versions` are its own, the
    /// first seen first.
    func effective(of versions: [FileVersion]) -> FileVersion? {
        let void = voided(versions)
        let valid = versions.filter { !void.contains($0.id) && !isWithdrawn($0) }
        let candidates: [FileVersion]
        switch area {
        case .submissions:
            candidates = valid.filter { $0.receivedAt <= asOf && $0.firstSeen <= knownAt }
        case .config:
            // Before the first sight of any file of the plan the first versions stand (§11.27).
            // Once some were seen, `--known-at` is strict, so that an added file does not reach
            // back into runs that were made without it.
            let known = isKnown ? valid.filter { $0.firstSeen <= knownAt } : Array(valid.prefix(1))
            let then = known.filter { effect(of: $0) <= asOf }
            guard let first = versions.first, isThere(first) else { return nil }
            candidates = then.isEmpty && effect(of: first) > asOf ? Array(known.prefix(1)) : then
        }
        guard var version = candidates.last else { return nil }
        version.replaced = candidates.dropLast().map(\.past)
        return version
    }

    /// The versions of one path that were received and are withdrawn.
    func withdrawn(of versions: [FileVersion]) -> [FileVersion] {
        let void = voided(versions)
        return versions.filter {
            isWithdrawn($0) && !void.contains($0.id) && $0.receivedAt <= asOf
                && $0.firstSeen <= knownAt
        }
    }

    /// Since when a version of a file of the plan acts.
    private func effect(of version: FileVersion) -> Instant {
        reach == .passed ? version.firstSeen : version.effectiveAt
    }

    /// Whether a file with this first version is there, perhaps ahead of its time.
    private func isThere(_ first: FileVersion) -> Bool {
        reach == .standing || first.firstSeen <= max(asOf, firstSight)
    }

    private func isWithdrawn(_ version: FileVersion) -> Bool {
        guard let withdrawn = version.withdrawnAt, let gone = version.goneAt else { return false }
        return gone <= asOf && withdrawn <= knownAt
    }

    /// The versions that decisions void.
    private func voided(_ versions: [FileVersion]) -> Set<Int64> {
        voids.reduce(into: []) { $0.formUnion($1.ids(among: versions)) }
    }
}
