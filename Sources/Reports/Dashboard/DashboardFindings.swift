internal import Judgement
internal import Model

/// What was read, and what in it has to be looked at.
struct DashboardFindings {
    private let words: Words
    private let figures: DataFigures

    init(_ frame: ReportFrame) {
        words = frame.words
        figures = DataFigures(frame.judgement, frame.words)
    }

    func write(to page: inout HTMLText) {
        let note =
            words(
                "Đã nhận \(words.counted(figures.files, "tệp")), đọc được "
                    + "\(words.prose(figures.accepted)); "
                    + "\(words.counted(figures.rows, "dòng")), tính "
                    + "\(words.prose(figures.records)), bị loại "
                    + "\(words.prose(figures.rowsRejected))."
            )
        page.section("so-lieu", words("Số liệu cần đối chiếu"), note: note) { page in
            guard !figures.codes.isEmpty else { return }
            DashboardTable(
                words: words,
                caption: words("số liệu cần đối chiếu"),
                columns: [
                    .init(words("Nội dung")), .init(words("Mức độ")),
                    .init(words("Số lần"), isNumber: true),
                    .init(words("Mã")),
                ],
                rows: figures.codes.map { code in
                    [
                        code.title, words.term(code.severity.label),
                        words.whole(code.count), code.code.rawValue,
                    ]
                }
            ).write(to: &page)
        }
    }
}
