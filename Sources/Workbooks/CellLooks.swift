import Reports

/// The looks of the cells of a table, column by column: a cell mostly has that of the one above it.
struct CellLooks {
    /// The format of a cell, and all that it was made from.
    struct Look {
        fileprivate var kind: SheetRow.Kind
        fileprivate var style: CellStyle
        fileprivate var shape: Shape
        var format: CellFormat
        /// The number of the format in the file; nil where it has none yet.
        var number: Int?
    }

    /// What the value of a cell means for its look.
    fileprivate enum Shape: Hashable {
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

    private let columns: [SheetColumn]
    /// The numbers of formats in the file.
    private let numbers: [CellFormat: Int]
    private var last: [Look?]

    init(columns: [SheetColumn], numbers: [CellFormat: Int] = [:]) {
        self.columns = columns
        self.numbers = numbers
        last = [Look?](repeating: nil, count: columns.count)
    }

    /// The look of a cell, and whether the one before it in the column had another.
    mutating func look(
        of cell: SheetCell,
        in row: SheetRow,
        _ column: Int
    ) -> (look: Look, isNew: Bool) {
        let shape = Shape(cell.value, in: columns[column].kind)
        if let known = last[column], known.shape == shape, known.kind == row.kind,
            known.style == cell.style
        {
            return (known, false)
        }
        let format = format(shape, cell.style, row.kind, columns[column])
        let look = Look(
            kind: row.kind,
            style: cell.style,
            shape: shape,
            format: format,
            number: numbers[format]
        )
        last[column] = look
        return (look, true)
    }

    /// The number of a format in the file, and nil where it has none yet.
    func number(of format: CellFormat) -> Int? { numbers[format] }

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

extension CellFormat {
    /// The same format for a cell that leads elsewhere.
    var linked: CellFormat {
        var format = self
        format.textColour = Colour(rgb: 0x1F4E79)
        format.isUnderlined = true
        return format
    }
}
