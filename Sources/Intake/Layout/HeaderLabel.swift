internal import Model

/// The heading of one column: its own words, and those of the merged cells above it.
struct HeaderLabel: Hashable, Sendable {
    /// The headings from the top down, group headings first; never empty ones.
    private(set) var parts: [String]
    /// The group heading that the blank cells to the right take over.
    private var group: [String]

    init(_ text: String) {
        parts = text.isEmpty ? [] : [text]
        group = parts
    }

    /// The labels of one row of headings.
    ///
    /// What begins with a dash goes on with the heading to its left: `Số ĐHTT đã xây dựng - Tập
    /// thể`
    /// | `- Cá nhân` | `- Hộ gia đình` (domain.md 2.3).
    static func row(_ headings: [String]) -> [HeaderLabel] {
        var group: Substring?
        return headings.map { heading in
            guard let sub = afterDash(heading) else {
                // A total may stand before its parts: `Số ĐHTT đã xây dựng` | `- Tập thể`.
                group = beforeDash(heading) ?? (heading.isEmpty ? nil : heading[...])
                return HeaderLabel(heading)
            }
            guard let group else { return HeaderLabel(heading) }
            var label = HeaderLabel(String(group))
            label.parts.append(String(sub))
            label.group = label.parts
            return label
        }
    }

    private static let dashes: Set<Character> = ["-", "–", "—"]

    /// What stands behind the dash that a heading begins with.
    private static func afterDash(_ heading: String) -> Substring? {
        guard let first = heading.first, dashes.contains(first) else { return nil }
        let sub = heading.dropFirst().drop(while: \.isWhitespace)
        return sub.isEmpty ? nil : sub
    }

    /// Whether a heading may hold a dash: bytes are looked through faster than characters.
    private static func mayHoldDash(_ heading: String) -> Bool {
        heading.utf8.contains { $0 == UInt8(ascii: "-") || $0 == 0xE2 }
    }

    /// What stands before the first dash between blanks.
    private static func beforeDash(_ heading: String) -> Substring? {
        guard mayHoldDash(heading) else { return nil }
        var before: Character?
        for index in heading.indices {
            let character = heading[index]
            if dashes.contains(character), before?.isWhitespace == true,
                heading[heading.index(after: index)...].first?.isWhitespace == true
            {
                let group = heading[..<heading.index(before: index)]
                return group.isEmpty ? nil : group
            }
            before = character
        }
        return nil
    }

    /// The label without the group heading above it.
    var withoutGroup: HeaderLabel { HeaderLabel(parts.last ?? "") }

    /// The label of the group heading above it.
    var above: HeaderLabel {
        var above = HeaderLabel("")
        above.parts = Array(parts.dropLast())
        above.group = above.parts
        return above
    }

    /// The label as it is shown: `Số ĐHTT đã xây dựng - Tập thể`.
    var text: String { parts.joined(separator: " - ") }

    /// What the column may be called, the longest name first.
    ///
    /// Titles of whole sections stand above group headings, so that what is above may have to be
    /// left out: `Kết quả` over `Số ĐHTT đã xây dựng` over `Tập thể`.
    var names: [String] {
        guard let last = parts.last, parts.count > 1 else { return parts }
        var names: [String] = []
        for sub in Set([last, HeaderLabel.subjects[Fold.key(last)] ?? last]).sorted() {
            for start in 0..<(parts.count - 1) {
                names.append((parts[start..<(parts.count - 1)] + [sub]).joined(separator: " - "))
            }
            for above in parts.dropLast(2) { names.append(above + " - " + sub) }
        }
        return names + [last]
    }

    /// The labels of a row of headings with those of the row below it.
    ///
    /// After export a merged group heading stands in its left-most cell only (domain.md 4.4).
    static func joined(_ upper: [HeaderLabel], _ lower: [String]) -> [HeaderLabel] {
        var group: [String] = []
        return zip(upper, lower).map { label, sub in
            if !label.group.isEmpty { group = label.group }
            guard !sub.isEmpty else { return label }
            var joined = HeaderLabel("")
            joined.parts = (label.parts.isEmpty ? group : label.parts) + [sub]
            joined.group = joined.parts
            return joined
        }
    }

    /// The short forms of subjects below a group heading; alone, `TT` is a serial number.
    static let subjects: [[UInt8]: String] = [
        Fold.key("TT"): "Tập thể", Fold.key("CN"): "Cá nhân", Fold.key("HGĐ"): "Hộ gia đình",
        Fold.key("Hộ GĐ"): "Hộ gia đình", Fold.key("Hộ"): "Hộ gia đình",
    ]
}
