/// Takes a cell with two whole numbers apart: `9/10`, `9 / 10`, `09/10` (domain.md 2.4).
package enum NumberPair: Hashable, Sendable {
    case both(Int64, Int64)
    /// Nothing was written, or that nothing is known: also `…/…`.
    case blank
    /// One number, three of them, a date: what a spreadsheet has made of a cell is not guessed.
    case unclear

    /// What the bytes of a cell say.
    package static func parse(_ bytes: Span<UInt8>) -> NumberPair {
        if let plain = CellBytes.plain(bytes) { return parse(plain.span) }
        guard !CellBytes.isBlankOrDash(bytes) else { return .blank }
        var (start, end) = CellBytes.trim(bytes, 0, bytes.count)
        // What makes a cell text, so that no spreadsheet takes it for a date.
        if bytes[start] == UInt8(ascii: "'") { start += 1 }
        guard let stroke = (start..<end).first(where: { bytes[$0] == UInt8(ascii: "/") }) else {
            return .unclear
        }
        let (first, second) = (
            bytes.extracting(start..<stroke), bytes.extracting(stroke + 1..<end)
        )
        if CellBytes.isBlank(first), CellBytes.isBlank(second) { return .blank }
        guard let first = number(first), let second = number(second) else { return .unclear }
        return .both(first, second)
    }

    /// The two cells that a cell becomes where each number has a column of its own; nil where they
    /// cannot be told apart.
    package static func cells(of cell: String) -> (first: String, second: String)? {
        let bytes = Array(cell.utf8)
        switch parse(bytes.span) {
        case .both(let first, let second): return (String(first), String(second))
        // A dash is the number of either.
        case .blank: return CellBytes.isLoneDash(bytes.span) ? (cell, cell) : ("", "")
        case .unclear: return nil
        }
    }

    /// A number of 15 digits at most and nothing else but blanks around it.
    private static func number(_ bytes: Span<UInt8>) -> Int64? {
        let (start, end) = CellBytes.trim(bytes, 0, bytes.count)
        guard (1...15).contains(end - start) else { return nil }
        var number: Int64 = 0
        for index in start..<end {
            guard CellBytes.isDigit(bytes[index]) else { return nil }
            number = number * 10 + Int64(bytes[index] - 48)
        }
        return number
    }
}
