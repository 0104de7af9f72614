/// Whose the records of each unit are on the tree of one day: closed units stand with those that
/// took them over (CONTRACT §2, changes.csv).
///
/// A pure function of the roster and the changes; the order of either file does not matter.
package struct Restatement: Sendable {
    /// What became of a unit by the day.
    package enum Fate: Hashable, Sendable {
        /// It stands on the day, or is yet to be founded.
        case stands
        /// It went over as a whole, step by step: its figures may be summed into the last one's.
        case merged
        /// It was split, or one of those that took it over was: its main successor carries its
        /// history and nothing is apportioned.
        case split
        /// It was closed and nobody is named to carry it on: it stays as it was.
        case closed
    }

    /// The day on whose tree the records are placed.
    package let day: Day
    /// For each unit of the roster, whose its records are; itself where it stands or stays.
    package let successors: [Int]
    /// What became of each unit of the roster by the day.
    package let fates: [Fate]
    /// For each unit that another one carries on, those that did so one after another.
    package let paths: [[Int]]
    /// The first day on which each unit was no more, where that day has come.
    package let closings: [Day?]

    /// Follows each unit of a roster up to a day.
    package init(of roster: Roster, changes: ChangeLog, on day: Day) {
        self.day = day
        closings = roster.units.map { unit in unit.validTo.flatMap { $0 <= day ? $0 : nil } }
        var successors = Array(roster.units.indices)
        var fates = [Fate](repeating: .stands, count: roster.units.count)
        var paths = [[Int]](repeating: [], count: roster.units.count)
        for start in roster.units.indices where closings[start] != nil {
            var current = start
            var isWhole = true
            var path: [Int] = []
            while let closed = closings[current],
                let step = changes.heir(of: roster.units[current].id, closed: closed),
                let next = roster.index(of: step.id), next != start, !path.contains(next)
            {
                isWhole = isWhole && step.isWhole
                path.append(next)
                current = next
            }
            // Who was carried on only to be closed in turn is carried on by nobody.
            guard closings[current] == nil else {
                fates[start] = .closed
                continue
            }
            successors[start] = current
            fates[start] = isWhole ? .merged : .split
            paths[start] = path
        }
        self.successors = successors
        self.fates = fates
        self.paths = paths
    }

    /// Whether every unit stands as it did.
    package var isIdentity: Bool { fates.allSatisfy { $0 == .stands } }

    /// The tree of the day over a report's units, in the order and with the indexes of the roster.
    ///
    /// `units` are those of the report as it was and `root` its node; `placed` is the roster as its
    /// lines place it on the day. Units that others carry on are taken out; one whose place lies
    /// outside the report is put right below the root. What carries on others existed as long as
    /// they did.
    package func tree(of roster: Roster, placed: Roster, units: [Int], root: Int) -> Roster {
        let top = successors[root]
        let standing = Set(units.map { successors[$0] } + [top])
        var carried: [Int: [Int]] = [:]
        for unit in units where successors[unit] != unit {
            carried[successors[unit], default: []].append(unit)
        }
        var restated = roster.units
        for index in restated.indices {
            restated[index].parent = nil
            guard standing.contains(index) else { continue }
            let place = placed.index(of: roster.units[index].id).map { placed.units[$0] }
            var unit = place ?? roster.units[index]
            // A report whose root is yet to be closed ends with it on either tree.
            if fates[index] == .closed || (index == root && index == top) {
                unit.validTo = roster.units[index].validTo
            } else {
                unit.validTo = nil
            }
            for other in carried[index] ?? [] {
                let from = roster.units[other].validFrom
                unit.validFrom = unit.validFrom.flatMap { own in from.map { min(own, $0) } }
            }
            let parent = unit.parent.flatMap(roster.index(of:)).map { successors[$0] }
            unit.parent = nil
            if index != top {
                unit.parent =
                    roster.units[
                        parent.map { standing.contains($0) && $0 != index } == true
                            ? parent ?? top : top
                    ].id
            }
            restated[index] = unit
        }
        // Two that were merged into units above each other would stand in a ring.
        for index in standing.sorted() where index != top {
            var seen: Set<Int> = []
            var current = index
            while current != top, seen.insert(current).inserted,
                let parent = restated[current].parent.flatMap(roster.index(of:))
            {
                current = parent
            }
            if current != top { restated[index].parent = restated[top].id }
        }
        return Roster(units: restated)
    }
}
