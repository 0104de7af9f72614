/// Which of several readings of the same bytes is Vietnamese text, if one clearly is.
struct EncodingContest: Sendable {
    /// A reading, its text in UTF-8 and its score.
    struct Entry: Sendable {
        var coding: LegacyCoding
        var text: [UInt8]
        var score: VietnameseScore
    }

    /// What a reading must have over the others.
    struct Terms: Sendable {
        /// The least share of possible syllables (csv.md §2).
        var share = 0.7
        /// How far the share must be ahead of the next different text.
        var lead = 0.1
        /// The fewest distinct words that must speak for a reading.
        var words = 3
        /// By how many distinct words a reading must be ahead.
        var wordLead = 2
        /// How many common words decide where the shares do not, if the other has hardly any.
        var commonWords = 3

        static let file = Terms()

        func allow(_ score: VietnameseScore) -> Bool {
            score.share >= share && score.good >= words
        }

        func isAhead(_ score: VietnameseScore, of other: VietnameseScore) -> Bool {
            score.share >= other.share + lead && score.good >= other.good + wordLead
        }

        func isMoreCommon(_ score: VietnameseScore, than other: VietnameseScore) -> Bool {
            score.common >= commonWords + 2 * other.common && score.share + 0.1 >= other.share
        }
    }

    /// The readings, best first; of equal texts one.
    private(set) var entries: [Entry] = []

    /// Lets encodings read bytes; those that have no character for a byte do not take part.
    init(_ bytes: [UInt8], codings: [LegacyCoding] = LegacyCoding.allCases) {
        for coding in codings {
            guard let text = coding.decode(bytes) else { continue }
            add(coding, text)
        }
        settle(holdsCapitals: EncodingContest.holdsCapitals(bytes))
    }

    /// The one reading that wins under the terms, also over a text that stands already.
    func winner(over standing: VietnameseScore? = nil, terms: Terms = .file) -> Entry? {
        let winners = entries.indices.filter { index in
            let score = entries[index].score
            guard terms.allow(score), standing.map({ terms.isAhead(score, of: $0) }) ?? true else {
                return false
            }
            return entries.indices.allSatisfy { other in
                other == index || terms.isAhead(score, of: entries[other].score)
                    || terms.isMoreCommon(score, than: entries[other].score)
            }
        }
        return winners.count == 1 ? entries[winners[0]] : nil
    }

    private mutating func add(_ coding: LegacyCoding, _ text: [UInt8]) {
        let score = VietnameseScore(text, mixesCases: coding.mixesCases)
        guard let same = entries.firstIndex(where: { $0.text == text }) else {
            entries.append(Entry(coding: coding, text: text, score: score))
            return
        }
        // Equal texts differ at most in how strictly their case was judged.
        if score.good > entries[same].score.good {
            entries[same] = Entry(coding: coding, text: text, score: score)
        }
    }

    /// Whether a byte that TCVN 5712 has for a toned capital, and the fonts for a dash or a
    /// quotation mark, stands beside a capital letter.
    private static func holdsCapitals(_ bytes: [UInt8]) -> Bool {
        let isCapital = { (byte: UInt8) in (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
        return bytes.indices.contains { index in
            (0x80...0x9F).contains(bytes[index])
                && ((index > 0 && isCapital(bytes[index - 1]))
                    || (index + 1 < bytes.count && isCapital(bytes[index + 1])))
        }
    }

    /// Sorts the readings; of TCVN3 and TCVN 5712, which share their small letters, the better
    /// stays.
    ///
    /// In a file of small letters a few capitals hardly tell in the shares: with `holdsCapitals`
    /// the reading that makes more words of them is the better.
    private mutating func settle(holdsCapitals: Bool) {
        if let font = entries.firstIndex(where: { $0.coding == .tcvn3 }),
            let standard = entries.firstIndex(where: { $0.coding == .tcvn5712 })
        {
            let (asStandard, asFont) = (entries[standard].score, entries[font].score)
            let isStandard =
                asStandard.share > asFont.share
                || (holdsCapitals && asStandard.share == asFont.share
                    && asStandard.good > asFont.good)
            entries.remove(at: isStandard ? font : standard)
        }
        entries.sort { a, b in
            (a.score.share, a.score.common) > (b.score.share, b.score.common)
        }
    }
}
