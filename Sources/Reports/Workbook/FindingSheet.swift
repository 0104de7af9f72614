internal import Judgement
internal import Model

/// `DoiChieu`: the findings, errors first; findings.csv has them in the order of the files.
struct FindingSheet {
    let frame: ReportFrame
    private var words: Words { frame.words }

    /// The first findings speak for all: their numbers fit the widths of their columns.
    private static let measured = 2_000

    var sheet: Sheet {
        let findings = frame.judgement.findings
        // Their places: a register may have hundreds of thousands of findings.
        var places: [Severity: [Int32]] = [:]
        for (place, finding) in findings.enumerated() {
            places[finding.severity, default: []].append(Int32(truncatingIfNeeded: place))
        }
        let chosen = Severity.allCases.sorted { $0.rank < $1.rank }.flatMap { places[$0] ?? [] }
        let count = { (severity: Severity) in words.prose(places[severity]?.count ?? 0) }
        var sheet = Sheet(
            name: "DoiChieu",
            tabColour: .orange,
            titles: [words("SỐ LIỆU CẦN ĐỐI CHIẾU")],
            subtitle: frame.subject,
            columns: columns(findings.lazy.compactMap(\.row).max() ?? 0),
            numbersColumns: false,
            emptyText: words("Không có."),
            frozenColumns: 2,
            hasAutofilter: true
        )
        sheet.list = SheetList(count: chosen.count, measured: FindingSheet.measured) {
            row(findings[Int(chosen[$0])])
        }
        sheet.unitLine =
            words(
                "Tổng số: \(words.prose(findings.count)) kết quả kiểm tra, gồm \(count(.error)) lỗi, \(count(.warning)) cảnh báo, \(count(.notice)) lưu ý."
            )
        sheet.notes = [
            words(
                "Lỗi: dòng hoặc tệp không được tính. Cảnh báo: vẫn tính, cần kiểm tra lại. Lưu ý: để biết."
            )
        ]
        return sheet
    }

    /// The columns; `last` is the greatest line number, which must fit its column.
    private func columns(_ last: Int) -> [SheetColumn] {
        [
            SheetColumn(words("Mức độ"), width: 9, alignment: .centre),
            // In English the code has its title behind it.
            SheetColumn(words("Mã"), width: words.language == .vietnamese ? 14 : 24),
            SheetColumn(words("Đơn vị"), width: 20),
            SheetColumn(words("Tệp"), width: 30),
            SheetColumn(
                words("Dòng"),
                width: max(6, Double(words.whole(last).count) + 2),
                kind: .integer
            ),
            SheetColumn(words("Cột"), width: 15),
            SheetColumn(words("Giá trị"), width: 15),
            SheetColumn(words("Nội dung", as: "kết quả kiểm tra"), width: 40),
            SheetColumn(words("Đề nghị xử lý"), width: 32),
        ]
    }

    /// The code; for who does not read the message, with its title.
    private func code(_ finding: Finding) -> String {
        let code = finding.code.rawValue
        return words.language == .vietnamese ? code : "\(code): \(words.title(finding))"
    }

    private func row(_ finding: Finding) -> SheetRow {
        let scene = frame.judgement.scene
        let unit = finding.unit.map { id in
            scene.roster.index(of: id).map(scene.name) ?? id
        }
        let value = frame.anonymise ? "" : Privacy.withoutContacts(finding.value ?? "")
        let colour: CellStatus =
            switch finding.severity {
            case .error: .unmet
            case .warning: .late
            case .notice: .pending
            }
        return SheetRow([
            .status(colour, words.term(finding.severity.label)), .text(code(finding)),
            .text(unit ?? ""), .text(finding.file), finding.row.map { .integer($0) } ?? .empty,
            .text(finding.shownColumn(anonymise: frame.anonymise) ?? ""), .text(value),
            // A message may quote what was found, a fix what was probably meant.
            .text(
                frame.anonymise
                    ? words.title(finding)
                    : Privacy.withoutContacts(finding.message)
            ),
            .text(frame.anonymise ? "" : finding.fix),
        ])
    }
}
