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
            for sieve in RepeatSieve.sieves(for: count, most: most) {
                sieve.add(once + twice + twice)
                foundTwice += found(twice, sieve).count
                foundOnce += found(once, sieve).count
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
        for sieve in RepeatSieve.sieves(for: 1) {
            sieve.add(hashes + hashes)
            #expect(found(hashes, sieve) == hashes)
        }
    }

    @Test func hashesThatRepeatSideBySideAreFound() {
        var numbers = SplitMix64(seed: 13)
        let others = (0..<200).map { _ in numbers.next() }
        let hash = numbers.next()
        // In one chunk, at the ends of two, at the ends of the list.
        for places in [[0, 1], [10, 50], [63, 64], [0, 201], [130, 131]] {
            var hashes = others
            for place in places { hashes.insert(hash, at: place) }
            for sieve in RepeatSieve.sieves(for: hashes.count) {
                sieve.add(hashes)
                #expect(found(hashes, sieve).count { $0 == hash } == 2)
            }
        }
    }

    /// The hashes that a sieve says may repeat, in their order.
    private func found(_ hashes: [UInt64], _ sieve: RepeatSieve) -> [UInt64] {
        stride(from: 0, to: hashes.count, by: RepeatSieve.atOnce).flatMap { start in
            let chunk = hashes[start..<min(start + RepeatSieve.atOnce, hashes.count)]
            let bits = sieve.mayRepeat(chunk)
            return chunk.enumerated().filter { bits >> UInt64($0.offset) & 1 == 1 }.map(\.element)
        }
    }
}
