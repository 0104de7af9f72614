internal import Model
internal import Plans

/// What is noticed about the cells of a row beside what they say.
extension BlockPass {
    /// Says which cells of the row came from another encoding, and whether some could not be read.
    mutating func noteMends(_ row: Int) {
        for mend in mended.mends[row] ?? [] {
            report(
                .encodingRepaired,
                row,
                mend.column,
                mend.text,
                ReadingMessages.cellRepaired(mend.encoding.name)
            )
        }
        if mended.unreadable.contains(row) {
            report(.encodingUnknown, row, nil, nil, ReadingMessages.rowUnreadable)
        }
    }

    /// Says that a cell holds characters that nobody sees; they change nothing in what is read.
    mutating func noteOddities(_ row: Int) {
        let all = block.bytes
        let raw = block.raw(row: row)
        let isLossy = block.bytes[raw].holdsReplacement
        guard isLossy || CellBytes.oddity(in: all.span.extracting(raw)) != CellBytes.Oddity() else {
            return
        }
        if isLossy { noteLostLetters(row) }
        for column in 0..<Int(block.rows[row].cellCount) {
            let cell = block.cell(row: row, column: column)
            let oddity = CellBytes.oddity(in: all.span.extracting(cell))
            if oddity.hasInvisible {
                report(.invisibleCharacters, row, column, nil, ReadingMessages.invisible)
            }
            // NUL has been reported by the scanner.
            if oddity.hasControl, faults[row]?.contains(where: { $0.kind == .nul }) != true {
                report(.controlCharacters, row, column, nil, ReadingMessages.control)
            }
        }
    }

    /// Says which cells of the row hold a character that stands for one that was lost.
    private mutating func noteLostLetters(_ row: Int) {
        for column in 0..<Int(block.rows[row].cellCount)
        where block.bytes[block.cell(row: row, column: column)].holdsReplacement {
            let value = shown(row, column)
            report(
                .encodingLossy,
                row,
                column,
                value,
                ReadingMessages.lostLetters,
                severity: .warning
            )
        }
    }

    /// Says that a row which is no data holds bytes that are no text: it may be the beginning of
    /// one that was cut off.
    mutating func noteDamage(_ row: Int) {
        if mended.unreadable.contains(row) {
            report(
                .encodingUnknown,
                row,
                nil,
                nil,
                ReadingMessages.layoutUnreadable,
                severity: .warning
            )
        } else if block.bytes[block.raw(row: row)].holdsReplacement {
            noteLostLetters(row)
        }
    }

    /// Notes that a row whose own unit cell is blank counts for the unit of a row above it.
    mutating func noteUnitFromAbove(_ row: Int) {
        reading.unitsFromAbove.first = reading.unitsFromAbove.first ?? block.line(of: row)
        reading.unitsFromAbove.count += 1
    }

    /// Notes the columns without a heading that a row of data fills in.
    ///
    /// Of a row that does not count only a cell with a figure tells: it may be a note.
    mutating func noteNameless(_ row: Int, isCounted: Bool) {
        guard isCounted || reader.isTableRow(block, row) else { return }
        for column in openNameless where fillsNameless(row, column, isCounted: isCounted) {
            reading.namelessColumns.insert(column)
            openNameless.removeAll { $0 == column }
        }
    }

    private func fillsNameless(_ row: Int, _ column: Int, isCounted: Bool) -> Bool {
        guard !block.content(row: row, column: column).isEmpty else { return false }
        let text = shown(row, column)
        return isCounted
            ? !CellBytes.isBlankOrDash(Array(text.utf8).span) : text.contains(where: \.isNumber)
    }
}
