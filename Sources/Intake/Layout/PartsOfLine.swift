internal import Model

/// The line of a table on its side whose parts the lines below it may give: `Số ĐHTT đã xây dựng`
/// over `- Tập thể`, `- Cá nhân`, `Trong đó: hộ gia đình`.
struct PartsOfLine {
    /// The text of the line, without its number; empty before the first one.
    private(set) var text = ""
    /// Whether `Trong đó` stood alone: the subjects below it are parts without a dash.
    private var areListed = false

    /// What a line calls a part of the one above; nil where it begins a line of its own, of which
    /// the next may be parts.
    mutating func part(_ line: String) -> String? {
        var rest = line.drop { PartsOfLine.bullets.contains($0) }
        let isMarked = rest.startIndex != line.startIndex
        let key = Fold.key(String(rest))
        let isAmong = key.starts(with: PartsOfLine.among)
        if isAmong {
            let words = rest.split(separator: " ", maxSplits: 2)
            rest = words.count > 2 ? words[2] : ""
            rest = rest.drop { $0 == ":" || $0 == " " }
            if rest.isEmpty {
                areListed = true
                return nil
            }
        }
        let name = String(rest).trimmedBlanks
        let isListed = areListed && SubjectFields.isSubject(key)
        if !text.isEmpty, isMarked || isAmong || isListed { return name }
        text = RowKind.withoutNumber(name)
        areListed = false
        return nil
    }

    private static let bullets: Set<Character> = ["-", "–", "—", "+", "•", "*", " "]
    private static let among = Fold.key("trong đó")
}
