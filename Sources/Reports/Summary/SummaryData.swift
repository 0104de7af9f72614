internal import Intake
internal import Judgement
internal import Model

/// Sections IV and V of the summary: what is to be checked, and what was read.
struct SummaryData {
    private let words: Words
    private let figures: DataFigures
    private let anonymise: Bool

    init(_ frame: ReportFrame) {
        words = frame.words
        anonymise = frame.anonymise
        figures = DataFigures(frame.judgement, frame.words)
    }

    func write(to page: inout SummaryPage) {
        writeCodes(&page)
        writeSources(&page)
    }

    private func writeCodes(_ page: inout SummaryPage) {
        page.heading(words("IV. SỐ LIỆU CẦN ĐỐI CHIẾU"))
        guard !figures.codes.isEmpty else {
            page.paragraph(words("Không có."), indent: 3)
            return
        }
        let columns = [
            SummaryPage.Column(heading: words("Mức độ"), width: 8),
            SummaryPage.Column(heading: words("Nội dung"), width: 45),
            SummaryPage.Column(heading: words("Mã"), width: 22),
            SummaryPage.Column(heading: words("Số lượng"), width: 10, isRight: true),
        ]
        page.header(columns, indent: 3)
        for code in figures.codes {
            page.row(
                [
                    words.term(code.severity.label), code.title, code.code.rawValue,
                    words.whole(code.count),
                ],
                columns,
                indent: 3
            )
        }
        page.paragraph(
            words("Chi tiết từng dòng: DoiChieu của tệp Excel và findings.csv."),
            indent: 3
        )
    }

    private func writeSources(_ page: inout SummaryPage) {
        page.heading(words("V. NGUỒN SỐ LIỆU"))
        let number = words.prose
        page.paragraph(
            words(
                "\(number(figures.files)) tệp; nhận \(number(figures.accepted)), không nhận \(number(figures.filesRejected))."
            )
                + (figures.untaken == 0
                    ? ""
                    : words(
                        " Ngoài ra có \(number(figures.untaken)) tệp hoặc thư mục không đọc (tệp Excel, tệp nén, liên kết, không có quyền đọc, quá lớn): xem DoiChieu."
                    )),
            indent: 3
        )
        page.paragraph(
            (figures.rowsRejected == figures.rowsInOriginals
                ? words(
                    "Dòng số liệu đã đọc: \(number(figures.rows)) = hợp lệ \(number(figures.records)) + bị loại \(number(figures.rowsRejected))."
                )
                : anonymise
                    ? words(
                        "Dòng số liệu đã đọc: \(number(figures.rows)) = hợp lệ \(number(figures.records)) + bị loại \(number(figures.rowsRejected)) (bản che tên không kèm các dòng bị loại)."
                    )
                    : words(
                        "Dòng số liệu đã đọc: \(number(figures.rows)) = hợp lệ \(number(figures.records)) + bị loại \(number(figures.rowsRejected)) (dòng bị loại lưu nguyên văn trong thư mục rejected)."
                    ))
                + (figures.rowsInOriginals == 0
                    ? ""
                    : words(
                        " Trong đó \(number(figures.rowsInOriginals)) dòng của tệp không giải mã được chỉ có ở bản gốc trong sổ nhận."
                    )),
            indent: 3
        )
        if figures.partial > 0 {
            page.paragraph(
                words(
                    "Có \(words.counted(figures.partial, "tệp")) của nơi gửi khác chỉ một phần là về đơn vị của báo cáo: dòng số liệu trên đây chỉ tính phần ấy, tổng số dòng sau đây tính cả tệp."
                ),
                indent: 3
            )
        }
        let lines = figures.lines
        page.paragraph(
            words(
                "Tổng số dòng của các tệp: \(number(lines.total)) = số liệu hợp lệ \(number(lines.counted)) + bị loại \(number(lines.rejected)) + tiêu đề \(number(lines.header)) + trình bày, dòng tổng \(number(lines.layout)) + trống \(number(lines.blank)) (một dòng số liệu có thể chiếm nhiều dòng của tệp)."
            ),
            indent: 3
        )
        page.paragraph(
            words(
                "Kết quả kiểm tra: \(number(figures.findings(.error))) lỗi, \(number(figures.findings(.warning))) cảnh báo, \(number(figures.findings(.notice))) lưu ý."
            ),
            indent: 3
        )
    }
}
