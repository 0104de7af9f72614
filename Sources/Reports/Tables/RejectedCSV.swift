internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// `rejected/<form>.csv`: every rejected row as it was read, to be mended and handed in again.
///
/// Where a file said nothing of a row's unit or period and its folder did, the two are filled in: a
/// row that is handed in from another folder must not become another unit's.
package enum RejectedCSV {
    /// Behind the form's own columns; intake knows these headers and leaves them out.
    private static let provenance = ["Tệp nguồn", "Dòng", "Mã lỗi"]

    /// One table for each form with rejected rows, in the order of forms.
    package static func render(_ frame: ReportFrame) -> [(name: String, content: String)] {
        let files = frame.judgement.records.collection.files
            .filter { !$0.reading.rejected.isEmpty }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let scene = frame.judgement.scene
        var tables: [(name: String, content: String)] = []
        for (index, form) in scene.plan.forms.forms.enumerated() {
            let own = files.filter { $0.reading.form == index }
            if !own.isEmpty { tables.append((form.id, table(form, own, scene))) }
        }
        let strangers = files.filter { $0.reading.form == nil }
        if !strangers.isEmpty { tables.append(("unknown-form", unknownTable(strangers))) }
        return tables
    }

    private static func table(_ form: Form, _ files: [SourceFile], _ scene: Scene) -> String {
        var columns = RejectedColumns(form: form, files: files.map(\.reading))
        let targets = files.map { columns.targets(of: $0.reading) }
        let (code, name, period) = (form.unitField, columns.unitName, form.periodField)
        var csv = CSVText(header: columns.header + provenance)
        for (file, targets) in zip(files, targets) {
            let place = file.reading.place
            let unit = (place.submitter ?? place.namedUnit).map { scene.roster.units[$0].id }
            for row in file.reading.rejected {
                var cells = [String](repeating: "", count: columns.header.count)
                for (column, cell) in row.cells.enumerated() where column < targets.count {
                    if let target = targets[column] { cells[target] = cell }
                }
                let isNamed = name.map { !cells[$0].trimmedBlanks.isEmpty } ?? false
                if let unit, let code = code.map(columns.place), !isNamed,
                    cells[code].trimmedBlanks.isEmpty
                {
                    cells[code] = unit
                }
                let isDated = form.datingField.map { !cells[columns.place($0)].isEmpty } ?? false
                if let known = place.period, let period = period.map(columns.place), !isDated,
                    cells[period].trimmedBlanks.isEmpty
                {
                    cells[period] = known.id
                }
                // Cells beyond the headings stay beyond them: the row is not to pass until it is mended.
                var beyond = row.cells.dropFirst(targets.count)
                while beyond.last?.trimmedBlanks.isEmpty == true { beyond.removeLast() }
                csv.append(cells + provenance(of: row, in: file) + beyond)
            }
        }
        return csv.text
    }

    /// Rows of files of no known form, each file's under the headings that it came with.
    private static func unknownTable(_ files: [SourceFile]) -> String {
        let width =
            files.map { file in
                max(file.reading.headers.count, file.reading.rejected.map(\.cells.count).max() ?? 0)
            }.max() ?? 0
        func padded(_ cells: [String]) -> [String] {
            cells + [String](repeating: "", count: width - cells.count)
        }
        var csv = CSVText(header: (0..<width).map { "Cột \($0 + 1)" } + provenance)
        for file in files {
            let headers = file.reading.headers
            if !headers.isEmpty {
                csv.append(padded(headers) + [file.path, "", FindingCode.formUnknown.rawValue])
            }
            for row in file.reading.rejected {
                csv.append(padded(row.cells) + provenance(of: row, in: file))
            }
        }
        return csv.text
    }

    private static func provenance(of row: RejectedRow, in file: SourceFile) -> [String] {
        [file.path, String(row.line), row.code.rawValue]
    }
}
