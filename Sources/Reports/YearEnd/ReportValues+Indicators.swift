internal import Judgement
internal import Model
internal import Plans

/// Chapter II: every indicator, beside the year before or the years of the stage.
extension ReportValues {
    var indicators: [String: TextValue] {
        let lines = IndicatorLine.lines(judgement, words)
        guard !lines.isEmpty else { return ["indicators": .group(nil)] }
        let counts = VerdictCounts(lines)
        let verdicts = counts.verdicts.map {
            "\($0.word.lowercasedFirst) \(words.prose($0.count))"
        }
        return [
            "indicators": .group([
                "total": .text(words.prose(counts.total)),
                "met": .text(words.prose(counts.met)),
                "share": .text(words.percent(counts.met, of: counts.total) ?? ""),
                "verdicts": .text(verdicts.joined(separator: ", ")),
                "table": .text(table(lines)),
            ])
        ]
    }

    /// A column of figures beside the report's own.
    private struct Beside {
        var heading: String
        var text: (Int) -> String
        var width: Int
    }

    private func table(_ lines: [IndicatorLine]) -> String {
        let beside = years.isEmpty ? previous : yearly
        func column(_ heading: String, _ texts: [String], _ longest: Int) -> SummaryPage.Column {
            let widest = (texts + [heading]).map { DisplayWidth.of($0) }.max() ?? 0
            return SummaryPage.Column(
                heading: heading,
                width: min(longest, widest),
                isRight: true
            )
        }
        var columns = [
            SummaryPage.Column(heading: words("TT", as: "hẹp"), width: lines.count > 99 ? 3 : 2),
            SummaryPage.Column(heading: words("Chỉ tiêu"), width: 0),
            column(words("Giao"), lines.map(\.assigned), 11),
        ]
        var own = [
            column(words("Thực hiện"), lines.map(\.achieved), 11),
            column(words("Tỷ lệ"), lines.map { $0.share ?? "" }, 6),
            column(words("Kết quả"), lines.map(\.word), 16),
        ]
        own[2].isRight = false
        let others = beside.map { side in
            column(side.heading, lines.map { side.text($0.result.indicator) }, side.width)
        }
        columns += years.isEmpty ? own + others : others + own
        let used = columns.reduce(0) { $0 + $1.width } + 2 * (columns.count - 1)
        columns[1].width = max(16, YearEndReport.width - used)
        let rows = lines.enumerated().map { index, line in
            let figures = [line.achieved, line.share ?? "", line.word]
            let others = beside.map { $0.text(line.result.indicator) }
            return [words.prose(index + 1), line.indicator.name, line.assigned]
                + (years.isEmpty ? figures + others : others + figures)
        }
        columns = SummaryPage.Column.fitted(columns, to: rows)
        var page = SummaryPage(width: YearEndReport.width)
        page.header(columns, indent: 0)
        for row in rows { page.row(row, columns) }
        return page.block
    }

    /// The year before and the change since.
    private var previous: [Beside] {
        let lines = Dictionary(
            BasisLine.previous(judgement).map { ($0.indicator.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        guard !lines.isEmpty, before != nil else { return [] }
        func line(_ index: Int) -> BasisLine? { lines[scene.plan.indicators[index].id] }
        let own = Beside(
            heading: words("Tính lại"),
            text: { line($0).map { figure($0.own, of: $0.indicator) } ?? "" },
            width: 11
        )
        return (BasisLine.isRestated(judgement) ? [own] : []) + [
            Beside(
                heading: words("Cùng kỳ"),
                text: { line($0).map { figure($0.other, of: $0.indicator) } ?? "" },
                width: 11
            ),
            Beside(
                heading: words("Tăng/giảm"),
                text: { line($0)?.changeText(words) ?? "" },
                width: 13
            ),
        ]
    }

    /// The years of a stage.
    private var yearly: [Beside] {
        years.map { year in
            let figures = judgement.figures(of: year.window)
            return Beside(
                heading: String(year.window.year),
                text: { index in
                    if scene.plan.indicators[index].isOfWholeStage { return "" }
                    guard let figures,
                        let node = figures.indicators[index].nodes.first(where: {
                            $0.node == figures.scene.root
                        })
                    else { return ReportNumbers.noData }
                    return figure(
                        node,
                        of: judgement.scene.plan.indicators[figures.indicators[index].indicator]
                    )
                },
                width: years.count > 3 ? 7 : 9
            )
        }
    }

    /// `84/87`, `12`; `…` for no data.
    private func figure(_ node: NodeResult, of indicator: Indicator) -> String {
        guard let numerator = node.numerator, let denominator = node.denominator else {
            return words.value(node.value, of: indicator)
        }
        return "\(words.whole(numerator))/\(words.whole(denominator))"
    }
}
