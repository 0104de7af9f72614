internal import Model

/// Counts how many different hashes there are in each of several groups.
///
/// They are put down first, group by group, and told apart afterwards: one small table serves all
/// groups in turn and stays in the processor's own memory, where a table for each would not.
struct DistinctHashes {
    private var groups: [[UInt64]]

    init(groups count: Int) { groups = [[UInt64]](repeating: [], count: count) }

    /// Puts a hash into a group.
    mutating func add(_ hash: UInt64, to group: Int) { groups[group].append(hash) }

    /// For each group how many different hashes it has.
    var counts: [Int] { counts(with: DistinctHashes(groups: groups.count)) }

    /// For each group how many different hashes it has in both together.
    func counts(with other: DistinctHashes) -> [Int] {
        let middle = groups.count / 2
        @Sendable func counts(_ range: Range<Int>) -> [Int] {
            var table: [UInt64] = []
            return range.map {
                DistinctHashes.count(of: groups[$0], other.groups[$0], &table)
            }
        }
        let (front, back) = concurrently(
            { counts(0..<middle) },
            { counts(middle..<groups.count) }
        )
        return front + back
    }

    /// The table is handed on from group to group, and cleared as far as it is used.
    private static func count(
        of hashes: [UInt64],
        _ others: [UInt64],
        _ table: inout [UInt64]
    ) -> Int {
        let total = hashes.count + others.count
        guard total > 1 else { return total }
        var size = 16
        while size < total * 2 { size *= 2 }
        if table.count < size {
            table = [UInt64](repeating: 0, count: size)
        } else {
            for slot in 0..<size { table[slot] = 0 }
        }
        // 0 says that a slot is free.
        var isZeroIn = false
        var count = 0
        for hashes in [hashes, others] {
            for hash in hashes {
                guard hash != 0 else {
                    isZeroIn = true
                    continue
                }
                var slot = Int(truncatingIfNeeded: hash) & (size - 1)
                while table[slot] != 0, table[slot] != hash { slot = (slot + 1) & (size - 1) }
                if table[slot] == 0 {
                    table[slot] = hash
                    count += 1
                }
            }
        }
        return count + (isZeroIn ? 1 : 0)
    }
}
