/// Text whose letters were replaced by question marks: `Ph??ng Th??ng ?ình`.
enum LossyText {
    /// Whether so many words have question marks for letters that the file as a whole is damaged.
    ///
    /// A few such words are a matter of their rows. A question mark at a word's end proves nothing.
    static func isDamaged(_ bytes: [UInt8]) -> Bool {
        guard bytes.contains(0x3F) else { return false }
        var words = 0
        var damaged = 0
        var run = Run()
        for byte in bytes {
            if run.add(byte) { continue }
            words += run.isWord ? 1 : 0
            damaged += run.isDamaged ? 1 : 0
            run = Run()
        }
        words += run.isWord ? 1 : 0
        damaged += run.isDamaged ? 1 : 0
        return damaged >= 3 ? damaged * 5 >= words : damaged == 2 && damaged * 2 >= words
    }

    /// A run of what stands between blanks and delimiters.
    private struct Run {
        private var hasLetter = false
        private var marks = 0
        /// Whether it is an address with a query, whose question marks are its own.
        private var isAddress = false
        private var hasInnerMark = false

        var isDamaged: Bool { hasInnerMark && !isAddress }
        var isWord: Bool { hasLetter || marks > 1 }

        /// Takes a byte; false where the run ends.
        mutating func add(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x3F: marks += 1
            case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF:
                // A mark in front of a letter, at the start of a word or within it.
                if marks > 0 { hasInnerMark = true }
                hasLetter = true
                marks = 0
            case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "&"):
                isAddress = true
                marks = 0
            case 9...13, UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"),
                UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"):
                return false
            default: marks = 0
            }
            return true
        }
    }
}
