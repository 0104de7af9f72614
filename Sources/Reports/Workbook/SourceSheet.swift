internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// `NguonSoLieu`: every file that the figures come from.
struct SourceSheet {
    let frame: ReportFrame
    let sources: SourceRows
    private var words: Words { frame.words }

    /// Characters of the SHA-256 that are printed; manifest.json has it whole.
    private static let digits = 16

    static let name = "NguonSoLieu"

    /// Rows that are held at once, some 2 kB each; of more files each row is made when it is
    /// measured and made again when it is written.
    private static let mostRows = 20_000

    /// Rows that one core makes at a time.
    private static let piece = 1_024

    var sheet: Sheet {
        let collection = frame.judgement.records.collection
        let replaced = Dictionary(grouping: collection.replaced) { PathKey($0.path) }
        let files = collection.files
        let order = sources.order
        let total = order.isEmpty ? nil : total(order, files)
        @Sendable func made(_ number: Int) -> SheetRow {
            if number == order.count, let total { return total }
            let index = order[number]
            return row(number + 1, index, replaced[PathKey(files[index].path)] ?? [])
        }
        let count = order.count + (total == nil ? 0 : 1)
        let isLong = count > SourceSheet.mostRows
        var sheet = Sheet(
            name: SourceSheet.name,
            tabColour: .grey,
            titles: [words("NGUỒN SỐ LIỆU")],
            subtitle: frame.subject,
            columns: columns,
            numbersColumns: false,
            rows: isLong ? [] : rows(count, made),
            emptyText: words("Không có."),
            notes: [
                words(
                    "SHA-256: \(SourceSheet.digits) ký tự đầu của mã băm; mã đầy đủ ở manifest.json."
                ),
                words(
                    "Số dòng = hợp lệ + bị loại; không gồm dòng tiêu đề, trình bày, tổng cộng và dòng trống."
                ),
            ],
            frozenColumns: 2,
            hasAutofilter: true
        )
        sheet.notes += partialNote
        if isLong { sheet.list = SheetList(count: count, measured: count, row: made) }
        return sheet
    }

    /// All rows, made side by side.
    private func rows(
        _ count: Int,
        _ made: @escaping @Sendable (Int) -> SheetRow
    ) -> [SheetRow] {
        let starts = Array(stride(from: 0, to: count, by: SourceSheet.piece))
        return concurrentMap(starts) { start in
            (start..<min(start + SourceSheet.piece, count)).map(made)
        }.flatMap(\.self)
    }

    /// The row of the sums.
    private func total(_ order: [Int], _ files: [SourceFile]) -> SheetRow {
        let range = 0...(order.count - 1)
        let records = order.reduce(0) { $0 + files[$1].held.records }
        let lines = order.reduce(0) { $0 + files[$1].held.rows }
        let sums = [lines, records, lines - records]
        return SheetRow(
            .total,
            [
                .empty, .text(words("Tổng cộng (\(words.whole(order.count)) tệp)")),
                .empty, .empty, .empty, .empty, .empty,
            ]
                + sums.enumerated().map { index, sum in
                    .formula(.sum(column: 7 + index, rows: range), cached: Quantity(sum))
                }
        )
    }

    private var columns: [SheetColumn] {
        [
            .ordinal(words), SheetColumn(words("Đơn vị gửi"), width: 24),
            SheetColumn(words("Tệp"), width: 42),
            SheetColumn("SHA-256", width: 20, wraps: false),
            SheetColumn(words("Nhận"), width: 12, kind: .date),
            SheetColumn(words("Bảng mã"), width: 14), SheetColumn(words("Biểu"), width: 20),
            SheetColumn(words("Số dòng"), width: 8, kind: .integer),
            SheetColumn(words("Hợp lệ"), width: 8, kind: .integer),
            SheetColumn(words("Bị loại"), width: 8, kind: .integer),
            SheetColumn(words("Thay thế tệp"), width: 16),
            SheetColumn(words("Ghi chú"), width: 22),
        ]
    }

    /// How much of the files of others is about units of the report; nothing where all of all files
    /// is.
    private var partialNote: [String] {
        let figures = DataFigures(frame.judgement, words)
        guard figures.partial > 0 else { return [] }
        return [
            words(
                "Tệp của nơi gửi khác được đếm cả tệp; phần về đơn vị của báo cáo ghi ở cột Ghi chú. Cộng các tệp, về đơn vị của báo cáo có \(words.counted(figures.rows, "dòng")), trong đó hợp lệ \(words.whole(figures.records))."
            )
        ]
    }

    private func row(_ number: Int, _ index: Int, _ earlier: [SourceFile]) -> SheetRow {
        let file = frame.judgement.records.collection.files[index]
        let held = file.held
        let unit = (held.place.submitter ?? held.place.namedUnit).map {
            frame.judgement.scene.name(of: $0)
        }
        let form = held.form.map { words.term(frame.judgement.scene.plan.forms.forms[$0].name) }
        let (rows, records) = (held.rows, held.records)
        return SheetRow([
            .integer(number), .text(unit ?? ""), .text(file.path),
            .text(String(file.sha256.prefix(SourceSheet.digits))), .date(file.receivedAt.day),
            .text(words.term(held.outline.encoding)), .text(form ?? words("Không nhận ra")),
            .integer(rows),
            .integer(records), .integer(rows - records), .text(replaced(earlier)),
            .text(note(file, index)),
        ])
    }

    /// The versions that a file took the place of, by the day on which they came in.
    private func replaced(_ earlier: [SourceFile]) -> String {
        guard !earlier.isEmpty else { return "" }
        let days = earlier.map { words.day($0.receivedAt.day) }.joined(separator: ", ")
        return words("Bản nhận ngày \(days)")
    }

    private func note(_ file: SourceFile, _ index: Int) -> String {
        guard !file.held.isAccepted else {
            let share = frame.judgement.share(of: index)
            return share.rows == file.held.rows
                ? "" : words("\(words.counted(share.rows, "dòng")) về đơn vị của báo cáo")
        }
        let fault =
            file.reading.headerFault
            ?? file.reading.findings.first { $0.severity == .error && $0.row == nil }?.code
        let title = fault.map(words.title) ?? words("không nhận ra biểu")
        return words("Không tính: \(title.lowercasedFirst)")
    }
}
