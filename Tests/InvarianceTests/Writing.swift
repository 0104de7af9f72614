/// How a program writes a sheet as text.
struct Writing: Sendable {
    enum Quoting: Sendable { case minimal, all }

    var delimiter: Character = ","
    var quoting = Quoting.minimal
    var lineEnd = "\n"
    var hasSepLine = false
    /// Empty columns behind the last one.
    var emptyColumns = 0
    /// Rows of delimiters only, below the table.
    var emptyRows = 0
    /// After how many rows a blank line stands; 0 for none.
    var blankLineEvery = 0
    var endsWithLineEnd = true

    func text(_ sheet: Sheet) -> String {
        var lines: [String] = []
        if hasSepLine { lines.append("sep=\(delimiter)") }
        let rows = sheet.above + sheet.header + sheet.body.map(\.cells) + sheet.below
        for (index, cells) in rows.enumerated() {
            let padding = [String](repeating: "", count: emptyColumns)
            lines.append((cells + padding).map(written).joined(separator: String(delimiter)))
            let isBelowHeader = index >= sheet.above.count + sheet.header.count
            if blankLineEvery > 0, isBelowHeader, index % blankLineEvery == 0 { lines.append("") }
        }
        let empty = String(
            repeating: delimiter,
            count: max(0, sheet.width + emptyColumns - 1)
        )
        lines += [String](repeating: empty, count: emptyRows)
        return lines.joined(separator: lineEnd) + (endsWithLineEnd ? lineEnd : "")
    }

    private func written(_ cell: String) -> String {
        let isSpecial = cell.unicodeScalars.contains {
            $0 == delimiter.unicodeScalars.first || $0 == "\"" || $0 == "\n" || $0 == "\r"
        }
        guard isSpecial || quoting == .all else { return cell }
        return "\""
            + cell.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
