internal import Intake
internal import Model

/// The numbers of the records of a form that another may be the same as in some respect, in their
/// order.
///
/// Nobody has looked closely yet: some of them are alone after all, but whoever is not among them
/// is.
struct RepeatCandidates: Sendable {
    /// Whose key another may have.
    let keys: [Int32]
    /// Of contest entries, whose title and authors another may have, whatever their edition.
    let works: [Int32]
    /// Of contest entries, whose title another may have.
    let titles: [Int32]

    /// Looks at all records of a form, a core for each respect.
    init(of batches: [ResolvedBatch], areEntries: Bool) {
        typealias Hashes = @Sendable (borrowing RecordBatch) -> [UInt64]
        let keys: Hashes = { $0.identities.keys.map(\.low) }
        let works: Hashes = { $0.identities.works.map(\.low) }
        let titles: Hashes = { $0.identities.titles }
        let found = concurrentMap(areEntries ? [keys, works, titles] : [keys]) {
            RepeatCandidates.numbers(of: batches, $0)
        }
        self.keys = found[0]
        self.works = areEntries ? found[1] : []
        self.titles = areEntries ? found[2] : []
    }

    /// The numbers of the records whose hash another may have as well.
    ///
    /// `hashes` is asked for the records of each batch, more than once.
    private static func numbers(
        of batches: [ResolvedBatch],
        _ hashes: (borrowing RecordBatch) -> [UInt64]
    ) -> [Int32] {
        let total = RecordSet.total(batches)
        // A bit for each record: the sieves take turns among them.
        var repeated = [UInt64](repeating: 0, count: total / UInt64.bitWidth + 2)
        for sieve in RepeatSieve.sieves(for: total) {
            for resolved in batches { sieve.add(hashes(resolved.held.batch)) }
            var number = 0
            for resolved in batches {
                let hashes = hashes(resolved.held.batch)
                var rest = hashes[...]
                while !rest.isEmpty {
                    let chunk = rest.prefix(RepeatSieve.atOnce)
                    let found = sieve.mayRepeat(chunk)
                    let (word, shift) = (number >> 6, UInt64(number & 63))
                    repeated[word] |= found << shift
                    if shift > 0 { repeated[word + 1] |= found >> (64 - shift) }
                    number += chunk.count
                    rest = rest.dropFirst(chunk.count)
                }
            }
        }
        var numbers: [Int32] = []
        for (index, word) in repeated.enumerated() where word != 0 {
            var left = word
            while left != 0 {
                numbers.append(Int32(index * UInt64.bitWidth + left.trailingZeroBitCount))
                left &= left - 1
            }
        }
        return numbers
    }
}
