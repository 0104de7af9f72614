internal import Judgement
internal import Model
internal import Plans

/// `TongQuan`: what a board sees in one look: what is reached, who takes part, who is behind.
struct OverviewSheet {
    let frame: ReportFrame
    private var words: Words { frame.words }

    static let name = "TongQuan"

    private var scene: Scene { frame.judgement.scene }

    var sheet: Sheet {
        let lines = IndicatorLine.lines(frame.judgement, words)
        var sheet = Sheet(
            name: OverviewSheet.name,
            tabColour: .blue,
            titles: [words("TỔNG QUAN"), frame.subject],
            subtitle: frame.standing,
            columns: [],
            numbersColumns: false
        )
        let charts = OverviewCharts(frame: frame, lines: lines)
        sheet.overview = Overview(
            figures: figures(lines),
            charts: charts.all,
            heatMap: OverviewMap(frame: frame, lines: lines).map
        )
        return sheet
    }

    private func figures(_ lines: [IndicatorLine]) -> [Overview.KeyFigure] {
        var figures: [Overview.KeyFigure] = []
        if let progress = SubmissionProgress.main(frame.judgement, words), progress.required > 0 {
            figures.append(
                Overview.KeyFigure(
                    ratio(progress.reported, progress.required),
                    words("đơn vị đã báo cáo")
                )
            )
        }
        let counts = VerdictCounts(lines)
        figures.append(Overview.KeyFigure(ratio(counts.met, counts.total), words("chỉ tiêu đạt")))
        figures.append(
            Overview.KeyFigure(
                words.prose(frame.reminders.reminders.count),
                words("đơn vị cần đôn đốc")
            )
        )
        let faults = frame.judgement.findings.count {
            $0.severity == .error || $0.severity == .warning
        }
        figures.append(
            Overview.KeyFigure(
                words.prose(faults),
                words("lỗi, cảnh báo về số liệu")
            )
        )
        return figures
    }

    private func ratio(_ part: Int, _ whole: Int) -> String {
        "\(words.whole(part))/\(words.whole(whole))"
    }
}
