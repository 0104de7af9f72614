internal import Judgement
internal import Model
internal import Plans

/// What section II of the summary says beside the indicators: on the tree of a later day, and against
/// the year before.
struct SummaryBases {
    private let judgement: Judgement

    init(_ frame: ReportFrame) { judgement = frame.judgement }

    func write(to page: inout SummaryPage) {
        restated(&page)
        previous(&page)
    }

    private func restated(_ page: inout SummaryPage) {
        guard let restated = judgement.restated else { return }
        let words = BasisWords(judgement: judgement)
        let day = restated.restatement.day
        page.blank()
        page.paragraph("Hai cơ cấu tổ chức:", indent: 3)
        page.paragraph("- Trong kỳ: \(words.own).", indent: 3, hanging: 2)
        page.paragraph(
            "- Tại ngày \(day.slashed): "
                + (words.fates.isEmpty
                    ? "không có đơn vị nào thay đổi."
                    : words.fateCounts + ". Đơn vị bị chia tách không chia số liệu theo tỷ lệ."),
            indent: 3,
            hanging: 2
        )
        for fate in words.fates.prefix(SummaryBases.listedUnits) {
            page.paragraph("+ \(fate).", indent: 5, hanging: 2)
        }
        if words.fates.count > SummaryBases.listedUnits {
            let more = words.fates.count - SummaryBases.listedUnits
            page.paragraph(
                "+ và \(ReportNumbers.counted(more, "đơn vị")) khác: bảng \(BasisAnnex.name).",
                indent: 5,
                hanging: 2
            )
        }
        let lines = BasisLine.restated(judgement)
        let differing = lines.filter { !$0.isSame }
        guard !differing.isEmpty else {
            page.paragraph("Mọi chỉ tiêu giống nhau ở hai cơ cấu.", indent: 3)
            return
        }
        page.paragraph(
            "Chỉ tiêu khác nhau ở hai cơ cấu: \(ReportNumbers.prose(differing.count))/\(lines.count):",
            indent: 3
        )
        page.blank()
        let columns = [
            SummaryPage.Column(heading: "Mã", width: 12),
            SummaryPage.Column(heading: "Trong kỳ", width: 18, isRight: true),
            SummaryPage.Column(heading: "Kết quả", width: 16),
            SummaryPage.Column(
                heading: "Tại ngày \(day.slashed)",
                width: 19,
                isRight: true
            ),
            SummaryPage.Column(heading: "Kết quả", width: 16),
        ]
        page.header(columns, indent: 3)
        for line in differing {
            page.row(
                [
                    line.indicator.id, BasisLine.text(line.own), StatusWords.word(line.own),
                    BasisLine.text(line.other), StatusWords.word(line.other),
                ],
                columns,
                indent: 3
            )
        }
    }

    /// How many changed units are listed by name.
    private static let listedUnits = 15

    private func previous(_ page: inout SummaryPage) {
        guard let previous = judgement.previous else { return }
        page.blank()
        page.paragraph(
            "So với cùng kỳ (\(previous.window.name.lowercasedFirst)): "
                + BasisWords.previous(previous) + (previous.gap == nil ? "." : ", không so sánh."),
            indent: 3
        )
        let lines = BasisLine.previous(judgement)
        guard !lines.isEmpty else { return }
        for words in BasisWords(judgement: judgement).comparison {
            page.paragraph(words + ".", indent: 3)
        }
        let changes = lines.map(\.change)
        let counts: [(String, Int)] = [
            ("tăng", changes.count { $0.map { $0 > .zero } ?? false }),
            ("giảm", changes.count { $0.map { $0 < .zero } ?? false }),
            ("không đổi", changes.count { $0 == .zero }),
            ("không so sánh được", changes.count { $0 == nil }),
        ]
        let words = counts.filter { $0.1 > 0 }.map { "\($0.0) \(ReportNumbers.prose($0.1))" }
        page.paragraph("Số chỉ tiêu " + words.joined(separator: ", ") + ".", indent: 3)
        page.blank()
        let columns = [
            SummaryPage.Column(heading: "Mã", width: 12),
            SummaryPage.Column(heading: "Kỳ này", width: 18, isRight: true),
            SummaryPage.Column(heading: "Cùng kỳ", width: 18, isRight: true),
            SummaryPage.Column(heading: "Tăng/giảm", width: 16, isRight: true),
        ]
        page.header(columns, indent: 3)
        for line in lines where line.change != .zero {
            page.row(
                [
                    line.indicator.id, BasisLine.text(line.own), BasisLine.text(line.other),
                    line.changeText,
                ],
                columns,
                indent: 3
            )
        }
    }
}
