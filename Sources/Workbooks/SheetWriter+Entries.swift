import Reports

extension SheetWriter {
    /// Writes what may be entered into the columns of a form.
    func writeEntryRules(_ book: inout Workbook) throws(WorkbookError) {
        guard sheet.entryRows > 0 else { return }
        let last = min(plan.firstRow + sheet.entryRows, Workbook.maximumRows) - 1
        let rows = plan.firstRow...last
        for (column, definition) in sheet.columns.enumerated() {
            guard let entry = definition.entry else { continue }
            var address: String?
            if case .list(let name, let range) = entry.rule, let source = plans.plan(named: name) {
                address = FormulaText.absolute(range, in: source)
            }
            try book.check(entry, list: address, column: column, rows: rows, of: number)
        }
        let corners = [(0, rows.lowerBound), (plan.columnCount - 1, rows.upperBound)]
            .map { FormulaText.cell(column: $0.0, row: $0.1) }
        try book.acceptNumbersAsText(in: corners.joined(separator: ":"), of: number)
    }

    /// How a cell keeps what is written into it.
    static func number(of entry: SheetEntry) -> CellFormat.NumberFormat {
        switch entry.format {
        case .text: .text
        case .whole: .plain
        case .decimal: .general
        case .date: .date
        }
    }
}
