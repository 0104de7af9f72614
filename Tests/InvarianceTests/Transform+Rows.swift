import Intake
import Plans
import TestSupport

extension Transform {
    /// Rows that are no records, and rows in another order or in other files.
    static let rows: [Transform] = [
        .layout("section rows", .mustBeRead, rows: true) { sheet, _, _ in
            guard sheet.body.count > 1 else { return false }
            if !sheet.meanings.contains(.ignored) { sheet.number() }
            guard sheet.meanings[0] == .ignored else { return false }
            for (place, label) in [
                (sheet.body.count / 2, ["II", "Khối trường học"]), (0, ["I", "Khối phòng, ban"]),
            ] {
                let row = Sheet.Row(cells: sheet.padded(label), isRecord: false)
                sheet.body.insert(row, at: place)
            }
            return true
        },
        .layout("a row of totals", .mustBeRead, rows: true) { sheet, _, _ in
            guard let row = sheet.totals("Tổng cộng", 0..<sheet.body.count) else { return false }
            sheet.below.append(row)
            return true
        },
        .layout("totals in the first row", .mustBeRead, rows: true) { sheet, _, _ in
            guard let row = sheet.totals("Tổng số", 0..<sheet.body.count) else { return false }
            sheet.body.insert(Sheet.Row(cells: row, isRecord: false), at: 0)
            return true
        },
        .layout("subtotals", .mustBeRead, rows: true) { sheet, _, _ in
            let half = sheet.body.count / 2
            guard half > 0, let first = sheet.totals("Cộng I", 0..<half),
                let second = sheet.totals("Cộng II", half..<sheet.body.count),
                let all = sheet.totals("TỔNG CỘNG (I+II)", 0..<sheet.body.count)
            else { return false }
            sheet.body.insert(Sheet.Row(cells: first, isRecord: false), at: half)
            sheet.below += [second, all]
            return true
        },
        .layout("totals that are wrong", .mustBeRead, rows: true) { sheet, _, _ in
            guard var row = sheet.totals("Cộng", 0..<sheet.body.count) else { return false }
            for column in sheet.columns(.int) { row[column] = "99999" }
            sheet.below.append(row)
            return true
        },
        .layout("rows shuffled", .mustBeRead, order: true) { sheet, _, random in
            guard sheet.body.count > 1 else { return false }
            sheet.body.shuffle(using: &random)
            return true
        },
        .layout("rows in several files", .mustBeRead) { sheet, _, random in
            guard sheet.body.count > 1 else { return false }
            sheet.parts = min(sheet.body.count, Int.random(in: 2...3, using: &random))
            return true
        },
    ]
}

extension Sheet {
    /// A row of the sums of all columns of whole numbers, or nil where there is none or no place
    /// for the label.
    func totals(_ label: String, _ rows: Range<Int>) -> [String]? {
        let figures = columns(.int)
        guard let first = figures.min(), first > 0 else { return nil }
        var row = [String](repeating: "", count: width)
        for column in figures {
            row[column] = "\(body[rows].reduce(0) { $0 + (Int($1.cells[column]) ?? 0) })"
        }
        row[meanings[0] == .ignored && first > 1 ? 1 : 0] = label
        return row
    }
}
