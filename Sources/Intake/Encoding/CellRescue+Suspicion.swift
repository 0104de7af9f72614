extension CellRescue {
    /// A cheap test whether `readings(of:)` could give anything.
    ///
    /// False for ASCII and for what a Vietnamese text in Unicode holds; true for broken UTF-8 and
    /// for letters and symbols that stand where no Vietnamese text has them.
    package static func isSuspicious(_ cell: Span<UInt8>) -> Bool {
        var index = 0
        var previous: UInt8 = 0x20
        while index < cell.count {
            let byte = cell[index]
            if byte < 0x80 {
                previous = byte
                index += 1
                continue
            }
            guard index + 1 < cell.count, cell[index + 1] & 0xC0 == 0x80 else { return true }
            let low = cell[index + 1]
            switch byte {
            case 0xC2:
                let next = index + 2 < cell.count ? cell[index + 2] : 0x20
                if isOddSymbol(low, after: previous, before: next) { return true }
                previous = 0x20
                index += 2
            case 0xC3:
                if isOddLetter(low, after: previous) { return true }
                // Ã in front of a symbol, and á», áº, are parts of letters that were encoded twice.
                if low == 0x83 || low == 0xA1, index + 3 < cell.count, cell[index + 2] == 0xC2,
                    low == 0x83 || cell[index + 3] & 0xFE == 0xBA
                {
                    return true
                }
                previous = 0x80
                index += 2
            case 0xC4...0xDF:
                // Ă in front of a symbol is the same, through Windows-1258.
                if byte == 0xC4, low == 0x82, index + 2 < cell.count, cell[index + 2] == 0xC2 {
                    return true
                }
                previous = 0x80
                index += 2
            case 0xE0...0xEF:
                guard index + 2 < cell.count, cell[index + 2] & 0xC0 == 0x80 else { return true }
                previous = byte == 0xE2 ? 0x20 : 0x80
                index += 3
            case 0xF0...0xF4:
                guard index + 3 < cell.count, cell[index + 2] & 0xC0 == 0x80,
                    cell[index + 3] & 0xC0 == 0x80
                else { return true }
                previous = 0x20
                index += 4
            default: return true
            }
        }
        return false
    }

    /// Whether a symbol of U+0080-00BF stands where only a letter of an old font would.
    @inline(__always)
    private static func isOddSymbol(_ low: UInt8, after previous: UInt8, before next: UInt8) -> Bool
    {
        if low < 0xA0 { return true }
        switch low {
        // A blank, and what no old font has for a letter: 20 °C, ±5, m².
        case 0xA0, 0xB0...0xB3: return false
        // An opening guillemet in front of a capital; the fonts have a small letter there.
        case 0xAB where 0x41...0x5A ~= next: return false
        default: break
        }
        if isLetter(next) || next == 0xC2 || next == 0xC3 { return true }
        guard isLetter(previous) || previous == 0x80 else { return false }
        // A closing guillemet, a trade mark.
        return low != 0xA9 && low != 0xAE && low != 0xBB
    }

    /// Whether a letter of U+00C0-00FF is none of Vietnamese, or stands behind a vowel that no
    /// Vietnamese word has in front of it.
    @inline(__always)
    private static func isOddLetter(_ low: UInt8, after previous: UInt8) -> Bool {
        let letter = low | 0x20
        // à á â ã è é ê ì í ò ó ô õ ù ú ý, a bit each.
        let vietnamese: UInt32 = 0b0010_0110_0011_1100_0011_0111_0000_1111
        guard letter >= 0xA0, vietnamese >> UInt32(letter - 0xA0) & 1 == 1 else { return true }
        switch previous | 0x20 {
        case UInt8(ascii: "a"), UInt8(ascii: "e"): return true
        case UInt8(ascii: "o"): return !(0xA0...0xA3 ~= letter || 0xA8...0xA9 ~= letter)
        case UInt8(ascii: "u"): return letter == 0xB5 || letter == 0xB9 || letter == 0xBA
        case UInt8(ascii: "y"): return letter != 0xAA
        default: return false
        }
    }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
}
