internal import Model

/// Which units stand below themselves on some day.
///
/// By all lines together a unit may seem to: B below C until 2023, C below B afterwards. So those
/// that lead to each other by the parents of any of their lines are looked at day by day, as a
/// roster takes them: each unit with the line that began last, before all of them with its first.
struct UnitCycles {
    /// The numbers of the lines whose parent stands below the unit.
    private(set) var lines: Set<Int> = []

    /// How many steps are gone up the trees of days, more than any roster needs.
    ///
    /// What is left then counts by all lines together.
    private static let mostSteps = 10_000_000

    init(_ lines: [String: [Unit]]) {
        let ids = lines.keys.sorted()
        let places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        let parents = ids.map { id in
            (lines[id] ?? []).compactMap { $0.parent.flatMap { places[$0] } }
        }
        let components = Components(parents)
        let circular = ids.indices.filter { components.isCircular($0) }
        guard !circular.isEmpty else { return }
        var tree = DayTree(count: ids.count, steps: UnitCycles.mostSteps)
        var changes: [(day: Int32, unit: Int, line: DayTree.Line)] = []
        for unit in circular {
            let own = (lines[ids[unit]] ?? []).sorted { a, b in
                (a.validFrom?.number ?? .min, a.line) < (b.validFrom?.number ?? .min, b.line)
            }
            for (order, line) in own.enumerated() {
                // A parent of another component never leads back.
                let parent = line.parent.flatMap { places[$0] }
                    .flatMap { components.numbers[$0] == components.numbers[unit] ? $0 : nil }
                let day = order == 0 ? .min : line.validFrom?.number ?? .min
                changes.append((day, unit, DayTree.Line(number: line.line, parent: parent)))
            }
        }
        changes.sort { ($0.day, $0.line.number) < ($1.day, $1.line.number) }
        var start = 0
        while start < changes.count {
            let day = changes[start].day
            let end = changes[start...].firstIndex { $0.day != day } ?? changes.count
            for change in changes[start..<end] { tree.put(change.line, at: change.unit) }
            for change in changes[start..<end] { tree.look(from: change.unit) }
            start = end
        }
        self.lines = tree.circular
        if tree.isExhausted {
            self.lines = Set(changes.filter { $0.line.parent != nil }.map(\.line.number))
        }
    }

    /// The units as they stand on one day after the other, each with at most one parent.
    private struct DayTree {
        struct Line {
            var number: Int
            var parent: Int?
        }

        private var units: [Line?]
        /// The search that came by each unit last.
        private var seen: [Int]
        private var search = 0
        private var steps: Int
        /// The lines that were found to lead back to their own units.
        private(set) var circular: Set<Int> = []

        init(count: Int, steps: Int) {
            units = Array(repeating: nil, count: count)
            seen = Array(repeating: 0, count: count)
            self.steps = steps
        }

        var isExhausted: Bool { steps <= 0 }

        mutating func put(_ line: Line, at unit: Int) { units[unit] = line }

        /// Goes up from a unit until the top, or until it comes by again.
        mutating func look(from unit: Int) {
            search += 1
            var current = unit
            while let line = units[current], let parent = line.parent, steps > 0 {
                guard seen[current] != search else { return }
                seen[current] = search
                steps -= 1
                current = parent
                if current == unit { return noteCircle(of: unit) }
            }
        }

        private mutating func noteCircle(of unit: Int) {
            var current = unit
            repeat {
                guard let line = units[current], let parent = line.parent else { return }
                circular.insert(line.number)
                current = parent
            } while current != unit
        }
    }
}
