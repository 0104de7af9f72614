internal import Model
internal import Plans

/// Mends cells that were pasted into a file from another encoding: text typed in a .VnTime font
/// among Unicode, or raw bytes of an old file (domain.md 4.1).
///
/// A cell is mended where its text proves by itself how it was written, where the roster or the
/// list of a column knows what it then says, or where other cells of the block prove the encoding.
/// What is not mended stays as it is; a row with bytes that are no text at all is rejected.
struct CellMender {
    private let reader: BlockReader

    init(_ reader: BlockReader) { self.reader = reader }

    /// The block with its mended cells, and what was mended.
    func mend(_ block: Block, from first: Int) -> MendedBlock {
        let isBroken = block.bytes.firstUTF8Fault != nil
        guard isBroken || BlockOddities.mayHoldGlyphs(block.bytes) else {
            return MendedBlock(block)
        }
        var candidates: [(row: Int, column: Int, readings: [CellRescue.Reading])] = []
        var unreadable: Set<Int> = []
        for row in first..<max(first, block.rows.count) where !block.rows[row].isSetAside {
            for column in 0..<Int(block.rows[row].cellCount) {
                var cell: [UInt8] = []
                block.appendCell(row: row, column: column, to: &cell)
                let isText = !isBroken || cell.firstUTF8Fault == nil
                guard !isText || CellRescue.isSuspicious(cell.span) else { continue }
                let readings = CellRescue.readings(of: cell)
                if !isText { unreadable.insert(row) }
                if !readings.isEmpty { candidates.append((row, column, readings)) }
            }
        }
        let proven = Set(
            candidates.compactMap { candidate in
                candidate.readings.first.flatMap { $0.isCertain ? $0.encoding : nil }
            }
        )
        var mends: [MendedBlock.Mend] = []
        for (row, column, readings) in candidates {
            let known = readings.filter { isKnown($0.text, column) }
            let taken =
                known.count == 1
                ? known[0] : readings.first { $0.isCertain || proven.contains($0.encoding) }
            guard let taken else { continue }
            mends.append(
                MendedBlock.Mend(
                    row: row,
                    column: column,
                    text: taken.text,
                    encoding: taken.encoding
                )
            )
        }
        return MendedBlock(block, mends, unreadable: unreadable)
    }

    /// Whether the roster or the column's list has the text.
    private func isKnown(_ text: String, _ column: Int) -> Bool {
        if reader.unitColumns.contains(column) {
            if case .unit = reader.context.names.match(text) { return true }
            return false
        }
        guard let cell = reader.cells.first(where: { $0.column == column }) else { return false }
        switch cell.type {
        case .enum: return reader.codes[cell.field][Fold.key(text)] != nil
        case .yesNo: return CellYesNo.parse(Array(text.utf8).span) != .bad
        case .period: return CellPeriod.parse(text) != nil
        case .text, .url, .int, .decimal, .date: return false
        }
    }
}
