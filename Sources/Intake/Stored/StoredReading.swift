internal import Model

/// The reading of a file as bytes, kept so that a file whose bytes are unchanged is not read again.
///
/// A reading names units, forms and fields by their indexes: it means something only beside the
/// ``ReadingContext`` that it was made with.
package enum StoredReading {
    /// The layout of the bytes; another one is not read.
    static let version: UInt8 = 11
    /// The version and the check of what follows.
    static let head = 9

    static let codes = FindingCode.allCases
    static let severities = Severity.allCases

    /// A settled reading as bytes.
    ///
    /// What serves only until a reading is settled, its totals and suspect dates, is left out.
    package static func bytes(of reading: FileReading) -> [UInt8] {
        var writer = StoredWriter(reserving: 512 + reading.records * 96)
        writer.add(version)
        writer.add(raw: [UInt64(0)])
        writer.add(reading)
        return sealed(writer.bytes)
    }

    /// The bytes with their check put in its place.
    static func sealed(_ bytes: consuming [UInt8]) -> [UInt8] {
        let sum = check(of: bytes)
        withUnsafeBytes(of: sum) { bytes.replaceSubrange(1..<head, with: $0) }
        return bytes
    }

    /// The reading that bytes hold; nil where they are not what was written.
    package static func reading(of bytes: [UInt8], context: ReadingContext) -> FileReading? {
        guard isSound(bytes) else { return nil }
        var reader = StoredReader(bytes, from: head)
        guard let reading = try? reader.reading(context), reader.isAtEnd else { return nil }
        return reading
    }

    /// Whether bytes are of this layout and as they were written.
    static func isSound(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > head, bytes[0] == version else { return false }
        let expected = bytes.withUnsafeBytes {
            $0.loadUnaligned(fromByteOffset: 1, as: UInt64.self)
        }
        return expected == check(of: bytes)
    }

    /// A sum of the bytes behind the head that no change of a single byte leaves as it was: each
    /// step gives another result for another word.
    ///
    /// Four sums side by side, since each step waits for the one before.
    private static func check(of bytes: [UInt8]) -> UInt64 {
        func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
            let product = (sum ^ word) &* 0xD6E8_FEB8_6659_FD93
            return product ^ product >> 32
        }
        return bytes.withUnsafeBytes { bytes in
            let start = UInt64(truncatingIfNeeded: bytes.count) ^ 0x9E37_79B9_7F4A_7C15
            var sums = (start, start &+ 1, start &+ 2, start &+ 3)
            var offset = head
            func word(_ place: Int) -> UInt64 {
                bytes.loadUnaligned(fromByteOffset: offset + place * 8, as: UInt64.self)
            }
            while offset + 32 <= bytes.count {
                sums.0 = mixed(sums.0, word(0))
                sums.1 = mixed(sums.1, word(1))
                sums.2 = mixed(sums.2, word(2))
                sums.3 = mixed(sums.3, word(3))
                offset += 32
            }
            var sum = mixed(mixed(mixed(sums.0, sums.1), sums.2), sums.3)
            while offset < bytes.count {
                sum = mixed(sum, UInt64(bytes[offset]))
                offset += 1
            }
            return sum
        }
    }
}
