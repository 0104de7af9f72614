/// What a word with characters beyond ASCII proves about the encoding it was read by.
enum WordVerdict: Hashable, Sendable {
    /// The word is a possible Vietnamese syllable.
    case possible(isCommon: Bool)
    case impossible
    /// The word proves nothing: `HĐND`, `đ/c`, `QĐ`.
    case abbreviation

    init(_ word: ArraySlice<Unicode.Scalar>, mixesCases: Bool) {
        var letters: [VietnameseLetter] = []
        for scalar in word {
            guard let letter = VietnameseLetter(scalar) else {
                self = .impossible
                return
            }
            letters.append(letter)
        }
        guard Self.isWellCased(letters, mixesCases) else {
            self = .impossible
            return
        }
        if VietnameseSyllable.isPossible(letters) {
            self = .possible(isCommon: CommonSyllables.contains(letters))
        } else {
            self = Self.isAbbreviation(letters) ? .abbreviation : .impossible
        }
    }

    /// No capital behind a small letter, but for the small toned letters of a font without
    /// capitals.
    private static func isWellCased(_ letters: [VietnameseLetter], _ mixesCases: Bool) -> Bool {
        zip(letters, letters.dropFirst()).allSatisfy { first, second in
            first.isCapital || !second.isCapital || (mixesCases && !first.isASCII)
        }
    }

    /// Capitals whose only letter beyond ASCII is Đ, or đ alone.
    private static func isAbbreviation(_ letters: [VietnameseLetter]) -> Bool {
        let stroke = UInt16(0x111)
        guard letters.allSatisfy({ $0.isASCII || $0.shape == stroke }) else { return false }
        return letters.count == 1 || (letters.count <= 8 && letters.allSatisfy(\.isCapital))
    }
}
