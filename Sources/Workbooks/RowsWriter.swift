import Model
import Reports

/// Rows of a table, looked over before they are written.
struct CountedRows {
    /// The rows of the table.
    let range: Range<Int>
    /// The rows of a list, which are made for this; nil where the sheet holds its rows.
    fileprivate let made: [SheetRow]?
    /// All formats of their cells, in the order in which they first occur.
    let formats: [CellFormat]
    /// How many cells lead elsewhere.
    let links: Int
}

/// Rows of a table as markup, with what the book has to know of them.
struct WrittenRows {
    var table: TableMarkup
    /// The height of each row in points.
    var heights: [Double] = []
    var merges: [(place: Place, columns: Int, format: CellFormat)] = []
    var notes: [(place: Place, text: String)] = []
}

/// Writes rows of a table without the book, so that several cores do it at once.
struct RowsWriter {
    let plan: SheetPlan
    let part: Int
    let plans: WorkbookPlan
    /// The numbers of formats in the file.
    var styles: [CellFormat: Int] = [:]

    init(plan: SheetPlan, part: Int, plans: WorkbookPlan) {
        self.plan = plan
        self.part = part
        self.plans = plans
    }

    private var sheet: Sheet { plan.sheet }

    /// The height of a row whose texts take one line.
    private static let oneLine = TextMeasure.height(lines: 1, size: CellFormat.bodySize)

    // MARK: Looking over

    /// Looks rows of the table over; makes them where they are those of a list.
    func counted(_ range: Range<Int>) -> CountedRows {
        let made = sheet.list.map { list in range.map(list.row) }
        var looks = CellLooks(columns: sheet.columns)
        var formats: [CellFormat] = []
        var known: Set<CellFormat> = []
        var links = 0
        func note(_ format: CellFormat) {
            if known.insert(format).inserted { formats.append(format) }
        }
        for index in range {
            let row = made?[index - range.lowerBound] ?? sheet.rows[index]
            forEachCell(of: row) { cell, column, _ in
                let (look, isNew) = looks.look(of: cell, in: row, column)
                if isNew { note(look.format) }
                guard cell.link != nil else { return }
                note(look.format.linked)
                links += 1
            }
        }
        return CountedRows(range: range, made: made, formats: formats, links: links)
    }

    /// Goes through the cells of a row from left to right, with their columns and spans.
    private func forEachCell(
        of row: SheetRow,
        _ body: (_ cell: SheetCell, _ column: Int, _ span: Int) -> Void
    ) {
        var column = 0
        while column < plan.columnCount {
            guard column < row.cells.count else {
                body(.empty, column, 1)
                column += 1
                continue
            }
            var span = min(max(1, row.cells[column].span), plan.columnCount - column)
            if row.kind == .group, column == row.cells.count - 1 {
                span = plan.columnCount - column
            }
            // Passed on where it stands: to copy its texts would cost as much as writing them.
            body(row.cells[column], column, span)
            column += span
        }
    }

    // MARK: Writing

    /// Writes rows that were looked over, with so many links at most.
    func write(_ rows: CountedRows, mayLink: Int) -> WrittenRows {
        let firstRow = plan.firstRow + rows.range.lowerBound - plan.rows(ofPart: part).lowerBound
        let formulas = FormulaText(plan: plan, part: part)
        var written = WrittenRows(
            table: TableMarkup(firstRow: firstRow, columns: plan.columnCount)
        )
        written.heights.reserveCapacity(rows.range.count)
        var looks = CellLooks(columns: sheet.columns, numbers: styles)
        var links = 0
        for (offset, index) in rows.range.enumerated() {
            let row = rows.made?[offset] ?? sheet.rows[index]
            var rowHeight = RowsWriter.oneLine
            written.table.beginRow()
            forEachCell(of: row) { cell, column, span in
                let look = looks.look(of: cell, in: row, column).look
                let place = Place(
                    sheet: plan.firstSheet + part,
                    row: firstRow + offset,
                    column: column
                )
                var style = look.number ?? 0
                var address = cell.link.flatMap { plans.address(of: $0) }
                if case .text(let text) = cell.value, look.format.wraps {
                    let width =
                        plan.width(from: column, span: span) - Double(look.format.indent) * 1.3
                    let needed = TextMeasure.height(of: text, width: width, look.format)
                    // LibreOffice does not wrap links: it would cut the text.
                    if needed > RowsWriter.oneLine { address = nil }
                    rowHeight = max(rowHeight, needed)
                }
                if let address, links < mayLink {
                    style = looks.number(of: look.format.linked) ?? style
                    written.table.link(column, to: address)
                    links += 1
                }
                RowsWriter.write(
                    cell.value,
                    place,
                    style,
                    sheet.columns[column].kind,
                    formulas,
                    to: &written.table
                )
                if span > 1 {
                    written.merges.append((place, span, look.format))
                    for column in (column + 1)..<(column + span) {
                        written.table.blank(column, style: style)
                    }
                }
                if let note = cell.note { written.notes.append((place, note)) }
            }
            written.table.endRow(height: rowHeight, outlineLevel: row.outlineLevel)
            written.heights.append(rowHeight)
        }
        return written
    }

    private static func write(
        _ value: SheetCell.Value,
        _ place: Place,
        _ style: Int,
        _ kind: SheetColumn.Kind,
        _ formulas: FormulaText,
        to table: inout TableMarkup
    ) {
        let column = place.column
        switch value {
        case .empty: table.blank(column, style: style)
        case .text(let text): table.text(text, column, style: style)
        case .date(let day):
            // Day 0 of Excel is 1899-12-30; what lies before its 1 March 1900 is written as text.
            if day.number >= -25_508 {
                table.number(Double(day.number) + 25_569, column, style: style)
            } else {
                table.text(day.slashed, column, style: style)
            }
        case .derived(let text, onceFilled: let columns):
            let formula = FormulaText.derived(text, onceFilled: columns, row: place.row)
            table.emptyFormula(formula, column, style: style)
        case .integer, .quantity, .percent, .formula:
            guard let (number, _) = CellFormat.number(of: value, in: kind) else { return }
            if case .formula(let formula, _) = value, let text = formulas.text(formula) {
                table.formula(text, cached: number, column, style: style)
            } else {
                table.number(number, column, style: style)
            }
        }
    }
}
