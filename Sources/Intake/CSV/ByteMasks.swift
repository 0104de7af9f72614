#if arch(x86_64)
    import _Builtin_intrinsics.intel.sse2
#endif

/// Where the bytes that matter stand among 64 bytes: bit i speaks of byte i.
struct ByteMasks: Hashable {
    var quotes: UInt64
    var delimiters: UInt64
    var feeds: UInt64
    var returns: UInt64
    var hasNul: Bool
}

/// Compares 64 bytes at a time with the bytes of a dialect.
///
/// `SIMD64` gathers its masks at 31 MB/s (csv.md §5); the intrinsics of SSE2, which every x86-64
/// has, need neither a C target nor a flag. Other processors take eight bytes at a time.
struct MaskMaker {
    #if arch(x86_64)
        private let quote: __m128i
        private let delimiter: __m128i
        private let feed: __m128i
        private let carriage: __m128i
        private let zero: __m128i

        init(_ dialect: Dialect) {
            quote = _mm_set1_epi8(CChar(bitPattern: dialect.quoteByte))
            delimiter = _mm_set1_epi8(CChar(bitPattern: dialect.delimiterByte))
            feed = _mm_set1_epi8(10)
            carriage = _mm_set1_epi8(13)
            zero = _mm_setzero_si128()
        }

        @inline(__always)
        func masks(_ bytes: RawSpan, at offset: Int) -> ByteMasks {
            // The caller guarantees 64 bytes behind `offset`; the loads check it again.
            let a = bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: __m128i.self)
            let b = bytes.unsafeLoadUnaligned(fromByteOffset: offset &+ 16, as: __m128i.self)
            let c = bytes.unsafeLoadUnaligned(fromByteOffset: offset &+ 32, as: __m128i.self)
            let d = bytes.unsafeLoadUnaligned(fromByteOffset: offset &+ 48, as: __m128i.self)
            let least = _mm_min_epu8(_mm_min_epu8(a, b), _mm_min_epu8(c, d))
            return ByteMasks(
                quotes: mask(a, b, c, d, quote),
                delimiters: mask(a, b, c, d, delimiter),
                feeds: mask(a, b, c, d, feed),
                returns: mask(a, b, c, d, carriage),
                hasNul: _mm_movemask_epi8(_mm_cmpeq_epi8(least, zero)) != 0
            )
        }

        @inline(__always)
        private func mask(
            _ a: __m128i,
            _ b: __m128i,
            _ c: __m128i,
            _ d: __m128i,
            _ wanted: __m128i
        ) -> UInt64 {
            bits(a, wanted) | bits(b, wanted) << 16 | bits(c, wanted) << 32
                | bits(d, wanted) << 48
        }

        @inline(__always)
        private func bits(_ bytes: __m128i, _ wanted: __m128i) -> UInt64 {
            UInt64(UInt32(bitPattern: _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted))))
        }
    #else
        private let wide: WideMaskMaker

        init(_ dialect: Dialect) { wide = WideMaskMaker(dialect) }

        @inline(__always)
        func masks(_ bytes: RawSpan, at offset: Int) -> ByteMasks {
            wide.masks(bytes, at: offset)
        }
    #endif
}
