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
    /// record by itself, or one of them like the first.
    @inline(never)
    func areIn(_ bytes: Span<UInt8>, from start: Int, to end: Int, lineCount: Int) -> Bool {
        if areLikeFirst(bytes, from: start, to: end) { return true }
        // On two lines, or of two cells, it may well be a text: a pair of coordinates a line.
        guard expectedCells > 1, lineCount > (expectedCells > 2 ? 2 : 3) else { return false }
        var position = start
        while position < end {
            let next = min(LineScan.end(bytes, from: position), end)
            guard cells(bytes, position, next) == expectedCells else { return false }
            position = next
        }
        return true
    }

    /// Looks into a record of another number of cells: the lines between its first and its last
    /// would have to be records, or one below the first would have to be like it.
    func areInside(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        if areLikeFirst(bytes, from: start, to: end) { return true }
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

    /// Looks into a record of any number of cells for a line below its first that is a record of
    /// the table by itself and has the figures where the first line has them: `U001` below `U001`,
    /// a date below a date.
    @inline(never)
    private func areLikeFirst(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard expectedCells > 2 else { return false }
        var position = LineScan.end(bytes, from: start)
        let first = leadingShapes(
            bytes,
            start,
            LineScan.contentEnd(bytes, before: position, from: start).offset
        )
        // A lone number may begin any line of a text.
        guard first.contains(where: { $0.contains(SwallowedLines.figure) && $0.count > 1 })
        else { return false }
        while position < end {
            let next = min(LineScan.end(bytes, from: position), end)
            if cells(bytes, position, next) == expectedCells {
                let content = LineScan.contentEnd(bytes, before: next, from: position).offset
                let shapes = leadingShapes(bytes, position, content)
                let isLike =
                    shapes.count >= first.count
                    && zip(first, shapes).allSatisfy { one, other in
                        !one.contains(SwallowedLines.figure) || one == other
                    }
                if isLike { return true }
            }
            position = next
        }
        return false
    }

    private static let figure = UInt8(ascii: "9")

    /// The shapes of the cells of a line before the first quote: `04/01/2024` is `9/9/9`, `U001` is
    /// `a9`.
    private func leadingShapes(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> [[UInt8]] {
        var shapes: [[UInt8]] = [[]]
        for index in start..<end {
            let byte = bytes[index]
            if byte == dialect.quoteByte { break }
            if byte == dialect.delimiterByte {
                shapes.append([])
                continue
            }
            let isLetter = byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
            let sign =
                CellBytes.isDigit(byte)
                ? SwallowedLines.figure : isLetter ? UInt8(ascii: "a") : byte
            if shapes[shapes.count - 1].last != sign { shapes[shapes.count - 1].append(sign) }
        }
        // The last cell is the quoted one, or one that is cut.
        return Array(shapes.dropLast())
    }

    /// How many cells a line has by itself, 0 for a blank one: a quote that does not close on it is
    /// a letter, and a delimiter before a blank is prose.
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
