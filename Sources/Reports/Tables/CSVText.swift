/// A table as CSV that spreadsheets open: UTF-8 with BOM, RFC 4180, CRLF, no cell a formula.
package struct CSVText: Sendable {
    package private(set) var text = "\u{FEFF}"

    package init(header: [String]) { append(header) }

    package mutating func append(_ cells: [String]) {
        var isFirst = true
        for cell in cells {
            if !isFirst { text += "," }
            isFirst = false
            CSVText.append(CSVText.neutralised(cell), to: &text)
        }
        text += "\r\n"
    }

    /// Gives the lines that were added since the last time, and keeps none of them.
    mutating func take() -> String {
        let taken = text
        text = ""
        return taken
    }

    private static func append(_ cell: String, to text: inout String) {
        let needsQuotes = cell.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
        }
        guard needsQuotes || cell.hasPrefix(" ") || cell.hasSuffix(" ") else {
            text += cell
            return
        }
        text += "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { text += "\"" }
            text.unicodeScalars.append(scalar)
        }
        text += "\""
    }

    /// A cell that a spreadsheet takes for text: what it would take for a formula gets a leading `'`.
    ///
    /// Plain signed numbers stay numbers: `-12`, `+3,5`. NULs are left out, because a spreadsheet
    /// leaves them out too and would then see what stands behind them.
    package static func neutralised(_ text: String) -> String {
        var cell = text
        if cell.utf8.contains(0) { cell.unicodeScalars.removeAll { $0 == "\0" } }
        guard let first = cell.unicodeScalars.first else { return cell }
        switch first {
        case "+", "-": return isSignedNumber(cell) ? cell : "'" + cell
        case "=", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return "'" + cell
        default: return cell
        }
    }

    private static func isSignedNumber(_ cell: String) -> Bool {
        let rest = cell.utf8.dropFirst()
        guard let first = rest.first, (48...57).contains(first) else { return false }
        return rest.allSatisfy {
            (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
        }
    }
}
