/// Bytes beyond ASCII.
enum NonASCII {
    /// The offset of the first byte beyond ASCII, or the number of bytes.
    static func first(in bytes: [UInt8]) -> Int {
        let raw = bytes.span.bytes
        let count = raw.byteCount
        var index = 0
        while index + 64 <= count {
            var bits: UInt64 = 0
            for offset in stride(from: 0, to: 64, by: 8) {
                bits |= raw.unsafeLoadUnaligned(fromByteOffset: index + offset, as: UInt64.self)
            }
            if bits & 0x8080_8080_8080_8080 != 0 { break }
            index += 64
        }
        while index < count, bytes[index] < 0x80 { index += 1 }
        return index
    }
}
