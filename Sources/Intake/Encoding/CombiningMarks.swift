/// The combining marks U+0300-036F, whose first byte in UTF-8 is CC or CD.
enum CombiningMarks {
    /// Whether a byte of the first bytes of such marks occurs, at the speed of memory.
    static func occur(in bytes: [UInt8]) -> Bool {
        let raw = bytes.span.bytes
        let count = raw.byteCount
        let wanted = SIMD32<UInt8>(repeating: 0xCC)
        let mask = SIMD32<UInt8>(repeating: 0xFE)
        var index = 0
        while index + 4096 <= count {
            var least = SIMD32<UInt8>(repeating: 0xFF)
            let end = index + 4096
            while index < end {
                let four = raw.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD32<UInt8>.self)
                least = pointwiseMin(least, (four & mask) ^ wanted)
                index &+= 32
            }
            if least.min() == 0 { return true }
        }
        while index < count {
            if bytes[index] & 0xFE == 0xCC { return true }
            index += 1
        }
        return false
    }
}
