import Reports

/// Writes formulas and addresses in the words of Excel.
struct FormulaText {
    let plan: SheetPlan
    /// The part of the sheet in which the formula stands; other parts are named in addresses.
    let part: Int

    /// The text after which Excel gives up.
    private static let longest = 8192

    /// The formula as text, or nil where it is too long for Excel.
    func text(_ formula: Formula) -> String? {
        let text: String
        switch formula {
        case .sum(let ranges):
            let terms = ranges.flatMap(addresses)
            guard !terms.isEmpty else { return "=0" }
            // A function takes 255 arguments at most.
            let sums = stride(from: 0, to: terms.count, by: 250).map { start in
                "SUM(" + terms[start..<min(start + 250, terms.count)].joined(separator: ",") + ")"
            }
            text = "=" + sums.joined(separator: "+")
        case .percent(let part, of: let whole, let decimals):
            let (a, b) = (address(part), address(whole))
            let (least, most) = (
                "0." + String(repeating: "0", count: decimals - 1) + "1",
                "99." + String(repeating: "9", count: decimals)
            )
            text =
                "=IF(\(b)<=0,0,IF(AND(\(a)>0,\(a)<\(b)),"
                + "MAX(\(least),MIN(\(most),ROUND(100*\(a)/\(b),\(decimals)))),ROUND(100*\(a)/\(b),\(decimals))))"
        case .difference(let a, let b):
            text = "=\(address(a))-\(address(b))"
        case .shareChange(let places):
            let cells = places.map(address)
            guard cells.count == 4 else { return nil }
            text = "=ROUND(100*\(cells[0])/\(cells[1])-100*\(cells[2])/\(cells[3]),1)"
        case .across(let block):
            text = "=SUM(\(addresses(block).joined(separator: ",")))"
        case .count(let terms):
            let counts = terms.flatMap { term in
                addresses(term.block).flatMap { range in
                    term.words.map { "COUNTIF(\(range),\"\(FormulaText.doubled($0))\")" }
                }
            }
            text = counts.isEmpty ? "=0" : "=" + counts.joined(separator: "+")
        }
        return text.utf8.count <= FormulaText.longest ? text : nil
    }

    /// The absolute address of consecutive cells in the first part of a sheet:
    /// `'DanhMuc'!$A$2:$A$9`.
    static func absolute(_ range: CellRange, in plan: SheetPlan) -> String {
        func absolute(_ row: Int) -> String {
            let cell = cell(column: range.column, row: plan.position(ofRow: row).row)
            let letters = cell.prefix { $0.isLetter }
            return "$" + letters + "$" + cell.dropFirst(letters.count)
        }
        return quoted(plan.names[0]) + "!" + absolute(range.rows.lowerBound) + ":"
            + absolute(range.rows.upperBound)
    }

    /// A text that shows once one of some cells in a row of the file is filled in.
    static func derived(_ text: String, onceFilled columns: [ClosedRange<Int>], row: Int) -> String
    {
        let cells = columns.map {
            cell(column: $0.lowerBound, row: row) + ":" + cell(column: $0.upperBound, row: row)
        }
        return "=IF(COUNTA(\(cells.joined(separator: ",")))=0,\"\",\"\(doubled(text))\")"
    }

    /// A text as it stands between the quotes of a formula.
    private static func doubled(_ text: String) -> String {
        text.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    }

    private func address(_ position: CellPosition) -> String {
        let (part, row) = plan.position(ofRow: position.row)
        return prefix(part) + FormulaText.cell(column: position.column, row: row)
    }

    private func addresses(_ range: CellRange) -> [String] {
        addresses(CellBlock(columns: range.column...range.column, rows: range.rows))
    }

    /// A block is cut where the table goes on in a further part.
    private func addresses(_ block: CellBlock) -> [String] {
        var result: [String] = []
        var row = block.rows.lowerBound
        while row <= block.rows.upperBound {
            let (part, start) = plan.position(ofRow: row)
            let last = min(block.rows.upperBound, plan.rows(ofPart: part).upperBound - 1)
            guard last >= row else { break }
            let first = FormulaText.cell(column: block.columns.lowerBound, row: start)
            let end = FormulaText.cell(column: block.columns.upperBound, row: start + last - row)
            result.append(prefix(part) + (first == end ? first : first + ":" + end))
            row = last + 1
        }
        return result
    }

    private func prefix(_ part: Int) -> String {
        part == self.part ? "" : FormulaText.quoted(plan.names[part]) + "!"
    }

    /// The name of a sheet as addresses carry it: `'PL2 (2)'`.
    static func quoted(_ name: String) -> String {
        var text = "'"
        for character in name {
            text += character == "'" ? "''" : String(character)
        }
        return text + "'"
    }

    /// The address of a cell, `AB12`, from its column and row counted from 0.
    static func cell(column: Int, row: Int) -> String {
        letters(ofColumn: column) + String(row + 1)
    }

    /// The name of a column, `AB`, from its number counted from 0.
    static func letters(ofColumn column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            let letter = UInt8(ascii: "A") + UInt8((rest - 1) % 26)
            letters = String(UnicodeScalar(letter)) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
