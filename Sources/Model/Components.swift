/// Which members of a graph lead back to each other: Tarjan's strongly connected components.
///
/// It keeps a stack of its own, since a hostile graph is as deep as it is large, and takes time in
/// proportion to the graph.
package struct Components {
    /// The component of each member; two of the same component lead to each other.
    package private(set) var numbers: [Int]
    private let edges: [[Int]]
    /// The order in which members were first seen.
    private var order: [Int?]
    /// The earliest member that each leads back to.
    private var earliest: [Int]
    private var isPlaced: [Bool]
    private var open: [Int] = []
    private var count = 0

    /// Looks over a graph; `edges` are the members that each leads to.
    package init(_ edges: [[Int]]) {
        self.edges = edges
        numbers = Array(repeating: 0, count: edges.count)
        order = Array(repeating: nil, count: edges.count)
        earliest = numbers
        isPlaced = Array(repeating: false, count: edges.count)
        for member in edges.indices where order[member] == nil { visit(member) }
    }

    /// Whether a member leads to itself, at once or through others.
    package func isCircular(_ member: Int) -> Bool {
        edges[member].contains { numbers[$0] == numbers[member] }
    }

    private mutating func visit(_ start: Int) {
        var path: [(member: Int, next: Int)] = []
        enter(start, &path)
        while let (member, next) = path.last {
            if next < edges[member].count {
                path[path.count - 1].next += 1
                let other = edges[member][next]
                if let seen = order[other] {
                    if !isPlaced[other] { earliest[member] = min(earliest[member], seen) }
                } else {
                    enter(other, &path)
                }
                continue
            }
            path.removeLast()
            if earliest[member] == order[member] { close(member) }
            if let below = path.last?.member {
                earliest[below] = min(earliest[below], earliest[member])
            }
        }
    }

    private mutating func enter(_ member: Int, _ path: inout [(member: Int, next: Int)]) {
        order[member] = count
        earliest[member] = count
        count += 1
        open.append(member)
        path.append((member, 0))
    }

    private mutating func close(_ member: Int) {
        while let last = open.popLast() {
            numbers[last] = member
            isPlaced[last] = true
            if last == member { return }
        }
    }
}
