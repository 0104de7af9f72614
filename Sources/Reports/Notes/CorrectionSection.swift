internal import Judgement
internal import Model
internal import Plans

/// The letter that asks a unit to look at its figures again (domain.md 6.7).
struct CorrectionSection {
    /// How much is listed; the numbers above the lists and the rest named below them are exact.
    private static let longestFile = 40
    private static let mostFiles = 30

    let frame: ReportFrame
    let unit: Int
    let files: [Corrections.File]
    /// The issuing office as in running text.
    let office: String
    /// The day before which mended files are asked for.
    let day: Day

    private var scene: Scene { frame.judgement.scene }

    func write(to page: inout SummaryPage) {
        page.centred("PHIẾU ĐỀ NGHỊ KIỂM TRA, CHỈNH LÝ SỐ LIỆU")
        page.blank()
        page.paragraph("Kính gửi: \(scene.roster.units[unit].name)")
        page.blank()
        page.paragraph("Kỳ báo cáo: \(frame.windowText)")
        page.paragraph("Kế hoạch: \(scene.plan.title)")
        page.paragraph("Số liệu đến \(ReportNumbers.time(scene.asOf)).")
        page.blank()
        page.paragraph(opening)
        for (index, file) in files.prefix(CorrectionSection.mostFiles).enumerated() {
            page.blank()
            write(file, number: index + 1, to: &page)
        }
        let rest = files.dropFirst(CorrectionSection.mostFiles)
        if !rest.isEmpty {
            let findings = rest.reduce(0) { $0 + $1.findings.count }
            page.blank()
            page.paragraph(
                "… và \(ReportNumbers.counted(rest.count, "tệp")) khác với "
                    + "\(ReportNumbers.counted(findings, "nội dung")): xem findings.csv."
            )
        }
        page.blank()
        page.paragraph(request)
    }

    // MARK: - Words

    private var opening: String {
        let all = files.flatMap(\.findings)
        let errors = all.count { $0.severity == .error }
        var parts: [String] = []
        if errors > 0 {
            parts.append(
                "\(ReportNumbers.counted(errors, "lỗi")) (dòng hoặc tệp chưa được tính vào số liệu)"
            )
        }
        if errors < all.count {
            parts.append(
                "\(ReportNumbers.counted(all.count - errors, "cảnh báo")) (đã tính, cần kiểm tra lại)"
            )
        }
        return "Qua kiểm tra số liệu đơn vị đã gửi, \(office) nhận thấy có "
            + parts.joined(separator: " và ") + ", cụ thể như sau:"
    }

    private var request: String {
        let unit = scene.roster.units[unit]
        let isSoft = unit.isRequested || unit.kind == .mttq || unit.kind == .ctxh
        let day = day.slashed
        return isSoft
            ? "Trân trọng đề nghị \(unit.name) quan tâm kiểm tra, gửi lại trước ngày \(day). "
                + "Sau thời hạn trên, \(office) xin phép tổng hợp theo số liệu đã nhận."
            : "Đề nghị đơn vị kiểm tra, gửi lại trước ngày \(day). "
                + "Quá thời hạn trên, \(office) tổng hợp theo số liệu đã nhận."
    }

    // MARK: - Table

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
        for (index, group) in groups.prefix(CorrectionSection.longestFile).enumerated() {
            let hidden = frame.anonymise
            page.row(
                [
                    ReportNumbers.prose(index + 1), group.lines.isEmpty ? "cả tệp" : group.lines,
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
                "… và \(ReportNumbers.counted(findings, "nội dung")) khác của tệp này: xem findings.csv.",
                indent: 4
            )
        }
    }
}
