/// A table as CSV that spreadsheets open: UTF-8 with BOM, RFC 4180, CRLF, no cell a formula.
///
/// It is written as bytes: the findings of a broken register are hundreds of megabytes.
package struct CSVText: Sendable {
    /// The lines that were not taken yet.
    private var bytes: [UInt8] = Array("\u{FEFF}".utf8)
    private var isAtStart = true

    /// Begins with the header as its first line.
    package init(header: [String]) { append(header) }

    /// The lines that were not taken yet, as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds a line.
    package mutating func append(_ cells: [String]) {
        for cell in cells { add(cell) }
        endLine()
    }

    /// Adds a cell to the line that was begun.
    mutating func add(_ cell: String) {
        separate()
        var cell = cell
        cell.withUTF8 { utf8 in
            // A spreadsheet leaves NULs out and would then see what stands behind them.
            if utf8.contains(0) {
                utf8.filter { $0 != 0 }.withUnsafeBufferPointer { add($0) }
            } else {
                add(utf8)
            }
        }
    }

    /// Adds a number to the line that was begun; a blank cell for none.
    mutating func add(_ number: Int?) {
        separate()
        guard let number else { return }
        bytes += String(number).utf8
    }

    /// Ends the line that was begun.
    mutating func endLine() {
        bytes.append(13)
        bytes.append(10)
        isAtStart = true
    }

    /// Gives the lines that were added since the last time, and keeps none of them.
    mutating func take() -> [UInt8] {
        let taken = bytes
        bytes = []
        bytes.reserveCapacity(taken.count)
        return taken
    }

    private mutating func separate() {
        if !isAtStart { bytes.append(UInt8(ascii: ",")) }
        isAtStart = false
    }

    private mutating func add(_ cell: UnsafeBufferPointer<UInt8>) {
        guard let first = cell.first, let last = cell.last else { return }
        let isFormula = CSVText.looksLikeFormula(cell)
        let (quote, blank) = (UInt8(ascii: "\""), UInt8(ascii: " "))
        let hasQuotes = cell.contains(quote)
        guard
            hasQuotes || first == blank && !isFormula || last == blank
                || cell.contains(where: { $0 == UInt8(ascii: ",") || $0 == 10 || $0 == 13 })
        else {
            if isFormula { bytes.append(UInt8(ascii: "'")) }
            bytes += cell
            return
        }
        bytes.append(quote)
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        if hasQuotes {
            for byte in cell {
                if byte == quote { bytes.append(quote) }
                bytes.append(byte)
            }
        } else {
            bytes += cell
        }
        bytes.append(quote)
    }

    /// Whether a spreadsheet would take a cell for a formula: it gets a leading `'`.
    ///
    /// Plain signed numbers stay numbers: `-12`, `+3,5`.
    private static func looksLikeFormula(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        switch cell[0] {
        case UInt8(ascii: "+"), UInt8(ascii: "-"): !isSignedNumber(cell)
        case UInt8(ascii: "="), UInt8(ascii: "@"), 9, 10, 13: true
        // The same signs in full width.
        case 0xEF: ["＝", "＋", "－", "＠"].contains { cell.starts(with: $0.utf8) }
        default: false
        }
    }

    private static func isSignedNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
        let rest = cell.dropFirst()
        guard let first = rest.first, isDigit(first) else { return false }
        return rest.allSatisfy {
            isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
        }
    }
}
