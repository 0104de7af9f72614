/// One thing noticed about the data, with the place where it stands (CONTRACT §8).
///
/// Findings are values that are collected; reading bad data never throws.
package struct Finding: Hashable, Sendable {
    /// What it has in common with other findings.
    fileprivate var kind: FindingKind
    /// Nil where a finding tells nothing of it.
    private let detail: FindingDetail?
    /// The line, or 0 for the whole file: lines are counted from 1.
    private let line: UInt32
    /// Another line that the finding is about, where its wording names one.
    private let otherLine: UInt32

    /// The 1-based physical line on which the record starts; nil for the whole file.
    package var row: Int? { line > 0 ? Int(line) : nil }
    /// The 1-based physical line on which the record ends.
    package var endRow: Int? { detail?.endRow }
    /// The 1-based number of the record in its file.
    package var record: Int? { detail?.record }
    /// The offset of the record's first byte.
    package var byte: Int? { detail?.byte }
    /// What was found; it may be personal and is never logged.
    package var value: String? { detail?.value }
    /// What would be right.
    package var expected: String? { detail?.expected }
    /// The code of CONTRACT §8.
    package var code: FindingCode { kind.code }
    /// The header of the column, as it was written.
    package var column: String? { kind.column }
    /// What to do about it, in Vietnamese.
    package var fix: String {
        get { kind.fix }
        set { kind = kind.with { $0.fix = newValue } }
    }

    /// How much it weighs: not counted, counted but worth a look, or a notice.
    package var severity: Severity {
        get { kind.severity }
        set { kind = kind.with { $0.severity = newValue } }
    }
    /// The id of the unit concerned, where it is known.
    package var unit: String? {
        get { kind.unit }
        set { if newValue != unit { kind = kind.with { $0.unit = newValue } } }
    }
    /// The path below `submissions/`, or of the file of the plan's folder.
    package var file: String {
        get { kind.file }
        set {
            guard !newValue.utf8.elementsEqual(file.utf8) else { return }
            kind = kind.with { $0.file = newValue }
        }
    }
    /// What is the matter, in Vietnamese.
    package var message: String { kind.wording.text(row: Int(line), other: Int(otherLine)) }
    /// Whether what it is about only looks like it and was counted all the same.
    package var isSuspicion: Bool { kind.isSuspicion }
    /// The id of the plan's check that found it.
    package var rule: String? { kind.rule }

    /// What it has in common with other findings, the numbers of lines put into the wording.
    package var plainKind: FindingKind {
        guard kind.wording.namesLines else { return kind }
        return kind.with { $0.wording = $0.wording.filled(row: Int(line), other: Int(otherLine)) }
    }

    /// Says one thing more, behind what it says already.
    package mutating func add(_ sentence: String) {
        kind = kind.with { $0.wording = $0.wording + .plain(sentence) }
    }

    /// A finding of a kind of its own; the severity is that of the code unless told otherwise.
    package init(
        _ code: FindingCode,
        severity: Severity? = nil,
        unit: String? = nil,
        file: String,
        row: Int? = nil,
        endRow: Int? = nil,
        record: Int? = nil,
        column: String? = nil,
        byte: Int? = nil,
        value: String? = nil,
        expected: String? = nil,
        rule: String? = nil,
        message: String,
        fix: String
    ) {
        self.init(
            FindingKind(
                code,
                severity: severity,
                unit: unit,
                file: file,
                column: column,
                wording: .plain(message),
                fix: fix,
                rule: rule
            ),
            row: row,
            endRow: endRow,
            record: record,
            byte: byte,
            value: value,
            expected: expected
        )
    }

    /// A finding of a kind that others may have as well.
    package init(
        _ kind: FindingKind,
        row: Int?,
        endRow: Int?,
        record: Int?,
        byte: Int?,
        value: String?,
        expected: String?
    ) {
        self.kind = kind
        line = UInt32(clamping: row ?? 0)
        otherLine = 0
        let isPlain =
            endRow == nil && record == nil && byte == nil && value == nil && expected == nil
        detail =
            isPlain
            ? nil
            : FindingDetail(
                endRow: endRow,
                record: record,
                byte: byte,
                value: value,
                expected: expected
            )
    }

    /// One of many findings of a kind: on the line `row`, about the line `other` where the kind's
    /// wording names one.
    package init(_ kind: FindingKind, row: Int, other: Int = 0, value: SharedValue? = nil) {
        self.kind = kind
        line = UInt32(clamping: row)
        otherLine = UInt32(clamping: other)
        detail = value?.detail
    }

    /// What was found, held once for all findings that have it.
    package struct SharedValue: Sendable {
        fileprivate let detail: FindingDetail

        /// Holds what was found.
        package init(_ value: String) {
            detail = FindingDetail(
                endRow: nil,
                record: nil,
                byte: nil,
                value: value,
                expected: nil
            )
        }
    }

    /// By what they say, however they are held.
    package static func == (a: Finding, b: Finding) -> Bool {
        a.row == b.row && a.endRow == b.endRow && a.record == b.record && a.byte == b.byte
            && a.value == b.value && a.expected == b.expected
            && a.message == b.message
            && (a.kind === b.kind || a.kind.with { $0.wording = b.kind.wording } == b.kind)
    }

    /// Equal findings have equal hashes: of code, file, row and message.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(file)
        hasher.combine(row)
        hasher.combine(message)
    }

    /// The order of reports: by file, row, column, then code, so that no run shows another order.
    ///
    /// Texts are compared by their bytes alone: names that differ only in their Unicode form are
    /// equal for `==`, and among them there would be no order.
    package static func inReadingOrder(_ a: Finding, _ b: Finding) -> Bool {
        let isOneKind = a.kind === b.kind
        let file = isOneKind ? 0 : a.file.orderInBytes(beside: b.file)
        if file != 0 { return file < 0 }
        if a.line != b.line { return a.line < b.line }
        let column = isOneKind ? 0 : (a.column ?? "").orderInBytes(beside: b.column ?? "")
        if column != 0 { return column < 0 }
        if a.code != b.code { return a.code.rawValue.precedesInBytes(b.code.rawValue) }
        return a.message.precedesInBytes(b.message)
    }
}

extension [Finding] {
    /// The same findings under the names of files that reports may show; nil where all names stay,
    /// so that hundreds of thousands of findings are not copied for nothing.
    package func renamed(_ shown: (String) -> String) -> [Finding]? {
        // Findings of a file are of few kinds, which alternate.
        var known: [ObjectIdentifier: FindingKind?] = [:]
        var last: (kind: FindingKind, shown: FindingKind?)?
        var renamed: [Finding]?
        for (index, finding) in enumerated() {
            let kind = finding.kind
            if last?.kind !== kind {
                let shownKind = known[ObjectIdentifier(kind)] ?? kind.renamed(shown)
                known[ObjectIdentifier(kind)] = .some(shownKind)
                last = (kind, shownKind)
            }
            guard let other = last?.shown else { continue }
            if renamed == nil { renamed = self }
            renamed?[index].kind = other
        }
        return renamed
    }
}
