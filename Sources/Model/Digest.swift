/// A 128-bit fingerprint of bytes: the identity of a record key, an author, a title.
///
/// Not cryptographic, the same on every machine and in every run. Two different keys of a nation's
/// yearly registers meet with a probability below 10⁻²².
package struct Digest: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// The first 64 bits, by which digests are ordered before ``low``.
    package var high: UInt64
    /// The last 64 bits.
    package var low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The fingerprint of bytes as one piece.
    package init(_ bytes: Span<UInt8>) {
        var hasher = DigestHasher()
        hasher.add(bytes)
        self = hasher.finish()
    }

    /// The fingerprint of bytes as one piece.
    package init(_ bytes: [UInt8]) { self.init(bytes.span) }

    /// An order without a meaning, the same on every machine.
    package static func < (a: Digest, b: Digest) -> Bool {
        a.high != b.high ? a.high < b.high : a.low < b.low
    }
}

/// Builds a ``Digest`` from pieces; where one piece ends counts, so (`ab`, `c`) is not (`a`, `bc`).
package struct DigestHasher: Sendable {
    private var a: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var b: UInt64 = 0xD1B5_4A32_D192_ED03

    /// Begins without a piece.
    package init() {}

    /// Adds bytes as one piece.
    package mutating func add(_ bytes: Span<UInt8>) {
        var index = 0
        let count = bytes.count
        let raw = bytes.bytes
        while index + 8 <= count {
            // Any eight bytes are a number; the load is checked against the end like every other.
            let word = raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            mix(UInt64(littleEndian: word))
            index += 8
        }
        var word: UInt64 = 0
        var shift: UInt64 = 0
        while index < count {
            word |= UInt64(bytes[index]) << shift
            shift += 8
            index += 1
        }
        mix(word)
        mix(UInt64(truncatingIfNeeded: count) | 1 << 63)
    }

    /// Adds a number as one piece, told from bytes of the same bits.
    package mutating func add(_ number: Int64) {
        mix(UInt64(bitPattern: number))
        mix(8 | 1 << 62)
    }

    private mutating func mix(_ word: UInt64) {
        let first = (a ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        a = first.high ^ first.low &+ word
        let second = (b &+ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        b = (second.high ^ second.low) &+ (a << 32 | a >> 32)
    }

    /// The fingerprint of all pieces added.
    package consuming func finish() -> Digest {
        var copy = self
        copy.mix(0x8EBC_6AF0_9C88_C6E3)
        copy.mix(0x5899_65CC_7537_4CC3)
        return Digest(high: copy.a, low: copy.b)
    }
}
