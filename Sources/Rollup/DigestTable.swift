internal import Model

/// A hash table from digests to record numbers, open addressing, nothing allocated per key.
struct DigestTable {
    private var slots: [Int32]
    private var mask: Int
    private(set) var digests: [Digest] = []
    /// For each known digest, in order of arrival, the number that stands for it.
    private(set) var values: [Int32] = []

    init(expecting count: Int) {
        var capacity = 16
        while capacity < count * 2 { capacity *= 2 }
        slots = [Int32](repeating: -1, count: capacity)
        mask = capacity - 1
    }

    /// Enters a value and gives the one that stood there before, or nil.
    mutating func replace(_ digest: Digest, with value: Int32) -> Int32? {
        let entry = entry(for: digest)
        if let entry = entry.known {
            let old = values[entry]
            values[entry] = value
            return old
        }
        add(digest, value, at: entry.slot)
        return nil
    }

    /// The value that stands for a digest; enters `value` where there is none.
    mutating func first(_ digest: Digest, else value: Int32) -> Int32 {
        let entry = entry(for: digest)
        if let known = entry.known { return values[known] }
        add(digest, value, at: entry.slot)
        return value
    }

    private func entry(for digest: Digest) -> (known: Int?, slot: Int) {
        var slot = Int(truncatingIfNeeded: digest.low) & mask
        while slots[slot] >= 0 {
            let entry = Int(slots[slot])
            if digests[entry] == digest { return (entry, slot) }
            slot = (slot + 1) & mask
        }
        return (nil, slot)
    }

    private mutating func add(_ digest: Digest, _ value: Int32, at slot: Int) {
        slots[slot] = Int32(digests.count)
        digests.append(digest)
        values.append(value)
        guard digests.count * 2 > slots.count else { return }
        let capacity = slots.count * 2
        slots = [Int32](repeating: -1, count: capacity)
        mask = capacity - 1
        for (index, digest) in digests.enumerated() {
            var slot = Int(truncatingIfNeeded: digest.low) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(index)
        }
    }
}
