/// Day numbers seen: a few by themselves, then as bits, for a register of a million rows has few
/// days.
struct DaySet {
    /// The days, while they are few.
    private var few: [Int32] = []
    /// The days as bits; empty while they are few.
    private var bits: [UInt64] = []
    private var others: Set<Int32> = []
    private static let most = 16

    /// Adds a day; whether it was not there yet.
    @discardableResult
    mutating func insert(_ day: Int32) -> Bool {
        guard day >= 0, day < 65_536 else { return others.insert(day).inserted }
        if bits.isEmpty {
            if few.contains(day) { return false }
            few.append(day)
            if few.count > DaySet.most { spread() }
            return true
        }
        let bit: UInt64 = 1 << UInt64(day & 63)
        let isNew = bits[Int(day) >> 6] & bit == 0
        bits[Int(day) >> 6] |= bit
        return isNew
    }

    /// Makes bits of the days, which are no longer few.
    private mutating func spread() {
        bits = [UInt64](repeating: 0, count: 1024)
        for day in few { bits[Int(day) >> 6] |= 1 << UInt64(day & 63) }
        few = []
    }

    mutating func remove(_ day: Int32) {
        guard day >= 0, day < 65_536 else {
            others.remove(day)
            return
        }
        if bits.isEmpty {
            few.removeAll { $0 == day }
        } else {
            bits[Int(day) >> 6] &= ~(1 << UInt64(day & 63))
        }
    }

    var members: Set<Int32> {
        var members = others
        members.formUnion(few)
        for (word, value) in bits.enumerated() where value != 0 {
            var rest = value
            while rest != 0 {
                members.insert(Int32(word * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return members
    }
}
