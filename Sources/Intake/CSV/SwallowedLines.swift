/// Whether a record that spans lines holds whole records: a quote was left open in one of them, and
/// another one below seems to close it.
///
/// Text in a cell may hold delimiters, but it seldom has the table's number of them on every line,
/// and in prose a blank follows the comma.
struct SwallowedLines {
    private let dialect: Dialect
    private let expectedCells: Int

    init(_ dialect: Dialect, expectedCells: Int) {
        self.dialect = dialect
        self.expectedCells = expectedCells
    }

    /// Looks into a record of the expected number of cells: each of its lines would have to be a
    /// record by itself.
    @inline(never)
    func areIn(_ bytes: Span<UInt8>, from start: Int, to end: Int, lineCount: Int) -> Bool {
        guard expectedCells > 2 || (expectedCells == 2 && lineCount > 3) else { return false }
        var position = start
        while position < end {
            let next = min(LineScan.end(bytes, from: position), end)
            guard cells(bytes, position, next) == expectedCells else { return false }
            position = next
        }
        return true
    }

    /// Looks into a record of another number of cells: the lines between its first and its last
    /// would have to be records.
    func areInside(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard expectedCells > 2 else { return false }
        var position = LineScan.end(bytes, from: start)
        var records = 0
        while position < end {
            let next = LineScan.end(bytes, from: position)
            guard next < end else { break }
            let found = cells(bytes, position, next)
            guard found == expectedCells || found == 0 else { return false }
            if found > 0 { records += 1 }
            position = next
        }
        return records > 0
    }

    /// How many cells a line has by itself, 0 for a blank one: a quote that does not close on it is a
    /// letter, and a delimiter before a blank is prose.
    private func cells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        let end = LineScan.contentEnd(bytes, before: end, from: start).offset
        guard start < end else { return 0 }
        let (quote, delimiter) = (dialect.quoteByte, dialect.delimiterByte)
        var cells = 1
        var index = start
        var opensAllowed = true
        while index < end {
            let byte = bytes[index]
            if byte == quote, opensAllowed, let behind = closing(bytes, from: index + 1, to: end) {
                index = behind
                opensAllowed = false
                continue
            }
            index += 1
            opensAllowed = byte == delimiter
            guard opensAllowed else { continue }
            let isProse = index < end && bytes[index] == UInt8(ascii: " ")
            if !isProse || dialect.skipsBlanks { cells += 1 }
        }
        return cells
    }

    /// The offset behind the quote that closes a cell of a line, nil where none does.
    private func closing(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        let quote = dialect.quoteByte
        var index = start
        while index < end {
            let byte = bytes[index]
            index += 1
            guard byte == quote else { continue }
            if index < end, bytes[index] == quote {
                index += 1
                continue
            }
            let isEnd = index == end || bytes[index] == dialect.delimiterByte
            return isEnd ? index : nil
        }
        return nil
    }
}
