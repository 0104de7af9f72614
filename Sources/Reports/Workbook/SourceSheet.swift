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

    var sheet: Sheet {
        let collection = frame.judgement.records.collection
        var replaced: [String: [SourceFile]] = [:]
        for file in collection.replaced { replaced[file.path, default: []].append(file) }
        let files = collection.files
        let order = sources.order
        var rows = order.enumerated().map { number, index in
            row(number + 1, files[index], replaced[files[index].path] ?? [])
        }
        if !order.isEmpty {
            let range = 0...(rows.count - 1)
            let held = order.map { files[$0].held }
            let records = held.reduce(0) { $0 + $1.records }
            let lines = held.reduce(0) { $0 + $1.rows }
            let sums = [lines, records, lines - records]
            rows.append(
                SheetRow(
                    .total,
                    [
                        .empty, .text(words("Tổng cộng (\(words.whole(order.count)) tệp)")),
                        .empty, .empty, .empty, .empty, .empty,
                    ]
                        + sums.enumerated().map { index, sum in
                            .formula(.sum(column: 7 + index, rows: range), cached: Quantity(sum))
                        }
                )
            )
        }
        return Sheet(
            name: SourceSheet.name,
            tabColour: .grey,
            titles: [words("NGUỒN SỐ LIỆU")],
            subtitle: frame.subject,
            columns: columns,
            numbersColumns: false,
            rows: rows,
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
            SheetColumn(words("Ghi chú"), width: 22),
        ]
    }

    private func row(_ number: Int, _ file: SourceFile, _ earlier: [SourceFile]) -> SheetRow {
        let held = file.held
        let unit = (held.place.submitter ?? held.place.namedUnit).map {
            frame.judgement.scene.roster.units[$0].name
        }
        let form = held.form.map { words.term(frame.judgement.scene.plan.forms.forms[$0].name) }
        let (rows, records) = (held.rows, held.records)
        return SheetRow([
            .integer(number), .text(unit ?? ""), .text(file.path),
            .text(String(file.sha256.prefix(SourceSheet.digits))), .date(file.receivedAt.day),
            .text(words.term(held.outline.encoding)), .text(form ?? words("Không nhận ra")),
            .integer(rows),
            .integer(records), .integer(rows - records), .text(note(file, earlier)),
        ])
    }

    private func note(_ file: SourceFile, _ earlier: [SourceFile]) -> String {
        var notes: [String] = []
        if !file.held.isAccepted {
            let fault =
                file.reading.headerFault
                ?? file.reading.findings.first { $0.severity == .error && $0.row == nil }?.code
            let title = fault.map(words.title) ?? words("không nhận ra biểu")
            notes.append(words("Không tính: \(title.lowercasedFirst)"))
        }
        if !earlier.isEmpty {
            let days = earlier.map { words.day($0.receivedAt.day) }.joined(separator: ", ")
            notes.append(words("Thay thế bản nhận ngày \(days)"))
        }
        return notes.joined(separator: ". ")
    }
}
