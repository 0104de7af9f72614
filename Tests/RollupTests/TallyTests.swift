import Model
import Rollup
import TestSupport
import Testing

@Suite("What is counted of some records")
struct TallyTests {
    private func tally(_ numbers: some Sequence<Quantity>) -> Tally {
        var tally = Tally()
        for number in numbers {
            tally.isPresent = true
            tally.count += 1
            tally.add(number)
        }
        return tally
    }

    @Test func partsMergeIntoTheWholeHoweverTheyAreCut() {
        let broken = firstBroken(seeds: 0..<200) { random in
            (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
                Quantity(
                    Int128(Int.random(in: -50...50, using: &random)),
                    over: Int128(Int.random(in: 1...6, using: &random))
                )
            }
        } holds: { numbers in
            let whole = tally(numbers)
            return (0...numbers.count).allSatisfy { cut in
                var merged = tally(numbers[..<cut])
                merged.merge(tally(numbers[cut...]))
                return merged == whole
            }
        }
        #expect(broken == nil)
    }

    @Test func noRecordHasNoNumberAndIsNotPresent() {
        var tally = Tally()
        tally.merge(Tally())
        #expect(!tally.isPresent && tally.count == 0)
        #expect(tally.sum == nil && tally.least == nil && tally.greatest == nil)
    }

    @Test func aSumThatLeavesTheRangeIsNoneFromThenOn() {
        let most = Quantity(Int.max)
        var tally = tally([most, most])
        #expect(tally.sum == nil)
        tally.merge(self.tally([Quantity(1)]))
        #expect(tally.sum == nil)
        var other = self.tally([Quantity(1)])
        other.merge(tally)
        #expect(other.sum == nil)
    }
}
