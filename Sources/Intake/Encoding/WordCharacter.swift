/// What a character is to a word of a running text.
enum WordCharacter {
    static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
        0x61...0x7A ~= scalar.value | 0x20
    }

    /// Whether the character is a control that no text has.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        1...8 ~= scalar.value || 14...31 ~= scalar.value
    }

    /// Whether the character is a letter of a script that no word shares with plain letters.
    static func isOfDistantScript(_ scalar: Unicode.Scalar) -> Bool {
        0x530...0x7FF ~= scalar.value
    }

    /// Whether the character is a letter, or stands for one that was lost.
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? isASCIILetter(scalar)
            : scalar.properties.isAlphabetic || scalar.value == 0xFFFD
    }

    /// Whether the character separates words: blanks, dashes, quotation marks, invisible marks.
    static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA0, 0xAB, 0xBB, 0xFEFF, 0x2000...0x206F, 0x3000: true
        default: false
        }
    }

    /// Whether the character is a guillemet, which TCVN3 has for letters.
    static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xAB || scalar.value == 0xBB
    }

    /// Whether the character may follow a word without a blank: `m²`, `20°`, a closing guillemet.
    static func mayFollowWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAB, 0xBB, 0xB0, 0xB2, 0xB3, 0xAE, 0x2122: true
        default: false
        }
    }
}
