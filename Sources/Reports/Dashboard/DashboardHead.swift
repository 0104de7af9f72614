internal import Judgement
internal import Model
internal import Plans

/// Whose report it is, when its figures stood, and the five figures that sum it up.
struct DashboardHead {
    private let frame: ReportFrame
    private var words: Words { frame.words }
    private let counts: VerdictCounts

    init(_ frame: ReportFrame) {
        self.frame = frame
        counts = VerdictCounts(IndicatorLine.lines(frame.judgement, frame.words))
    }

    private var judgement: Judgement { frame.judgement }

    func write(to page: inout HTMLText) {
        let scene = judgement.scene
        page.element("header") { page in
            page.line()
            let letterhead = [frame.letterhead.superior, frame.letterhead.office]
                .filter { !$0.isEmpty }
            page.element("p", [.class("office")], letterhead.joined(separator: " · "))
            page.line()
            page.element("h1", scene.plan.title)
            page.line()
            page.element("p", [.class("standing")]) { page in
                page.element("strong", words.name(scene.window))
                page.add(" (\(words.span(scene.window.span))). \(frame.standing)")
            }
            page.line()
            for sentence in frame.freezeSentences {
                page.element("p", [.class("standing")], sentence)
                page.line()
            }
            page.element("dl", [.class("tiles")]) { page in
                page.line()
                indicators(&page)
                submissions(&page)
                reminders(&page)
                contests(&page)
                data(&page)
            }
            page.line()
            navigation(&page)
        }
        page.line()
    }

    private func tile(
        _ name: String,
        _ figure: String,
        _ rest: String?,
        _ remark: String,
        _ page: inout HTMLText,
        picture: (inout HTMLText) -> Void = { _ in }
    ) {
        page.element("div") { page in
            page.element("dt", name)
            page.element("dd") { page in
                page.element("span", [.class("figure")], figure)
                if let rest { page.element("span", [.class("rest")], rest) }
                picture(&page)
                page.element("span", [.class("remark")], remark)
            }
        }
        page.line()
    }

    private func indicators(_ page: inout HTMLText) {
        guard counts.total > 0 else { return }
        let parts = counts.verdicts.map {
            "\($0.word.lowercasedFirst) \(words.prose($0.count))"
        }
        tile(
            words("Chỉ tiêu đạt"),
            words.whole(counts.met),
            "/\(words.whole(counts.total))",
            parts.joined(separator: ", "),
            &page
        ) { page in
            var parts: [(look: StaticString, count: Int)] = []
            for verdict in counts.verdicts {
                parts.append((DashboardLook.look(verdict.status), verdict.count))
            }
            DashboardBar.stack(parts, of: counts.total, label: nil, to: &page)
        }
    }

    private func submissions(_ page: inout HTMLText) {
        guard let main = SubmissionProgress.main(judgement, words), main.required > 0 else {
            return
        }
        let statuses: [SubmissionStatus] = [.onTime, .late, .pending, .missing]
        let parts = statuses.filter { main.count($0) > 0 }
            .map { "\(words(DashboardSubmissions.word($0))) \(words.prose(main.count($0)))" }
        let share = words.percent(main.reported, of: main.required)
        tile(
            words("Đơn vị đã báo cáo"),
            words.whole(main.reported),
            "/\(words.whole(main.required))" + (share.map { " (\($0))" } ?? ""),
            parts.joined(separator: ", "),
            &page
        ) { page in
            DashboardBar.stack(
                statuses.map { (DashboardLook.look($0), main.count($0)) },
                of: main.required,
                label: nil,
                to: &page
            )
        }
    }

    private func reminders(_ page: inout HTMLText) {
        let reminders = frame.reminders
        tile(
            words("Đơn vị cần đôn đốc"),
            words.whole(reminders.reminders.count),
            nil,
            words("với \(words.counted(reminders.dutyCount, "nội dung"))"),
            &page
        )
    }

    private func contests(_ page: inout HTMLText) {
        guard !judgement.contests.isEmpty else { return }
        let isCovered = judgement.contests.contains(where: \.total.isCovered)
        let entries = judgement.contests.reduce(0) { $0 + $1.entries }
        let valid = judgement.contests.reduce(0) { $0 + $1.valid }
        let joined = judgement.contests.map { words.prose($0.unitsJoined) }
        tile(
            words("Bài dự thi hợp lệ"),
            isCovered ? words.whole(valid) : ReportNumbers.noData,
            isCovered ? "/\(words.whole(entries))" : nil,
            isCovered
                ? words("\(joined.joined(separator: "; ")) đơn vị có đủ bài")
                : words.noEntries,
            &page
        )
    }

    private func data(_ page: inout HTMLText) {
        let figures = DataFigures(judgement, words)
        let counts: [(Severity, String)] = [
            (.error, words("lỗi")), (.warning, words("cảnh báo", as: "số lượng")),
            (.notice, words("lưu ý")),
        ]
        let parts = counts.map { "\($0.1) \(words.prose(figures.findings($0.0)))" }
        tile(
            words("Tệp số liệu"),
            words.whole(figures.files),
            nil,
            words("\(words.whole(figures.rows)) dòng; ") + parts.joined(separator: ", "),
            &page
        )
    }

    private func navigation(_ page: inout HTMLText) {
        let places: [(StaticString, String)] = [
            ("#chi-tieu", words("Chỉ tiêu", as: "các")), ("#tien-do", words("Tiến độ báo cáo")),
            ("#nhom", words("Theo nhóm")),
            ("#don-doc", words("Cần đôn đốc")), ("#cung-ky", words("So với cùng kỳ")),
            ("#don-vi", words("Từng đơn vị")), ("#so-lieu", words("Số liệu cần đối chiếu")),
        ]
        page.element("nav", [.init("aria-label", words("Các phần của trang"))]) { page in
            for (place, name) in places {
                page.element("a", [.init("href", "\(place)")], name)
                page.line()
            }
        }
        page.line()
    }
}
