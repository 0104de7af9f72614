/// The days from one to another, both included.
package struct DateSpan: Hashable, Sendable {
    /// The first day.
    package var from: Day
    /// The last day, which belongs to the span; a day before ``from`` makes the span empty.
    package var to: Day

    package init(from: Day, to: Day) {
        self.from = from
        self.to = to
    }

    /// Whether a day lies in the span, its ends included.
    @inlinable package func contains(_ day: Day) -> Bool { from <= day && day <= to }

    /// Whether another span lies wholly in this one.
    package func contains(_ other: DateSpan) -> Bool { from <= other.from && other.to <= to }

    /// Whether two spans, neither of them empty, have a day in common.
    package func overlaps(_ other: DateSpan) -> Bool { from <= other.to && other.from <= to }

    /// Whether no day lies in it.
    package var isEmpty: Bool { to < from }

    /// The days that lie in another span too; empty where none does.
    package func part(in other: DateSpan) -> DateSpan {
        DateSpan(from: max(from, other.from), to: min(to, other.to))
    }
}
