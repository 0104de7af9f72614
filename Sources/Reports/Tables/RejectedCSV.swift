internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// `rejected/<form>.csv`: every rejected row as it was read, to be mended and handed in again.
///
/// Where a row says nothing of its unit or period and its file's place did, the two are filled in: a
/// row that is handed in from another folder must not become another unit's.
package enum RejectedCSV {
    /// Behind the form's own columns; intake knows these headers and leaves them out.
    private static let provenance = ["Tệp nguồn", "Dòng", "Mã lỗi"]

    /// Stands beyond the headings, so that the row is refused until somebody has seen to it.
    private static let mendLetters = "Sửa các chữ bị hỏng rồi xóa ô này"

    /// One table for each form with rejected rows, in the order of forms.
    package static func render(_ frame: ReportFrame) -> [(name: String, content: String)] {
        let files = frame.judgement.records.collection.files
            .filter { $0.held.hasRejected }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let scene = frame.judgement.scene
        var tables: [(name: String, content: String)] = []
        for (index, form) in scene.plan.forms.forms.enumerated() {
            let own = files.filter { $0.held.form == index }
            if !own.isEmpty { tables.append((form.id, table(form, own, scene))) }
        }
        let strangers = files.filter { $0.held.form == nil }
        if !strangers.isEmpty { tables.append(("unknown-form", unknownTable(strangers))) }
        return tables
    }

    private static func table(_ form: Form, _ files: [SourceFile], _ scene: Scene) -> String {
        var columns = RejectedColumns(form: form, files: files.map(\.reading))
        let targets = files.map { columns.targets(of: $0.reading) }
        let code = form.unitField.flatMap { columns.place(.field($0)) }
        let period = form.periodField.flatMap { columns.place(.field($0)) }
        let dating = form.datingField.flatMap { columns.place(.field($0)) }
        let name = columns.place(.unitName)
        var csv = CSVText(header: columns.header + provenance)
        for (file, targets) in zip(files, targets) {
            let known = RejectedPlace(file.reading, form, scene)
            for row in file.reading.rejected {
                var cells = [String](repeating: "", count: columns.header.count)
                if isWholeLine(row) {
                    // It stands where no row can pass with it, to be taken apart by hand.
                    cells[code ?? 0] = row.cells[0]
                    csv.append(cells + provenance(of: row, in: file))
                    continue
                }
                for (column, cell) in row.cells.enumerated() where column < targets.count {
                    if let target = targets[column] { cells[target] = cell }
                }
                func isBlank(_ column: Int?) -> Bool {
                    column.map { cells[$0].trimmedBlanks.isEmpty } ?? true
                }
                if let code, isBlank(code), isBlank(name) {
                    cells[code] = row.unit.map { scene.roster.units[$0].id } ?? known.unit
                }
                if let period, isBlank(period), isBlank(dating) {
                    cells[period] = row.period?.id ?? known.period
                }
                // Cells beyond the headings stay beyond them: the row is not to pass until it is mended.
                var beyond = row.cells.dropFirst(targets.count)
                while beyond.last?.trimmedBlanks.isEmpty == true { beyond.removeLast() }
                // Letters that are lost are lost in a table of valid text as well, where nothing would
                // stop them any more.
                if [.encodingUnknown, .encodingLossy].contains(row.code) {
                    beyond.append(mendLetters)
                }
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
                let line = file.reading.headerLine.map { String($0) } ?? ""
                csv.append(padded(headers) + [file.path, line, FindingCode.formUnknown.rawValue])
            }
            for row in file.reading.rejected {
                csv.append(padded(row.cells) + provenance(of: row, in: file))
            }
        }
        return csv.text
    }

    /// Whether a row is the text of its line, because nobody knows where its cells end.
    private static func isWholeLine(_ row: RejectedRow) -> Bool {
        row.cells.count == 1 && [.quoteUnbalanced, .tooManyColumns, .tooLong].contains(row.code)
    }

    private static func provenance(of row: RejectedRow, in file: SourceFile) -> [String] {
        [file.path, String(row.line), row.code.rawValue]
    }
}
