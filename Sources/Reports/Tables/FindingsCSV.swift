package import Model

/// `findings.csv`: every finding, never cut (CONTRACT §8).
package enum FindingsCSV {
    private static let header = [
        "severity", "code", "plan", "unit", "file", "row", "end_row", "record", "column", "byte",
        "value", "expected", "message", "fix",
    ]

    /// How many findings make a piece of the table.
    private static let piece = 4096

    /// The table; with `anonymise` without the values found, which may be names.
    package static func render(
        _ findings: [Finding],
        plan: String,
        anonymise: Bool = false
    ) -> String {
        var table = ""
        render(findings, plan: plan, anonymise: anonymise) { table += $0 }
        return table
    }

    /// The same piece by piece: a register of millions of rows may have a hundred megabytes of findings.
    package static func render<Failure: Error>(
        _ findings: [Finding],
        plan: String,
        anonymise: Bool,
        to output: (String) throws(Failure) -> Void
    ) throws(Failure) {
        var table = CSVText(header: header)
        for (number, finding) in findings.enumerated() {
            table.append(cells(finding, plan, anonymise))
            if number % piece == piece - 1 { try output(table.take()) }
        }
        try output(table.take())
    }

    private static func cells(_ finding: Finding, _ plan: String, _ anonymise: Bool) -> [String] {
        [
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
        ]
    }

    private static func number(_ number: Int?) -> String { number.map { String($0) } ?? "" }
}
