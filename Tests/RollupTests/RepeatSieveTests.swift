import Testing
import TestSupport

@testable import Rollup

@Suite("Hashes that may come in more than once")
struct RepeatSieveTests {
    @Test(arguments: [1_000_000, 5_000])
    func noRepeatedHashIsPassedOverAndFewOthersAreKept(most: Int) {
        var numbers = SplitMix64(seed: 11)
        for count in [1, 2, 100, 20_000] {
            let once = (0..<count).map { _ in numbers.next() }
            let twice = (0..<(count / 50)).map { _ in numbers.next() }
            var (foundOnce, foundTwice) = (0, 0)
            for var sieve in RepeatSieve.sieves(for: count, most: most) {
                for hash in once + twice + twice { sieve.add(hash) }
                foundTwice += twice.count(where: sieve.mayRepeat)
                foundOnce += once.count(where: sieve.mayRepeat)
            }
            #expect(foundTwice == twice.count)
            #expect(foundOnce <= count / 8)
        }
    }

    @Test func manyHashesTakeSeveralSieves() {
        #expect(Array(RepeatSieve.sieves(for: 20_000, most: 5_000)).count == 4)
        #expect(Array(RepeatSieve.sieves(for: 0, most: 5_000)).count == 1)
    }

    @Test func moreHashesThanExpectedCostTimeOnly() {
        var numbers = SplitMix64(seed: 12)
        let hashes = (0..<50_000).map { _ in numbers.next() }
        for var sieve in RepeatSieve.sieves(for: 1) {
            for hash in hashes + hashes { sieve.add(hash) }
            #expect(hashes.allSatisfy(sieve.mayRepeat))
        }
    }
}
