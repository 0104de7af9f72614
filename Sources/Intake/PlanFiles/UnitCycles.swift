internal import Model

/// Which units stand below themselves: ids that lead to each other by the parents of any of their lines.
///
/// Tarjan's components, with a stack of its own: a hostile roster is as deep as it is long.
struct UnitCycles {
    /// The component of each id; units of one component stand below each other.
    private var components: [String: Int] = [:]

    init(_ lines: [String: [Unit]]) {
        var search = Search(parents: lines.mapValues { $0.compactMap(\.parent) })
        for id in lines.keys where search.numbers[id] == nil { search.visit(id) }
        components = search.components
    }

    /// Whether a parent stands below the unit whose parent it is.
    func isCircular(_ id: String, parent: String) -> Bool {
        components[id] != nil && components[id] == components[parent]
    }

    private struct Search {
        let parents: [String: [String]]
        /// The order in which ids were first seen.
        var numbers: [String: Int] = [:]
        var components: [String: Int] = [:]
        /// The earliest id that each leads back to.
        private var earliest: [String: Int] = [:]
        private var open: [String] = []

        init(parents: [String: [String]]) { self.parents = parents }

        mutating func visit(_ start: String) {
            var path: [(id: String, next: Int)] = []
            enter(start, &path)
            while let (id, next) = path.last {
                let above = parents[id] ?? []
                if next < above.count {
                    path[path.count - 1].next += 1
                    let parent = above[next]
                    if numbers[parent] == nil {
                        enter(parent, &path)
                    } else if components[parent] == nil {
                        lower(id, to: numbers[parent])
                    }
                    continue
                }
                path.removeLast()
                if earliest[id] == numbers[id] { close(id) }
                if let below = path.last?.id { lower(below, to: earliest[id]) }
            }
        }

        private mutating func enter(_ id: String, _ path: inout [(id: String, next: Int)]) {
            numbers[id] = numbers.count
            earliest[id] = numbers[id]
            open.append(id)
            path.append((id, 0))
        }

        private mutating func lower(_ id: String, to number: Int?) {
            if let number, let own = earliest[id] { earliest[id] = min(own, number) }
        }

        private mutating func close(_ id: String) {
            while let last = open.popLast() {
                components[last] = numbers[id]
                if last == id { return }
            }
        }
    }
}
