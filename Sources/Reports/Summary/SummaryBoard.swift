internal import Judgement
internal import Model
internal import Plans

/// The sections of the summary that a plan has only where it holds a contest, follows exemplars or
/// ranks units; numbered on from those that every plan has.
struct SummaryBoard {
    private static let first = 7
    /// How many units are named from the top of a ranking, and from its end.
    private static let named = 5

    private let frame: ReportFrame
    private var words: Words { frame.words }
    private var scene: Scene { frame.judgement.scene }

    init(_ frame: ReportFrame) { self.frame = frame }

    func write(to page: inout SummaryPage) {
        var number = SummaryBoard.first
        func heading(_ text: String, _ page: inout SummaryPage) {
            page.heading("\(ReportNumbers.roman(number)). \(text)")
            number += 1
        }
        if !frame.judgement.contests.isEmpty {
            heading(words("CUỘC THI"), &page)
            for contest in frame.judgement.contests { write(contest, to: &page) }
        }
        if let root = frame.judgement.board.nodes.first?.figures, !frame.judgement.board.isEmpty {
            heading(words("BÌNH XÉT, CÔNG NHẬN, TUYÊN TRUYỀN, KHEN THƯỞNG"), &page)
            write(root, to: &page)
        }
        if !frame.judgement.rankings.isEmpty {
            heading(words("XẾP THỨ ĐƠN VỊ"), &page)
            for ranking in frame.judgement.rankings { write(ranking, to: &page) }
        }
    }

    private func write(_ contest: ContestResult, to page: inout SummaryPage) {
        let edition = scene.plan.contests[contest.edition]
        let name = words.title(of: edition, in: scene.plan)
        guard contest.total.isCovered else {
            page.paragraph(words("\(name): \(words.noEntries)."), indent: 3)
            return
        }
        page.paragraph(
            words(
                "\(name): \(words.counted(contest.entries, "bài")), hợp lệ "
                    + "\(words.prose(contest.valid)), "
                    + "\(words.counted(contest.authors, "tác giả")), "
                    + "\(words.counted(contest.unitsJoined, "đơn vị")) tham gia "
                    + "(từ \(words.counted(edition.joiningEntries, "bài")) hợp lệ trở lên). "
            )
                + words.particulars(contest),
            indent: 3
        )
    }

    private func write(_ root: ProcessFigures, to page: inout SummaryPage) {
        if let reviews = frame.judgement.board.reviews {
            page.paragraph(words.reviews(reviews), indent: 3)
        }
        if root.exemplars > 0 {
            let columns = [
                SummaryPage.Column(heading: words("Bước"), width: 22),
                SummaryPage.Column(heading: words("Đang ở"), width: 8, isRight: true),
                SummaryPage.Column(heading: words("Có ngày"), width: 8, isRight: true),
                SummaryPage.Column(heading: words("Không ngày"), width: 10, isRight: true),
                SummaryPage.Column(heading: words("Sau hạn"), width: 8, isRight: true),
                SummaryPage.Column(
                    heading: words("Quá hạn", as: "chưa làm"),
                    width: 8,
                    isRight: true
                ),
                SummaryPage.Column(heading: words("Sai thứ tự"), width: 10, isRight: true),
            ]
            page.paragraph(words("Điển hình: \(words.prose(root.exemplars))."), indent: 3)
            page.header(columns, indent: 3)
            for step in ExemplarStep.allCases {
                let figures = root[step]
                let hasDue = scene.plan.steps[step] != nil
                page.row(
                    [
                        words.name(step), words.whole(figures.standing),
                        words.whole(figures.dated), words.whole(figures.undated),
                        hasDue ? words.whole(figures.late) : "",
                        hasDue ? words.whole(figures.overdue) : "",
                        words.whole(figures.disordered),
                    ],
                    columns,
                    indent: 3
                )
            }
            let limit = scene.plan.steps[.published]?.days
            page.paragraph(words.posting(root.posting, limit: limit), indent: 3)
        }
        if root.commended.all.total > 0 {
            page.paragraph(words.direct(root.commended), indent: 3)
        }
    }

    private func write(_ result: RankingResult, to page: inout SummaryPage) {
        let ranking = scene.plan.rankings[result.ranking]
        page.paragraph(
            words(
                "\(ranking.name): \(words.counted(result.units.count, "đơn vị")) được xếp hạng, "
                    + "\(words.counted(result.unranked.count, "đơn vị")) không xếp hạng."
            ),
            indent: 3
        )
        var columns = [
            SummaryPage.Column(heading: words("Hạng"), width: 16),
            SummaryPage.Column(heading: words("Đơn vị"), width: 60),
            SummaryPage.Column(heading: words("Số liệu"), width: 10, isRight: true),
        ]
        let named = SummaryBoard.named
        let top = result.units.prefix(named)
        let bottom = result.units.dropFirst(named).suffix(named)
        columns = SummaryPage.Column.fitted(columns, to: (top + bottom).map(row))
        if !top.isEmpty { page.header(columns, indent: 3) }
        for unit in top { page.row(row(unit), columns, indent: 3) }
        if result.units.count > 2 * named { page.row(["…", "…", "…"], columns, indent: 3) }
        for unit in bottom { page.row(row(unit), columns, indent: 3) }
        page.paragraph(words.rule(ranking), indent: 3)
    }

    private func row(_ unit: RankedUnit) -> [String] {
        [
            words.rank(unit), scene.name(of: unit.unit),
            words.quantity(unit.value),
        ]
    }
}
