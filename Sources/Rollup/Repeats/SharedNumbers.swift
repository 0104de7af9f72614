/// Numbers of records, each beside the first one that has the same of something: a work, or a
/// title.
///
/// Of millions of records tens of thousands share something, mostly two by two: they are held as
/// pairs, not in a list for each first one.
struct SharedNumbers: Sendable {
    private struct Pair {
        let first: Int32
        let other: Int32

        static func precedes(_ a: Pair, _ b: Pair) -> Bool {
            a.first == b.first ? a.other < b.other : a.first < b.first
        }
    }

    private var pairs: [Pair] = []

    init() {}

    /// What the parts found, none of which has a first one of another.
    init(_ parts: [SharedNumbers]) {
        pairs.reserveCapacity(parts.reduce(0) { $0 + $1.pairs.count })
        for part in parts { pairs += part.pairs }
        pairs.sort(by: Pair.precedes)
    }

    mutating func add(_ other: Int32, sharingWith first: Int32) {
        pairs.append(Pair(first: first, other: other))
    }

    /// How many share something with one before them.
    var count: Int { pairs.count }

    /// Gives the numbers that share one thing, in their order and by the order of the first ones.
    func forEachGroup(_ body: (_ numbers: [Int32]) -> Void) {
        var start = 0
        while start < pairs.count {
            var numbers = [pairs[start].first]
            var end = start
            while end < pairs.count, pairs[end].first == pairs[start].first {
                numbers.append(pairs[end].other)
                end += 1
            }
            body(numbers)
            start = end
        }
    }
}
