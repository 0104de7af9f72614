/// What many findings have in common: all but the place and what was found there.
///
/// A register may have hundreds of thousands of findings of a few kinds, late entries above all. Each
/// then is a line number and a reference to its kind.
package final class FindingKind: Sendable {
    /// What a finding says, where lines have to be put in.
    package enum Wording: Hashable, Sendable {
        case plain(String)
        /// The number of another line between two pieces.
        case aboutLine(String, String)
        /// The number of the finding's own line and that of another between three pieces.
        case aboutBothLines(String, String, String)

        /// The text for a finding on `row` that is about the line `other`.
        package func text(row: Int, other: Int) -> String {
            switch self {
            case .plain(let text): text
            case .aboutLine(let start, let end): start + String(other) + end
            case .aboutBothLines(let start, let middle, let end):
                start + String(row) + middle + String(other) + end
            }
        }
    }

    /// What a kind says.
    package struct Content: Hashable, Sendable {
        package var severity: Severity
        package var code: FindingCode
        /// The id of the unit concerned, where it is known.
        package var unit: String?
        package var file: String
        /// The header of the column, as it was written.
        package var column: String?
        package var wording: Wording
        /// What to do about it, in Vietnamese.
        package var fix: String
        /// Whether what it is about only looks like it and was counted all the same.
        package var isSuspicion: Bool
        /// The id of the plan's check that found it.
        package var rule: String?
    }

    package let content: Content

    package init(_ content: Content) { self.content = content }

    package convenience init(
        _ code: FindingCode,
        severity: Severity? = nil,
        unit: String?,
        file: String,
        column: String? = nil,
        wording: Wording,
        fix: String,
        isSuspicion: Bool = false,
        rule: String? = nil
    ) {
        self.init(
            Content(
                severity: severity ?? code.severity,
                code: code,
                unit: unit,
                file: file,
                column: column,
                wording: wording,
                fix: fix,
                isSuspicion: isSuspicion,
                rule: rule
            )
        )
    }

    package var severity: Severity { content.severity }
    package var code: FindingCode { content.code }
    package var unit: String? { content.unit }
    package var file: String { content.file }
    package var column: String? { content.column }
    package var wording: Wording { content.wording }
    package var fix: String { content.fix }
    package var isSuspicion: Bool { content.isSuspicion }
    package var rule: String? { content.rule }

    /// The kind with something else in it.
    func with(_ change: (inout Content) -> Void) -> FindingKind {
        var content = content
        change(&content)
        return FindingKind(content)
    }

    /// The same kind under the names of files that reports may show, in its wording as well; nil where
    /// all names stay.
    func renamed(_ shown: (String) -> String) -> FindingKind? {
        let name = shown(file)
        let wording = wording.renamed(shown)
        guard wording != nil || !name.utf8.elementsEqual(file.utf8) else { return nil }
        return with { content in
            content.file = name
            if let wording { content.wording = wording }
        }
    }
}

extension FindingKind: Hashable {
    /// By what they say.
    package static func == (a: FindingKind, b: FindingKind) -> Bool { a.content == b.content }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(column)
        hasher.combine(wording)
    }
}

extension FindingKind.Wording {
    /// What stands before the name of another file.
    private static let mark = "tệp \""
    private static let markBytes = Array(mark.utf8)

    fileprivate func renamed(_ shown: (String) -> String) -> FindingKind.Wording? {
        func text(_ text: String) -> String { Self.renamed(text, shown) }
        let renamed: FindingKind.Wording
        switch self {
        case .plain(let whole):
            guard Self.namesFile(whole) else { return nil }
            renamed = .plain(text(whole))
        case .aboutLine(let start, let end): renamed = .aboutLine(text(start), text(end))
        case .aboutBothLines(let start, let middle, let end):
            renamed = .aboutBothLines(text(start), text(middle), text(end))
        }
        return renamed == self ? nil : renamed
    }

    private static func renamed(_ text: String, _ shown: (String) -> String) -> String {
        guard namesFile(text) else { return text }
        let pieces = text.split(separator: mark, omittingEmptySubsequences: false)
        return String(pieces[0])
            + pieces.dropFirst().map { piece in
                guard let end = piece.firstIndex(of: "\"") else { return mark + piece }
                return mark + shown(String(piece[..<end])) + piece[end...]
            }.joined()
    }

    /// Whether the mark stands in the text.
    ///
    /// Hardly any of the thousands of wordings of a night names a file: they are looked at by their bytes.
    private static func namesFile(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var start = 0
            while let quote = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) {
                if bytes[..<(quote + 1)].suffix(markBytes.count).elementsEqual(markBytes) {
                    return true
                }
                start = quote + 1
            }
            return false
        }
    }
}

/// What is told of few findings: where exactly, what stood there and what would be right.
final class FindingDetail: Sendable {
    // A number that is not told is the least of all: an optional one takes twice the room.
    private let lastRow: Int
    private let number: Int
    private let offset: Int
    let value: String?
    let expected: String?

    var endRow: Int? { FindingDetail.told(lastRow) }
    var record: Int? { FindingDetail.told(number) }
    var byte: Int? { FindingDetail.told(offset) }

    init(endRow: Int?, record: Int?, byte: Int?, value: String?, expected: String?) {
        lastRow = endRow ?? .min
        number = record ?? .min
        offset = byte ?? .min
        self.value = value
        self.expected = expected
    }

    private static func told(_ number: Int) -> Int? { number == .min ? nil : number }
}
