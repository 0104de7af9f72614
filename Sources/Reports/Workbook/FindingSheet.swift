internal import Judgement
internal import Model

/// `DoiChieu`: the findings, errors first; findings.csv has them in the order of the files.
struct FindingSheet {
    let frame: ReportFrame

    var sheet: Sheet {
        let findings = frame.findings
        let chosen = Severity.allCases.sorted { $0.rank < $1.rank }.flatMap { severity in
            findings.filter { $0.severity == severity }
        }
        let count = { (severity: Severity) in
            ReportNumbers.whole(findings.count { $0.severity == severity })
        }
        var sheet = Sheet(
            name: "DoiChieu",
            tabColour: .orange,
            titles: ["SỐ LIỆU CẦN ĐỐI CHIẾU"],
            subtitle: frame.subject,
            columns: columns,
            numbersColumns: false,
            rows: chosen.map(row),
            frozenColumns: 2,
            hasAutofilter: true
        )
        sheet.unitLine =
            "Tổng số: \(ReportNumbers.whole(findings.count)) kết quả kiểm tra, gồm \(count(.error)) lỗi, \(count(.warning)) cảnh báo, \(count(.notice)) lưu ý."
        sheet.notes = [
            "Lỗi: dòng hoặc tệp không được tính. Cảnh báo: vẫn tính, cần kiểm tra lại. Lưu ý: để biết."
        ]
        return sheet
    }

    private var columns: [SheetColumn] {
        [
            SheetColumn("Mức độ", width: 9, alignment: .centre),
            SheetColumn("Mã", width: 14),
            SheetColumn("Đơn vị", width: 20),
            SheetColumn("Tệp", width: 30),
            SheetColumn("Dòng", width: 6, kind: .integer),
            SheetColumn("Cột", width: 15),
            SheetColumn("Giá trị", width: 15),
            SheetColumn("Nội dung", width: 40),
            SheetColumn("Đề nghị xử lý", width: 32),
        ]
    }

    private func row(_ finding: Finding) -> SheetRow {
        let roster = frame.judgement.scene.roster
        let unit = finding.unit.map { id in
            roster.index(of: id).map { roster.units[$0].name } ?? id
        }
        let value = frame.anonymise ? "" : Privacy.withoutContacts(finding.value ?? "")
        let colour: CellStatus =
            switch finding.severity {
            case .error: .unmet
            case .warning: .late
            case .notice: .pending
            }
        return SheetRow([
            .status(colour, finding.severity.label), .text(finding.code.rawValue),
            .text(unit ?? ""), .text(finding.file), finding.row.map { .integer($0) } ?? .empty,
            .text(finding.column ?? ""), .text(value),
            // A message may quote what was found, a fix what was probably meant.
            .text(
                frame.anonymise
                    ? FindingWords.title(finding)
                    : Privacy.withoutContacts(finding.message)
            ),
            .text(frame.anonymise ? "" : finding.fix),
        ])
    }
}
