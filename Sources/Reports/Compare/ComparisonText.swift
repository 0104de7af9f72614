internal import Model

/// The answer of `tonghop compare`: what changed between two runs and why, at most 100 columns
/// wide.
package enum ComparisonText {
    private static let width = 100
    /// How many causes are named under one figure; the others are summed by their kind.
    private static let named = 12

    /// The answer, ready to be printed.
    package static func render(_ comparison: FigureComparison) -> String {
        var page = SummaryPage(width: width)
        heading(comparison, &page)
        causes(comparison, &page)
        figures(comparison, &page)
        return page.text
    }

    // MARK: - Heading

    private static func heading(_ comparison: FigureComparison, _ page: inout SummaryPage) {
        let report = comparison.report
        page.paragraph("SO SÁNH HAI LẦN CHẠY")
        page.paragraph("Kế hoạch \(report.plan): \(PlainText.line(report.title))", hanging: 2)
        page.paragraph(
            "Kỳ báo cáo: \(report.window.name), \(Words.vietnamese.span(report.window.span))"
        )
        page.paragraph("Đơn vị báo cáo: \(FigureWords(report: report).unit(report.root))")
        page.paragraph("Lần trước: " + side(comparison.before))
        page.paragraph("Lần sau:   " + side(comparison.after))
        for note in comparison.notes { page.paragraph("Lưu ý: " + note, hanging: 2) }
        page.blank()
        page.paragraph(conclusion(comparison))
    }

    private static func side(_ side: FigureComparison.Side) -> String {
        var text = "\(side.run), số liệu đến \(Words.vietnamese.time(side.asOf))"
        if side.knownAt < side.asOf {
            text += ", theo những gì sổ nhận biết lúc \(Words.vietnamese.time(side.knownAt))"
        }
        return text
    }

    private static func conclusion(_ comparison: FigureComparison) -> String {
        let unchanged = Words.vietnamese.whole(comparison.unchanged)
        guard comparison.changes.isEmpty else {
            return
                "Có \(Words.vietnamese.whole(comparison.changes.count)) số liệu thay đổi, \(unchanged) "
                + "số liệu không đổi."
        }
        return "Không số liệu nào thay đổi (đã so \(unchanged) số liệu)."
            + (comparison.causes.isEmpty ? " Đầu vào của hai lần chạy như nhau." : "")
    }

    // MARK: - Causes

    private static func causes(_ comparison: FigureComparison, _ page: inout SummaryPage) {
        guard !comparison.causes.isEmpty else { return }
        let words = CauseWords(comparison: comparison)
        page.heading("NHỮNG GÌ ĐÃ KHÁC ĐI (\(Words.vietnamese.whole(comparison.causes.count)))")
        var effects = [Int](repeating: 0, count: comparison.causes.count)
        for change in comparison.changes {
            for cause in Set(change.contributions.map(\.cause)) { effects[cause] += 1 }
        }
        for (index, cause) in comparison.causes.enumerated() {
            var text = "[\(index + 1)] " + words.title(cause)
            let details = words.details(cause)
            if !details.isEmpty { text += ": " + details.joined(separator: "; ") }
            text +=
                effects[index] == 0
                ? ". Không làm thay đổi số liệu nào."
                : ". Tác động \(Words.vietnamese.whole(effects[index])) số liệu."
            page.paragraph(text, indent: 2, hanging: 4)
        }
    }

    // MARK: - Figures

    private static func figures(_ comparison: FigureComparison, _ page: inout SummaryPage) {
        var section: String?
        for block in ComparisonBlock.blocks(comparison) {
            let title = title(block.subjects[0], comparison.report)
            if title != section {
                page.heading(title)
                section = title
            }
            print(block, comparison, &page)
        }
    }

    private static func title(_ subject: FigureSubject, _ report: FigureComparison.Report) -> String
    {
        switch subject {
        case .node(let indicator, _), .unit(let indicator, _):
            let name = report.indicators[indicator].map { ": " + PlainText.line($0) } ?? ""
            return "CHỈ TIÊU \(indicator)\(name)"
        case .measure: return "SỐ ĐO CỦA TỪNG ĐƠN VỊ"
        case .standing: return "TÌNH HÌNH GỬI BÁO CÁO"
        case .contest: return "CUỘC THI"
        case .files: return "TỆP VÀ DÒNG ĐÃ ĐỌC"
        }
    }

    /// One subject, or several alike: their figures, the causes, and how they add up.
    private static func print(
        _ block: ComparisonBlock,
        _ comparison: FigureComparison,
        _ page: inout SummaryPage
    ) {
        let words = FigureWords(report: comparison.report)
        let subject = block.subjects[0]
        let figures = block.changes.map {
            FigureWords.name($0) + " "
                + words.change($0.before, $0.after, $0.part, of: subject)
        }
        let names = block.subjects.map { name($0, words) }.joined(separator: "; ")
        let count =
            block.subjects.count > 1
            ? "\(Words.vietnamese.counted(block.subjects.count, "đơn vị")), mỗi đơn vị " : ""
        page.paragraph(
            names + ": " + count + figures.joined(separator: "; "),
            indent: 2,
            hanging: 2
        )
        // One cause more takes no more room than the line that counts it.
        let shown = block.causes.count <= named + 1 ? block.causes.count : named
        for cause in block.causes.prefix(shown) {
            // A single cause has made all of it: nothing to say twice.
            let parts = block.causes.count == 1 ? [] : contributions(cause, block, words)
            line(cause, parts, subject, comparison, &page)
        }
        rest(Set(block.causes.dropFirst(shown)), block.changes, words, comparison, &page)
        sum(block.changes, words, comparison, &page)
    }

    /// What a cause made of each figure of a block.
    private static func contributions(
        _ cause: Int,
        _ block: ComparisonBlock,
        _ words: FigureWords
    ) -> [String] {
        block.changes.flatMap { change in
            change.contributions.filter { $0.cause == cause }.map { contribution in
                FigureWords.name(change) + " "
                    + words.contribution(
                        contribution.before,
                        contribution.after,
                        change.part,
                        of: change.subject
                    )
            }
        }
    }

    private static func name(_ subject: FigureSubject, _ words: FigureWords) -> String {
        switch subject {
        case .node(_, let unit): "Tổng hợp tại " + words.unit(unit)
        case .unit(_, let unit), .standing(let unit), .measure(_, let unit): words.unit(unit)
        case .contest(let id): "Năm \(id)"
        case .files: "Tổng số"
        }
    }

    private static func line(
        _ cause: Int,
        _ parts: [String],
        _ subject: FigureSubject,
        _ comparison: FigureComparison,
        _ page: inout SummaryPage
    ) {
        let words = CauseWords(comparison: comparison)
        var text = "[\(cause + 1)] " + words.shortTitle(comparison.causes[cause])
        if let files = words.files(comparison.causes[cause], of: subject) {
            text += " (\(files))"
        }
        if !parts.isEmpty { text += ": " + parts.joined(separator: "; ") }
        page.paragraph(text, indent: 4, hanging: 4)
    }

    /// The causes that are not named, summed by their kind.
    private static func rest(
        _ causes: Set<Int>,
        _ changes: [FigureChange],
        _ words: FigureWords,
        _ comparison: FigureComparison,
        _ page: inout SummaryPage
    ) {
        guard !causes.isEmpty else { return }
        var parts: [String] = []
        for change in changes {
            let links = change.contributions.filter { causes.contains($0.cause) }
            parts += ComparisonSum(links, comparison.causes).parts.map {
                "\(FigureWords.name(change)) \(CauseWords.kind($0.kind)) "
                    + words.contribution($0.before, $0.after, change.part, of: change.subject)
            }
        }
        page.paragraph(
            "… và \(Words.vietnamese.whole(causes.count)) nguyên nhân khác: "
                + parts.joined(separator: "; "),
            indent: 4,
            hanging: 4
        )
    }

    /// The line that shows that the causes of each figure add up to its change.
    private static func sum(
        _ changes: [FigureChange],
        _ words: FigureWords,
        _ comparison: FigureComparison,
        _ page: inout SummaryPage
    ) {
        var sums: [String] = []
        for change in changes where change.contributions.count > 1 {
            let sum = ComparisonSum(change.contributions, comparison.causes)
            let name = FigureWords.name(change)
            if let difference = change.difference, sum.isNumeric {
                let terms = sum.parts.map { part in
                    let count = part.count > 1 ? " (\(part.count))" : ""
                    return CauseWords.kind(part.kind) + count + " "
                        + words.contribution(
                            part.before,
                            part.after,
                            change.part,
                            of: change.subject
                        )
                }
                sums.append(
                    "\(name): \(terms.joined(separator: ", ")) = "
                        + FigureWords.signed(difference, change.part)
                )
            } else {
                let values = [change.before] + sum.parts.map(\.after)
                sums.append(
                    "\(name): "
                        + values.map { words.value($0, change.part, of: change.subject) }
                        .joined(separator: " → ")
                )
            }
        }
        guard !sums.isEmpty else { return }
        page.paragraph("Cộng lại: " + sums.joined(separator: "; "), indent: 4, hanging: 4)
    }
}
