internal import Judgement
internal import Model
internal import Plans

/// Section II of the summary: every indicator with what was set, reached and judged.
struct SummaryIndicators {
    private let words: Words
    private let scene: Scene
    private let lines: [IndicatorLine]
    private let clusters: [ClusterLines.Line]

    init(_ frame: ReportFrame) {
        words = frame.words
        scene = frame.judgement.scene
        lines = IndicatorLine.lines(frame.judgement, words)
        clusters = ClusterLines(frame.judgement).lines
    }

    func write(to page: inout SummaryPage) {
        page.heading(words("II. CHỈ TIÊU"))
        guard !lines.isEmpty else {
            page.paragraph(words.withoutIndicators(scene), indent: 3)
            return
        }
        let counts = VerdictCounts(lines)
        let parts = counts.verdicts.map { verdict in
            let word = verdict.word.prefix(1).lowercased() + verdict.word.dropFirst()
            return "\(word) \(words.prose(verdict.count))"
        }
        page.paragraph(
            words("Tổng số chỉ tiêu: \(words.prose(counts.total)); trong đó ")
                + parts.joined(separator: ", ") + ".",
            indent: 3
        )
        page.blank()
        let rows = lines.enumerated().map { index, line in
            [
                words.prose(index + 1), line.indicator.id, name(line), line.assigned,
                line.achieved, line.share ?? "", line.word,
            ]
        }
        let columns = SummaryPage.Column.fitted(columns(page.width), to: rows)
        page.header(columns, indent: 3)
        for row in rows { page.row(row, columns, indent: 3) }
        writeClusters(&page)
    }

    /// A line for each emulation cluster.
    private func writeClusters(_ page: inout SummaryPage) {
        guard !clusters.isEmpty else { return }
        page.blank()
        page.paragraph(
            words(
                "Theo cụm, khối thi đua (một đơn vị có thể thuộc nhiều cụm, khối; chi tiết: PL2_TheoCum):"
            ),
            indent: 3
        )
        let columns = [
            SummaryPage.Column(heading: words("Cụm, khối"), width: 38),
            SummaryPage.Column(heading: words("Số đơn vị"), width: 10, isRight: true),
            SummaryPage.Column(heading: words("Đã báo cáo"), width: 12, isRight: true),
            SummaryPage.Column(heading: words("Chỉ tiêu đạt"), width: 13, isRight: true),
        ]
        page.header(columns, indent: 3)
        for line in clusters {
            page.row(
                [
                    line.cluster.name, words.whole(line.cluster.members.count),
                    "\(words.whole(line.reported))/\(words.whole(line.required))",
                    "\(words.whole(line.met))/\(words.whole(line.shares.count))",
                ],
                columns,
                indent: 3
            )
        }
    }

    /// The name, how many units are left out of the denominator, and what the figure alone does not
    /// tell: what else is asked and missing, and that more than the window's own records was
    /// judged.
    private func name(_ line: IndicatorLine) -> String {
        var name = line.indicator.name
        let exempt = line.count(.exempt)
        if exempt > 0 { name += words(" (loại trừ \(words.counted(exempt, "đơn vị")))") }
        if let nodes = line.node.nodes, nodes > 0 {
            name += words(" (\(line.node.nodesMet ?? 0)/\(nodes) cấp dưới đạt)")
        }
        if !line.node.shortfalls.isEmpty { name += line.nodeShortfalls }
        if let later = line.judgedLater { name += " (\(later))" }
        switch line.node.reason {
        case .accrued(let figure, let span):
            name += " (" + words.text(.accrued(figure, over: span)).lowercasedFirst + ")"
        case .accruedNothing(let own, let span):
            name += " (" + words.text(.accruedNothing(own: own, over: span)).lowercasedFirst + ")"
        default: break
        }
        return name
    }

    private func columns(_ width: Int) -> [SummaryPage.Column] {
        func widest(_ texts: [String], _ heading: String) -> Int {
            (texts + [heading]).map { DisplayWidth.of($0) }.max() ?? 0
        }
        var columns = [
            SummaryPage.Column(heading: words("TT", as: "hẹp"), width: 2),
            SummaryPage.Column(
                heading: words("Mã"),
                width: min(14, widest(lines.map(\.indicator.id), words("Mã")))
            ),
            SummaryPage.Column(heading: words("Chỉ tiêu"), width: 0),
            SummaryPage.Column(
                heading: words("Giao"),
                width: min(11, widest(lines.map(\.assigned), words("Giao"))),
                isRight: true
            ),
            SummaryPage.Column(
                heading: words("Thực hiện"),
                width: min(11, widest(lines.map(\.achieved), words("Thực hiện"))),
                isRight: true
            ),
            SummaryPage.Column(heading: words("Tỷ lệ"), width: 6, isRight: true),
            SummaryPage.Column(heading: words("Kết quả"), width: 16),
        ]
        if lines.count > 99 { columns[0].width = String(lines.count).count }
        let used = columns.reduce(0) { $0 + $1.width } + 2 * (columns.count - 1) + 3
        columns[2].width = max(16, width - used)
        return columns
    }
}
