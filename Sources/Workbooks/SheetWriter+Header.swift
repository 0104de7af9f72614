import Reports

extension SheetWriter {
    private static let headerFill = Colour(rgb: 0xD9E2F3)
    private static let requiredFill = Colour(rgb: 0xFFE699)
    private static let headingFormat = CellFormat(
        isBold: true,
        fill: headerFill,
        hasBorder: true,
        alignment: .centre,
        wraps: true
    )

    /// How high the rows of the headings have to be, in points.
    private struct HeadingHeights {
        /// Of the headings of groups.
        var group = 0.0
        /// Of the headings below them, or of all where there are no groups.
        var heading = 0.0
        /// Of headings that stand beside groups, over both rows.
        var both = 0.0
    }

    /// Writes the headings of the columns, those of groups above them, and the line of numbers.
    func writeHeader(_ book: inout Workbook) throws(WorkbookError) {
        let isGrouped = sheet.columns.contains { $0.group != nil }
        let top = plan.headerTop
        let headingRow = isGrouped ? top + 1 : top
        var heights = HeadingHeights()
        var column = 0
        while column < sheet.columns.count {
            let span = try writeGroup(at: column, &heights, &book)
            for index in column..<(column + span) {
                try writeHeading(index, row: headingRow, isGrouped, &heights, &book)
            }
            column += span
        }
        if isGrouped { try book.setRow(top, of: number, height: heights.group) }
        let height = max(heights.heading, heights.both - heights.group)
        try book.setRow(headingRow, of: number, height: min(409, height))
        if sheet.numbersColumns { try writeColumnNumbers(row: headingRow + 1, &book) }
        try book.repeatRows(top...(plan.firstRow - 1), of: number)
        if sheet.freezesHeader {
            book.freeze(
                number,
                above: plan.firstRow,
                leftOf: min(max(0, sheet.frozenColumns), sheet.columns.count)
            )
        }
    }

    /// Writes the heading of the group that begins at a column, if one does, and gives the number
    /// of its columns; 1 for a column without a group.
    private func writeGroup(
        at column: Int,
        _ heights: inout HeadingHeights,
        _ book: inout Workbook
    ) throws(WorkbookError) -> Int {
        guard let group = sheet.columns[column].group else { return 1 }
        let span = sheet.columns[column...].prefix { $0.group == group }.count
        let format = SheetWriter.headingFormat
        try writeMerged(
            group,
            Place(sheet: number, row: plan.headerTop, column: column),
            columns: span,
            format,
            &book
        )
        let width = plan.width(from: column, span: span)
        heights.group = max(heights.group, height(of: group, width: width, format))
        return span
    }

    private func writeHeading(
        _ index: Int,
        row: Int,
        _ isGrouped: Bool,
        _ heights: inout HeadingHeights,
        _ book: inout Workbook
    ) throws(WorkbookError) {
        let column = sheet.columns[index]
        var format = SheetWriter.headingFormat
        let needed = height(of: column.heading, width: plan.widths[index], format)
        if column.entry?.isRequired == true { format.fill = SheetWriter.requiredFill }
        if isGrouped, column.group == nil {
            try writeMerged(
                column.heading,
                Place(sheet: number, row: plan.headerTop, column: index),
                rows: 2,
                format,
                &book
            )
            heights.both = max(heights.both, needed)
        } else {
            let place = Place(sheet: number, row: row, column: index)
            try book.write(column.heading, at: place, format)
            heights.heading = max(heights.heading, needed)
        }
    }

    /// Writes `(1) (2) (3)` below the headings.
    private func writeColumnNumbers(row: Int, _ book: inout Workbook) throws(WorkbookError) {
        let format = CellFormat(size: 10, isItalic: true, hasBorder: true, alignment: .centre)
        for column in sheet.columns.indices {
            let place = Place(sheet: number, row: row, column: column)
            try book.write("(\(column + 1))", at: place, format)
        }
        try book.setRow(row, of: number, height: 16)
    }
}
