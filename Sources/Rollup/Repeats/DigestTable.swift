internal import Model

/// A hash table from digests to record numbers, open addressing, nothing allocated per key.
///
/// It holds no digests: half a million of them would be as much memory again as the table, and to
/// take it up for the first time costs more than to look among it. Who asks says which digest a
/// number stands for; that is asked for the few that may be equal.
struct DigestTable {
    /// For each slot the upper half of a digest and, below it, the number that stands for it plus
    /// 1; 0 is free.
    private var slots: [UInt64]
    private var mask: Int
    private var count = 0

    init(expecting count: Int) {
        var capacity = 16
        while capacity < count * 2 { capacity *= 2 }
        slots = [UInt64](repeating: 0, count: capacity)
        mask = capacity - 1
    }

    /// Enters a number for a digest and gives the one that stood there before, or nil.
    mutating func replace(
        _ digest: Digest,
        with number: Int32,
        _ identity: (Int32) -> Digest
    ) -> Int32? {
        let (slot, known) = find(digest, identity)
        slots[slot] = DigestTable.slot(digest, number)
        if known == nil { grow(identity) }
        return known
    }

    /// The number that stands for a digest; enters `number` where there is none.
    mutating func first(
        _ digest: Digest,
        else number: Int32,
        _ identity: (Int32) -> Digest
    ) -> Int32 {
        let (slot, known) = find(digest, identity)
        if let known { return known }
        slots[slot] = DigestTable.slot(digest, number)
        grow(identity)
        return number
    }

    private static func slot(_ digest: Digest, _ number: Int32) -> UInt64 {
        (digest.high & ~0xFFFF_FFFF) | UInt64(UInt32(bitPattern: number) + 1)
    }

    private func find(
        _ digest: Digest,
        _ identity: (Int32) -> Digest
    ) -> (slot: Int, known: Int32?) {
        var slot = Int(truncatingIfNeeded: digest.low) & mask
        while slots[slot] != 0 {
            if slots[slot] >> 32 == digest.high >> 32 {
                let number = Int32(bitPattern: UInt32(truncatingIfNeeded: slots[slot]) - 1)
                let found = identity(number)
                if found.high == digest.high, found.low == digest.low { return (slot, number) }
            }
            slot = (slot + 1) & mask
        }
        return (slot, nil)
    }

    /// Counts a new digest, and makes room where half of the slots are taken.
    private mutating func grow(_ identity: (Int32) -> Digest) {
        count += 1
        guard count * 2 > slots.count else { return }
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        mask = slots.count - 1
        for entry in old where entry != 0 {
            let number = Int32(bitPattern: UInt32(truncatingIfNeeded: entry) - 1)
            var slot = Int(truncatingIfNeeded: identity(number).low) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }
}

extension DigestTable {
    /// One of the parts into which digests fall, so that no table has to hold all of a large
    /// register: small ones stay in the processor's memory, and two cores look into two of them.
    struct Part: Sendable {
        fileprivate let number: UInt64
        fileprivate let mask: UInt64
        /// About how many digests are in it.
        let share: Int

        /// Whether a digest with this half, of whatever kind, belongs to the part.
        func holds(_ half: UInt64) -> Bool { half & mask == number }
    }

    /// The number of digests that a table should not go beyond by much.
    private static let mostInPart = 1 << 17
    /// The number of digests below which all are in one part.
    private static let fewest = 1 << 17

    /// What each part of so many digests comes to.
    static func inParts<Result: Sendable>(
        of total: Int,
        _ work: @escaping @Sendable (Part) -> Result
    ) -> [Result] {
        // A few are done sooner than handed over to another core.
        var count = total < fewest ? 1 : 2
        while total / count > mostInPart { count *= 2 }
        let parts = (0..<count).map {
            Part(number: UInt64($0), mask: UInt64(count - 1), share: total / count)
        }
        return concurrentMap(parts, work)
    }
}
