internal import Model

/// Where units stood that changed their superior: a submitter reports for those that were below it
/// when the thing was done, whatever the tree of the report's last day.
struct EarlierTrees: Sendable {
    private struct Tree {
        var span: DateSpan
        /// The parent of each unit of the report's roster.
        var parents: [Int?]
    }

    /// One a stretch of days between which units moved, in order; empty where none ever did.
    private let trees: [Tree]

    init(_ lines: [Unit], _ roster: Roster) {
        let moved = Dictionary(grouping: lines, by: \.id).values.filter { entries in
            Set(entries.map(\.parent)).count > 1
        }
        let days = Set(moved.joined().compactMap(\.validFrom)).sorted()
        let first = Day(number: -1_000_000)
        let last = Day(number: 10_000_000)
        trees =
            moved.isEmpty
            ? []
            : zip([first] + days, days + [last]).map { from, next in
                let placed = Roster(lines: lines, on: from)
                return Tree(
                    span: DateSpan(from: from, to: next.adding(-1)),
                    parents: roster.units.map { unit in
                        placed.index(of: unit.id).flatMap { placed.units[$0].parent }
                            .flatMap(roster.index)
                    }
                )
            }
    }

    /// The units that others stood right below on some day.
    var parents: Set<Int> { Set(trees.flatMap(\.parents).compactMap(\.self)) }

    /// Whether a unit was another one or stood below it on any day of a span.
    func wasWithin(_ unit: Int, _ ancestor: Int, during span: DateSpan) -> Bool {
        trees.contains { tree in
            guard tree.span.from <= span.to, span.from <= tree.span.to else { return false }
            var current: Int? = unit
            while let step = current {
                if step == ancestor { return true }
                current = tree.parents[step]
            }
            return false
        }
    }
}
