internal import Model

/// A hash table from digests to record numbers, open addressing, nothing allocated per key.
struct DigestTable {
    /// For each slot the upper half of a digest and, below it, the place of its entry plus 1; 0 is free.
    ///
    /// With a part of the digest in the slot, a probe goes to `digests`, which is far away in memory,
    /// for the entry that it looks for and for hardly any other.
    private var slots: [UInt64]
    private var mask: Int
    private(set) var digests: [Digest] = []
    /// For each known digest, in order of arrival, the number that stands for it.
    private(set) var values: [Int32] = []

    init(expecting count: Int) {
        var capacity = 16
        while capacity < count * 2 { capacity *= 2 }
        slots = [UInt64](repeating: 0, count: capacity)
        mask = capacity - 1
        digests.reserveCapacity(count)
        values.reserveCapacity(count)
    }

    /// Enters a value and gives the one that stood there before, or nil.
    mutating func replace(_ digest: Digest, with value: Int32) -> Int32? {
        let entry = entry(for: digest)
        guard let known = entry.known else {
            add(digest, value, at: entry.slot)
            return nil
        }
        let old = values[known]
        values[known] = value
        return old
    }

    /// The value that stands for a digest; enters `value` where there is none.
    mutating func first(_ digest: Digest, else value: Int32) -> Int32 {
        let entry = entry(for: digest)
        if let known = entry.known { return values[known] }
        add(digest, value, at: entry.slot)
        return value
    }

    private static func tag(_ digest: Digest) -> UInt64 { digest.high >> 32 }

    private func entry(for digest: Digest) -> (known: Int?, slot: Int) {
        let tag = DigestTable.tag(digest)
        var slot = Int(truncatingIfNeeded: digest.low) & mask
        while slots[slot] != 0 {
            if slots[slot] >> 32 == tag {
                let entry = Int(slots[slot] & 0xFFFF_FFFF) - 1
                let found = digests[entry]
                if found.high == digest.high, found.low == digest.low { return (entry, slot) }
            }
            slot = (slot + 1) & mask
        }
        return (nil, slot)
    }

    private mutating func add(_ digest: Digest, _ value: Int32, at slot: Int) {
        digests.append(digest)
        values.append(value)
        slots[slot] = DigestTable.tag(digest) << 32 | UInt64(digests.count)
        if digests.count * 2 > slots.count { grow() }
    }

    private mutating func grow() {
        let capacity = slots.count * 2
        slots = [UInt64](repeating: 0, count: capacity)
        mask = capacity - 1
        for (index, digest) in digests.enumerated() {
            var slot = Int(truncatingIfNeeded: digest.low) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = DigestTable.tag(digest) << 32 | UInt64(index + 1)
        }
    }
}
