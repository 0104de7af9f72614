/// What stands in a cell once its quotes are taken off.
package struct CellContent: Hashable, Sendable {
    package var start: Int
    package var end: Int
    /// Whether doubled quotes inside still have to be made single.
    package var isEscaped: Bool

    package var range: Range<Int> { start..<end }
    package var isEmpty: Bool { start == end }
}

extension Block {
    /// The bytes of a cell as they were read, quotes included.
    ///
    /// `column` is 0-based and below the record's cell count.
    package func cell(row: Int, column: Int) -> Range<Int> {
        let row = rows[row]
        let index = Int(row.firstCell) + column
        let start = column == 0 ? Int(row.start) : Int(cellEnds[index - 1]) + 1
        return start..<Int(cellEnds[index])
    }

    /// Where a cell's content stands: behind a byte order mark, between its quotes.
    ///
    /// A column that a short record does not have is empty.
    package func content(row: Int, column: Int) -> CellContent {
        guard column < Int(rows[row].cellCount) else {
            return CellContent(start: 0, end: 0, isEscaped: false)
        }
        let raw = cell(row: row, column: column)
        if rows[row].isSetAside {
            return CellContent(start: raw.lowerBound, end: raw.upperBound, isEscaped: false)
        }
        return content(of: raw)
    }

    private func content(of raw: Range<Int>) -> CellContent {
        var (start, end) = (raw.lowerBound, raw.upperBound)
        guard start < end else { return CellContent(start: start, end: end, isEscaped: false) }
        let bytes = bytes.span
        if bytes[start] == 0xEF {
            start = ByteOrderMark.end(in: bytes, from: start, to: end)
            guard start < end else { return CellContent(start: start, end: end, isEscaped: false) }
        }
        let quote = dialect.quoteByte
        guard bytes[start] == quote else {
            return CellContent(start: start, end: end, isEscaped: false)
        }
        while end > start + 1, bytes[end - 1] != quote { end -= 1 }
        start += 1
        end = max(start, end - 1)
        var isEscaped = false
        for index in start..<end where bytes[index] == quote {
            isEscaped = true
            break
        }
        return CellContent(start: start, end: end, isEscaped: isEscaped)
    }

    /// Appends a cell's content, doubled quotes made single.
    package func appendCell(row: Int, column: Int, to output: inout [UInt8]) {
        let content = content(row: row, column: column)
        guard content.isEscaped else {
            output.append(contentsOf: bytes[content.range])
            return
        }
        let quote = dialect.quoteByte
        var index = content.start
        while index < content.end {
            let byte = bytes[index]
            output.append(byte)
            index += byte == quote ? 2 : 1
        }
    }

    /// A cell's content as text; bytes that are not UTF-8 become U+FFFD.
    package func text(row: Int, column: Int) -> String {
        let content = content(row: row, column: column)
        guard content.isEscaped else {
            return String(decoding: bytes[content.range], as: UTF8.self)
        }
        var copy: [UInt8] = []
        copy.reserveCapacity(content.end - content.start)
        appendCell(row: row, column: column, to: &copy)
        return String(decoding: copy, as: UTF8.self)
    }

    /// The text of a record as it was read.
    package func rawText(row: Int) -> String {
        String(decoding: bytes[raw(row: row)], as: UTF8.self)
    }

    /// Whether every cell of a record is empty or holds ASCII blanks and no-break spaces only.
    package func isBlank(row: Int) -> Bool {
        for column in 0..<Int(rows[row].cellCount) {
            let content = content(row: row, column: column)
            let trimmed = CellBytes.trim(bytes.span, content.start, content.end)
            if trimmed.start < trimmed.end { return false }
        }
        return true
    }
}
