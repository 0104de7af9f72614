package import Model

/// The days from recognition to publication (LS-18).
package struct PostingFigures: Hashable, Sendable {
    /// For each exemplar with both dates, the later one not before the other.
    package var days: [Int] = []
    /// Those published before they were recognised: in no figure of days.
    package var reversed = 0
    /// Those recognised on a known day and published on none.
    package var unposted = 0

    /// Adds the exemplars of another unit.
    package mutating func add(_ other: PostingFigures) {
        days += other.days
        reversed += other.reversed
        unposted += other.unposted
    }

    /// The middle one of the numbers of days, or the mean of the two middle ones.
    package var median: Quantity? {
        let sorted = days.sorted()
        guard !sorted.isEmpty else { return nil }
        let middle = sorted.count / 2
        guard sorted.count % 2 == 0 else { return Quantity(sorted[middle]) }
        return Quantity(Int128(sorted[middle - 1] + sorted[middle]), over: 2)
    }

    /// The longest time, in days; nil where no exemplar has both dates.
    package var greatest: Int? { days.max() }

    /// How many were posted within so many days.
    package func count(within limit: Int) -> Int { days.count { $0 <= limit } }
}
