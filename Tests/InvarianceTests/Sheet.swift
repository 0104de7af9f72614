import Intake
import Plans

/// A table as an office sees it in a spreadsheet, before any program writes it as text.
struct Sheet: Sendable {
    struct Row: Sendable {
        var cells: [String]
        /// Whether the row holds a record; else a section, a subtotal or the like.
        var isRecord = true
    }

    /// Letterhead and titles.
    var above: [[String]] = []
    /// One row, or several where cells are merged.
    var header: [[String]]
    var body: [Row]
    /// Totals, signatures and what else follows the table.
    var below: [[String]] = []
    /// What each column means.
    var meanings: [ColumnMeaning]
    let form: Form
    /// How many files the rows are handed in as.
    var parts = 1

    var width: Int { header.last?.count ?? 0 }

    /// The type of a column's field, for columns that hold one other than the unit.
    func type(_ column: Int) -> FieldType? {
        guard case .field(let field) = meanings[column], form.fields[field].code != "unit" else {
            return nil
        }
        return form.fields[field].type
    }

    /// The column of a field.
    func column(_ code: String) -> Int? {
        guard let field = form.index(of: code) else { return nil }
        return meanings.firstIndex(of: .field(field))
    }

    /// The columns of a type.
    func columns(_ types: FieldType...) -> [Int] {
        (0..<width).filter { column in type(column).map(types.contains) ?? false }
    }

    /// Rewrites cells of records, and says whether there was one to rewrite.
    mutating func rewrite(_ columns: [Int], _ change: (String) -> String?) -> Bool {
        var isChanged = false
        for row in body.indices where body[row].isRecord {
            for column in columns where column < body[row].cells.count {
                guard let changed = change(body[row].cells[column]) else { continue }
                body[row].cells[column] = changed
                isChanged = true
            }
        }
        return isChanged
    }

    /// The sheets that the rows are handed in as; each with the same titles and header.
    var files: [Sheet] {
        guard parts > 1, body.count >= parts else { return [self] }
        let size = (body.count + parts - 1) / parts
        return stride(from: 0, to: body.count, by: size).map { start in
            var part = self
            part.body = Array(body[start..<min(start + size, body.count)])
            return part
        }
    }

    /// A row of the sheet's width with these cells first.
    func padded(_ cells: [String]) -> [String] {
        cells + [String](repeating: "", count: max(0, width - cells.count))
    }
}
