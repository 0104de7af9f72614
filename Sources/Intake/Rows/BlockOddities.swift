internal import Glibc

/// A first look at a whole block for what only few blocks hold, at the speed of memory.
///
/// False means for certain that nothing of the kind is there; true that the rows are worth a look.
enum BlockOddities {
    /// Whether a block may hold invisible or control characters (``CellBytes/oddity(in:)``).
    static func mayBe(in bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            hasControl(bytes) || holds(0xEF, before: { $0 == 0xBB || $0 == 0xBF }, in: bytes)
                || holds(0xC2, before: { $0 < 0xA0 || $0 == 0xAD }, in: bytes)
                || holds(0xE2, before: { $0 == 0x80 || $0 == 0x81 }, in: bytes)
        }
    }

    /// Whether a block may hold text typed in a .VnTime font: such text has characters between
    /// U+00A1 and U+00BF in nearly every word, and Vietnamese in Unicode has none.
    static func mayHoldGlyphs(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { holds(0xC2, before: { $0 > 0xA0 }, in: $0) }
    }

    /// Whether a byte stands before one that fits.
    private static func holds(
        _ byte: UInt8,
        before fits: (UInt8) -> Bool,
        in bytes: UnsafeRawBufferPointer
    ) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        var start = 0
        while start + 1 < bytes.count,
            let found = memchr(base + start, Int32(byte), bytes.count - start - 1)
        {
            let index = UnsafeRawPointer(found) - base
            if fits(bytes[index + 1]) { return true }
            start = index + 1
        }
        return false
    }

    /// Whether a byte below the blank is none of tab, line feed and carriage return, or is DEL.
    private static func hasControl(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops = ones &* 0x80
        var index = 0
        while index &+ 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // A byte below 0x20, or 0x7F, sets the top bit of its place; others rarely do.
            let low = (word &- ones &* 0x20) & ~word
            let deleted = ((word ^ (ones &* 0x7F)) &- ones) & ~word
            if (low | deleted) & tops != 0 {
                for offset in index..<index &+ 8 where isControl(bytes[offset]) { return true }
            }
            index &+= 8
        }
        while index < bytes.count {
            if isControl(bytes[index]) { return true }
            index &+= 1
        }
        return false
    }

    @inline(__always)
    private static func isControl(_ byte: UInt8) -> Bool {
        byte == 0x7F || (byte < 0x20 && byte != 9 && byte != 10 && byte != 13)
    }
}

extension ArraySlice<UInt8> {
    /// Whether U+FFFD is there, which stands for a character that was lost.
    var holdsReplacement: Bool {
        guard count > 2 else { return false }
        return (startIndex..<endIndex - 2).contains {
            self[$0] == 0xEF && self[$0 + 1] == 0xBF && self[$0 + 2] == 0xBD
        }
    }
}
