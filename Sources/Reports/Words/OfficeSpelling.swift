internal import Intake

/// How the name of an office is spelt in running text where only its letterhead gives it, in
/// capitals.
extension ReportFrame {
    /// What offices are, as their names begin.
    private static let kinds = [
        "tổng cục", "chi cục", "văn phòng", "hội đồng", "trung tâm", "ban", "phòng", "sở", "cục",
        "vụ",
        "bộ", "viện",
    ]

    /// A name given in capitals with those of running text: of the kind of office and of each of
    /// its fields (NĐ 30/2020 Phụ lục II), abbreviations as they are; nil where it has another kind
    /// or names a people's committee or a front, whose place it does not tell from other words.
    ///
    /// `BAN THI ĐUA - KHEN THƯỞNG` is the `Ban Thi đua - Khen thưởng`, `BAN TĐKT` the `Ban TĐKT`.
    static func asSentence(_ capitals: String, place: String?) -> String? {
        guard capitals == capitals.uppercased() else { return nil }
        let small = capitals.lowercased()
        guard let kind = kinds.first(where: { small.hasPrefix($0 + " ") }),
            !["ubnd", "mttq"].contains(where: small.contains)
        else { return nil }
        var words = [kind.capitalisedFirst]
        var begins = true
        for capital in capitals.dropFirst(kind.count + 1).split(separator: " ") {
            let word = capital.lowercased()
            let joins = word == "và" || !word.contains(where: \.isLetter)
            if isAbbreviation(capital) {
                words.append(String(capital))
            } else {
                words.append(begins && !joins ? word.capitalisedFirst : word)
            }
            begins = joins || word.hasSuffix(",")
        }
        let name = words.joined(separator: " ")
        guard let place, name.lowercased().hasSuffix(" " + place.lowercased()) else { return name }
        return name.dropLast(place.count) + place
    }

    /// Whether a part of a word in capitals is nothing that is spoken: `LĐTBXH`, `VH-TT`.
    private static func isAbbreviation(_ word: Substring) -> Bool {
        word.split { !$0.isLetter }.contains { !SpokenWord.isSyllable($0) }
    }
}
