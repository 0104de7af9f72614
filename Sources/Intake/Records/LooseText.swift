internal import Model

/// A text as careless copies have it: without accents, blanks and punctuation.
///
/// `Tấm gương sáng – Bà A` and `tam guong sang, ba a` are the same loosely. For suspicion only, never
/// for counting: `Sa Pa` and `Sa Pả` are two places.
enum LooseText {
    /// The hash of a folded text, loosely; 0 where nothing is left of it.
    static func hash(_ fold: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        var word: UInt64 = 0
        var count = 0
        var index = 0
        let end = fold.count
        while index < end {
            var byte = fold[index]
            index += 1
            // Tones and separators.
            if byte <= 0x20 { continue }
            if byte >= 0xC3, byte <= 0xC6, index < end,
                let letter = Fold.plainLetter(byte, fold[index])
            {
                byte = letter
                index += 1
            }
            word = word << 8 | UInt64(byte)
            count += 1
            if count & 7 == 0 {
                hash = mix(hash ^ word)
                word = 0
            }
        }
        guard count > 0 else { return 0 }
        hash = mix(hash ^ word ^ UInt64(truncatingIfNeeded: count) << 56)
        return hash == 0 ? 1 : hash
    }

    private static func mix(_ word: UInt64) -> UInt64 {
        let product = word.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low
    }
}
