internal import Model

extension BlockPass {
    /// Reads the columns that give several fields each, before those of one field.
    @inline(never)
    mutating func readShared(_ row: Int) {
        readParts(row)
        readPairs(row)
    }

    /// Reads the cells that hold two whole numbers: `9/10`.
    ///
    /// A spreadsheet takes such a cell for a day: what it has made of it is handed back.
    private mutating func readPairs(_ row: Int) {
        for (column, pair) in reader.table.pairColumns {
            let content = block.content(row: row, column: column)
            guard !content.isEmpty else { continue }
            let all = block.bytes
            let bytes = all.span.extracting(content.range)
            switch NumberPair.parse(bytes) {
            case .both(let first, let second):
                draft.values[pair.first] = .integer(first)
                draft.values[pair.second] = .integer(second)
            case .blank:
                for field in pair.fields where isNone(field, bytes) {
                    draft.values[field] = .integer(0)
                }
            case .unclear:
                let isDate = CellDate.isDateLike(shown(row, column))
                let telling = pair.fields.first { reader.table.tokens[$0].isTelling }
                unreadable(
                    isDate ? .excelDateSuspected : .notANumber,
                    isDate ? ReadingMessages.pairAsDate : ReadingMessages.unreadPair,
                    row,
                    column,
                    in: telling ?? pair.first
                )
            }
        }
    }
}
