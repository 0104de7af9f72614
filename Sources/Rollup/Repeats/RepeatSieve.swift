internal import Intake

/// Tells hashes that may come in more than once from those that do not.
///
/// Nearly all records are the only ones of their key, and a table of all keys is larger than the
/// processor's own memory. Two bits for each place that a hash can fall to are not: of five million keys
/// an eighth at most is left to be looked at closely. More take several sieves, one after the other.
struct RepeatSieve {
    /// What stands at 64 places, side by side: a look at one brings the other along.
    private struct Places {
        /// A bit for each place that a hash fell to.
        var seen: UInt64 = 0
        /// A bit for each place to which another did.
        var again: UInt64 = 0
    }

    private var places: [Places]
    private let mask: UInt64
    /// Which hashes it is for, by bits that places do not depend on.
    private let part: UInt64
    private let partMask: UInt64

    /// The number of hashes that one sieve should not go beyond by much: 64 MB, for as long as it is at work.
    static let most = 1 << 25

    /// The number of sieves that are not exceeded: each takes another two looks at all hashes, and from
    /// there on larger sieves cost less.
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
        places = [Places](repeating: Places(), count: words)
        mask = UInt64(words * UInt64.bitWidth - 1)
        self.part = part << 48
        partMask = (parts - 1) << 48
    }

    /// Takes up a hash, whose bits tell it from others as well as any; not one that is another sieve's.
    mutating func add(_ hash: UInt64) {
        guard hash & partMask == part else { return }
        let place = hash & mask
        let (word, bit) = (Int(place >> 6), (1 as UInt64) << (place & 63))
        var found = places[word]
        found.again |= found.seen & bit
        found.seen |= bit
        places[word] = found
    }

    /// Whether the hash is one of this sieve's and may have come in twice; false only where it is not
    /// or did not.
    func mayRepeat(_ hash: UInt64) -> Bool {
        guard hash & partMask == part else { return false }
        let place = hash & mask
        return places[Int(place >> 6)].again & ((1 as UInt64) << (place & 63)) != 0
    }
}

extension RecordSet {
    /// The numbers of the records of a form whose hash another record may have as well, in their order.
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
