internal import Model
internal import Plans

/// A further table in the file, whose columns are not those of the header: where it begins, the
/// rows that can be read by the header end.
extension BlockPass {
    /// Whether a row that could not be read begins a further table, known or not.
    func beginsTable(_ row: Int) -> Bool {
        isOtherHeader(row) || isOtherGroup(row) || isLikeHeader(row)
    }

    /// Whether a row that is no data is the header of a further table, by names that forms know.
    func isOtherHeader(_ row: Int) -> Bool {
        var named = 0
        var filled = 0
        for column in 0..<Int(block.rows[row].cellCount) {
            let text = block.text(row: row, column: column).trimmedBlanks
            guard !text.isEmpty else { continue }
            filled += 1
            if !reader.context.headers.meanings(text).isEmpty { named += 1 }
        }
        return named >= 3 || (named == 2 && filled == 2)
    }

    /// Whether a row is nothing but another group heading over the lower headings of the header,
    /// which stand below it once more: `Khen thưởng` over `Tập thể | Cá nhân | Hộ gia đình`.
    private func isOtherGroup(_ row: Int) -> Bool {
        let lines = reader.table.lines
        guard lines.count > 1, row + 1 < block.rows.count, sketch(row).filled.count == 1 else {
            return false
        }
        return lines.indices.contains { index in
            index > 0 && lines[index].filled > 1 && lines[index].first > 0
                && isRepeated(index, row + 1)
        }
    }

    /// Whether a row has nothing but words where the table has numbers, dates, units, and reads
    /// like headings: some are those of the header or known ones, or it stands below a gap or a
    /// title.
    private func isLikeHeader(_ row: Int) -> Bool {
        // Said by a look at the bytes of nearly every row that could not be read.
        guard !hasFigure(row) else { return false }
        let sketch = sketch(row)
        let filled = sketch.filled
        guard filled.count >= min(3, reader.header.meanings.count), filled.count > 1,
            filled.allSatisfy({ $0.text.first?.isLetter == true && !$0.text.contains(":") }),
            !sketch.isSignature, !sketch.isMaybeSignature
        else { return false }
        /// How many words stand where a number, a date or a unit belongs, and how many are no
        /// headings either.
        var (misfits, strays) = (0, 0)
        var known = 0
        for cell in filled {
            if reader.isNumberColumn(cell.column) {
                if !RowKind.isWords(cell.text), !HeaderIndex.isSerial(cell.text) { return false }
            } else if let isRight = isRight(cell.text, in: cell.column) {
                if isRight { return false }
                misfits += 1
                if !isHeading(cell.text), !reader.context.headers.beginsLikeHeading(cell.text) {
                    strays += 1
                }
            }
            if RowSketch.isAmount(cell.text) || CellPeriod.parse(cell.text) != nil { return false }
            if isHeading(cell.text) { known += 1 }
        }
        guard misfits > 0 else { return false }
        // A single heading may be what somebody wrote in a cell: `Tác giả` under `Tác giả`.
        if known > 1 { return true }
        // One bad row never spoils the good ones below it (CONTRACT §8).
        if strays * 2 > misfits, tableGoesOn(below: row) { return false }
        let begun = filled.count { reader.context.headers.beginsLikeHeading($0.text) }
        let isLikeHeadings = filled.count > 2 && begun * 2 >= filled.count
        return known > 0
            ? isLikeHeadings || standsApart(row) : isLikeHeadings && standsApart(row)
    }

    /// Whether the next row that is more than a title reads as a row of the table.
    private func tableGoesOn(below row: Int) -> Bool {
        let below = (row + 1)..<min(block.rows.count, max(row + 1, row + 50))
        for next in below where !block.isBlank(row: next) {
            let sketch = sketch(next)
            guard sketch.rest.count > 1 else { continue }
            return looksLikeData(sketch)
                && sketch.rest.allSatisfy { isRight($0.text, in: $0.column) != false }
        }
        return false
    }

    /// Whether a cell of a row begins with a figure.
    private func hasFigure(_ row: Int) -> Bool {
        (0..<Int(block.rows[row].cellCount)).contains { column in
            let content = block.content(row: row, column: column)
            return !content.isEmpty
                && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(block.bytes[content.start])
        }
    }

    /// Whether a text is one of the header's headings, in whichever column, or one that some form
    /// knows.
    private func isHeading(_ text: String) -> Bool {
        if reader.context.headers.isKnown(text) { return true }
        let key = Fold.key(text)
        return reader.table.lines.contains { $0.keys.contains(key) }
    }

    /// Whether a gap or a title stands above a row.
    private func standsApart(_ row: Int) -> Bool {
        guard row > 0, rowsSinceHeader > 1 else { return false }
        if block.line(of: row) > block.endLine(of: row - 1) + 1 || block.isBlank(row: row - 1) {
            return true
        }
        return sketch(row - 1).filled.count == 1
    }

    /// Whether the number of a row is the heading of numbers: `STT`.
    mutating func isSerialHeading(_ row: Int) -> Bool {
        for column in reader.numberColumns {
            let content = block.content(row: row, column: column)
            guard !content.isEmpty, block.bytes[content.start] >= UInt8(ascii: "A") else {
                continue
            }
            if HeaderIndex.isSerial(block.text(row: row, column: column)) { return true }
        }
        return false
    }

    // MARK: - The header once more

    /// The header once more, as it stands at the top of each printed page.
    mutating func isRepeatedHeader(_ row: Int) -> Bool {
        let starts = reader.table.lineStarts
        for index in starts.indices {
            let content = block.content(row: row, column: starts[index].column)
            if !content.isEmpty,
                BlockPass.mayBeSame(block.bytes[content.start], starts[index].byte),
                isRepeated(index, row)
            {
                return true
            }
        }
        return false
    }

    /// Whether two bytes may begin the same word in small letters and in capitals.
    private static func mayBeSame(_ a: UInt8, _ b: UInt8) -> Bool {
        a | 0x20 == b | 0x20 || (a >= 0x80 && b >= 0x80) || a <= 0x20
    }

    /// Whether a row is a line of the header with several headings.
    func isHeaderLine(_ row: Int) -> Bool {
        reader.table.lines.indices.contains { index in
            reader.table.lines[index].filled > 1 && isRepeated(index, row)
        }
    }

    /// Whether a row is one of the header's rows once more, in capitals or not; a lower one with a
    /// single heading has to stand below the one above it.
    private func isRepeated(_ index: Int, _ row: Int) -> Bool {
        let line = reader.table.lines[index]
        let cells = Int(block.rows[row].cellCount)
        guard line.first < cells, index == 0 || line.filled > 1 || rowsSinceHeader == 0 else {
            return false
        }
        let content = block.content(row: row, column: line.first)
        guard content.end - content.start <= HeaderIndex.longest,
            Fold.key(block.text(row: row, column: line.first)) == line.keys[line.first]
        else { return false }
        return line.keys.indices.allSatisfy { column in
            column >= cells || Fold.key(block.text(row: row, column: column)) == line.keys[column]
        }
    }

    /// Whether a row that could not be read is the header once more under other names for the same
    /// fields.
    func isSameHeader(_ row: Int) -> Bool {
        let (headers, meanings) = (reader.header.headers, reader.header.meanings)
        let cells = Int(block.rows[row].cellCount)
        guard reader.header.height <= 1, cells > 1 else { return false }
        return (0..<max(cells, headers.count)).allSatisfy { column in
            let text = block.text(row: row, column: column).trimmedBlanks
            guard column < headers.count else { return text.isEmpty }
            if text.isEmpty || headers[column].isEmpty { return text == headers[column] }
            if Fold.key(text) == Fold.key(headers[column]) { return true }
            let meaning = reader.context.headers.meaning(text, form: reader.header.form)
            return meaning == meanings[column] && meaning != .unknown
        }
    }
}
