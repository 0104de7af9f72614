/// A cell of a UTF-8 file that was pasted from an old font (or raw old bytes): what it would read
/// as.
package enum CellRescue {
    /// One way to read a cell.
    package typealias Reading = (encoding: TextEncoding, text: String, isCertain: Bool)

    /// What a reading needs to be taken without a roster that knows it.
    private static let certainty = EncodingContest.Terms(
        share: 0.9,
        lead: 0.5,
        words: 3,
        wordLead: 3,
        commonWords: 4
    )

    /// The readings of a cell in NFC, likeliest first; none where the cell is fine as it is.
    ///
    /// A certain reading has several Vietnamese words that the cell, as it stands, has not, and no
    /// other reading comes near. Any other needs something else that speaks for it.
    package static func readings(of cell: [UInt8]) -> [Reading] {
        guard cell.count <= 1 << 16, isSuspicious(cell.span) else { return [] }
        guard cell.firstUTF8Fault == nil else {
            return readings(EncodingContest(cell), of: cell) { $0.encoding }
        }
        if let text = GlyphText.undouble(cell) { return undoubled(text, cell) }
        guard let bytes = GlyphText.bytes(of: cell, by: CodePage.bytesOfWindows1252) else {
            return partly(cell)
        }
        return readings(EncodingContest(bytes, codings: [.tcvn3, .vni]), of: cell) {
            $0 == .vni ? .vniGlyphs : .tcvn3Glyphs
        }
    }

    private static func readings(
        _ contest: EncodingContest,
        of cell: [UInt8],
        _ encoding: (LegacyCoding) -> TextEncoding
    ) -> [Reading] {
        let standing = VietnameseScore(cell)
        let winner = contest.winner(over: standing, terms: certainty)
        return contest.entries.filter {
            $0.text != cell && $0.score.share >= 0.7 && $0.score.share > standing.share
        }.map {
            (
                encoding($0.coding), composed($0.text),
                isCertain: winner.map { [coding = $0.coding] in coding == $0.coding } ?? false
            )
        }
    }

    private static func undoubled(_ text: [UInt8], _ cell: [UInt8]) -> [Reading] {
        let score = VietnameseScore(text)
        let standing = VietnameseScore(cell)
        guard score.share >= standing.share else { return [] }
        let isCertain = score.good >= 2 && score.share >= 0.9 && standing.share <= 0.4
        return [(.doubledUTF8, composed(text), isCertain)]
    }

    /// Words in an old font within a cell that is Unicode elsewhere.
    private static func partly(_ cell: [UInt8]) -> [Reading] {
        var readings: [Reading] = []
        for (coding, encoding) in [
            (LegacyCoding.tcvn3, TextEncoding.tcvn3Glyphs), (.vni, .vniGlyphs),
        ] {
            var text: [UInt8] = []
            for part in cell.split(
                separator: 0x20,
                maxSplits: .max,
                omittingEmptySubsequences: false
            ) {
                let word = Array(part)
                text.append(contentsOf: mended(word, coding) ?? word)
                text.append(0x20)
            }
            text.removeLast()
            let (now, then) = (VietnameseScore(cell), VietnameseScore(text))
            if text != cell, then.share >= 0.9, then.good > now.good {
                readings.append((encoding, composed(text), false))
            }
        }
        return readings
    }

    private static func mended(_ word: [UInt8], _ coding: LegacyCoding) -> [UInt8]? {
        guard let text = GlyphText.decode(word, as: coding) else { return nil }
        let now = VietnameseScore(word)
        let then = VietnameseScore(text, mixesCases: coding.mixesCases)
        return now.good == 0 && now.bad > 0 && then.good > 0 && then.bad == 0 ? text : nil
    }

    private static func composed(_ text: [UInt8]) -> String {
        var composer = MarkComposer()
        return String(decoding: composer.push(text) + composer.finish(), as: UTF8.self)
    }
}
