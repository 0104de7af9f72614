internal import Intake

/// Tells hashes that may come in more than once from those that do not.
///
/// Nearly all records are the only ones of their key, and a table of all keys is larger than the
/// processor's own memory. Two bits for each place that a hash can fall to are not: of half a million keys
/// an eighth at most is left to be looked at closely.
struct RepeatSieve {
    /// A bit for each place that a hash fell to, and one for each to which another did.
    private var seen: [UInt64]
    private var again: [UInt64]
    private let mask: UInt64

    /// A sieve for about so many different hashes.
    init(expecting count: Int) {
        var words = 16
        while words * UInt64.bitWidth < count * 8 { words *= 2 }
        seen = [UInt64](repeating: 0, count: words)
        again = seen
        mask = UInt64(words * UInt64.bitWidth - 1)
    }

    /// Takes up a hash, whose low bits tell it from others as well as any.
    mutating func add(_ hash: UInt64) {
        let place = hash & mask
        let (word, bit) = (Int(place >> 6), (1 as UInt64) << (place & 63))
        again[word] |= seen[word] & bit
        seen[word] |= bit
    }

    /// Whether the hash may have come in twice; false only where it did not.
    func mayRepeat(_ hash: UInt64) -> Bool {
        let place = hash & mask
        return again[Int(place >> 6)] & ((1 as UInt64) << (place & 63)) != 0
    }
}

extension RecordSet {
    /// The numbers of the records of a form whose hash another record may have as well, in their order.
    static func mayRepeat(
        _ batches: [ResolvedBatch],
        _ hash: (_ batch: borrowing RecordBatch, _ record: Int) -> UInt64
    ) -> [Int32] {
        var sieve = RepeatSieve(expecting: total(batches))
        for resolved in batches {
            for record in 0..<resolved.held.batch.count {
                sieve.add(hash(resolved.held.batch, record))
            }
        }
        var numbers: [Int32] = []
        var base: Int32 = 0
        for resolved in batches {
            let count = resolved.held.batch.count
            for record in 0..<count where sieve.mayRepeat(hash(resolved.held.batch, record)) {
                numbers.append(base + Int32(record))
            }
            base += Int32(count)
        }
        return numbers
    }
}
