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

    /// Stands there behind a row that stood above its header: its columns are those of the rows
    /// below it, which is likely and not certain.
    private static let checkColumns = "Dòng nằm trên dòng tiêu đề: kiểm tra từng ô rồi xóa ô này"

    /// Stands there behind a row that lies below headings or a section of another period than its
    /// own.
    private static let checkPeriod =
        "Tiêu đề hoặc dòng mục ghi kỳ khác: sửa kỳ của dòng cho đúng rồi xóa ô này"

    /// Stands there behind a column of a table on its side that may be no result: a target, a part
    /// of the period.
    private static func checkResult(_ heading: String) -> String {
        heading.isEmpty
            ? "Chưa rõ số liệu của dòng này có phải kết quả: ghi đúng kết quả rồi xóa ô này"
            : "Số liệu ở cột \"\(heading)\", chưa rõ có phải kết quả: ghi đúng kết quả rồi xóa ô này"
    }

    /// Stands there behind a row with a cell for two numbers that could not be put apart: in the
    /// column of the first one it might pass for that.
    private static func dividePair(_ heading: String) -> String {
        "Ô của cột \"\(heading)\" không tách được thành hai số: ghi mỗi số vào cột của nó rồi xóa ô này"
    }

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
            let own = files.filter { file in
                file.held.form == index
                    && file.reading.rejected.contains { !RejectedCSV.isOfUnknownForm($0) }
            }
            guard !own.isEmpty else { continue }
            tables.append(RejectedCSV(name: form.id, form: form, files: own, scene: scene))
        }
        let strangers = files.filter { file in
            file.held.form == nil || file.reading.rejected.contains(where: isOfUnknownForm)
        }
        if !strangers.isEmpty {
            tables.append(
                RejectedCSV(name: FormCatalogue.unknown, form: nil, files: strangers, scene: scene)
            )
        }
        return tables
    }

    /// Whether a row is one of a further table in its file, whose columns nobody knows: under those
    /// of the table that is read it would pass for another thing.
    private static func isOfUnknownForm(_ row: RejectedRow) -> Bool { row.code == .formUnknown }

    /// What a file was read as, with those of its rejected rows that stand in this table.
    private func reading(of file: SourceFile) -> FileReading {
        var reading = file.reading
        guard reading.form != nil else { return reading }
        let isUnknown = form == nil
        reading.rejected.removeAll { RejectedCSV.isOfUnknownForm($0) != isUnknown }
        return reading
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
        var columns = RejectedColumns(form: form, files: files.map(reading))
        let targets = files.map { columns.targets(of: reading(of: $0)) }
        var csv = CSVText(header: columns.header + RejectedCSV.provenance)
        let scope = scene.scope
        for (file, targets) in zip(files, targets) {
            let reading = reading(of: file)
            let line = Line(
                form: form,
                columns: columns,
                targets: targets,
                joints: JointColumn.all(in: reading, form),
                pairs: reading.pairColumns,
                headings: reading.headers,
                place: RejectedPlace(reading, form, scene),
                isVertical: reading.isVertical,
                scene: scene
            )
            for (number, row) in reading.rejected.enumerated()
            where Judgement.shows(row, of: file, scope) {
                if number % RejectedCSV.piece == RejectedCSV.piece - 1 { try output(csv.take()) }
                let (cells, beyond) = line.cells(row)
                csv.append(cells + RejectedCSV.provenance(of: row, in: file) + beyond)
            }
        }
        try output(csv.take())
    }

    /// What the rows of one file become.
    private struct Line {
        let form: Form
        let columns: RejectedColumns
        /// Where each column of the file goes.
        let targets: [Int?]
        /// The columns of the file that hold a document's number and its day.
        let joints: [JointColumn]
        /// Those that hold two whole numbers.
        let pairs: [(column: Int, fields: PairFields)]
        /// The headings of the file.
        let headings: [String]
        let place: RejectedPlace
        let isVertical: Bool
        let scene: Scene

        /// The cells of a row below the headings, and those beyond them.
        func cells(_ row: RejectedRow) -> (cells: [String], beyond: [String]) {
            let read = row.cells
            var cells = [String](repeating: "", count: columns.header.count)
            let code = form.unitField.flatMap { columns.place(.field($0)) } ?? 0
            if RejectedCSV.isWholeLine(row, read) {
                // It stands where no row can pass with it, to be taken apart by hand.
                cells[code] = read[0]
                let mark = RejectedCSV.cutMark(row, read)
                return (cells, mark.isEmpty ? [RejectedCSV.splitLine] : mark)
            }
            for (column, cell) in read.enumerated() where column < targets.count {
                if let target = targets[column] { cells[target] = cell }
            }
            // A line that was never taken apart may stand in the column of serial numbers.
            let line = RejectedCSV.untaken(row, read, targets)
            if let line, cells[code].isEmpty { cells[code] = line }
            divide(&cells)
            let undivided = dividePairs(&cells, read)
            fillIn(&cells, row)
            return (cells, beyond(row, read, isLine: line != nil) + undivided)
        }

        /// Puts number and day of joint columns apart: under the form's own headings, nobody would
        /// look for the day in the cell of the number.
        private func divide(_ cells: inout [String]) {
            for joint in joints {
                guard let number = columns.place(.field(joint.number)),
                    let date = columns.place(.field(joint.date)),
                    let parts = JointColumn.parts(of: cells[number])
                else { continue }
                (cells[number], cells[date]) = parts
            }
        }

        /// Puts the two numbers of a column into the columns that they have here; gives what is to be
        /// said of the cells in which they cannot be told apart.
        private func dividePairs(_ cells: inout [String], _ read: [String]) -> [String] {
            var undivided: [String] = []
            for (column, pair) in pairs {
                guard column < read.count,
                    let first = columns.place(.field(pair.first)),
                    let second = columns.place(.field(pair.second))
                else { continue }
                if let parts = NumberPair.cells(of: read[column]) {
                    (cells[first], cells[second]) = parts
                } else if !CellBytes.isErrorText(read[column]) {
                    undivided.append(RejectedCSV.dividePair(headings[column]))
                }
            }
            return undivided
        }

        /// Fills in unit and period where the row says nothing of them.
        private func fillIn(_ cells: inout [String], _ row: RejectedRow) {
            // A row that is no report by itself would replace one if it came back with unit and
            // period, or were taken for that of whoever hands it in.
            let isReport = row.code != .keyMissing || !form.isPeriodicReport
            func isBlank(_ meaning: ColumnMeaning) -> Bool {
                columns.place(meaning).map { cells[$0].trimmedBlanks.isEmpty } ?? true
            }
            if let field = form.unitField, let code = columns.place(.field(field)),
                isBlank(.field(field)), isBlank(.unitName)
            {
                cells[code] =
                    row.doubts.contains(.unit) || !isReport
                    ? RejectedPlace.unknownUnit
                    : row.unit.map { scene.roster.units[$0].id } ?? place.unit
            }
            if isReport, let field = form.periodField, let period = columns.place(.field(field)),
                isBlank(.field(field)), form.datingField.map({ isBlank(.field($0)) }) ?? true
            {
                cells[period] = row.period?.id ?? place.period
            }
        }

        /// What stands beyond the headings: there, it keeps the row from passing until somebody has
        /// seen to it.
        private func beyond(_ row: RejectedRow, _ read: [String], isLine: Bool) -> [String] {
            var beyond = Array(read.dropFirst(targets.count))
            while beyond.last?.trimmedBlanks.isEmpty == true { beyond.removeLast() }
            if row.code == .columnMissing, isVertical, read.count > targets.count {
                return [RejectedCSV.checkResult(beyond.last?.trimmedBlanks ?? "")]
            }
            // Letters that are lost are lost in a table of valid text as well, where nothing would
            // stop them any more; so are NULs, which the table leaves out.
            let isLossy = [.encodingUnknown, .encodingLossy].contains(row.code)
            if isLossy || read.contains(where: { $0.utf8.contains(0) }) {
                beyond.append(RejectedCSV.mendLetters)
            }
            if row.code == .headerNotFound { beyond.append(RejectedCSV.checkColumns) }
            if row.code == .totalRow { beyond.append(RejectedCSV.tellTotal) }
            if row.doubts.contains(.period) { beyond.append(RejectedCSV.checkPeriod) }
            if row.code == .rowRagged, beyond.isEmpty {
                beyond.append(isLine ? RejectedCSV.splitLine : RejectedCSV.checkCells)
            }
            return beyond
        }
    }

    /// Rows of files of no known form, each file's under the headings that it came with.
    private func renderUnknown<Failure: Error>(
        to output: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let width =
            files.map { file in
                let reading = reading(of: file)
                return max(
                    reading.form == nil ? reading.headers.count : 0,
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
            let reading = reading(of: file)
            if reading.form == nil, !reading.headers.isEmpty {
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
