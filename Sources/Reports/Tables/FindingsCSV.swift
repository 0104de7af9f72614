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
        var table: [UInt8] = []
        render(findings, plan: plan, anonymise: anonymise) { table += $0 }
        return String(decoding: table, as: UTF8.self)
    }

    /// The same piece by piece: a register of millions of rows may have a hundred megabytes of
    /// findings.
    package static func render<Failure: Error>(
        _ findings: [Finding],
        plan: String,
        anonymise: Bool,
        to output: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var table = CSVText(header: header)
        for (number, finding) in findings.enumerated() {
            add(finding, plan, anonymise, to: &table)
            if number % piece == piece - 1 { try output(table.take()) }
        }
        try output(table.take())
    }

    private static func add(
        _ finding: Finding,
        _ plan: String,
        _ anonymise: Bool,
        to table: inout CSVText
    ) {
        table.add(finding.severity.rawValue)
        table.add(finding.code.rawValue)
        table.add(plan)
        table.add(finding.unit ?? "")
        table.add(finding.file)
        table.add(finding.row)
        table.add(finding.endRow)
        table.add(finding.record)
        table.add(finding.shownColumn(anonymise: anonymise) ?? "")
        table.add(finding.byte)
        table.add(anonymise ? "" : Privacy.withoutContacts(finding.value ?? ""))
        table.add(finding.expected ?? "")
        // The message may quote what was found.
        table.add(
            anonymise
                ? Words.vietnamese.title(finding) : Privacy.withoutContacts(finding.message)
        )
        table.add(anonymise ? "" : finding.fix)
        table.endLine()
    }
}
