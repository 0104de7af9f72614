import Model
import Reports

/// Writes one part of a sheet from top to bottom.
struct SheetWriter {
    let plan: SheetPlan
    let part: Int
    let plans: WorkbookPlan
    /// The rows of the table, which the library does not write.
    private(set) var table: TableMarkup

    init(plan: SheetPlan, part: Int, plans: WorkbookPlan) {
        self.plan = plan
        self.part = part
        self.plans = plans
        table = TableMarkup(firstRow: plan.firstRow, columns: plan.columnCount)
    }

    var sheet: Sheet { plan.sheet }
    var number: Int { plan.firstSheet + part }

    static let groupFill = Colour(rgb: 0xF2F2F2)
    static let totalFill = Colour(rgb: 0xE4E4E4)

    mutating func write(to book: inout Workbook) throws(WorkbookError) {
        try book.setPage(
            of: number,
            isLandscape: sheet.orientation == .landscape,
            tabColour: sheet.tabColour
        )
        for (column, width) in plan.widths.enumerated() {
            if let entry = sheet.columns.indices.contains(column)
                ? sheet.columns[column].entry : nil
            {
                var format = CellFormat(alignment: sheet.columns[column].alignment, wraps: true)
                format.number = SheetWriter.number(of: entry)
                try book.setColumn(column, of: number, width: width, format)
            } else {
                try book.setColumn(column, of: number, width: width)
            }
        }
        try writeLetterhead(&book)
        try writeTitles(&book)
        if !sheet.columns.isEmpty { try writeHeader(&book) }
        try writeEntryRules(&book)
        let tableEnd = try writeRows(&book)
        var below = Below(legend: tableEnd, signature: tableEnd, end: tableEnd)
        if part == plan.names.count - 1 { below = try writeBelow(from: tableEnd, &book) }
        if below.end <= Workbook.measuredRows { try layOut(tableEnd, below, &book) }
        try book.setPrintArea(of: number, rows: below.end, columns: plan.columnCount)
    }

    // MARK: Above the table

    private func writeLetterhead(_ book: inout Workbook) throws(WorkbookError) {
        guard let letterhead = sheet.letterhead else { return }
        let plain = CellFormat(size: 12, alignment: .centre, wraps: true)
        var bold = plain
        bold.isBold = true
        var rule = plain
        rule.size = 6
        let shortRule = String(repeating: "—", count: 10)
        let longRule = String(repeating: "—", count: 27)
        guard let split = plan.columns(forShare: SheetPlan.letterheadShare) else {
            // No room side by side: the nation first, the office below it at the left.
            try writeLine(letterhead.nation, bold, row: 0, &book)
            try writeLine(letterhead.motto, bold, row: 1, &book)
            try writeLine(longRule, rule, row: 2, &book)
            var left = plain
            left.alignment = .left
            try writeLine(letterhead.superior, left, row: 4, &book)
            left.isBold = true
            try writeLine(letterhead.office, left, row: 5, &book)
            return
        }
        try writePair(
            letterhead.superior,
            plain,
            letterhead.nation,
            bold,
            split: split,
            row: 0,
            &book
        )
        try writePair(letterhead.office, bold, letterhead.motto, bold, split: split, row: 1, &book)
        // The rules below: about a third of the office's line, the whole of the motto's.
        try writePair(shortRule, rule, longRule, rule, split: split, row: 2, &book)
    }

    private func writeTitles(_ book: inout Workbook) throws(WorkbookError) {
        var row = plan.titleTop
        // A form is as wide as its columns: in the middle its title would be out of sight.
        let alignment: SheetColumn.Alignment = sheet.entryRows > 0 ? .left : .centre
        for title in sheet.titles {
            let text =
                part > 0 && title == sheet.titles.last ? book.words("\(title) (tiếp theo)") : title
            try writeLine(
                text,
                CellFormat(size: 14, isBold: true, alignment: alignment, wraps: true),
                row: row,
                &book
            )
            row += 1
        }
        if let subtitle = sheet.subtitle {
            try writeLine(
                subtitle,
                CellFormat(size: 12, isItalic: true, alignment: alignment, wraps: true),
                row: row,
                &book
            )
            row += 1
        }
        try book.setRow(row, of: number, height: 9)
        row += 1
        if let unitLine = sheet.unitLine {
            try writeLine(
                unitLine,
                CellFormat(isItalic: true, alignment: .right, wraps: true),
                row: row,
                &book
            )
        }
    }

    // MARK: The table

    /// Writes the rows of this part and returns the file's row after them.
    private mutating func writeRows(_ book: inout Workbook) throws(WorkbookError) -> Int {
        guard !sheet.columns.isEmpty else { return plan.firstRow }
        let rows = plan.rows(ofPart: part)
        guard !rows.isEmpty else {
            let format = CellFormat(isItalic: true, hasBorder: true, alignment: .centre)
            try writeLine(sheet.emptyText, format, row: plan.firstRow, &book)
            return plan.firstRow + 1
        }
        try writeTable(rows, &book)
        let row = plan.firstRow + rows.count
        guard table.size <= TableMarkup.largest else { throw .outOfBounds(sheet: sheet.name) }
        book.leaveRoom(for: table, of: number, columns: plan.columnCount)
        for (column, definition) in sheet.columns.enumerated() where definition.hasBars {
            try book.addBars(column: column, rows: plan.firstRow...(row - 1), of: number)
        }
        if sheet.hasAutofilter {
            // Totals at the end stay below what is filtered.
            let last = rows.last { sheet[row: $0].kind != .total } ?? rows.lowerBound
            let lastRow = plan.position(ofRow: last).row
            try book.filter(
                number,
                rows: (plan.firstRow - 1)...lastRow,
                columns: plan.columnCount
            )
        }
        return row
    }

    /// Rows that are written side by side, and those of them that one core takes: the same on every
    /// machine, so that the same table gives the same file.
    private static let (rowsAtOnce, rowsInPiece) = (4_096, 512)

    /// Writes the rows of the table, whose looks and links are counted first: only one can ask the
    /// book.
    private mutating func writeTable(
        _ rows: Range<Int>,
        _ book: inout Workbook
    ) throws(WorkbookError) {
        var writer = RowsWriter(plan: plan, part: part, plans: plans)
        var links = 0
        var hasNotes = false
        for start in stride(from: rows.lowerBound, to: rows.upperBound, by: SheetWriter.rowsAtOnce)
        {
            let end = min(start + SheetWriter.rowsAtOnce, rows.upperBound)
            let starts = Array(stride(from: start, to: end, by: SheetWriter.rowsInPiece))
            let counted = concurrentMap(starts) { [writer] start in
                writer.counted(start..<min(start + SheetWriter.rowsInPiece, end))
            }
            var pieces: [(rows: CountedRows, mayLink: Int)] = []
            for piece in counted {
                for format in piece.formats where writer.styles[format] == nil {
                    writer.styles[format] = try book.style(of: format)
                }
                pieces.append((piece, Workbook.maximumLinks - links))
                links += piece.links
            }
            let written = concurrentMap(pieces) { [writer] piece in
                Result { () throws(WorkbookError) in
                    var written = writer.write(piece.rows, mayLink: piece.mayLink)
                    if piece.rows.range.upperBound < rows.upperBound { try written.table.pack() }
                    return written
                }
            }
            for piece in written {
                let piece = try piece.get()
                hasNotes = hasNotes || !piece.notes.isEmpty
                try take(piece, &book)
            }
        }
        // How high the rows are that a note is drawn beside. A library that is told of rows writes
        // them, only for these to give way to the table's: of thousands that takes its time.
        if hasNotes { try book.setMeasuredRows(table.rows, of: number) }
    }

    /// Puts written rows behind those before them, and tells the book what it has to know of them.
    private mutating func take(
        _ written: WrittenRows,
        _ book: inout Workbook
    ) throws(WorkbookError) {
        for (row, height) in zip(written.table.rows, written.heights) {
            book.measure(row, of: number, height: height)
        }
        for merge in written.merges {
            try book.merge(merge.place, columns: merge.columns, merge.format)
        }
        for note in written.notes { try book.comment(note.text, at: note.place) }
        try table.append(written.table)
    }

    // MARK: Lines of text

    /// Writes text over the whole width, as high as it needs.
    func writeLine(
        _ text: String,
        _ format: CellFormat,
        row: Int,
        _ book: inout Workbook
    ) throws(WorkbookError) {
        try writeMerged(
            text,
            Place(sheet: number, row: row, column: 0),
            columns: plan.columnCount,
            format,
            &book
        )
        try book.setRow(
            row,
            of: number,
            height: height(of: text, width: plan.totalWidth, format)
        )
    }

    /// Writes two texts side by side, the left one over so many columns.
    func writePair(
        _ left: String,
        _ leftFormat: CellFormat,
        _ right: String,
        _ rightFormat: CellFormat,
        split: Int,
        row: Int,
        _ book: inout Workbook
    ) throws(WorkbookError) {
        let rest = plan.columnCount - split
        try writeMerged(
            left,
            Place(sheet: number, row: row, column: 0),
            columns: split,
            leftFormat,
            &book
        )
        try writeMerged(
            right,
            Place(sheet: number, row: row, column: split),
            columns: rest,
            rightFormat,
            &book
        )
        let tall = max(
            height(of: left, width: plan.width(from: 0, span: split), leftFormat),
            height(of: right, width: plan.width(from: split, span: rest), rightFormat)
        )
        try book.setRow(row, of: number, height: tall)
    }

    func writeMerged(
        _ text: String,
        _ place: Place,
        rows: Int = 1,
        columns: Int = 1,
        _ format: CellFormat,
        _ book: inout Workbook
    ) throws(WorkbookError) {
        try book.merge(place, rows: rows, columns: columns, format)
        try book.write(text, at: place, format)
    }

    func height(of text: String, width: Double, _ format: CellFormat) -> Double {
        TextMeasure.height(of: text, width: width, format)
    }
}
