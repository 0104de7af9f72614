internal import Model
internal import Plans

/// Rows of totals: a label of totals as a whole, and amounts beside it (domain.md 4.4).
///
/// What begins like such a label and goes on otherwise is somebody's name or a title, and a row
/// that has a unit, a date or words of its own is a row of data.
extension BlockPass {
    /// The label of a row of totals, which stands in the first filled cells, before any figure; and
    /// how many of them there are.
    mutating func totalLabel(_ row: Int) -> (text: String?, filled: Int) {
        var looked = 0
        for column in 0..<min(Int(block.rows[row].cellCount), 4) where looked < 2 {
            let content = block.content(row: row, column: column)
            guard !content.isEmpty else { continue }
            looked += 1
            if !CellBytes.isDigit(block.bytes[content.start]), reader.isNumberColumn(column) {
                let text = block.text(row: row, column: column).trimmedBlanks
                if RowKind.isTotalInNumbers(text), holdsAmounts(row, besides: column) {
                    return (text, looked)
                }
            }
            let first = content.isEscaped ? 0 : block.bytes[content.start] | 0x20
            guard
                first == UInt8(ascii: "t") || first == UInt8(ascii: "c")
                    || first == UInt8(ascii: "l") || first == 32,
                content.end - content.start < 64
            else { continue }
            let text = block.text(row: row, column: column)
            if RowKind.isTotalLabel(text), holdsAmounts(row, besides: column) {
                return (text.trimmedBlanks, looked)
            }
        }
        return (nil, looked)
    }

    /// The label of a row of totals where it begins the row or stands for the unit.
    func totalName(_ row: Int, _ sketch: RowSketch) -> String? {
        let labels = sketch.filled.filter { reader.unitColumns.contains($0.column) }
        return ([sketch.rest.first].compactMap(\.self) + labels).first { cell in
            RowKind.isTotalLabel(cell.text, orNamedBy: isUnit)
                && holdsAmounts(row, besides: cell.column)
        }?.text
    }

    private func isUnit(_ name: String) -> Bool { reader.context.names.match(name) != .unknown }

    /// Whether a row has amounts at most beside the label of a total.
    private func holdsAmounts(_ row: Int, besides label: Int) -> Bool {
        (0..<Int(block.rows[row].cellCount)).allSatisfy { column in
            guard column != label, !block.content(row: row, column: column).isEmpty else {
                return true
            }
            return isBesideTotal(
                block.text(row: row, column: column).trimmedBlanks,
                column,
                isReport: !reader.isRegister
            )
        }
    }

    /// Whether a text may stand in a column of a row of totals.
    private func isBesideTotal(_ text: String, _ column: Int, isReport: Bool) -> Bool {
        guard !text.isEmpty else { return true }
        if reader.isNumberColumn(column) { return !RowKind.isWords(text) }
        if reader.unitColumns.contains(column) {
            // The name of a unit with others below it says whose total it is.
            if case .unit(let unit) = reader.context.names.match(text) {
                return isReport && reader.context.hasUnitsBelow[unit]
            }
            return !isUnit(text) && (RowSketch.isAmount(text) || RowKind.isTotalLabel(text))
        }
        guard let cell = reader.cells.first(where: { $0.column == column }) else {
            // Nobody reads the column, or it is one of periods or of several subjects' numbers.
            return true
        }
        let field = reader.form.fields[cell.field]
        switch cell.type {
        case .date: return !reader.readsAs(.date, text) && RowSketch.isAmount(text)
        case .period:
            return RowSketch.isAmount(text) || RowKind.isCount(text)
                || reader.readsAs(.period, text)
        case .text, .url:
            // Remarks are no data by themselves; a report's texts would pass for those of its unit.
            let isRemark = field.code == "note" || (isReport && !field.isKey)
            let isAmount = RowSketch.isAmount(text) || RowKind.isCount(text)
            return isRemark || (isAmount && !reader.readsAs(.date, text))
        case .enum:
            return RowSketch.isAmount(text)
                || (RowKind.isCount(text) && reader.codes[cell.field][Fold.key(text)] == nil)
        case .int, .decimal, .yesNo: return RowSketch.isAmount(text)
        }
    }
}
