/// The units of a plan (danh mục đơn vị) as they stand for one report, in the order of reports.
///
/// A unit is named and placed as on the window's last day (CONTRACT §11.18).
package struct Roster: Sendable {
    /// The units in the order of reports: `Thứ tự`, then the order of the file.
    package let units: [Unit]
    /// The index of each unit's parent; nil for a top unit or where the parent is not in the
    /// roster.
    package let parents: [Int?]
    /// The indexes of each unit's direct children, in order.
    package let children: [[Int]]
    private let indexes: [String: Int]

    /// Finds who stands below whom; of an id that occurs twice the last line counts.
    package init(units: [Unit]) {
        self.units = units
        var indexes: [String: Int] = [:]
        for (index, unit) in units.enumerated() { indexes[unit.id] = index }
        var parents: [Int?] = []
        var children = [[Int]](repeating: [], count: units.count)
        for (index, unit) in units.enumerated() {
            let parent = unit.parent.flatMap { indexes[$0] }
            parents.append(parent)
            if let parent { children[parent].append(index) }
        }
        self.indexes = indexes
        self.parents = parents
        self.children = children
    }

    /// The index of a unit by its id; nil for one that the roster does not have.
    package func index(of id: String) -> Int? { indexes[id] }

    /// A unit and all below it, in the order of reports.
    package func subtree(_ root: Int) -> [Int] {
        var found: [Int] = []
        var open = [root]
        while let next = open.popLast() {
            found.append(next)
            open += children[next]
        }
        return found.sorted()
    }

    /// Whether a unit is another one or lies below it.
    package func isWithin(_ unit: Int, _ ancestor: Int) -> Bool {
        var current: Int? = unit
        while let step = current {
            if step == ancestor { return true }
            current = parents[step]
        }
        return false
    }

    /// The number of steps from a unit down to the lowest one below it; 0 for a unit with none.
    ///
    /// Clusters are left out: they stand beside the tree.
    package func height(_ unit: Int) -> Int {
        var height = 0
        // Level by level: a roster may be as deep as it has lines, a stack is not.
        var level = [unit]
        while true {
            level = level.flatMap { children[$0] }.filter { !units[$0].kind.isCluster }
            guard !level.isEmpty else { return height }
            height += 1
        }
    }
}
