/// Tells words that are spoken from abbreviations, which keep their capitals in running text.
package enum SpokenWord {
    /// Whether a word, of letters alone, can be a Vietnamese syllable: `KHEN` can, `TĐKT` cannot.
    package static func isSyllable(_ word: some StringProtocol) -> Bool {
        var letters: [VietnameseLetter] = []
        for scalar in word.unicodeScalars {
            guard let letter = VietnameseLetter(scalar) else { return false }
            letters.append(letter)
        }
        return VietnameseSyllable.isPossible(letters)
    }
}
