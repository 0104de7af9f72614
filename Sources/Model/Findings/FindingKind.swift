/// What many findings have in common: all but the place and what was found there.
///
/// A register may have hundreds of thousands of findings of a few kinds, late entries above all.
/// Each then is a line number and a reference to its kind.
package final class FindingKind: Sendable {
    /// What a kind says.
    package struct Content: Hashable, Sendable {
        /// How much it weighs: not counted, counted but worth a look, or a notice.
        package var severity: Severity
        /// The code of CONTRACT §8.
        package var code: FindingCode
        /// The id of the unit concerned, where it is known.
        package var unit: String?
        /// The path below `submissions/`, or of the file of the plan's folder.
        package var file: String
        /// The header of the column, as it was written.
        package var column: String?
        /// What is the matter, in Vietnamese.
        package var wording: FindingWording
        /// What to do about it, in Vietnamese.
        package var fix: String
        /// Whether what it is about only looks like it and was counted all the same.
        package var isSuspicion: Bool
        /// The id of the plan's check that found it.
        package var rule: String?
    }

    /// What the kind says.
    package let content: Content

    package init(_ content: Content) { self.content = content }

    package convenience init(
        _ code: FindingCode,
        severity: Severity? = nil,
        unit: String?,
        file: String,
        column: String? = nil,
        wording: FindingWording,
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

    /// How much it weighs.
    package var severity: Severity { content.severity }
    /// The code of CONTRACT §8.
    package var code: FindingCode { content.code }
    /// The id of the unit concerned, where it is known.
    package var unit: String? { content.unit }
    /// The path below `submissions/`, or of the file of the plan's folder.
    package var file: String { content.file }
    /// The header of the column, as it was written.
    package var column: String? { content.column }
    /// What is the matter, in Vietnamese.
    package var wording: FindingWording { content.wording }
    /// What to do about it, in Vietnamese.
    package var fix: String { content.fix }
    /// Whether what it is about only looks like it and was counted all the same.
    package var isSuspicion: Bool { content.isSuspicion }
    /// The id of the plan's check that found it.
    package var rule: String? { content.rule }

    /// The kind with something else in it.
    func with(_ change: (inout Content) -> Void) -> FindingKind {
        var content = content
        change(&content)
        return FindingKind(content)
    }

    /// The same kind under the names of files that reports may show, in its wording as well; nil
    /// where all names stay.
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

    /// Equal kinds have equal hashes: of code, column and wording.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(column)
        hasher.combine(wording)
    }
}
