internal import Model

/// Findings of one file that say the same thing of many lines, told as one; their number is exact.
struct FindingGroup {
    /// In reading order, never empty.
    let findings: [Finding]

    /// How many lines are named; of findings that repeat no more often, each stands by itself.
    static let named = 5

    /// The findings of one file, those with the same severity, code and column put together where
    /// they are many; by line, those about the whole file first.
    static func groups(_ findings: [Finding]) -> [FindingGroup] {
        struct Kind: Hashable {
            var severity: Severity
            var code: FindingCode
            var column: String?
            var isSuspicion: Bool
            /// Of contradictions each says something else.
            var contradiction: String?
        }
        let sorted = findings.sorted(by: Finding.inReadingOrder)
        func kind(_ finding: Finding) -> Kind {
            Kind(
                severity: finding.severity,
                code: finding.code,
                column: finding.column,
                isSuspicion: finding.isSuspicion,
                contradiction: finding.code == .contradiction ? finding.message : nil
            )
        }
        var kinds: [Kind: [Finding]] = [:]
        for finding in sorted { kinds[kind(finding), default: []].append(finding) }
        var told: Set<Kind> = []
        return sorted.compactMap { finding in
            let kind = kind(finding)
            guard let all = kinds[kind], all.count > named else {
                return FindingGroup(findings: [finding])
            }
            return told.insert(kind).inserted ? FindingGroup(findings: all) : nil
        }
    }

    var first: Finding { findings[0] }

    /// The lines: `5`, or `5, 6, 7, 8, 9 và 345 chỗ khác`; empty for the whole file.
    var lines: String {
        let rows = findings.prefix(FindingGroup.named).compactMap(\.row).map { String($0) }
        guard findings.count > FindingGroup.named else { return rows.joined(separator: ", ") }
        let rest = Words.vietnamese.whole(findings.count - FindingGroup.named)
        return rows.joined(separator: ", ") + " và \(rest) chỗ khác"
    }

    /// What is the matter, with the column; without contacts, and without values where
    /// `masksValues`.
    func message(masksValues: Bool = false) -> String {
        let isUniform = findings.allSatisfy { $0.message == first.message }
        let hidesValue =
            masksValues && findings.contains { $0.value.map { !FindingGroup.isCount($0) } ?? false }
        let column =
            first.shownColumn(anonymise: masksValues).map {
                "cột \"\(PlainText.line($0, longest: 60))\": "
            } ?? ""
        let text =
            isUniform && !hidesValue
            ? Privacy.withoutContacts(first.message) : Words.vietnamese.title(first) + "."
        return column + PlainText.line(text)
    }

    /// Whether a value is a small number, which names nobody.
    private static func isCount(_ value: String) -> Bool {
        value.utf8.count <= 6 && value.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// The first values found, without contacts.
    var values: String {
        var values: [String] = []
        for finding in findings.prefix(FindingGroup.named) {
            guard let value = finding.value else { continue }
            let shown = PlainText.withoutContacts(value, longest: 80)
            if !shown.isEmpty, !values.contains(shown) { values.append(shown) }
        }
        let isCut = findings.dropFirst(FindingGroup.named).contains { $0.value != first.value }
        return values.joined(separator: "; ") + (isCut && !values.isEmpty ? "; …" : "")
    }

    /// What to do about it.
    func fix(masksValues: Bool = false) -> String {
        let isUniform = findings.allSatisfy { $0.fix == first.fix }
        // A suggestion names what was probably meant, which may be somebody's name.
        if masksValues, first.value != nil, first.fix.contains("\"") { return "Kiểm tra lại." }
        let fix = isUniform ? first.fix : "Kiểm tra lại từng dòng."
        return PlainText.line(masksValues ? FindingGroup.withoutRejected(fix) : fix)
    }

    /// A fix without what it says of the rejected rows: an anonymised edition has none.
    private static func withoutRejected(_ fix: String) -> String {
        guard fix.contains("rejected/") else { return fix }
        let clauses = fix.split(separator: ";").filter { !$0.contains("rejected/") }
        let rest = clauses.joined(separator: ";")
        return rest.isEmpty ? "Kiểm tra lại." : rest.hasSuffix(".") ? rest : rest + "."
    }
}

extension Finding {
    /// The heading of the column, without contacts.
    ///
    /// In an anonymised edition not one that the program doesn't know: offices write there who drew
    /// up the table.
    func shownColumn(anonymise: Bool) -> String? {
        if anonymise, code == .columnUnknown { return nil }
        return column.map(Privacy.withoutContacts)
    }
}
