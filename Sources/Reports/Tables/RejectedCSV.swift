internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// `rejected/<form>.csv`: every rejected row as it was read, to be mended and handed in again.
///
/// Where a row says nothing of its unit or period and its file's place did, the two are filled in:
/// a row that is handed in from another folder must not become another unit's.
package struct RejectedCSV {
    /// The form's id, or what stands for files of no known form.
    package let name: String
    /// The form; nil for files of no known form.
    private let form: Form?
    /// The files with rejected rows, in the order of paths.
    private let files: [SourceFile]
    private let scene: Scene

    /// Behind the form's own columns; intake knows these headers and leaves them out.
    private static let provenance = ["Tệp nguồn", "Dòng", "Mã lỗi"]

    /// Stands beyond the headings of a row that may be a total, which alone in a file would pass
    /// for its unit's own figures.
    private static let tellTotal = "Là dòng tổng thì bỏ dòng này; không phải thì xóa ô này"

    /// Stands beyond the headings, so that the row is refused until somebody has seen to it.
    private static let mendLetters = "Sửa các chữ bị hỏng rồi xóa ô này"

    /// Stands there behind the text of a line that nobody took apart: by itself it may look like a
    /// title.
    private static let splitLine = "Tách dòng này vào đúng các cột rồi xóa ô này"

    /// Stands there behind a row with fewer cells than its table: its last one may be cut off, and
    /// with blanks in the place of the others it would pass.
    private static let checkCells = "Dòng thiếu ô: kiểm tra từng ô rồi xóa ô này"

    /// Stands there behind the text of a line that was too long to be kept whole.
    private static let cutLine =
        "Dòng bị cắt, chỉ giữ 1 MiB đầu; toàn văn ở tệp nguồn (bản gốc trong sổ nhận)"

    /// No serial number has more bytes: what has is text.
    private static let longestSerial = 8

    /// How many rows make a piece of the table.
    private static let piece = 4096

    /// One table for each form with rejected rows, in the order of forms.
    package static func tables(_ frame: ReportFrame) -> [RejectedCSV] {
        let judgement = frame.judgement
        let sources = judgement.records.collection.files
        let files = judgement.sources.filter { index in
            let share = judgement.share(of: index)
            return sources[index].held.hasRejected && share.rows > share.records
        }
        .map { sources[$0] }
        .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let scene = frame.judgement.scene
        var tables: [RejectedCSV] = []
        for (index, form) in scene.plan.forms.forms.enumerated() {
            let own = files.filter { $0.held.form == index }
            guard !own.isEmpty else { continue }
            tables.append(RejectedCSV(name: form.id, form: form, files: own, scene: scene))
        }
        let strangers = files.filter { $0.held.form == nil }
        if !strangers.isEmpty {
            tables.append(
                RejectedCSV(name: FormCatalogue.unknown, form: nil, files: strangers, scene: scene)
            )
        }
        return tables
    }

    /// The table whole.
    package var content: String {
        var content: [UInt8] = []
        render { content += $0 }
        return String(decoding: content, as: UTF8.self)
    }

    /// Gives the table piece by piece: a register of millions of rows may have fifty megabytes of
    /// them.
    package func render<Failure: Error>(
        to output: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        if let form {
            try render(form, to: output)
        } else {
            try renderUnknown(to: output)
        }
    }

    private func render<Failure: Error>(
        _ form: Form,
        to output: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var columns = RejectedColumns(form: form, files: files.map(\.reading))
        let targets = files.map { columns.targets(of: $0.reading) }
        let code = form.unitField.flatMap { columns.place(.field($0)) }
        let period = form.periodField.flatMap { columns.place(.field($0)) }
        let dating = form.datingField.flatMap { columns.place(.field($0)) }
        let name = columns.place(.unitName)
        var csv = CSVText(header: columns.header + RejectedCSV.provenance)
        let scope = scene.scope
        for (file, targets) in zip(files, targets) {
            let reading = file.reading
            let known = RejectedPlace(reading, form, scene)
            for (number, row) in reading.rejected.enumerated()
            where Judgement.shows(row, of: file, scope) {
                if number % RejectedCSV.piece == RejectedCSV.piece - 1 { try output(csv.take()) }
                let read = row.cells
                let provenance = RejectedCSV.provenance(of: row, in: file)
                var cells = [String](repeating: "", count: columns.header.count)
                if RejectedCSV.isWholeLine(row, read) {
                    // It stands where no row can pass with it, to be taken apart by hand.
                    cells[code ?? 0] = read[0]
                    let mark = RejectedCSV.cutMark(row, read)
                    csv.append(
                        cells + provenance + (mark.isEmpty ? [RejectedCSV.splitLine] : mark)
                    )
                    continue
                }
                for (column, cell) in read.enumerated() where column < targets.count {
                    if let target = targets[column] { cells[target] = cell }
                }
                // A line that was never taken apart may stand in the column of serial numbers.
                let line = RejectedCSV.untaken(row, read, targets)
                if let line, cells[code ?? 0].isEmpty { cells[code ?? 0] = line }
                func isBlank(_ column: Int?) -> Bool {
                    column.map { cells[$0].trimmedBlanks.isEmpty } ?? true
                }
                // A row that is no report by itself would replace one if it came back with unit and
                // period.
                let isReport = row.code != .keyMissing || !form.isPeriodicReport
                if isReport, let code, isBlank(code), isBlank(name) {
                    cells[code] = row.unit.map { scene.roster.units[$0].id } ?? known.unit
                }
                if isReport, let period, isBlank(period), isBlank(dating) {
                    cells[period] = row.period?.id ?? known.period
                }
                // Cells beyond the headings stay beyond them: the row is not to pass until it is
                // mended.
                var beyond = read.dropFirst(targets.count)
                while beyond.last?.trimmedBlanks.isEmpty == true { beyond.removeLast() }
                // Letters that are lost are lost in a table of valid text as well, where nothing
                // would stop them any more.
                if [.encodingUnknown, .encodingLossy].contains(row.code) {
                    beyond.append(RejectedCSV.mendLetters)
                }
                if row.code == .totalRow { beyond.append(RejectedCSV.tellTotal) }
                if row.code == .rowRagged, beyond.isEmpty {
                    beyond.append(line == nil ? RejectedCSV.checkCells : RejectedCSV.splitLine)
                }
                csv.append(cells + provenance + beyond)
            }
        }
        try output(csv.take())
    }

    /// Rows of files of no known form, each file's under the headings that it came with.
    private func renderUnknown<Failure: Error>(
        to output: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let width =
            files.map { file in
                let reading = file.reading
                return max(
                    reading.headers.count,
                    reading.rejected.lazy.map(\.cellCount).max() ?? 0
                )
            }.max() ?? 0
        func padded(_ cells: [String]) -> [String] {
            cells + [String](repeating: "", count: width - cells.count)
        }
        var csv = CSVText(
            header: (0..<width).map { "Cột \($0 + 1)" } + RejectedCSV.provenance
        )
        let scope = scene.scope
        for file in files {
            let reading = file.reading
            if !reading.headers.isEmpty {
                let line = reading.headerLine.map { String($0) } ?? ""
                csv.append(
                    padded(reading.headers) + [file.path, line, FindingCode.formUnknown.rawValue]
                )
            }
            for (number, row) in reading.rejected.enumerated()
            where Judgement.shows(row, of: file, scope) {
                if number % RejectedCSV.piece == RejectedCSV.piece - 1 { try output(csv.take()) }
                let read = row.cells
                csv.append(
                    padded(read) + RejectedCSV.provenance(of: row, in: file)
                        + RejectedCSV.cutMark(row, read)
                )
            }
        }
        try output(csv.take())
    }

    /// Whether a row is the text of its line, because nobody knows where its cells end.
    private static func isWholeLine(_ row: RejectedRow, _ cells: [String]) -> Bool {
        cells.count == 1 && [.quoteUnbalanced, .tooManyColumns, .tooLong].contains(row.code)
    }

    /// What says of a row that its line was cut: no line is kept beyond the longest record, but for
    /// the bytes of a last letter.
    private static func cutMark(_ row: RejectedRow, _ cells: [String]) -> [String] {
        let isCut =
            cells.count == 1 && [.tooLong, .formUnknown].contains(row.code)
            && cells[0].utf8.count > CSVLimits.standard.recordBytes - 4
        return isCut ? [cutLine] : []
    }

    /// The text of a row whose cells were never taken apart, where it stands in a column that is
    /// left out.
    private static func untaken(_ row: RejectedRow, _ cells: [String], _ targets: [Int?]) -> String?
    {
        guard row.code == .rowRagged else { return nil }
        return zip(cells, targets).lazy
            .filter { cell, target in target == nil && cell.utf8.count > longestSerial }
            .map(\.0).first
    }

    private static func provenance(of row: RejectedRow, in file: SourceFile) -> [String] {
        [file.path, String(row.line), row.code.rawValue]
    }
}
