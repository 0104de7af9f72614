internal import Model
internal import Plans

extension VerticalFinder {
    /// Notes the lines of the table before the first content that the form knows and behind the
    /// last one, and the rows of other tables around it: none of them may be taken for titles
    /// (CONTRACT §8).
    func surround(
        _ layout: inout VerticalTable.Plan,
        _ block: Block,
        _ column: Int,
        head: Int?,
        first: Int,
        last: Int,
        again: Int?
    ) {
        // What was taken for a heading may be a content with its value.
        let top = layout.head.map { $0 + 1 } ?? head ?? first
        noteTable(&layout, block, above: layout.head ?? top)
        for row in top..<max(top, first) where !isColumnNumbers(block, row) {
            if let label = label(block, row, column, layout) { layout.unknown.append((row, label)) }
        }
        let width = max(
            column,
            layout.columns.map(\.column).max() ?? 0,
            layout.head.map { filled(block, $0).last?.column ?? 0 } ?? 0
        )
        var isOther = false
        var isSigned = false
        for row in last + 1..<max(last + 1, block.rows.count) {
            let cells = filled(block, row)
            if cells.isEmpty { continue }
            if cells.contains(where: { RowKind.isSignature($0.text) }) {
                isSigned = true
            } else if isOther || row == again || isHeader(cells)
                || (cells.count > 2 && cells.contains { $0.column > width })
            {
                isOther = isOther || cells.count > 1
                if cells.count > 1 { layout.others.append(row) }
            } else if let label = label(block, row, column, layout),
                !isSigned || cells.contains(where: { $0.text.contains(where: \.isNumber) }),
                !RowKind.isMaybeSignature(label)
            {
                layout.unknown.append((row, label))
            }
        }
        layout.unknown.sort { $0.row < $1.row }
    }

    /// Notes the rows of a table with a header of its own that stands above the one on its side.
    private func noteTable(_ layout: inout VerticalTable.Plan, _ block: Block, above end: Int) {
        let rows = (0..<max(0, end)).map { (row: $0, cells: filled(block, $0)) }
        guard let start = rows.firstIndex(where: { isHeader($0.cells) }) else { return }
        let below = rows[start...].filter { $0.cells.count > 1 }
        guard
            below.dropFirst().contains(where: { row in
                row.cells.contains { $0.text.contains(where: \.isNumber) }
            })
        else { return }
        layout.others += below.map(\.row)
    }

    /// The content of a line with a value, as the table names it.
    private func label(
        _ block: Block,
        _ row: Int,
        _ column: Int,
        _ layout: VerticalTable.Plan
    ) -> String? {
        let text = block.text(row: row, column: column).trimmedBlanks
        let isFilled = layout.columns.contains {
            !block.text(row: row, column: $0.column).trimmedBlanks.isEmpty
        }
        return text.isEmpty || !isFilled ? nil : text
    }

    private func filled(_ block: Block, _ row: Int) -> [RowSketch.Filled] {
        RowSketch(block, row: row) { _ in false }.filled
    }

    /// Whether a row is the header of another table.
    private func isHeader(_ cells: [RowSketch.Filled]) -> Bool {
        let named = cells.count { !context.headers.meanings($0.text).isEmpty }
        return named >= 3 || (named == 2 && cells.count == 2)
    }
}
