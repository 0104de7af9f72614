internal import Model
internal import Plans

/// The block of signatures, place and date below a table, and what stands below it (domain.md 4.4).
extension BlockPass {
    /// Whether a row begins the block of signatures below the table.
    func endsTable(_ row: Int, _ sketch: RowSketch) -> Bool {
        guard sketch.isSignature || sketch.isMaybeSignature, !mayBeData(sketch) else {
            return false
        }
        // A place and date alone in its row is that of the signatures, also below a column of
        // dates.
        let isAlone = sketch.isSignature && sketch.filled.count == 1
        guard isAlone || !holdsValues(sketch) else { return false }
        if sketch.isSignature { return true }
        // A title or a note may stand in the table, too: then data follows.
        let below = (row + 1)..<min(block.rows.count, max(row + 1, row + 50))
        return !below.contains { next in
            !block.isBlank(row: next) && mayBeData(self.sketch(next))
        }
    }

    /// Whether a row holds nothing but the place and date of the signatures, which a column of
    /// dates would take for a day of its own.
    func isLonePlaceAndDate(_ row: Int) -> Bool {
        var filled = -1
        for column in 0..<Int(block.rows[row].cellCount)
        where !block.content(row: row, column: column).isEmpty {
            guard filled < 0 else { return false }
            filled = column
        }
        guard filled >= 0, block.content(row: row, column: filled).range.count >= 8 else {
            return false
        }
        return RowKind.isLonePlaceAndDate(block.text(row: row, column: filled))
    }

    /// Whether something stands in a row that only data has: a number, a date, an answer or a value
    /// of a list where one belongs, or a unit where units stand.
    private func holdsValues(_ sketch: RowSketch) -> Bool {
        sketch.filled.contains { cell in
            if reader.unitColumns.contains(cell.column) {
                return reader.context.names.match(cell.text) != .unknown
            }
            return isValue(cell)
        }
    }

    /// Whether a cell holds what its column asks for, where plain words do not.
    private func isValue(_ cell: RowSketch.Filled) -> Bool {
        reader.cells.contains {
            guard $0.column == cell.column, !$0.type.isText else { return false }
            if $0.type == .enum { return reader.codes[$0.field][Fold.key(cell.text)] != nil }
            return reader.readsAs($0.type, cell.text)
        }
    }

    /// Whether a row below the signatures, or one that looks like them, is data all the same, be it
    /// with a fault.
    func mayBeData(_ sketch: RowSketch) -> Bool {
        if looksLikeData(sketch) { return true }
        guard sketch.filled.count > 1 else { return false }
        let values = sketch.filled.count(where: isValue)
        let isNumbered = sketch.number?.contains(where: \.isNumber) == true
        let isUnits = sketch.filled.contains { cell in
            reader.unitColumns.contains(cell.column)
                && reader.context.names.match(cell.text) != .unknown
        }
        if isUnits { return values > 0 || sketch.filled.count > 2 }
        return values > 1 || (isNumbered && (values > 0 || sketch.rest.count > 1))
    }

    /// Whether a row has all that a row of data has to have.
    func looksLikeData(_ sketch: RowSketch) -> Bool {
        let texts = Dictionary(
            sketch.filled.map { ($0.column, $0.text) },
            uniquingKeysWith: { first, _ in first }
        )
        for cell in reader.cells where cell.isRequired && texts[cell.column] == nil {
            return false
        }
        let named = reader.unitColumns.compactMap { texts[$0] }
        if let name = named.first {
            return reader.context.names.match(name) != .unknown && sketch.filled.count > 1
        }
        // Without a unit of its own the row has to say something that only data says.
        return reader.cells.contains { cell in
            guard let text = texts[cell.column] else { return false }
            return reader.readsAs(cell.type, text)
        }
    }
}
