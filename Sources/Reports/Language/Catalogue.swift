internal import Foundation

/// What the phrases of the reports are in another language.
///
/// The file has a pair of lines for each phrase, the Vietnamese text and its translation, and blank
/// lines and lines that begin with `#` between them. Arguments are `{0}`, `{1}` … on both lines, on
/// the second one in any order; `{0:unit|units}` is the first word where argument 0 is `1`, else
/// the second. What is counted has both forms: `unit|units`. A phrase of two meanings has the one
/// that is meant behind it: `Quá hạn [chưa làm]`.
struct Catalogue: Sendable {
    /// Every phrase with its translation, by the Vietnamese text.
    let entries: [String: String]

    init(_ bytes: [UInt8]) {
        var entries: [String: String] = [:]
        var phrase: String?
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        where !line.hasPrefix("#") {
            let text = String(line).replacing("\\n", with: "\n")
            if let key = phrase {
                entries[key] = text
                phrase = nil
            } else {
                phrase = text.precomposedStringWithCanonicalMapping
            }
        }
        self.entries = entries
    }

    static let english = Catalogue(PackageResources.en_txt)

    /// The phrase translated; the Vietnamese text where the catalogue does not have it.
    func text(_ phrase: Phrase, as meaning: String? = nil) -> String {
        let (key, arguments) = phrase.key
        guard let entry = entries[meaning.map { "\(key) [\($0)]" } ?? key] else {
            return phrase.text
        }
        let text =
            arguments.isEmpty ? Catalogue.singular(entry) : Catalogue.filled(entry, arguments)
        let (before, behind) = phrase.margins
        return before.isEmpty && behind.isEmpty ? text : before + text + behind
    }

    /// What so many of something are called: `unit`, `units`.
    func noun(_ phrase: Phrase, _ number: Int) -> String {
        guard let entry = entries[phrase.key.text] else { return phrase.text }
        let forms = entry.split(separator: "|")
        return String(number == 1 ? forms[0] : forms[forms.count - 1])
    }

    private static func singular(_ text: String) -> String {
        text.firstIndex(of: "|").map { String(text[..<$0]) } ?? text
    }

    private static func filled(_ entry: String, _ arguments: [String]) -> String {
        var text = ""
        var rest = entry[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let parts = rest[rest.index(after: open)..<close]
                .split(separator: ":", maxSplits: 1)
            if let number = parts.first.flatMap({ Int($0) }), arguments.indices.contains(number) {
                if parts.count > 1 {
                    let forms = parts[1].split(separator: "|", omittingEmptySubsequences: false)
                    text += arguments[number] == "1" ? forms[0] : forms[forms.count - 1]
                } else {
                    text += arguments[number]
                }
            }
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}
