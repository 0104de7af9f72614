/// A seeded generator: a run can be had again by its seed.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }

    /// A number from 0 to below `bound`.
    mutating func roll(_ bound: Int) -> Int {
        bound < 2 ? 0 : Int(truncatingIfNeeded: (next() >> 32) % UInt64(bound))
    }

    /// Whether one chance in `odds` came up.
    mutating func hits(_ odds: Int) -> Bool { roll(odds) == 0 }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }
}
