package import Model

/// `findings.csv`: every finding, never cut (CONTRACT §8).
package enum FindingsCSV {
    private static let header = [
        "severity", "code", "plan", "unit", "file", "row", "end_row", "record", "column", "byte",
        "value", "expected", "message", "fix",
    ]

    /// The table; with `anonymise` without the values found, which may be names.
    package static func render(
        _ findings: [Finding],
        plan: String,
        anonymise: Bool = false
    ) -> String {
        var table = CSVText(header: header)
        for finding in findings {
            table.append([
                finding.severity.rawValue, finding.code.rawValue, plan, finding.unit ?? "",
                finding.file, number(finding.row), number(finding.endRow), number(finding.record),
                finding.column ?? "", number(finding.byte),
                anonymise ? "" : Privacy.withoutContacts(finding.value ?? ""),
                finding.expected ?? "",
                // The message may quote what was found.
                anonymise
                    ? Words.vietnamese.title(finding)
                    : Privacy.withoutContacts(finding.message),
                anonymise ? "" : finding.fix,
            ])
        }
        return table.text
    }

    private static func number(_ number: Int?) -> String { number.map { String($0) } ?? "" }
}
