/// The hashed names of authors, each once.
///
/// The names are hashes already: a set of the library would hash each of them again.
struct AuthorSet {
    /// Open addressing; 0 is free.
    private var slots = [UInt64](repeating: 0, count: 16)
    private var used = 0
    private var hasZero = false

    var count: Int { used + (hasZero ? 1 : 0) }

    mutating func insert(_ name: UInt64) {
        guard name != 0 else {
            hasZero = true
            return
        }
        let slot = slot(of: name)
        guard slots[slot] == 0 else { return }
        slots[slot] = name
        used += 1
        if used * 2 > slots.count { grow() }
    }

    /// Where a name stands, or would stand.
    private func slot(of name: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: name) & (slots.count - 1)
        while slots[slot] != 0, slots[slot] != name { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func grow() {
        let names = slots
        slots = [UInt64](repeating: 0, count: names.count * 2)
        for name in names where name != 0 { slots[slot(of: name)] = name }
    }
}
