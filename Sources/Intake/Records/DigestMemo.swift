internal import Model

/// Remembers what cells came to, by the digest of their bytes: units, enum values.
///
/// A register names the same few units and values in each of its million rows; one probe here costs
/// a tenth of what hashing the cell into a dictionary does.
struct DigestMemo {
    private var slots: [(digest: Digest, value: Int32)]
    private var count = 0
    private static let free: Int32 = -1

    init() { slots = DigestMemo.empty(16) }

    private static func empty(_ capacity: Int) -> [(digest: Digest, value: Int32)] {
        Array(repeating: (Digest(high: 0, low: 0), free), count: capacity)
    }

    subscript(digest: Digest) -> Int? {
        let slot = slots[slot(of: digest)]
        return slot.value == DigestMemo.free ? nil : Int(slot.value)
    }

    /// Remembers a value, which is 0 or more.
    mutating func insert(_ value: Int, for digest: Digest) {
        if count * 2 > slots.count {
            let old = slots
            slots = DigestMemo.empty(old.count * 2)
            for entry in old where entry.value != DigestMemo.free {
                slots[slot(of: entry.digest)] = entry
            }
        }
        let slot = slot(of: digest)
        if slots[slot].value == DigestMemo.free { count += 1 }
        slots[slot] = (digest, Int32(truncatingIfNeeded: value))
    }

    /// The slot where a digest stands or would stand.
    private func slot(of digest: Digest) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: digest.low) & mask
        while slots[slot].value != DigestMemo.free {
            let found = slots[slot].digest
            if found.low == digest.low, found.high == digest.high { break }
            slot = (slot + 1) & mask
        }
        return slot
    }
}
