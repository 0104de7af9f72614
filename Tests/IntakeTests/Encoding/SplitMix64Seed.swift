import TestSupport

/// Seeded generators for tests that need one of them.
enum SplitMix64Seed {
    static var seven: SplitMix64 { SplitMix64(seed: 7) }
}
