internal import Judgement
internal import Model
internal import Plans

/// Section II of the summary: every indicator with what was set, reached and judged.
struct SummaryIndicators {
    private let lines: [IndicatorLine]
    private let clusters: [ClusterLines.Line]

    init(_ frame: ReportFrame) {
        lines = IndicatorLine.lines(frame.judgement)
        clusters = ClusterLines(frame.judgement).lines
    }

    func write(to page: inout SummaryPage) {
        page.heading("II. CHỈ TIÊU")
        guard !lines.isEmpty else {
            page.paragraph("Kế hoạch không có chỉ tiêu.", indent: 3)
            return
        }
        let counts = VerdictCounts(lines)
        let words = counts.verdicts.map { verdict in
            let word = verdict.word.prefix(1).lowercased() + verdict.word.dropFirst()
            return "\(word) \(ReportNumbers.prose(verdict.count))"
        }
        page.paragraph(
            "Tổng số chỉ tiêu: \(ReportNumbers.prose(counts.total)); trong đó "
                + words.joined(separator: ", ") + ".",
            indent: 3
        )
        page.blank()
        let columns = columns(page.width)
        page.header(columns, indent: 3)
        for (index, line) in lines.enumerated() {
            page.row(
                [
                    ReportNumbers.prose(index + 1), line.indicator.id, name(line), line.assigned,
                    line.achieved, line.share ?? "", line.word,
                ],
                columns,
                indent: 3
            )
        }
        writeClusters(&page)
    }

    /// A line for each emulation cluster.
    private func writeClusters(_ page: inout SummaryPage) {
        guard !clusters.isEmpty else { return }
        page.blank()
        page.paragraph(
            "Theo cụm, khối thi đua (một đơn vị có thể thuộc nhiều cụm, khối; chi tiết: PL2_TheoCum):",
            indent: 3
        )
        let columns = [
            SummaryPage.Column(heading: "Cụm, khối", width: 38),
            SummaryPage.Column(heading: "Số đơn vị", width: 10, isRight: true),
            SummaryPage.Column(heading: "Đã báo cáo", width: 12, isRight: true),
            SummaryPage.Column(heading: "Chỉ tiêu đạt", width: 13, isRight: true),
        ]
        page.header(columns, indent: 3)
        for line in clusters {
            page.row(
                [
                    line.cluster.name, ReportNumbers.whole(line.cluster.members.count),
                    "\(ReportNumbers.whole(line.reported))/\(ReportNumbers.whole(line.required))",
                    "\(ReportNumbers.whole(line.met))/\(ReportNumbers.whole(line.shares.count))",
                ],
                columns,
                indent: 3
            )
        }
    }

    /// The name, and how many units are left out of the denominator.
    private func name(_ line: IndicatorLine) -> String {
        var name = line.indicator.name
        let exempt = line.count(.exempt)
        if exempt > 0 { name += " (loại trừ \(ReportNumbers.counted(exempt, "đơn vị")))" }
        if let nodes = line.node.nodes {
            name += " (\(line.node.nodesMet ?? 0)/\(nodes) cấp dưới đạt)"
        }
        return name
    }

    private func columns(_ width: Int) -> [SummaryPage.Column] {
        func widest(_ texts: [String], _ heading: String) -> Int {
            (texts + [heading]).map { DisplayWidth.of($0) }.max() ?? 0
        }
        var columns = [
            SummaryPage.Column(heading: "TT", width: 2),
            SummaryPage.Column(
                heading: "Mã",
                width: min(14, widest(lines.map(\.indicator.id), "Mã"))
            ),
            SummaryPage.Column(heading: "Chỉ tiêu", width: 0),
            SummaryPage.Column(
                heading: "Giao",
                width: min(11, widest(lines.map(\.assigned), "Giao")),
                isRight: true
            ),
            SummaryPage.Column(
                heading: "Thực hiện",
                width: min(11, widest(lines.map(\.achieved), "Thực hiện")),
                isRight: true
            ),
            SummaryPage.Column(heading: "Tỷ lệ", width: 6, isRight: true),
            SummaryPage.Column(heading: "Kết quả", width: 16),
        ]
        if lines.count > 99 { columns[0].width = String(lines.count).count }
        let used = columns.reduce(0) { $0 + $1.width } + 2 * (columns.count - 1) + 3
        columns[2].width = max(16, width - used)
        return columns
    }
}
