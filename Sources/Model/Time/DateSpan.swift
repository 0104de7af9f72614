/// The days from one to another, both included.
package struct DateSpan: Hashable, Sendable {
    package var from: Day
    package var to: Day

    package init(from: Day, to: Day) {
        self.from = from
        self.to = to
    }

    @inlinable package func contains(_ day: Day) -> Bool { from <= day && day <= to }

    package func contains(_ other: DateSpan) -> Bool { from <= other.from && other.to <= to }

    package func overlaps(_ other: DateSpan) -> Bool { from <= other.to && other.from <= to }

    package var isEmpty: Bool { to < from }

    /// The days that lie in another span too; empty where none does.
    package func part(in other: DateSpan) -> DateSpan {
        DateSpan(from: max(from, other.from), to: min(to, other.to))
    }
}
