package import Model

/// When a file counts as received, fixed at its first sight (CONTRACT §2, §11.25).
package struct Receipt: Hashable, Sendable {
    /// The time from which an as-of time takes the file.
    package var at: Instant
    /// Whether the path names a day after the clock, which then counts as the clock.
    package var isDatedAhead: Bool

    /// The receipt of a file in the drop folder.
    ///
    /// The outermost date that a part of the path begins with is what the registry stamped; without
    /// one the earlier of modification time and clock counts, because a copied file may carry a
    /// time that has not come yet.
    package init(path: String, modified: Instant, clock: Instant) {
        guard let day = Receipt.day(in: path) else {
            at = min(modified, clock)
            isDatedAhead = false
            return
        }
        isDatedAhead = day > clock.day
        at = isDatedAhead ? clock : Instant(startOf: day)
    }

    /// The receipt of a file of the plan itself: when it was first seen.
    package init(firstSeen clock: Instant) {
        at = clock
        isDatedAhead = false
    }

    /// The outermost day that a part of a path begins with.
    package static func day(in path: String) -> Day? { StampedDay.day(in: path) }
}
