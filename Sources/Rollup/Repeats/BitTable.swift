import Glibc

/// Bits that are looked at in no order, in pages as large as the system has them.
///
/// A table of some megabytes lies in thousands of ordinary pages: to find the page of a bit then
/// takes several times as long as to look at it. An array cannot ask for others.
final class BitTable {
    private let words: UnsafeMutableBufferPointer<UInt64>
    private let mask: UInt64

    /// What the system's large pages have: bytes.
    private static let largePage = 2 << 20

    /// A table of a power of two of words of 64 bits, none of which is set.
    init(words count: Int) {
        precondition(count > 0 && count & (count - 1) == 0)
        let bytes = count * MemoryLayout<UInt64>.stride
        let isLarge = bytes >= BitTable.largePage
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: bytes,
            alignment: isLarge ? BitTable.largePage : MemoryLayout<UInt64>.alignment
        )
        // Where it cannot be had, smaller pages do.
        if isLarge { _ = madvise(memory, bytes, MADV_HUGEPAGE) }
        words = UnsafeMutableBufferPointer(
            start: memory.initializeMemory(as: UInt64.self, repeating: 0, count: count),
            count: count
        )
        mask = UInt64(count * UInt64.bitWidth - 1)
    }

    deinit { words.deallocate() }

    /// The bit at a place, 0 or 1; of a place beyond the end that of its lowest bits.
    @inline(__always)
    func bit(_ place: UInt64) -> UInt64 {
        let place = place & mask
        return words[Int(place >> 6)] >> (place & 63) & 1
    }

    /// Sets the bit at a place where `value` is 1, not 0, and gives what it was.
    @inline(__always)
    func set(_ place: UInt64, where value: UInt64) -> UInt64 {
        let place = place & mask
        let word = words[Int(place >> 6)]
        words[Int(place >> 6)] = word | value << (place & 63)
        return word >> (place & 63) & 1
    }
}
