internal import Model
internal import Plans

/// How many rows the totals of a list say that it has, and how many it has.
extension FileReading {
    /// Says which totals in words do not agree with the rows, leaving out what may be a total
    /// itself.
    mutating func compareCounts(_ form: Form, _ unit: String?, without left: Set<Int>) {
        guard !isVertical, controls.hasCounts, let rows = listedRows(form, without: left) else {
            return
        }
        for miscount in controls.miscounted(rows) {
            let wording = ReadingMessages.countMismatch(miscount.declared, miscount.computed)
            findings.append(
                Finding(
                    .totalMismatch,
                    unit: unit,
                    file: place.path,
                    row: miscount.line,
                    value: String(miscount.declared),
                    expected: String(miscount.computed),
                    message: wording.0,
                    fix: wording.1
                )
            )
        }
    }

    /// The rows of data, counted or handed back, and whom each is about; nil where nobody knows
    /// how many rows there are.
    private func listedRows(_ form: Form, without left: Set<Int>) -> [ListedRow]? {
        // The rows of a further table are none of this one.
        let others = rejected.lazy.filter { $0.code != .formUnknown && !left.contains($0.line) }
        // A row that was not taken apart may be several.
        guard unlisted.rows == 0,
            meanings.count == 1 || others.allSatisfy({ $0.cellCount > 1 })
        else { return nil }
        let subjects = form.fields.firstIndex { $0.code == "subject" && $0.type == .enum }
        var rows: [ListedRow] = []
        for batch in batches {
            for record in 0..<batch.count {
                let value = subjects.flatMap { field in
                    batch.code(field, record).map { form.fields[field].values[$0].code }
                }
                rows.append(
                    ListedRow(
                        line: Int(batch.lines[record]),
                        subject: value.flatMap(Subject.init(rawValue:))
                    )
                )
            }
        }
        return rows + others.map { ListedRow(line: $0.line, subject: nil) }
    }
}
