internal import Model
internal import Plans

extension FileReading {
    /// Compares the file's rows of totals with its rows, and says where they differ; says, too, where
    /// rows hold broken formulas only.
    mutating func compareTotals(_ form: Form, unit: String?) {
        if let first = formulaTail.min() {
            let wording = ReadingMessages.formulaTail(formulaTail.count)
            findings.append(
                Finding(
                    .formulaError,
                    severity: .notice,
                    unit: unit,
                    file: place.path,
                    row: first,
                    message: wording.0,
                    fix: wording.1
                )
            )
        }
        guard !controls.isEmpty else { return }
        for mismatch in controls.mismatches(values: numbers) {
            let wording = ReadingMessages.totalMismatch(mismatch.declared, mismatch.computed)
            findings.append(
                Finding(
                    .totalMismatch,
                    unit: unit,
                    file: place.path,
                    row: mismatch.total.line,
                    column: meanings.firstIndex(of: .field(mismatch.field)).map { headers[$0] }
                        ?? form.fields[mismatch.field].header,
                    value: String(mismatch.declared),
                    expected: String(mismatch.computed),
                    message: wording.0,
                    fix: wording.1
                )
            )
        }
    }

    /// A field's number in each row of data, counted or rejected; nil where one could not be read.
    private func numbers(_ field: Int) -> [(line: Int, number: Int64)]? {
        var numbers: [(line: Int, number: Int64)] = []
        for batch in batches {
            guard case .integers(let values) = batch.columns[field] else { continue }
            for (record, number) in values.enumerated() where number != RecordBatch.blankNumber {
                numbers.append((Int(batch.lines[record]), number))
            }
        }
        guard let column = meanings.firstIndex(of: .field(field)) else { return nil }
        for row in rejected {
            // A row whose cells are not known for certain may hold any number.
            guard row.cells.count > 1 || meanings.count == 1 else { return nil }
            guard column < row.cells.count else { continue }
            let cell = Array(row.cells[column].utf8)
            switch CellNumber.parseInt(cell.span) {
            case .value(let number): numbers.append((row.line, number))
            case .blank: continue
            case .bad: return nil
            }
        }
        return numbers
    }
}
