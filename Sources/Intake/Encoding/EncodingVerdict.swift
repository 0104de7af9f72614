/// What the first telling part of a file says about its encoding.
enum EncodingVerdict: Hashable, Sendable {
    case text(TextEncoding, LegacyCoding? = nil)
    /// Too little, or too little sense: more of the file may tell, else it is unknown.
    case undecided

    /// Judges text that holds bytes beyond ASCII, by the order of csv.md §2.
    ///
    /// - Parameters:
    ///   - window: The text, cut where no character goes on.
    ///   - isMarked: Whether the file begins with a mark of UTF-8.
    init(_ window: [UInt8], isMarked: Bool) {
        if window.firstUTF8Fault == nil {
            self = Self.ofUnicode(window)
        } else if isMarked {
            self = .text(.utf8)
        } else {
            self = Self.ofBytes(window)
        }
    }

    /// Bytes that are not UTF-8 throughout: an old encoding, or UTF-8 with a few broken rows.
    private static func ofBytes(_ window: [UInt8]) -> Self {
        let standing = VietnameseScore(window)
        if let winner = EncodingContest(window).winner(over: standing) {
            return .text(winner.coding.encoding, winner.coding)
        }
        var whole = 0
        var broken = 0
        for scalar in String(decoding: window, as: UTF8.self).unicodeScalars
        where !scalar.isASCII && !WordCharacter.isOfDistantScript(scalar) {
            if scalar.value == 0xFFFD { broken += 1 } else { whole += 1 }
        }
        return whole > broken ? .text(.utf8) : .undecided
    }

    /// Whether plain letters and letters of a distant script share the words: bytes of an old
    /// encoding that are UTF-8 by chance, as `Phường` is in VISCII.
    private static func isChance(_ text: [UInt8]) -> Bool {
        var mixed = 0
        var others = 0
        var previous: Unicode.Scalar = " "
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if !scalar.isASCII {
                let isMixed =
                    WordCharacter.isOfDistantScript(scalar)
                    && WordCharacter.isASCIILetter(previous)
                if isMixed { mixed += 1 } else { others += 1 }
            }
            previous = scalar
        }
        return mixed > others
    }

    /// UTF-8, though its characters may stand for the bytes of another encoding.
    private static func ofUnicode(_ window: [UInt8]) -> Self {
        if holdsTonedLetter(window) { return .text(.utf8) }
        if isDoubled(window) { return .text(.doubledUTF8) }
        if isChance(window) { return .undecided }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(window.count)
        for scalar in String(decoding: window, as: UTF8.self).unicodeScalars {
            if scalar.isASCII {
                bytes.append(UInt8(scalar.value))
            } else if let value = UInt16(exactly: scalar.value),
                let byte = CodePage.bytesOfWindows1252[value]
            {
                bytes.append(byte)
            } else if scalar.properties.isAlphabetic {
                // No old font and no Windows-1252 has this letter: the text is what it says.
                return .text(.utf8)
            } else {
                bytes.append(0x20)
            }
        }
        let contest = EncodingContest(bytes, codings: [.tcvn3, .vni])
        switch contest.winner(over: VietnameseScore(window))?.coding {
        case .tcvn3: return .text(.tcvn3Glyphs, .tcvn3)
        case .vni: return .text(.vniGlyphs, .vni)
        default: return .text(.utf8)
        }
    }

    /// Whether text holds a letter of U+1EA0-1EF9, which only Vietnamese in Unicode has.
    private static func holdsTonedLetter(_ text: [UInt8]) -> Bool {
        var index = 0
        while index + 2 < text.count {
            if text[index] == 0xE1,
                text[index + 1] == 0xBB || (text[index + 1] == 0xBA && text[index + 2] >= 0xA0)
            {
                return true
            }
            index += 1
        }
        return false
    }

    /// Whether nearly all pieces of a text are UTF-8 once more when read as the bytes of Windows.
    private static func isDoubled(_ text: [UInt8]) -> Bool {
        var doubled = 0
        var plain = 0
        var letters = 0
        GlyphText.forEachPiece(of: text) { piece in
            guard piece.contains(where: { $0 >= 0x80 }) else { return }
            if let mended = GlyphText.undouble(Array(piece)) {
                doubled += 1
                letters += String(decoding: mended, as: UTF8.self).unicodeScalars.count {
                    !$0.isASCII
                }
            } else {
                plain += 1
            }
        }
        return letters > 2 && plain * 9 <= doubled
    }
}
