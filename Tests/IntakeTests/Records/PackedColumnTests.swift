import TestSupport
import Testing

@testable import Intake

/// A packed column is the numbers that it was made of, however few bytes they take.
@Suite struct PackedColumnTests {
    @Test(
        arguments: [
            [], [7], [7, 7, 7], [5, 6, 7, 8], [.min], [.min, .min], [.min, 4], [4, .min, 5],
            [.max], [.min, .max], [.max - 1, .max], [-1, 0, 1, -1], [0, 253], [0, 254],
            [0, 255, 0],
            [0, 65_533, 1], [0, 65_534, 1], [0, 65_535, 1], [.max, 0, .min + 1],
        ] as [[Int32]]
    )
    func itsNumbersAreThoseGiven(numbers: [Int32]) {
        check(PackedColumn(numbers), numbers, PackedColumn(numbers).numbers)
        let long = numbers.map(Int64.init)
        check(PackedColumn(long), long, PackedColumn(long).numbers)
        let wide = numbers.map { $0 == .min ? Int64.min : Int64($0) << 31 }
        check(PackedColumn(wide), wide, PackedColumn(wide).numbers)
        let plain = numbers.map { UInt32(bitPattern: $0) }
        check(PackedColumn(plain), plain, PackedColumn(plain).numbers)
        let bytes = numbers.map { UInt8(truncatingIfNeeded: $0) }
        check(PackedColumn(bytes), bytes, PackedColumn(bytes).numbers)
    }

    @Test func theSameHoldsForAnyNumbers() {
        let broken = firstBroken(seeds: 0..<500) { random in
            numbers(&random)
        } holds: { numbers in
            let column = PackedColumn(numbers)
            return column.numbers == numbers && Array(column) == numbers
                && column == PackedColumn(numbers)
        }
        #expect(broken == nil)
    }

    @Test func aPartOfItIsThatPartOfItsNumbers() {
        let broken = firstBroken(seeds: 0..<500) { random in
            numbers(&random)
        } holds: { numbers in
            var random = SplitMix64(seed: UInt64(numbers.count))
            let start = Int.random(in: 0...numbers.count, using: &random)
            let end = Int.random(in: start...numbers.count, using: &random)
            let part = PackedColumn(numbers).part(start..<end)
            return part.numbers == Array(numbers[start..<end]) && part.count == end - start
        }
        #expect(broken == nil)
    }

    @Test func itLiesInARangeWhereAllItsNumbersDo() {
        let broken = firstBroken(seeds: 0..<2000) { random in
            let column = numbers(&random)
            // Bounds that are numbers of the column, or next to one.
            let bounds = (0..<2).map { _ in
                (column.randomElement(using: &random) ?? 0)
                    &+ Int32.random(in: -1...1, using: &random)
            }
            return column + [min(bounds[0], bounds[1]), max(bounds[0], bounds[1])]
        } holds: { drawn in
            let (numbers, bounds) = (Array(drawn.dropLast(2)), Array(drawn.suffix(2)))
            let range = bounds[0]...bounds[1]
            return PackedColumn(numbers).isWithin(range)
                == numbers.allSatisfy { range.contains($0) }
        }
        #expect(broken == nil)
    }

    /// Numbers that lie close together, some of them blank.
    private func numbers(_ random: inout SplitMix64) -> [Int32] {
        let width = Int.random(in: 1...31, using: &random)
        let base = Int32(truncatingIfNeeded: random.next())
        let hasBlanks = Bool.random(using: &random)
        return (0..<Int.random(in: 0...40, using: &random)).map { _ in
            if hasBlanks, Int.random(in: 0..<8, using: &random) == 0 { return .min }
            return base &+ Int32.random(in: 0...(1 << width &- 1), using: &random)
        }
    }

    private func check<Number>(
        _ column: PackedColumn<Number>,
        _ numbers: [Number],
        _ unpacked: [Number]
    ) {
        #expect(unpacked == numbers)
        #expect(Array(column) == numbers)
        #expect(column.count == numbers.count)
        #expect(numbers.indices.allSatisfy { column[$0] == numbers[$0] })
    }
}
