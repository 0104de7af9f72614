internal import Intake

/// Tells hashes that may come in more than once from those that do not.
///
/// Nearly all records are the only ones of their key, and a table of all keys is larger than the
/// processor's own memory. A bit for each place that a hash can fall to is not: of five million
/// keys an eighth at most is left to be looked at closely. Those that fell to a place that was
/// taken are remembered in a table an eighth as large, which is all that the second look goes to.
/// More hashes take several sieves, one after the other.
struct RepeatSieve {
    /// A bit for each place that a hash fell to.
    private var seen: [UInt64]
    private let seenMask: UInt64
    /// A bit for each hash that fell to a place where another was before.
    private var again: [UInt64]
    private let againMask: UInt64
    /// Which hashes it is for, by bits that places do not depend on.
    private let part: UInt64
    private let partMask: UInt64

    /// The number of hashes that one sieve should not go beyond by much: 36 MB, for as long as it
    /// is at work.
    static let most = 1 << 25

    /// The number of sieves that are not exceeded: each takes another two looks at all hashes, and
    /// from there on larger sieves cost less.
    private static let mostSieves = 8

    /// The sieves for about so many different hashes, each of which falls to one of them.
    ///
    /// They are made as they are asked for.
    static func sieves(
        for count: Int,
        most: Int = most
    ) -> some Sequence<RepeatSieve> {
        var parts = 1
        while count / parts > most, parts < mostSieves { parts *= 2 }
        return (0..<parts).lazy.map { part in
            RepeatSieve(expecting: count / parts, part: UInt64(part), of: UInt64(parts))
        }
    }

    private init(expecting count: Int, part: UInt64, of parts: UInt64) {
        var words = 16
        while words * UInt64.bitWidth < count * 8 { words *= 2 }
        seen = [UInt64](repeating: 0, count: words)
        again = [UInt64](repeating: 0, count: words / 8)
        seenMask = UInt64(words * UInt64.bitWidth - 1)
        againMask = UInt64(words / 8 * UInt64.bitWidth - 1)
        self.part = part << 48
        partMask = (parts - 1) << 48
    }

    /// Takes up a hash, whose bits tell it from others as well as any; not one that is another
    /// sieve's.
    mutating func add(_ hash: UInt64) {
        guard hash & partMask == part else { return }
        let place = hash & seenMask
        let (word, bit) = (Int(place >> 6), (1 as UInt64) << (place & 63))
        let found = seen[word]
        seen[word] = found | bit
        if found & bit != 0 {
            let (word, bit) = placeAgain(hash)
            again[word] |= bit
        }
    }

    /// Whether the hash is one of this sieve's and may have come in twice; false only where it is
    /// not or did not.
    func mayRepeat(_ hash: UInt64) -> Bool {
        let (word, bit) = placeAgain(hash)
        return again[word] & bit != 0 && hash & partMask == part
    }

    /// Where a hash stands among those that fell to a taken place; by other bits, so that two
    /// hashes of one place are told from each other there.
    private func placeAgain(_ hash: UInt64) -> (word: Int, bit: UInt64) {
        let place = (hash >> 20) & againMask
        return (Int(place >> 6), (1 as UInt64) << (place & 63))
    }
}

extension RecordSet {
    /// The numbers of the records of a form whose hash another record may have as well, in their
    /// order.
    ///
    /// The hash is that of an element of a column of theirs.
    static func mayRepeat<Element>(
        _ batches: [ResolvedBatch],
        _ column: (borrowing RecordBatch) -> [Element],
        _ hash: (Element) -> UInt64
    ) -> [Int32] {
        let total = total(batches)
        // A bit for each record: the sieves take turns among them.
        var repeated = [UInt64](repeating: 0, count: (total + 63) / 64)
        for var sieve in RepeatSieve.sieves(for: total) {
            for resolved in batches {
                for element in column(resolved.held.batch) { sieve.add(hash(element)) }
            }
            var number = 0
            for resolved in batches {
                for element in column(resolved.held.batch) {
                    if sieve.mayRepeat(hash(element)) {
                        repeated[number >> 6] |= 1 << UInt64(number & 63)
                    }
                    number += 1
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
