internal import Judgement
internal import Model
internal import Plans

/// What a unit is asked to look at again in the files that it sent (domain.md 6.7).
struct CorrectionSection {
    /// How much is listed; the numbers above the lists and the rest named below them are exact.
    private static let longestFile = 40
    private static let mostFiles = 30

    let frame: ReportFrame
    let files: [Corrections.File]

    /// `02 lỗi (…) và 03 cảnh báo (…)`.
    var found: String {
        let all = files.flatMap(\.findings)
        let errors = all.count { $0.severity == .error }
        var parts: [String] = []
        if errors > 0 {
            parts.append(
                "\(Words.vietnamese.counted(errors, "lỗi")) (dòng hoặc tệp chưa được tính vào số liệu)"
            )
        }
        if errors < all.count {
            parts.append(
                "\(Words.vietnamese.counted(all.count - errors, "cảnh báo")) (cần kiểm tra lại)"
            )
        }
        return parts.joined(separator: " và ")
    }

    /// The files, each with a table of what was found in it.
    var table: String {
        var page = SummaryPage(width: UnitNotes.width)
        for (index, file) in files.prefix(CorrectionSection.mostFiles).enumerated() {
            if index > 0 { page.blank() }
            write(file, number: index + 1, to: &page)
        }
        let rest = files.dropFirst(CorrectionSection.mostFiles)
        if !rest.isEmpty {
            let findings = rest.reduce(0) { $0 + $1.findings.count }
            page.blank()
            page.paragraph(
                "… và \(Words.vietnamese.counted(rest.count, "tệp")) khác với "
                    + "\(Words.vietnamese.counted(findings, "nội dung")): xem findings.csv."
            )
        }
        return page.block
    }

    private static let columns = [
        SummaryPage.Column(heading: "TT", width: 2),
        SummaryPage.Column(heading: "Dòng", width: 9),
        SummaryPage.Column(heading: "Nội dung", width: 38),
        SummaryPage.Column(heading: "Giá trị đã khai", width: 16),
        SummaryPage.Column(heading: "Đề nghị", width: 27),
    ]

    private func write(
        _ file: Corrections.File,
        number: Int,
        to page: inout SummaryPage
    ) {
        let received = file.receivedOn.map { ", nhận ngày \($0.slashed)" } ?? ""
        let name =
            file.path.isEmpty
            ? "Đối chiếu giữa các tệp" : "Tệp \(PlainText.line(file.path))\(received)"
        page.paragraph("\(number). \(name)", hanging: 3)
        page.header(CorrectionSection.columns, indent: 0)
        let groups = FindingGroup.groups(file.findings)
        let whole = file.path.isEmpty ? "" : "cả tệp"
        for (index, group) in groups.prefix(CorrectionSection.longestFile).enumerated() {
            let hidden = frame.anonymise
            page.row(
                [
                    Words.vietnamese.prose(index + 1), group.lines.isEmpty ? whole : group.lines,
                    "\(group.first.severity.label): \(group.message(masksValues: hidden))",
                    hidden ? "" : group.values, group.fix(masksValues: hidden),
                ],
                CorrectionSection.columns
            )
        }
        let rest = groups.dropFirst(CorrectionSection.longestFile)
        if !rest.isEmpty {
            let findings = rest.reduce(0) { $0 + $1.findings.count }
            page.paragraph(
                "… và \(Words.vietnamese.counted(findings, "nội dung")) khác của tệp này: xem findings.csv.",
                indent: 4
            )
        }
    }
}
