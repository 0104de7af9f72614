import Testing
import TestSupport

@testable import Rollup

@Suite("Hashes that may come in more than once")
struct RepeatSieveTests {
    @Test func noRepeatedHashIsPassedOverAndFewOthersAreKept() {
        var numbers = SplitMix64(seed: 11)
        for count in [1, 2, 100, 20_000] {
            let once = (0..<count).map { _ in numbers.next() }
            let twice = (0..<(count / 50)).map { _ in numbers.next() }
            var sieve = RepeatSieve(expecting: count)
            for hash in once + twice + twice { sieve.add(hash) }
            #expect(twice.allSatisfy(sieve.mayRepeat))
            #expect(once.count(where: sieve.mayRepeat) <= count / 8)
        }
    }

    @Test func moreHashesThanExpectedCostTimeOnly() {
        var numbers = SplitMix64(seed: 12)
        let hashes = (0..<50_000).map { _ in numbers.next() }
        var sieve = RepeatSieve(expecting: 1)
        for hash in hashes + hashes { sieve.add(hash) }
        #expect(hashes.allSatisfy(sieve.mayRepeat))
    }
}
