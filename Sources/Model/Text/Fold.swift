/// Folds text for comparison: letter case, Unicode form, tone placement, spaces and punctuation.
///
/// Two texts that a Vietnamese reader takes for the same words fold to the same bytes: composed or
/// decomposed letters, capitals, `hòa` and `hoà`, any run of blanks, dashes or quotes. Accents are
/// kept: `Sa Pa` and `Sa Pả` stay apart (domain.md 4.2).
///
/// A vowel's tone mark is moved to the end of its word, which is what makes the placement
/// irrelevant and lets one pass over UTF-8 do the work without a Unicode library.
package struct Fold: Sendable {
    /// What a scalar folds to: a letter without its tone, and the tone.
    struct Folding {
        /// The lower-case letter without tone; 0 for a separator.
        var letter: UInt16
        /// 1 grave, 2 acute, 3 tilde, 4 hook, 5 dot below; 0 none.
        var tone: UInt8
    }

    private enum Mark: UInt32 {
        case grave = 0x300, acute = 0x301, circumflex = 0x302, tilde = 0x303, breve = 0x306
        case hook = 0x309, horn = 0x31B, dot = 0x323
    }

    /// Room for the cells of most tables, to be copied at once.
    private static let zeros = [UInt8](repeating: 0, count: 512)

    /// Foldings of the scalars below U+1F00, indexed by scalar.
    private static let table: [Folding] = makeTable()

    /// Appends the folded form of UTF-8 text to `output`.
    ///
    /// Invalid bytes are kept as they are. No blank stands at either end of what is appended.
    package static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
        let start = output.count
        // No character folds to more than twice its bytes, and writing into room that is there is
        // much faster than appending byte by byte.
        let length = 2 * bytes.count + 1
        if length <= zeros.count {
            output.append(contentsOf: zeros[..<length])
        } else {
            output.append(contentsOf: repeatElement(0, count: length))
        }
        var room = output.mutableSpan
        let end = write(bytes, into: &room, at: start)
        output.removeLast(output.count - end)
    }

    /// Writes the folded form over what stands in `output` from `start` on, and gives its end.
    private static func write(
        _ bytes: Span<UInt8>,
        into output: inout MutableSpan<UInt8>,
        at start: Int
    ) -> Int {
        let foldings = table
        let table = foldings.span
        var end = start
        var tone: UInt8 = 0
        var pendingBlank = false
        var index = 0
        let count = bytes.count

        while index < count {
            let byte = bytes[index]
            // Most letters are plain ones, which have no tone and are one byte before and after.
            if byte < 0x80, table[Int(byte)].letter != 0 {
                if pendingBlank {
                    output[end] = UInt8(ascii: " ")
                    end += 1
                    pendingBlank = false
                }
                let letter = table[Int(byte)].letter
                output[end] = letter == 1 ? byte : UInt8(truncatingIfNeeded: letter)
                end += 1
                index += 1
                continue
            }
            var scalar = UInt32(byte)
            var length = 1
            if byte >= 0x80 {
                (scalar, length) = decode(bytes, at: index)
                // Full-width signs are the plain ones.
                if scalar >= 0xFF01, scalar <= 0xFF5E { scalar -= 0xFEE0 }
            }
            index += length
            // Letters above the table (CJK, symbols of other scripts) are data: they stay.
            var folding = Folding(letter: 1, tone: 0)
            if scalar < 0x1F00 {
                folding = table[Int(scalar)]
            } else if isSeparator(scalar) {
                folding.letter = 0
            }
            if folding.letter == 0 {
                if isInvisible(scalar) { continue }
                if let mark = Mark(rawValue: scalar), end > start || tone != 0 {
                    apply(mark, &output, &end, &tone, start)
                    continue
                }
                if tone != 0 {
                    output[end] = tone
                    end += 1
                    tone = 0
                }
                pendingBlank = end > start
                continue
            }
            if pendingBlank {
                output[end] = UInt8(ascii: " ")
                end += 1
                pendingBlank = false
            }
            write(folding.letter == 1 ? scalar : UInt32(folding.letter), &output, &end)
            if folding.tone != 0 { tone = folding.tone }
        }
        if tone != 0 {
            output[end] = tone
            end += 1
        }
        return end
    }

    /// The folded form of a text.
    package static func key(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        var text = text
        text.makeContiguousUTF8()
        append(text.utf8.span, to: &output)
        return output
    }

    /// The folded form of a text without accents and without `đ`: for suggestions only, never for
    /// matching (domain.md 4.2: `Sa Pa` and `Sa Pả` are two wards).
    package static func bare(_ text: String) -> String {
        String(decoding: bareKey(key(text)), as: UTF8.self)
    }

    /// A folded form without its accents: see ``bare(_:)``.
    package static func bareKey(_ key: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(key.count)
        var index = 0
        while index < key.count {
            let byte = key[index]
            index += 1
            if byte < 8 { continue }
            guard byte >= 0xC3, byte <= 0xC6, index < key.count,
                let letter = plainLetter(byte, key[index])
            else {
                output.append(byte)
                continue
            }
            output.append(letter)
            index += 1
        }
        return output
    }

    /// The letter under the sign of `ă â ê ô ơ ư đ`.
    static func plainLetter(_ first: UInt8, _ second: UInt8) -> UInt8? {
        switch (first, second) {
        case (0xC4, 0x83), (0xC3, 0xA2): UInt8(ascii: "a")
        case (0xC3, 0xAA): UInt8(ascii: "e")
        case (0xC3, 0xB4), (0xC6, 0xA1): UInt8(ascii: "o")
        case (0xC6, 0xB0): UInt8(ascii: "u")
        case (0xC4, 0x91): UInt8(ascii: "d")
        default: nil
        }
    }

    private static func apply(
        _ mark: Mark,
        _ output: inout MutableSpan<UInt8>,
        _ end: inout Int,
        _ tone: inout UInt8,
        _ start: Int
    ) {
        switch mark {
        case .grave: tone = 1
        case .acute: tone = 2
        case .tilde: tone = 3
        case .hook: tone = 4
        case .dot: tone = 5
        case .circumflex, .breve, .horn:
            guard end > start else { return }
            let changed: UInt32? =
                switch (mark, output[end - 1]) {
                case (.circumflex, UInt8(ascii: "a")): 0xE2
                case (.circumflex, UInt8(ascii: "e")): 0xEA
                case (.circumflex, UInt8(ascii: "o")): 0xF4
                case (.breve, UInt8(ascii: "a")): 0x103
                case (.horn, UInt8(ascii: "o")): 0x1A1
                case (.horn, UInt8(ascii: "u")): 0x1B0
                default: nil
                }
            if let changed {
                end -= 1
                write(changed, &output, &end)
            }
        }
    }

    private static func decode(_ bytes: Span<UInt8>, at index: Int) -> (UInt32, Int) {
        func continuation(_ offset: Int) -> UInt32? {
            guard index + offset < bytes.count else { return nil }
            let byte = bytes[index + offset]
            return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
        }
        let first = UInt32(bytes[index])
        if first & 0xE0 == 0xC0, let b = continuation(1) { return ((first & 0x1F) << 6 | b, 2) }
        if first & 0xF0 == 0xE0, let b = continuation(1), let c = continuation(2) {
            return ((first & 0x0F) << 12 | b << 6 | c, 3)
        }
        if first & 0xF8 == 0xF0, let b = continuation(1), let c = continuation(2),
            let d = continuation(3)
        {
            return ((first & 0x07) << 18 | b << 12 | c << 6 | d, 4)
        }
        return (0xFFFD, 1)
    }

    @inline(__always)
    private static func write(
        _ scalar: UInt32,
        _ output: inout MutableSpan<UInt8>,
        _ end: inout Int
    ) {
        func put(_ byte: UInt32) {
            output[end] = UInt8(truncatingIfNeeded: byte)
            end += 1
        }
        switch scalar {
        case 0..<0x80: put(scalar)
        case 0x80..<0x800:
            put(0xC0 | scalar >> 6)
            put(0x80 | scalar & 0x3F)
        case 0x800..<0x10000:
            put(0xE0 | scalar >> 12)
            put(0x80 | scalar >> 6 & 0x3F)
            put(0x80 | scalar & 0x3F)
        default:
            put(0xF0 | scalar >> 18 & 0x07)
            put(0x80 | scalar >> 12 & 0x3F)
            put(0x80 | scalar >> 6 & 0x3F)
            put(0x80 | scalar & 0x3F)
        }
    }

    /// Characters that no reader sees: they do not even part two words.
    private static func isInvisible(_ scalar: UInt32) -> Bool {
        scalar == 0xAD || (0x200B...0x200F).contains(scalar) || scalar == 0x2060
            || (0x202A...0x202E).contains(scalar) || (0x2066...0x2069).contains(scalar)
            || scalar == 0xFEFF || (scalar < 0x20 && !(9...13).contains(scalar))
    }

    private static func isSeparator(_ scalar: UInt32) -> Bool {
        (0x2000...0x206F).contains(scalar) || (0x3000...0x3003).contains(scalar)
            || scalar == 0xFEFF || scalar == 0xFFFD
    }

    private static func makeTable() -> [Folding] {
        var table = [Folding](repeating: Folding(letter: 0, tone: 0), count: 0x1F00)
        for value in UInt32(0x30)..<0x1F00 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let properties = scalar.properties
            guard
                properties.isAlphabetic || properties.numericType != nil
                    || [.nonspacingMark, .spacingMark].contains(properties.generalCategory)
            else { continue }
            if (0x300...0x36F).contains(value) { continue }
            let lower = properties.lowercaseMapping.unicodeScalars
            let letter = lower.count == 1 ? lower.first?.value ?? value : value
            table[Int(value)] = Folding(letter: UInt16(truncatingIfNeeded: letter), tone: 0)
        }
        // Eth is what some fonts and code pages give for the Vietnamese crossed D, and the African
        // D looks the same.
        for value in [0xD0, 0xF0, 0x189, 0x256] { table[value].letter = 0x111 }
        // Letters by the standard, quotes to a reader: `Cư M’gar`.
        for value in 0x2B9...0x2BD { table[value].letter = 0 }
        let vowels: [(UInt32, String)] = [
            (0x61, "àáãảạ"), (0x103, "ằắẵẳặ"), (0xE2, "ầấẫẩậ"), (0x65, "èéẽẻẹ"),
            (0xEA, "ềếễểệ"), (0x69, "ìíĩỉị"), (0x6F, "òóõỏọ"), (0xF4, "ồốỗổộ"),
            (0x1A1, "ờớỡởợ"), (0x75, "ùúũủụ"), (0x1B0, "ừứữửự"), (0x79, "ỳýỹỷỵ"),
        ]
        for (base, toned) in vowels {
            for (index, scalar) in toned.unicodeScalars.enumerated() {
                let folding = Folding(letter: UInt16(base), tone: UInt8(index + 1))
                table[Int(scalar.value)] = folding
                if let upper = scalar.properties.uppercaseMapping.unicodeScalars.first {
                    table[Int(upper.value)] = folding
                }
            }
        }
        return table
    }
}
