internal import Judgement
internal import Model

/// What was read, and what in it has to be looked at.
struct DashboardFindings {
    private let figures: DataFigures

    init(_ frame: ReportFrame) { figures = DataFigures(frame.judgement) }

    func write(to page: inout Markup) {
        let note =
            "Đã nhận \(ReportNumbers.counted(figures.files, "tệp")), đọc được "
            + "\(ReportNumbers.prose(figures.accepted)); "
            + "\(ReportNumbers.counted(figures.rows, "dòng")), tính "
            + "\(ReportNumbers.prose(figures.records)), bị loại "
            + "\(ReportNumbers.prose(figures.rowsRejected))."
        page.section("so-lieu", "Số liệu cần đối chiếu", note: note) { page in
            guard !figures.codes.isEmpty else { return }
            DashboardTable(
                caption: "số liệu cần đối chiếu",
                columns: [
                    .init("Nội dung"), .init("Mức độ"), .init("Số lần", isNumber: true),
                    .init("Mã"),
                ],
                rows: figures.codes.map { code in
                    [
                        code.title, code.severity.label,
                        ReportNumbers.whole(code.count), code.code.rawValue,
                    ]
                }
            ).write(to: &page)
        }
    }
}
