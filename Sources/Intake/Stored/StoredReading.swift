internal import Model

/// The reading of a file as bytes, kept so that a file whose bytes are unchanged is not read again.
///
/// A reading names units, forms and fields by their indexes: it means something only beside the
/// ``ReadingContext`` that it was made with.
package enum StoredReading {
    /// The layout of the bytes; another one is not read.
    private static let version: UInt8 = 2
    /// The version and the check of what follows.
    private static let head = 9

    static let codes = FindingCode.allCases
    static let severities = Severity.allCases

    /// A settled reading as bytes.
    ///
    /// What serves only until a reading is settled, its totals and suspect dates, is left out.
    package static func bytes(of reading: FileReading) -> [UInt8] {
        var writer = StoredWriter(reserving: 512 + reading.records * 96)
        writer.add(version)
        writer.add(0)
        writer.add(reading)
        return sealed(writer.bytes)
    }

    /// The bytes with their check put in its place.
    static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        withUnsafeBytes(of: check(of: bytes)) { bytes.replaceSubrange(1..<head, with: $0) }
        return bytes
    }

    /// The reading that bytes hold; nil where they are not what was written.
    package static func reading(of bytes: [UInt8], context: ReadingContext) -> FileReading? {
        guard bytes.count > head, bytes[0] == version else { return nil }
        let expected = bytes.withUnsafeBytes {
            $0.loadUnaligned(fromByteOffset: 1, as: UInt64.self)
        }
        guard expected == check(of: bytes) else { return nil }
        var reader = StoredReader(bytes, from: head)
        guard let reading = try? reader.reading(context), reader.isAtEnd else { return nil }
        return reading
    }

    /// A sum of the bytes behind the head that no change of a single byte leaves as it was: each step
    /// gives another result for another word.
    private static func check(of bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { bytes in
            var sum = UInt64(truncatingIfNeeded: bytes.count) ^ 0x9E37_79B9_7F4A_7C15
            var offset = head
            func mix(_ word: UInt64) {
                sum = (sum ^ word) &* 0xD6E8_FEB8_6659_FD93
                sum ^= sum >> 32
            }
            while offset + 8 <= bytes.count {
                mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                offset += 8
            }
            while offset < bytes.count {
                mix(UInt64(bytes[offset]))
                offset += 1
            }
            return sum
        }
    }
}
