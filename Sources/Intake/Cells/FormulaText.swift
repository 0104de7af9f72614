/// A formula that was saved as its own text instead of what it comes to (domain.md 4.4), and the
/// one with which spreadsheets keep a text from being a number: `="001"`.
enum FormulaText {
    /// Whether a cell holds a formula: `=B3&" "&C3`, `=VLOOKUP(A5;DS!A:B;2;0)`, be it one that a
    /// spreadsheet was kept from working out.
    ///
    /// `=> đạt` and `===` are none: something to be worked out follows the sign.
    static func isFormula(_ bytes: Span<UInt8>) -> Bool {
        var (index, end) = CellBytes.trim(bytes, 0, bytes.count)
        if index < end, bytes[index] == UInt8(ascii: "'") { index += 1 }
        guard index < end, bytes[index] == UInt8(ascii: "=") else { return false }
        index += 1
        while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
        guard index < end else { return false }
        switch bytes[index] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "("), UInt8(ascii: "\""),
            UInt8(ascii: "'"), UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "{"), UInt8(ascii: "["),
            0x80...0xFF:
            return true
        default: return false
        }
    }

    /// Whether a cell of text holds a formula that takes what it says from other cells, so that
    /// what it says is not in the file: `=DS!B2`, `=B3&" "&C3`, `=VLOOKUP(A5;DS!A:B;2;0)`.
    ///
    /// A text that only begins with the sign, `=Gương, "mẫu" 7`, is that text.
    /// Quotes are doubled where `isEscaped`, as in a quoted cell of a file.
    static func refersToCells(_ bytes: Span<UInt8>, isEscaped: Bool) -> Bool {
        guard isFormula(bytes) else { return false }
        var isQuoted = false
        var index = 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
                if isEscaped { index += 1 }
            }
            let isStart = isInWord(byte) || byte == UInt8(ascii: "#")
            guard !isQuoted, isStart, !isInWord(bytes[index - 1]) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < bytes.count, isInWord(bytes[end]) { end += 1 }
            if isReference(bytes, index, end) { return true }
            index = end
        }
        return false
    }

    /// Whether a byte may belong to a reference, a name or a number.
    private static func isInWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "$"), UInt8(ascii: "_"),
            UInt8(ascii: "."), 0x80...0xFF:
            return true
        default: return false
        }
    }

    /// Whether a word is a cell (`B3`, `$B$3`), the columns of a range (`A:B`), or a cell that is
    /// gone (`#REF!`).
    private static func isReference(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var index = start
        if bytes[index] == UInt8(ascii: "#") {
            return end - index == 4 && bytes[index + 1] | 0x20 == UInt8(ascii: "r")
                && bytes[index + 2] | 0x20 == UInt8(ascii: "e")
                && bytes[index + 3] | 0x20 == UInt8(ascii: "f")
        }
        if bytes[index] == UInt8(ascii: "$") { index += 1 }
        let letters = index
        while index < end, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index] | 0x20) {
            index += 1
        }
        guard (1...3).contains(index - letters) else { return false }
        if index == end {
            return end + 1 < bytes.count && bytes[end] == UInt8(ascii: ":")
                && (bytes[end + 1] == UInt8(ascii: "$") || bytes[end + 1] | 0x20 >= 0x61)
        }
        if bytes[index] == UInt8(ascii: "$") { index += 1 }
        guard (1...7).contains(end - index), bytes[index] != UInt8(ascii: "0"),
            end == bytes.count || bytes[end] != UInt8(ascii: "(")
        else { return false }
        while index < end {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else {
                return false
            }
            index += 1
        }
        return true
    }

    /// Where the text of `="001"` stands in a cell that holds nothing else; nil for all others.
    ///
    /// The bytes may be those of the file, in which the quotes are doubled.
    static func quoted(_ bytes: Span<UInt8>) -> Range<Int>? {
        var (start, end) = CellBytes.trim(bytes, 0, bytes.count)
        if start < end, bytes[start] == UInt8(ascii: "'") { start += 1 }
        let quote = UInt8(ascii: "\"")
        guard end - start > 2, bytes[start] == UInt8(ascii: "="), bytes[start + 1] == quote,
            bytes[end - 1] == quote
        else { return nil }
        start += 1
        while start < end, bytes[start] == quote { start += 1 }
        while end > start, bytes[end - 1] == quote { end -= 1 }
        // A quote inside is the end of one text and the beginning of another.
        guard (start..<end).allSatisfy({ bytes[$0] != quote }) else { return nil }
        return start..<end
    }

    /// What a cell says without the formula that makes a text of it.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "=")) else { return text }
        let bytes = Array(text.utf8)
        return quoted(bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) } ?? text
    }
}
