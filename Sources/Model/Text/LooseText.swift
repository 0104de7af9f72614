/// A text as careless copies have it: without accents, blanks and punctuation.
///
/// `Tấm gương sáng – Bà A` and `tam guong sang, ba a` are the same loosely; `số 22-11` and `số
/// 2-211` are not, since a number ends where its digits end. For suspicion only, never for
/// counting: `Sa Pa` and `Sa Pả` are two places.
package enum LooseText {
    /// The hash of a folded text, loosely; 0 where nothing is left of it.
    ///
    /// It stands in the module of ``Fold``, whose letters it asks for one by one.
    package static func hash(_ fold: Span<UInt8>) -> UInt64 {
        var text = Accumulator()
        var last: UInt8 = 0
        // How much was taken when the last blank was met.
        var apart = -1
        var index = 0
        let end = fold.count
        while index < end {
            var byte = fold[index]
            index &+= 1
            // Most bytes are plain letters.
            if byte &- 0x61 >= 26 {
                // Tones and separators.
                if byte <= 0x20 {
                    if byte == 0x20 { apart = text.count }
                    continue
                }
                if byte >= 0xC3, byte <= 0xC6, index < end,
                    let letter = Fold.plainLetter(byte, fold[index])
                {
                    byte = letter
                    index &+= 1
                }
                if isDigit(byte), isDigit(last), apart == text.count { text.add(0x20) }
            }
            text.add(byte)
            last = byte
        }
        return text.hash
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private struct Accumulator {
        private var mixed: UInt64 = 0x9E37_79B9_7F4A_7C15
        private var word: UInt64 = 0
        /// How many bytes were added.
        private(set) var count = 0

        mutating func add(_ byte: UInt8) {
            word = word << 8 | UInt64(byte)
            count &+= 1
            if count & 7 == 0 {
                mixed = Accumulator.mix(mixed ^ word)
                word = 0
            }
        }

        var hash: UInt64 {
            guard count > 0 else { return 0 }
            let hash = Accumulator.mix(mixed ^ word ^ UInt64(truncatingIfNeeded: count) << 56)
            return hash == 0 ? 1 : hash
        }

        private static func mix(_ word: UInt64) -> UInt64 {
            let product = word.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
            return product.high ^ product.low
        }
    }
}
