/// The masks of 64 bytes from eight words of eight bytes, for processors without SSE2.
///
/// Compiled everywhere, so that the tests of any machine hold it against the intrinsics.
struct WideMaskMaker {
    private let quote: UInt64
    private let delimiter: UInt64

    init(_ dialect: Dialect) {
        quote = UInt64(dialect.quoteByte) &* 0x0101_0101_0101_0101
        delimiter = UInt64(dialect.delimiterByte) &* 0x0101_0101_0101_0101
    }

    @inline(__always)
    func masks(_ bytes: RawSpan, at offset: Int) -> ByteMasks {
        var masks = ByteMasks(quotes: 0, delimiters: 0, feeds: 0, returns: 0, hasNul: false)
        var nuls: UInt64 = 0
        for word in 0..<8 {
            let value = UInt64(
                littleEndian: bytes.unsafeLoadUnaligned(
                    fromByteOffset: offset &+ word &* 8,
                    as: UInt64.self
                )
            )
            let shift = UInt64(word &* 8)
            masks.quotes |= zeroBytes(value ^ quote) << shift
            masks.delimiters |= zeroBytes(value ^ delimiter) << shift
            masks.feeds |= zeroBytes(value ^ 0x0A0A_0A0A_0A0A_0A0A) << shift
            masks.returns |= zeroBytes(value ^ 0x0D0D_0D0D_0D0D_0D0D) << shift
            nuls |= zeroBytes(value)
        }
        masks.hasNul = nuls != 0
        return masks
    }

    /// One bit for each byte that is 0: exact, no borrow runs from a byte into the next.
    @inline(__always)
    private func zeroBytes(_ value: UInt64) -> UInt64 {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let zeros = ~(((value & low) &+ low) | value | low)
        return ((zeros >> 7) &* 0x0102_0408_1020_4080) >> 56
    }
}
