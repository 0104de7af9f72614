/// Tells hashes that may come in more than once from those that do not.
///
/// Nearly all records are the only ones of their key, and a table of all keys is larger than the
/// processor's own memory. A bit for each place that a hash can fall to is not: of five million
/// keys an eighth at most is left to be looked at closely. Those that fell to a place that was
/// taken are remembered in a table an eighth as large, which is all that the second look goes to.
/// More hashes take several sieves, one after the other.
struct RepeatSieve {
    /// A bit for each place that a hash fell to.
    private let seen: BitTable
    /// A bit for each hash that fell to a place where another was before.
    private let again: BitTable
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
        seen = BitTable(words: words)
        again = BitTable(words: words / 8)
        self.part = part << 48
        partMask = (parts - 1) << 48
    }

    /// Hashes that are looked at together: the processor fetches their places side by side, where
    /// one after the other it would wait for each.
    static let atOnce = UInt64.bitWidth

    /// Takes up hashes, whose bits tell each from others as well as any; not those that are another
    /// sieve's.
    func add(_ hashes: [UInt64]) {
        var start = 0
        while start < hashes.count {
            let chunk = start..<min(start + RepeatSieve.atOnce, hashes.count)
            add(hashes, chunk)
            start = chunk.upperBound
        }
    }

    private func add(_ hashes: [UInt64], _ chunk: Range<Int>) {
        // Those whose place was taken before the chunk: nothing depends on what is found, so that no
        // place is waited for.
        var taken: UInt64 = 0
        for index in chunk {
            let isTaken = seen.bit(hashes[index]) & own(hashes[index])
            taken |= isTaken << UInt64(index - chunk.lowerBound)
        }
        // And those whose place another of the chunk has taken meanwhile.
        for index in chunk {
            let own = own(hashes[index])
            let isTaken = seen.set(hashes[index], where: own) & own
            taken |= isTaken << UInt64(index - chunk.lowerBound)
        }
        while taken != 0 {
            let hash = hashes[chunk.lowerBound + taken.trailingZeroBitCount]
            _ = again.set(placeAgain(hash), where: 1)
            taken &= taken - 1
        }
    }

    /// Of hashes that stand one behind the other, ``atOnce`` at the most, those that are this
    /// sieve's and may have come in twice, the first as the lowest bit; 0 only for those that are
    /// not or did not.
    func mayRepeat(_ hashes: ArraySlice<UInt64>) -> UInt64 {
        var found: UInt64 = 0
        for index in hashes.indices {
            let isFound = again.bit(placeAgain(hashes[index])) & own(hashes[index])
            found |= isFound << UInt64(index - hashes.startIndex)
        }
        return found
    }

    /// 1 for a hash of this sieve's, else 0.
    @inline(__always)
    private func own(_ hash: UInt64) -> UInt64 { hash & partMask == part ? 1 : 0 }

    /// Where a hash stands among those that fell to a taken place; by other bits, so that two
    /// hashes of one place are told from each other there.
    @inline(__always)
    private func placeAgain(_ hash: UInt64) -> UInt64 { hash >> 20 }
}
