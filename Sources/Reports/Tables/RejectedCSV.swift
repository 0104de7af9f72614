internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// `rejected/<form>.csv`: every rejected row as it was read, to be mended and handed in again.
package enum RejectedCSV {
    /// Behind the form's own columns; intake knows these headers and leaves them out.
    private static let provenance = ["Tệp nguồn", "Dòng", "Mã lỗi"]

    /// One table for each form with rejected rows, in the order of forms.
    package static func render(_ frame: ReportFrame) -> [(name: String, content: String)] {
        let files = frame.judgement.records.collection.files
            .filter { !$0.reading.rejected.isEmpty }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let forms = frame.judgement.scene.plan.forms.forms
        var tables: [(name: String, content: String)] = []
        for (index, form) in forms.enumerated() {
            let own = files.filter { $0.reading.form == index }
            if !own.isEmpty { tables.append((form.id, table(form, own))) }
        }
        let strangers = files.filter { $0.reading.form == nil }
        if !strangers.isEmpty { tables.append(("unknown-form", unknownTable(strangers))) }
        return tables
    }

    private static func table(_ form: Form, _ files: [SourceFile]) -> String {
        let hasName = files.contains { $0.reading.meanings.contains(.unitName) }
        let headers = form.fields.map(\.header)
        let shift = hasName ? 1 : 0
        // The name stands behind the code, as in the forms that offices fill in.
        let split = form.unitField.map { $0 + 1 } ?? 0
        func place(_ field: Int) -> Int { field < split ? field : field + shift }
        var header = Array(headers[..<split])
        if hasName { header.append("Tên đơn vị") }
        header += headers[split...]
        var csv = CSVText(header: header + provenance)
        for file in files {
            let targets = file.reading.meanings.map { meaning -> Int? in
                switch meaning {
                case .field(let field): place(field)
                case .unitName: split
                case .ignored, .unknown, .parts: nil
                }
            }
            for row in file.reading.rejected {
                var cells = [String](repeating: "", count: header.count)
                for (column, cell) in row.cells.enumerated() where column < targets.count {
                    guard let target = targets[column], cells[target].isEmpty else { continue }
                    cells[target] = cell
                }
                csv.append(cells + provenance(of: row, in: file))
            }
        }
        return csv.text
    }

    private static func unknownTable(_ files: [SourceFile]) -> String {
        let width = files.flatMap(\.reading.rejected).map(\.cells.count).max() ?? 0
        var csv = CSVText(header: (0..<width).map { "Cột \($0 + 1)" } + provenance)
        for file in files {
            for row in file.reading.rejected {
                let blanks = [String](repeating: "", count: width - row.cells.count)
                csv.append(row.cells + blanks + provenance(of: row, in: file))
            }
        }
        return csv.text
    }

    private static func provenance(of row: RejectedRow, in file: SourceFile) -> [String] {
        [file.path, String(row.line), row.code.rawValue]
    }
}
