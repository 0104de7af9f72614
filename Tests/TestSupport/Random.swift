/// A seeded generator: the same seed gives the same cases on every machine.
package struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Checks a property on made cases; the first seed that breaks it is named.
///
/// - Returns: The seed that broke the property, or nil.
package func firstBroken<Case>(
    seeds: Range<UInt64>,
    make: (inout SplitMix64) -> Case,
    holds: (Case) throws -> Bool
) rethrows -> UInt64? {
    for seed in seeds {
        var random = SplitMix64(seed: seed)
        if try !holds(make(&random)) { return seed }
    }
    return nil
}
