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
        return CellContent(of: raw, in: bytes.span, dialect, isFirst: column == 0)
    }

    /// Appends a cell's content, quotes inside made plain.
    package func appendCell(row: Int, column: Int, to output: inout [UInt8]) {
        let content = content(row: row, column: column)
        guard content.isEscaped else {
            output.append(contentsOf: bytes[content.range])
            return
        }
        content.append(from: bytes.span, dialect, to: &output)
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

    /// The 0-based column of a record's first cell whose quotes are not those of the file, nil
    /// where there is none: the other kind all around it or, in a file without quotes, lone ones.
    ///
    /// They were kept as data, which may not be what was meant.
    package func oddlyQuotedColumn(row: Int) -> Int? {
        guard !rows[row].isSetAside else { return nil }
        let (double, single) = (UInt8(ascii: "\""), UInt8(ascii: "'"))
        for column in 0..<Int(rows[row].cellCount) {
            let content = content(row: row, column: column)
            guard content.end - content.start > 1,
                content.end == cell(row: row, column: column).upperBound
            else { continue }
            let (first, last) = (bytes[content.start], bytes[content.end - 1])
            let isWrapped = first == last && (first == double || first == single)
            if isWrapped, first != dialect.quote { return column }
            guard dialect.quote == 0, first == double || last == double else { continue }
            let quotes = bytes[content.range].count { $0 == double }
            if quotes & 1 == 1 { return column }
        }
        return nil
    }
}
