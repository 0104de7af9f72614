/// Day numbers seen, as bits: a register of a million rows has few days.
struct DaySet {
    private var bits = [UInt64](repeating: 0, count: 1024)
    private var others: Set<Int32> = []

    /// Adds a day; whether it was not there yet.
    @discardableResult
    mutating func insert(_ day: Int32) -> Bool {
        guard day >= 0, day < 65_536 else { return others.insert(day).inserted }
        let bit: UInt64 = 1 << UInt64(day & 63)
        let isNew = bits[Int(day) >> 6] & bit == 0
        bits[Int(day) >> 6] |= bit
        return isNew
    }

    mutating func remove(_ day: Int32) {
        if day >= 0, day < 65_536 {
            bits[Int(day) >> 6] &= ~(1 << UInt64(day & 63))
        } else {
            others.remove(day)
        }
    }

    var members: Set<Int32> {
        var members = others
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
