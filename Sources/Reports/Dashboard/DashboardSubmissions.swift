internal import Judgement
internal import Model
internal import Plans

/// How the reports came in: units that had handed in by each day, beside the deadline.
struct DashboardSubmissions {
    private let words: Words
    /// What came on one day.
    private struct Step {
        var day: Day
        var count: Int
        var late: Int
        /// With all that came before.
        var sum: Int
        var lateSum: Int
    }

    private let asOf: Day
    private let progress: SubmissionProgress?
    private let lastDay: Day?
    private let steps: [Step]
    /// The other deadlines.
    private let others: [SubmissionProgress]

    /// The most days that the table lists.
    private static let longest = 400

    init(_ frame: ReportFrame) {
        words = frame.words
        let judgement = frame.judgement
        asOf = judgement.scene.asOf.day
        progress = SubmissionProgress.main(judgement, words)
        let main = progress
        others = judgement.deadlines.map { [words] in
            SubmissionProgress($0, judgement.scene, words)
        }
        .filter { $0.name != main?.name }
        var days: [Day: (count: Int, late: Int)] = [:]
        for unit in judgement.submissions {
            guard let day = unit.receivedOn, [.onTime, .late].contains(unit.status) else {
                continue
            }
            days[day, default: (0, 0)].count += 1
            if unit.status == .late { days[day, default: (0, 0)].late += 1 }
        }
        var steps: [Step] = []
        for (day, own) in days.sorted(by: { $0.key < $1.key }) {
            let sum = own.count + (steps.last?.sum ?? 0)
            let lateSum = own.late + (steps.last?.lateSum ?? 0)
            steps.append(
                Step(day: day, count: own.count, late: own.late, sum: sum, lateSum: lateSum)
            )
        }
        self.steps = steps
        let plan = judgement.scene.plan
        let index = plan.deadlines.firstIndex(where: \.isMain) ?? plan.deadlines.indices.first
        lastDay = index.map { judgement.deadlines[$0].lastDay }
    }

    /// A status in a list of counts.
    static func word(_ status: SubmissionStatus) -> Phrase {
        switch status {
        case .onTime: "đúng hạn"
        case .late: "quá hạn"
        case .pending: "chưa đến hạn"
        case .missing: "chưa báo cáo"
        case .notRequired: "không thuộc đối tượng"
        case .closed: "đã giải thể, sáp nhập"
        }
    }

    func write(to page: inout HTMLText) {
        page.section(
            "tien-do",
            words("Tiến độ báo cáo"),
            note: note
        ) { page in
            if !steps.isEmpty, let progress {
                picture(of: progress.required, &page)
                table.write(to: &page)
            }
            guard !others.isEmpty else { return }
            page.element("h3", words("Các thời hạn khác"))
            page.line()
            page.element("ul", [.class("plain")]) { page in
                for other in others {
                    page.element("li") { page in
                        page.element("span", "\(other.name) (\(other.due))")
                        page.element("span", [.class("soft")], other.text)
                    }
                    page.line()
                }
            }
            page.line()
        }
    }

    private var note: String {
        guard let progress else { return words("Kế hoạch không đặt thời hạn báo cáo.") }
        let late = steps.contains { $0.late > 0 } ? words(" Phần tô vàng: báo cáo quá hạn.") : ""
        return words("\(progress.name), hạn \(progress.due). \(progress.text)\(late)")
    }

    // MARK: - The picture

    private func picture(of required: Int, _ page: inout HTMLText) {
        guard let first = steps.first?.day, let last = steps.last?.day else { return }
        let end = max(last, min(lastDay ?? last, asOf)).adding(1)
        let span = max(1, end.days(since: first))
        let top = max(required, steps.last?.sum ?? 0)
        let deadline = lastDay.flatMap { $0 >= first && $0 < end ? $0.adding(1) : nil }
        let label =
            words(
                "Số đơn vị đã báo cáo từ \(words.day(first)) đến \(words.day(end.adding(-1))): "
                    + "\(words.whole(steps.last?.sum ?? 0)) trên \(words.whole(required))"
            )
        page.element("figure") { page in
            page.element(
                "svg",
                [
                    .class("steps"), .init("width", "100%"), .init("height", "190"),
                    .init("role", "img"), .init("aria-label", label),
                ]
            ) { page in
                page.line()
                areas(from: first, to: end, top: top, &page)
                let isEarly = deadline.map { 2 * $0.days(since: first) <= span } ?? false
                mark(
                    at: 168 - 140 * required / max(1, top),
                    words("\(words.whole(required)) đơn vị phải báo cáo"),
                    isRight: isEarly,
                    &page
                )
                rule(at: "168", &page)
                if let deadline { mark(deadline, from: first, of: span, &page) }
                text(words.day(first), x: "0", y: "184", anchor: "start", &page)
                text(words.day(end.adding(-1)), x: "100%", y: "184", anchor: "end", &page)
            }
        }
        page.line()
    }

    /// What was handed in by each day, with what was late above what was in time.
    private func areas(from first: Day, to end: Day, top: Int, _ page: inout HTMLText) {
        let span = max(1, end.days(since: first))
        for (index, step) in steps.enumerated() {
            let next = index + 1 < steps.count ? steps[index + 1].day : end
            let from = DashboardLook.length(step.day.days(since: first), of: span)
            // The next, which is no lower, covers the end: no seam is seen between the two.
            let until = index + 1 < steps.count ? next.adding(1) : next
            let width = DashboardLook.length(until.days(since: step.day), of: span)
            let height = 140 * step.sum / max(1, top)
            let late = 140 * step.lateSum / max(1, top)
            area("done", from, width, top: height - late, bottom: 0, &page)
            area("late", from, width, top: height, bottom: height - late, &page)
        }
    }

    /// An upright line at the day behind the last one of the deadline.
    private func mark(_ deadline: Day, from first: Day, of span: Int, _ page: inout HTMLText) {
        let days = deadline.days(since: first)
        let place = DashboardLook.length(days, of: span)
        page.void(
            "line",
            [
                .class("target"), .init("x1", place), .init("x2", place),
                .init("y1", "14"), .init("y2", "168"),
            ]
        )
        text(
            words("hạn: hết \(words.day(deadline.adding(-1)))"),
            x: place,
            y: "11",
            anchor: days * 2 > span ? "end" : "start",
            &page
        )
        page.line()
    }

    /// A piece of the picture between two heights above its ground line.
    private func area(
        _ look: StaticString,
        _ from: String,
        _ width: String,
        top: Int,
        bottom: Int,
        _ page: inout HTMLText
    ) {
        guard top > bottom else { return }
        page.void(
            "rect",
            [
                .init("class", "\(look)"), .init("x", from), .init("width", width),
                .init("y", "\(168 - top)"), .init("height", "\(top - bottom)"),
            ]
        )
        page.line()
    }

    /// A dashed rule with a label at one of its ends.
    private func mark(at height: Int, _ label: String, isRight: Bool, _ page: inout HTMLText) {
        page.void(
            "line",
            [
                .class("dashed"), .init("x1", "0"), .init("x2", "100%"),
                .init("y1", "\(height)"), .init("y2", "\(height)"),
            ]
        )
        text(
            label,
            x: isRight ? "100%" : "0",
            y: "\(height - 5)",
            anchor: isRight ? "end" : "start",
            &page
        )
        page.line()
    }

    private func rule(at height: String, _ page: inout HTMLText) {
        page.void(
            "line",
            [
                .class("rule"), .init("x1", "0"), .init("x2", "100%"), .init("y1", height),
                .init("y2", height),
            ]
        )
        page.line()
    }

    private func text(
        _ text: String,
        x: String,
        y: String,
        anchor: String,
        _ page: inout HTMLText
    ) {
        page.element(
            "text",
            [.init("x", x), .init("y", y), .init("text-anchor", anchor)],
            text
        )
    }

    private var table: DashboardTable {
        let listed = steps.suffix(DashboardSubmissions.longest)
        let rest = steps.count - listed.count
        return DashboardTable(
            words: words,
            caption: words("số đơn vị báo cáo theo ngày")
                + (rest > 0 ? words(" (không gồm \(words.whole(rest)) ngày đầu)") : ""),
            columns: [
                .init(words("Ngày nhận")), .init(words("Số đơn vị"), isNumber: true),
                .init(words("Trong đó quá hạn"), isNumber: true),
                .init(words("Lũy kế"), isNumber: true),
            ],
            rows: listed.map { step in
                [
                    words.day(step.day), words.whole(step.count),
                    words.whole(step.late), words.whole(step.sum),
                ]
            }
        )
    }
}
