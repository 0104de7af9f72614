import Model

/// Which version of each file counts at two times: received by one, seen by the other.
///
/// Of a path's versions the one seen last counts, whatever their dates of receipt: the drop folder
/// is the truth, also where an older file was copied over a newer one.
///
/// A file that disappeared is withdrawn from then on: it no longer counts as of a time at or after
/// its withdrawal, and still counts as of a time before, as it did then.
struct VersionChoice {
    var area: Area
    var asOf: Instant
    var knownAt: Instant
    var voids: [VoidedSubmission]
    /// Whether the ledger had seen any file of the area by `knownAt`.
    var isKnown: Bool

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
            let then = known.filter { $0.firstSeen <= asOf }
            candidates = then.isEmpty ? Array(known.prefix(1)) : then
        }
        guard var version = candidates.last else { return nil }
        version.replaced = candidates.dropLast().map {
            FileVersion.Earlier(
                id: $0.id,
                sha256: $0.sha256,
                size: $0.size,
                receivedAt: $0.receivedAt,
                firstSeen: $0.firstSeen
            )
        }
        return version
    }

    private func isWithdrawn(_ version: FileVersion) -> Bool {
        version.withdrawnAt.map { $0 <= asOf && $0 <= knownAt } ?? false
    }

    /// The versions that decisions void.
    private func voided(_ versions: [FileVersion]) -> Set<Int64> {
        voids.reduce(into: []) { $0.formUnion($1.ids(among: versions)) }
    }
}
