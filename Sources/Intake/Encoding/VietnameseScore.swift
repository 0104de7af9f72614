/// How well a text reads as Vietnamese: how many of its words beyond ASCII are possible syllables.
///
/// Each distinct word counts once, so that a name in a thousand rows proves no more than in one.
struct VietnameseScore: Hashable, Sendable {
    /// The distinct words with a letter beyond ASCII that are possible syllables.
    private(set) var good = 0
    /// Those that are not, and those that hold a symbol or a character without a meaning.
    private(set) var bad = 0

    /// The share of possible syllables, 0 where no word tells.
    var share: Double { good + bad == 0 ? 0 : Double(good) / Double(good + bad) }

    /// Scores a text in UTF-8; broken bytes count as one wrong character each.
    ///
    /// - Parameter mixesCases: Small toned letters among capitals are right, as in TCVN3.
    init(_ text: [UInt8], mixesCases: Bool = false) {
        var seen: Set<[Unicode.Scalar]> = []
        var word: [Unicode.Scalar] = []
        var isTelling = false
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if scalar.isASCII {
                if WordCharacter.isASCIILetter(scalar) {
                    word.append(scalar)
                    continue
                }
                if WordCharacter.isControl(scalar) {
                    // The old standards have letters among the controls: here it was read as none.
                    word.append(scalar)
                    isTelling = true
                    continue
                }
            } else if !WordCharacter.isPunctuation(scalar) {
                word.append(scalar)
                isTelling = true
                continue
            } else if WordCharacter.isQuote(scalar), !word.isEmpty {
                // A quotation mark between two letters is no quotation mark.
                word.append(scalar)
                continue
            }
            if isTelling { settle(word, &seen, mixesCases) }
            word.removeAll(keepingCapacity: true)
            isTelling = false
        }
        if isTelling { settle(word, &seen, mixesCases) }
    }

    private mutating func settle(
        _ run: [Unicode.Scalar],
        _ seen: inout Set<[Unicode.Scalar]>,
        _ mixesCases: Bool
    ) {
        var word = run[...]
        while let last = word.last, WordCharacter.mayFollowWord(last) { word.removeLast() }
        guard word.contains(where: WordCharacter.isLetter),
            word.contains(where: { !WordCharacter.isASCIILetter($0) }),
            seen.insert(Array(word)).inserted
        else { return }
        switch WordVerdict(word, mixesCases: mixesCases) {
        case .possible: good += 1
        case .impossible: bad += 1
        case .abbreviation: break
        }
    }
}
