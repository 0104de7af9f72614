internal import Judgement
internal import Model
internal import Plans

/// `summary.txt`: the nightly summary, at most 100 columns (domain.md 6.3).
package enum SummaryText {
    /// The widest line.
    package static let width = 100

    /// The summary as text, no line wider than ``width``.
    package static func render(_ frame: ReportFrame) -> String {
        var page = SummaryPage(width: width)
        head(frame, &page)
        progress(frame, &page)
        SummaryIndicators(frame).write(to: &page)
        SummaryBases(frame).write(to: &page)
        SummaryReminders(frame).write(to: &page)
        SummaryData(frame).write(to: &page)
        decisions(frame, &page)
        SummaryBoard(frame).write(to: &page)
        return page.text
    }

    private static func head(_ frame: ReportFrame, _ page: inout SummaryPage) {
        let scene = frame.judgement.scene
        let letterhead = frame.letterhead
        page.pair(letterhead.superior, frame.words("TỔNG HỢP TIẾN ĐỘ VÀ CHỈ TIÊU"))
        page.pair(
            letterhead.office,
            frame.words("Số liệu đến \(frame.words.time(scene.asOf))")
        )
        page.pair(
            "",
            "\(frame.edition.numberText(frame.words)); \(frame.edition.figuresText(frame.words))"
        )
        page.blank()
        freezing(frame, &page)
        page.paragraph(frame.words("Kế hoạch: \(scene.plan.title)"))
        if let basis = scene.plan.basis { page.paragraph(frame.words("Căn cứ: \(basis)")) }
        page.paragraph(
            frame.words(
                "Đơn vị tổng hợp: \(scene.name(of: scene.root)). Kỳ: \(frame.windowText)"
            )
        )
        page.paragraph(
            frame.words(
                "Số liệu \(BasisWords(judgement: frame.judgement, words: frame.words).own)."
            )
        )
    }

    /// What became of the decisions that freeze the window, with what stands in their way.
    private static func freezing(_ frame: ReportFrame, _ page: inout SummaryPage) {
        for sentence in frame.freezeSentences { page.paragraph(sentence) }
        guard !frame.edition.held.isEmpty else { return }
        let open = frame.judgement.findings.filter { $0.severity == .warning }
        for finding in open.prefix(listedWarnings) {
            // What was declared against what was counted may rest on no file.
            let place = finding.file.isEmpty ? finding.unit ?? "" : finding.file
            let row = finding.row.map { frame.words(", dòng \($0)") } ?? ""
            page.paragraph(
                "- \(place)\(row): \(frame.words.title(finding)) "
                    + "(\(finding.code.rawValue))",
                indent: 3,
                hanging: 2
            )
        }
        if open.count > listedWarnings {
            page.paragraph(
                frame.words(
                    "- và \(frame.words.counted(open.count - listedWarnings, "cảnh báo")) khác."
                ),
                indent: 3,
                hanging: 2
            )
        }
    }

    /// How many of the warnings that keep a window from being frozen are listed by name.
    private static let listedWarnings = 20

    private static func progress(_ frame: ReportFrame, _ page: inout SummaryPage) {
        let judgement = frame.judgement
        page.heading(frame.words("I. TIẾN ĐỘ BÁO CÁO"))
        guard let main = SubmissionProgress.main(judgement, frame.words) else {
            page.paragraph(frame.words("Kế hoạch không đặt thời hạn báo cáo."), indent: 3)
            return
        }
        page.paragraph(frame.words("\(main.name), hạn \(main.due):"), indent: 3)
        var text =
            frame.words(
                "Tổng số đơn vị phải báo cáo: \(frame.words.prose(main.required)). Đã báo cáo: \(frame.words.prose(main.reported))"
            )
        text += frame.words.percent(main.reported, of: main.required).map { " (\($0))" } ?? ""
        if main.count(.late) > 0 {
            text += frame.words(", trong đó quá hạn \(frame.words.prose(main.count(.late)))")
        }
        text += frame.words("; chưa báo cáo: \(frame.words.prose(main.count(.missing)))")
        if main.count(.pending) > 0 {
            text += frame.words("; chưa đến hạn: \(frame.words.prose(main.count(.pending)))")
        }
        page.paragraph(text + ".", indent: 3)
        if main.count(.closed) > 0 {
            page.paragraph(
                frame.words(
                    "Đã giải thể, sáp nhập trong kỳ, không tính: \(frame.words.counted(main.count(.closed), "đơn vị"))."
                ),
                indent: 3
            )
        }
        let others = judgement.deadlines.map {
            SubmissionProgress($0, judgement.scene, frame.words)
        }
        .filter { $0.name != main.name }
        for other in others {
            page.paragraph(
                "- \(other.name) (\(other.due)): \(other.text.lowercasedFirst)",
                indent: 3,
                hanging: 2
            )
        }
    }

    private static func decisions(_ frame: ReportFrame, _ page: inout SummaryPage) {
        page.heading(frame.words("VI. QUYẾT ĐỊNH ĐANG CÓ HIỆU LỰC"))
        let lines = DecisionWords(frame).lines
        if lines.isEmpty { page.paragraph(frame.words("Không có."), indent: 3) }
        for line in lines { page.paragraph("- " + line, indent: 3, hanging: 2) }
    }
}
