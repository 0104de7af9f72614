import Testing
import TestSupport

@testable import Judgement

@Suite("Different hashes of a group")
struct DistinctHashesTests {
    @Test func countsAsASetDoesInEachGroup() {
        var numbers = SplitMix64(seed: 3)
        for groups in [1, 2, 7, 40] {
            var hashes = DistinctHashes(groups: groups)
            var sets = [Set<UInt64>](repeating: [], count: groups)
            for _ in 0..<3000 {
                let group = Int.random(in: 0..<groups, using: &numbers)
                // Few different ones, 0 among them, and some that fall to one slot.
                let hash = UInt64.random(in: 0..<60, using: &numbers) << (group % 2 == 0 ? 0 : 40)
                hashes.add(hash, to: group)
                sets[group].insert(hash)
            }
            #expect(hashes.counts == sets.map(\.count))
        }
    }

    @Test func anEmptyGroupHasNoneAndTheZeroIsOne() {
        var hashes = DistinctHashes(groups: 3)
        hashes.add(0, to: 1)
        hashes.add(0, to: 1)
        hashes.add(5, to: 2)
        hashes.add(0, to: 2)
        #expect(hashes.counts == [0, 1, 2])
    }
}
