internal import Model
internal import Plans

extension BlockPass {
    func shown(_ row: Int, _ column: Int) -> String {
        block.text(row: row, column: column).trimmedBlanks
    }

    /// Reports what cannot be read in a cell of a field; nil for one of no single field.
    ///
    /// A broken formula is a blank (domain.md 2.7): it rejects the row only where the row cannot do
    /// without what the field says.
    mutating func unreadable(
        _ code: FindingCode,
        _ message: (String) -> (String, String),
        _ row: Int,
        _ column: Int,
        in field: Int?
    ) {
        let value = shown(row, column)
        let bytes = Array(value.utf8)
        if CellBytes.isErrorText(value) {
            let isTelling = field.map { reader.table.tokens[$0].isTelling } ?? true
            report(
                .formulaError,
                row,
                column,
                value,
                ReadingMessages.formulaError(value),
                severity: isTelling ? .error : .warning
            )
        } else if FormulaText.isFormula(bytes.span), FormulaText.quoted(bytes.span) == nil {
            report(.formulaError, row, column, value, ReadingMessages.formulaText(value))
        } else if code == .notANumber, CellDate.isDateLike(value) {
            // "01-02" điển hình turned into a date: never read as a number (QB-06).
            report(.excelDateSuspected, row, column, value, ReadingMessages.excelDate(value))
        } else if NoName(bytes.span) == .ditto {
            report(code, row, column, value, ReadingMessages.ditto(value))
        } else {
            report(code, row, column, value, message(value))
        }
    }

    mutating func note(_ fault: CSVFault, _ row: Int) {
        let (message, fix) = fault.wording
        report(
            fault.code,
            row,
            fault.column - 1,
            nil,
            (message, fix),
            severity: fault.severity
        )
    }

    mutating func report(
        _ code: FindingCode,
        _ row: Int,
        _ column: Int?,
        _ value: String?,
        _ wording: (message: String, fix: String),
        severity: Severity? = nil,
        expected: String? = nil,
        unit: Int? = nil
    ) {
        let severity = severity ?? code.severity
        if severity == .error, rowFault == nil { rowFault = code }
        guard reading.findings.count < ListLimits.file else {
            reading.unlisted.findings += 1
            return
        }
        let headers = reader.header.headers
        // Where the table stood on its side, each column has a line of its own.
        let sideways = reader.lineOfColumn.map { lines in
            column.flatMap { lines.indices.contains($0) ? lines[$0] : nil } ?? block.line(of: row)
        }
        let unit = unit ?? reader.place.submitter
        let kind = findingKinds.kind(code, severity, unit: unit, column: column, wording) {
            FindingKind(
                code,
                severity: severity,
                unit: unit.map { reader.context.roster.units[$0].id },
                file: reader.place.path,
                column: column.flatMap { headers.indices.contains($0) ? headers[$0] : nil },
                wording: .plain(wording.message),
                fix: wording.fix
            )
        }
        reading.findings.append(
            Finding(
                kind,
                row: sideways ?? block.line(of: row),
                endRow: sideways ?? block.endLine(of: row),
                record: block.record(of: row),
                byte: sideways == nil ? fileOffset(of: row) : nil,
                value: value,
                expected: expected
            )
        )
    }
}
