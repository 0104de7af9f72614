import Reports

extension SheetWriter {
    /// The format of a cell, and all that it was made from.
    struct Look {
        var kind: SheetRow.Kind
        var style: CellStyle
        var shape: Shape
        var format: CellFormat
        /// The number of the format in the file.
        var number: Int
    }

    /// What the value of a cell means for its look.
    enum Shape: Hashable {
        case blank, text, date, derived
        case number(places: Int)

        init(_ value: SheetCell.Value, in kind: SheetColumn.Kind) {
            switch value {
            case .empty: self = .blank
            case .text: self = .text
            case .date: self = .date
            case .derived: self = .derived
            case .integer, .quantity, .percent, .formula:
                self =
                    CellFormat.number(of: value, in: kind).map { .number(places: $0.places) }
                    ?? .blank
            }
        }
    }

    /// The look of a cell; the one above it mostly has the same.
    mutating func knownLook(
        of cell: SheetCell,
        in row: SheetRow,
        _ column: Int,
        _ book: inout Workbook
    ) throws(WorkbookError) -> Look {
        let shape = Shape(cell.value, in: sheet.columns[column].kind)
        if let known = looks[column], known.shape == shape, known.kind == row.kind,
            known.style == cell.style
        {
            return known
        }
        let format = format(shape, cell.style, row.kind, sheet.columns[column])
        let look = Look(
            kind: row.kind,
            style: cell.style,
            shape: shape,
            format: format,
            number: try book.style(of: format)
        )
        looks[column] = look
        return look
    }

    private func format(
        _ shape: Shape,
        _ style: CellStyle,
        _ kind: SheetRow.Kind,
        _ column: SheetColumn
    ) -> CellFormat {
        var format = CellFormat(hasBorder: true, alignment: column.alignment, wraps: column.wraps)
        switch kind {
        case .data: break
        case .group:
            format.isBold = true
            format.fill = SheetWriter.groupFill
        case .subtotal:
            format.isBold = true
            format.isItalic = true
        case .total:
            format.isBold = true
            format.fill = SheetWriter.totalFill
        }
        switch shape {
        case .number(let places):
            format.number = .decimals(places)
            format.wraps = false
        case .date:
            format.number = .date
            format.wraps = false
        case .text where column.kind != .text && kind != .group:
            // A word among numbers: `Không áp dụng`.
            format.alignment = .centre
        case .text, .blank, .derived: break
        }
        // A spreadsheet shows the formula in place of its text where the cell is kept as typed.
        if let entry = column.entry, format.number == .general, shape != .derived {
            format.number = SheetWriter.number(of: entry)
        }
        if let status = style.status {
            format.fill = status.fill ?? format.fill
            format.textColour = status.textColour
            format.isBold = format.isBold || status.isBold
            format.isItalic = format.isItalic || status.isItalic
        }
        if style.isBold { format.isBold = true }
        if style.isItalic { format.isItalic = true }
        if let alignment = style.alignment { format.alignment = alignment }
        if format.alignment == .left { format.indent = style.indent }
        return format
    }
}
