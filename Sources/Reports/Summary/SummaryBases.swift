internal import Judgement
internal import Model
internal import Plans

/// What section II of the summary says beside the indicators: on the tree of a later day, and
/// against the year before.
struct SummaryBases {
    private let words: Words
    private let judgement: Judgement

    init(_ frame: ReportFrame) {
        words = frame.words
        judgement = frame.judgement
    }

    func write(to page: inout SummaryPage) {
        restated(&page)
        previous(&page)
    }

    private func restated(_ page: inout SummaryPage) {
        guard let restated = judgement.restated else { return }
        let basis = BasisWords(judgement: judgement, words: words)
        let day = restated.restatement.day
        page.blank()
        page.paragraph(words("Hai cơ cấu tổ chức:"), indent: 3)
        page.paragraph(words("- Trong kỳ: \(basis.own)."), indent: 3, hanging: 2)
        page.paragraph(
            words("- Tại ngày \(words.day(day)): ")
                + (basis.fates.isEmpty
                    ? words("không có đơn vị nào thay đổi.")
                    : basis.fateCounts
                        + words(". Đơn vị bị chia tách không chia số liệu theo tỷ lệ.")),
            indent: 3,
            hanging: 2
        )
        for fate in basis.fates.prefix(SummaryBases.listedUnits) {
            page.paragraph("+ \(fate).", indent: 5, hanging: 2)
        }
        if basis.fates.count > SummaryBases.listedUnits {
            let more = basis.fates.count - SummaryBases.listedUnits
            page.paragraph(
                words("+ và \(words.counted(more, "đơn vị")) khác: bảng \(BasisAnnex.name)."),
                indent: 5,
                hanging: 2
            )
        }
        let lines = BasisLine.restated(judgement)
        let differing = lines.filter { !$0.isSame }
        guard !differing.isEmpty else {
            page.paragraph(words("Mọi chỉ tiêu giống nhau ở hai cơ cấu."), indent: 3)
            return
        }
        page.paragraph(
            words(
                "Chỉ tiêu khác nhau ở hai cơ cấu: \(words.prose(differing.count))/\(lines.count):"
            ),
            indent: 3
        )
        page.blank()
        write(differing, on: day, &page)
    }

    /// The indicators that differ, a row each, with what they are on both trees.
    private func write(_ differing: [BasisLine], on day: Day, _ page: inout SummaryPage) {
        var columns = [
            SummaryPage.Column(heading: words("Mã"), width: 12),
            SummaryPage.Column(heading: words("Trong kỳ"), width: 18, isRight: true),
            SummaryPage.Column(heading: words("Kết quả"), width: 16),
            SummaryPage.Column(
                heading: words("Tại ngày \(words.day(day))"),
                width: 19,
                isRight: true
            ),
            SummaryPage.Column(heading: words("Kết quả"), width: 16),
        ]
        let rows = differing.map { line in
            [
                line.indicator.id, words.figure(line.own, of: line.indicator),
                words.word(line.own, isRequested: line.isRequested),
                words.figure(line.other, of: line.indicator),
                words.word(line.other, isRequested: line.isRequested),
            ]
        }
        columns = SummaryPage.Column.fitted(columns, to: rows)
        page.header(columns, indent: 3)
        for row in rows { page.row(row, columns, indent: 3) }
    }

    /// How many changed units are listed by name.
    private static let listedUnits = 15

    private func previous(_ page: inout SummaryPage) {
        guard let previous = judgement.previous else { return }
        page.blank()
        page.paragraph(
            words("So với cùng kỳ (\(words.inSentence(previous.window))): ")
                + words.previous(previous)
                + (previous.gap == nil ? "." : words(", không so sánh.")),
            indent: 3
        )
        let lines = BasisLine.previous(judgement)
        guard !lines.isEmpty else { return }
        for line in BasisWords(judgement: judgement, words: words).comparison {
            page.paragraph(line + ".", indent: 3)
        }
        let changes = BasisWords(judgement: judgement, words: words).changes(lines)
        page.paragraph(words("Số chỉ tiêu \(changes)."), indent: 3)
        page.blank()
        var columns = [
            SummaryPage.Column(heading: words("Mã"), width: 12),
            SummaryPage.Column(heading: words("Kỳ này"), width: 18, isRight: true),
            SummaryPage.Column(heading: words("Cùng kỳ"), width: 18, isRight: true),
            SummaryPage.Column(heading: words("Tăng/giảm"), width: 16, isRight: true),
        ]
        let rows = lines.filter { $0.change != .zero }.map { line in
            [
                line.indicator.id, words.figure(line.own, of: line.indicator),
                words.figure(line.other, of: line.indicator), line.changeText(words),
            ]
        }
        columns = SummaryPage.Column.fitted(columns, to: rows)
        page.header(columns, indent: 3)
        for row in rows { page.row(row, columns, indent: 3) }
    }
}
