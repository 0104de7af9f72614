internal import Model
internal import Plans

/// The rows above the header: titles and letterheads, and whatever is none of these.
///
/// A header may have been sorted among the rows of its table, or stand below another table: no row
/// of data may be taken for a title (CONTRACT §8).
extension BlockPass {
    /// Hands back the rows above the first `top` that are no titles.
    ///
    /// They have been counted as layout with the head of the file.
    mutating func readAbove(_ top: Int) {
        var isTable = false
        for row in 0..<max(0, top) where !block.rows[row].isSetAside && !block.isBlank(row: row) {
            let filled = sketch(row).filled
            rowFault = nil
            doubts = []
            if let joined = joinedAbove(filled) {
                reportJoined(row, joined)
            } else if isTable {
                guard
                    filled.count > 1
                        || filled.contains(where: { $0.text.contains(where: \.isNumber) })
                else { continue }
                rowFault = .formUnknown
            } else if isHeaderAbove(row, top) || isIndicator(filled) {
                isTable = true
                report(.formUnknown, row, nil, nil, ReadingMessages.tableAbove)
            } else if isRecord(row) {
                report(.headerNotFound, row, nil, nil, ReadingMessages.aboveHeader)
            }
            guard let code = rowFault else { continue }
            reading.lines.layout -= Int(block.rows[row].lineCount)
            reject(row, code, unit: nil, period: nil)
        }
    }

    /// Whether a row is the header of a table that stands above the one that is read: something
    /// with figures is between them.
    private func isHeaderAbove(_ row: Int, _ top: Int) -> Bool {
        guard isOtherHeader(row) else { return false }
        return (row + 1..<max(row + 1, top)).contains { below in
            let filled = sketch(below).filled
            return filled.count > 1 && filled.contains { $0.text.contains(where: \.isNumber) }
        }
    }

    /// Whether a row says what some field of a form comes to, as the lines of a table on its side
    /// do.
    ///
    /// Such is `Số bài dự thi | 5`; what names the unit or the period is a title.
    private func isIndicator(_ filled: [RowSketch.Filled]) -> Bool {
        guard (2...4).contains(filled.count) else { return false }
        return zip(filled, filled.dropFirst()).contains { label, value in
            value.text.contains(where: \.isNumber) && RowSketch.isAmount(value.text)
                && reader.context.headers.meanings(label.text).contains { meaning in
                    let form = reader.context.plan.forms.forms[meaning.form]
                    switch form.fields[meaning.field].type {
                    case .int, .decimal: return true
                    case .text, .url, .date, .period, .yesNo, .enum: return false
                    }
                }
        }
    }

    /// Whether a row above the header is a row of its table: what its cells hold is what the
    /// columns ask for.
    private func isRecord(_ row: Int) -> Bool {
        let sketch = sketch(row)
        let filled = sketch.filled
        guard filled.count > 1,
            filled.last.map({ $0.column < reader.header.meanings.count }) == true,
            filled.contains(where: { !reader.isPlaceColumn($0.column) }),
            !sketch.isSignature, !RowKind.isColumnNumbers(cells(row)),
            !RowKind.isTableTitle(filled.map(\.text)),
            !filled.contains(where: isCaption)
        else { return false }
        var (fits, misfits) = (0, 0)
        var isNameAlone = true
        for cell in filled {
            if reader.isNumberColumn(cell.column) {
                guard !RowKind.isWords(cell.text) else { return false }
                continue
            }
            guard let isRight = isRight(cell.text, in: cell.column) else { continue }
            if isRight { fits += 1 } else { misfits += 1 }
            if isRight, !reader.unitColumns.contains(cell.column) || isUnitID(cell.text) {
                isNameAlone = false
            }
        }
        if fits > 1 { return fits > misfits }
        // One cell is right by chance sooner than all that a row of the table has to have.
        return fits == 1 && misfits == 0 && !isNameAlone
            && filled.count * 2 >= reader.header.meanings.count
            && reader.cells.allSatisfy { cell in
                !cell.isRequired || filled.contains { $0.column == cell.column }
            }
    }

    /// Whether a cell speaks of the ones beside it, or is the place and date of a letter.
    private func isCaption(_ cell: RowSketch.Filled) -> Bool {
        cell.text.hasSuffix(":") || RowKind.isLonePlaceAndDate(cell.text)
            || (isRight(cell.text, in: cell.column) != true
                && reader.context.headers.isKnown(cell.text))
    }

    private func isUnitID(_ text: String) -> Bool { reader.context.roster.index(of: text) != nil }
}
