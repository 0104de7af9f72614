/// A reader of well-formed CSV, written for the tests and from the standard alone: what it does not
/// understand it leaves, so that a sheet is only made of files that have one reading.
enum ReferenceTable {
    /// The rows of a text, or nil where a quote stands anywhere but around a cell.
    static func rows(_ text: String, delimiter: Unicode.Scalar) -> [[String]]? {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = String.UnicodeScalarView()
        var isQuoted = false
        var wasQuoted = false
        var rest = Substring.UnicodeScalarView(text.unicodeScalars)
        func isAtCellStart() -> Bool { cell.isEmpty && !wasQuoted }
        func endCell() {
            row.append(String(cell))
            cell = .init()
            wasQuoted = false
        }
        while let scalar = rest.popFirst() {
            if isQuoted {
                if scalar != "\"" {
                    cell.append(scalar)
                } else if rest.first == "\"" {
                    rest.removeFirst()
                    cell.append(scalar)
                } else {
                    isQuoted = false
                    wasQuoted = true
                }
                continue
            }
            switch scalar {
            case "\"":
                guard isAtCellStart() else { return nil }
                isQuoted = true
            case delimiter: endCell()
            case "\r", "\n":
                if scalar == "\r", rest.first == "\n" { rest.removeFirst() }
                endCell()
                rows.append(row)
                row = []
            default:
                guard !wasQuoted else { return nil }
                cell.append(scalar)
            }
        }
        guard !isQuoted else { return nil }
        if !row.isEmpty || !cell.isEmpty || wasQuoted {
            endCell()
            rows.append(row)
        }
        return rows
    }
}
