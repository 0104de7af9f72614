internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// Chapters I and III: what was done, counted from the registers.
extension ReportValues {
    /// How many single events of a kind are listed; the number above the list counts them all.
    private static let longestList = 10

    var work: [String: TextValue] {
        var values: [String: TextValue] = [
            "progress": .lines(progress),
            "documents": figure("văn bản", more: ["parts": kinds("document", "kind")]) {
                $0[.init("document")]
            },
            "dissemination": activity("hội nghị", "dissemination"),
            "training": activity("lớp", "training"),
            "inspections": activity("cuộc", "inspection"),
            "trained": declared("trained"),
            "self_checks": declared("self_checks"),
            "years_table": .text(yearsTable),
            "exemplars": figure("điển hình", more: ["parts": .text(exemplarParts)]) {
                ReportValues.exemplars($0)
            },
            "emerging": figure("nhân tố mới") { $0[.init("exemplar", "status", "emerging")] },
            "reviews": .text(judgement.board.reviews.map(words.reviews) ?? ""),
            "columns": figure("chuyên mục, chuyên trang") { $0.sum("media", ["column", "page"]) },
            "posts": figure(
                "tin, bài",
                more: [
                    "lists": .text(words.counted(figures.lists(of: "media"), "đơn vị"))
                ],
                listed: .media
            ) { $0.sum("media", PeriodFigures.posts) },
            "declared_posts": declared("posts"),
            "sessions": activity("buổi", "session"),
            "declared_sessions": declared("sessions"),
            "exchanges": activity("cuộc", "talk", "exchange", "visit"),
            "conferences": activity("hội nghị", "conference"),
            "contests": .list(judgement.contests.filter(\.total.isCovered).map(contest)),
            "no_contest": .flag(scene.plan.contests.isEmpty),
            "proposals": figure("đề nghị", more: ["parts": kinds("proposal", "level", "subject")]) {
                $0[.init("proposal")]
            },
            "clusters_table": .text(clustersTable),
        ]
        values["commendations"] = commendations
        values["pledges"] = pledges
        var empty = ReportValues.emptySections(values)
        let hasEntries = judgement.contests.contains(where: \.total.isCovered)
        empty["contest"] = .flag(!scene.plan.contests.isEmpty && !hasEntries)
        values["empty"] = .group(empty)
        return values
    }

    private var commendations: TextValue {
        let root = judgement.board.nodes.first?.figures.commended
        return figure(
            "lượt",
            more: [
                "parts": kinds("commendation", "level", "subject"),
                "direct": .text(root.map(direct) ?? ""),
            ]
        ) { $0[.init("commendation")] }
    }

    private var pledges: TextValue {
        let pledges = figures[.init("pledge")]
        return figure(
            "giao ước",
            more: ["registrants": .text(pledges?.sum.map(words.prose) ?? "")]
        ) { $0[.init("pledge")] }
    }

    /// Which sections have nothing to list, by name.
    private static func emptySections(
        _ values: [String: TextValue]
    ) -> [String: TextValue] {
        // The sections of these say so where there is none; others say nothing.
        let spoken: Set = ["training", "exemplars"]
        let sections = [
            "training": ["training", "trained"], "exemplars": ["exemplars", "reviews"],
            "fostering": ["emerging", "exchanges", "pledges"],
            "publicity": [
                "columns", "posts", "declared_posts", "sessions", "declared_sessions",
            ],
            "commending": ["conferences", "proposals", "commendations"],
            "checking": ["inspections", "self_checks"],
        ]
        return sections.mapValues { names in
            .flag(
                names.allSatisfy { name in
                    guard let value = values[name] else { return true }
                    return spoken.contains(name) ? value.isEmpty : value.saysNothing
                }
            )
        }
    }

    // MARK: - Figures

    /// The registers that a unit may leave out though it did what they list: it writes the number in
    /// its report (PL9).
    private enum UnitList: String {
        case media, activity
    }

    /// A figure with its change since the year before; nothing where no register says anything.
    private func figure(
        _ noun: Phrase,
        more: [String: TextValue] = [:],
        listed list: UnitList? = nil,
        _ tally: (PeriodFigures) -> PeriodFigures.Tally?
    ) -> TextValue {
        guard let now = tally(figures) else { return .group(nil) }
        let then = before.flatMap(tally)
        let change = then.map { compared(now.count, with: $0.count, noun, list) }
        var values: [String: TextValue] = [
            "count": .text(words.prose(now.count)),
            "none": .flag(now.count == 0),
            "units": .text(words.prose(now.units.count)),
            "counted": .text(words.counted(now.count, noun)),
            "counted_units": .text(words.counted(now.units.count, "đơn vị")),
            "change": .text(change ?? ""),
        ]
        values.merge(more) { own, _ in own }
        return .group(values)
    }

    /// What a figure says beside that of the year before.
    ///
    /// Where far more or fewer units sent their lists, none of the two is claimed to be more.
    private func compared(
        _ now: Int,
        with then: Int,
        _ noun: Phrase,
        _ list: UnitList?
    ) -> String {
        guard let before else { return "" }
        let period = words.inSentence(before.window)
        if let list, now > 0 || then > 0 {
            let (here, there) = (
                figures.lists(of: list.rawValue), before.lists(of: list.rawValue)
            )
            if 5 * min(here, there) < 4 * max(here, there) {
                // News items are told with the number of lists that they were counted from.
                let own =
                    list == .media ? "" : words(" (kỳ này \(words.counted(here, "đơn vị")))")
                return words(
                    "\(period) có \(words.counted(then, noun)) theo danh sách của \(words.counted(there, "đơn vị"))\(own); số đơn vị gửi danh sách chênh lệch nhiều nên không so sánh"
                )
            }
        }
        return ChangeWords(words: words, period: period).text(now, before: then, noun)
    }

    private func activity(_ noun: Phrase, _ kinds: String...) -> TextValue {
        let now = figures.sum("activity", kinds)
        let events = kinds.flatMap { figures.events[$0] ?? [] }
        return figure(
            noun,
            more: [
                "attendees": .text(now?.sum.map(words.prose) ?? ""),
                "list": .lines(lines(events, noun)),
            ],
            listed: .activity
        ) { $0.sum("activity", kinds) }
    }

    private func lines(_ events: [PeriodFigures.Event], _ noun: Phrase) -> [String] {
        var lines = events.prefix(ReportValues.longestList).map { event in
            var line = words("Ngày \(words.day(event.day)), \(scene.name(of: event.unit))")
            let content = PlainText.withoutContacts(event.content, longest: 160)
            if !content.isEmpty, !frame.anonymise { line += ": \(content)" }
            if let attendees = event.attendees {
                line += " (\(words.counted(attendees, "người dự")))"
            }
            return line + "."
        }
        if events.count > lines.count {
            lines.append(words("Và \(words.counted(events.count - lines.count, noun)) khác."))
        }
        return lines
    }

    /// What the units' own reports say, where no register does.
    private func declared(_ code: String) -> TextValue {
        .text(reports.sum(code).map(words.prose) ?? "")
    }

    private static func exemplars(_ figures: PeriodFigures) -> PeriodFigures.Tally? {
        figures[.init("exemplar", "status", PeriodFigures.standing)]
    }

    private var exemplarParts: String {
        let form = scene.plan.forms.index(of: "exemplar").map { scene.plan.forms.forms[$0] }
        guard let form, let subject = form.index(of: "subject") else { return "" }
        return form.fields[subject].values.compactMap { value in
            let standing = PeriodFigures.standing
            let key = PeriodFigures.Key("exemplar", "status", standing, also: value.code)
            let count = figures[key]?.count ?? 0
            return count > 0 ? words.counted(count, of: value.printed) : nil
        }.joined(separator: ", ")
    }

    /// The records of a form by the values of a field, and within each by those of another:
    /// `83 kế hoạch, 57 tiêu chuẩn`; `cấp quận: 12 (03 tập thể, 09 cá nhân)`.
    private func kinds(_ id: String, _ code: String, _ also: String? = nil) -> TextValue {
        let form = scene.plan.forms.index(of: id).map { scene.plan.forms.forms[$0] }
        guard let form, let field = form.index(of: code) else { return .text("") }
        let parts = form.fields[field].values.compactMap { value -> String? in
            let count = figures[.init(id, code, value.code)]?.count ?? 0
            guard count > 0 else { return nil }
            guard let also, let second = form.index(of: also) else {
                return words.counted(count, of: value.printed)
            }
            let within = form.fields[second].values.compactMap { other -> String? in
                let count = figures[.init(id, code, value.code, also: other.code)]?.count ?? 0
                return count > 0
                    ? words.counted(count, of: other.printed) : nil
            }
            let list = within.isEmpty ? "" : " (\(within.joined(separator: ", ")))"
            let level = frame.levelName(value.code) ?? words.term(value.printed).lowercased()
            return words(
                "cấp \(words.language == .vietnamese ? level.lowercasedFirst : level): \(words.prose(count))\(list)"
            )
        }
        return .text(parts.joined(separator: also == nil ? ", " : "; "))
    }

    private func direct(_ figures: CommendedFigures) -> String {
        guard figures.classed > 0 else { return "" }
        return words.ratio(figures.direct, of: figures.classed, "cá nhân")
    }

    // MARK: - Contests

    private func contest(_ result: ContestResult) -> [String: TextValue] {
        let edition = scene.plan.contests[result.edition]
        var change = ""
        if let before, let earlier = earlier(than: edition),
            let entries = entries(ofContest: earlier)
        {
            change = ChangeWords(words: words, period: words.inSentence(before.window))
                .text(result.entries, before: entries, "bài")
        }
        return [
            "name": .text(words.title(of: edition, in: scene.plan)),
            "entries": .text(words.prose(result.entries)),
            "valid": .text(words.prose(result.valid)),
            "authors": .text(words.prose(result.authors)),
            "joined": .text(words.prose(result.unitsJoined)),
            "least": .text(words.counted(edition.joiningEntries, "bài")),
            "particulars": .text(words.particulars(result)),
            "change": .text(change),
        ]
    }

    /// The edition of the year before; nil where either year has several: none of them is the whole
    /// year.
    private func earlier(than edition: ContestEdition) -> Int? {
        let contests = scene.plan.contests
        let earlier = contests.indices.filter { contests[$0].year == edition.year - 1 }
        guard earlier.count == 1, contests.count(where: { $0.year == edition.year }) == 1 else {
            return nil
        }
        return earlier[0]
    }

    /// The entries of an edition by the units of the report; nil where it has none.
    private func entries(ofContest edition: Int) -> Int? {
        guard let form = scene.plan.forms.forms.firstIndex(where: \.isContest) else { return nil }
        let isListed = Set(scene.roster.subtree(scene.root).map { Int32($0) })
        var count = 0
        for resolved in judgement.records.forms[form] {
            let units = resolved.batch.units
            for record in units.indices
            where resolved.counts[record] && Int(resolved.editions[record]) == edition
                && isListed.contains(units[record])
            {
                count += 1
            }
        }
        return count > 0 ? count : nil
    }

    // MARK: - Lists and tables

    private var progress: [String] {
        judgement.deadlines.map { SubmissionProgress($0, scene, words) }.filter { $0.required > 0 }
            .map { "\($0.name) (\($0.due)): \($0.text.lowercasedFirst)" }
    }

    private var clustersTable: String {
        let lines = ClusterLines(judgement).lines
        guard !lines.isEmpty else { return "" }
        var page = SummaryPage(width: YearEndReport.width)
        let columns = [
            SummaryPage.Column(heading: words("TT", as: "hẹp"), width: 2),
            SummaryPage.Column(heading: words("Cụm, khối thi đua"), width: 42),
            SummaryPage.Column(heading: words("Số đơn vị"), width: 10, isRight: true),
            SummaryPage.Column(heading: words("Đã báo cáo"), width: 12, isRight: true),
            SummaryPage.Column(heading: words("Chỉ tiêu đạt"), width: 13, isRight: true),
        ]
        page.header(columns, indent: 3)
        for (index, line) in lines.enumerated() {
            page.row(
                [
                    words.prose(index + 1), PlainText.line(line.cluster.name),
                    words.whole(line.cluster.members.count),
                    "\(words.whole(line.reported))/\(words.whole(line.required))",
                    "\(words.whole(line.met))/\(words.whole(line.shares.count))",
                ],
                columns,
                indent: 3
            )
        }
        return page.block
    }

    /// The figures of each year of a stage beside those of the whole.
    private var yearsTable: String {
        guard !years.isEmpty else { return "" }
        let rows: [(String, (PeriodFigures) -> Int?)] = [
            (words("Văn bản đã ban hành"), { $0[.init("document")]?.count }),
            (words("Hội nghị quán triệt"), { $0.sum("activity", ["dissemination"])?.count }),
            (words("Lớp tập huấn"), { $0.sum("activity", ["training"])?.count }),
            (words("Cuộc kiểm tra"), { $0.sum("activity", ["inspection"])?.count }),
            (words("Điển hình tiên tiến"), { ReportValues.exemplars($0)?.count }),
            (words("Nhân tố mới"), { $0[.init("exemplar", "status", "emerging")]?.count }),
            (
                words("Chuyên mục, chuyên trang mở trong kỳ"),
                { $0.sum("media", ["column", "page"])?.count }
            ),
            (
                words("Tin, bài, phóng sự"),
                { $0.sum("media", PeriodFigures.posts)?.count }
            ),
            (words("Buổi tuyên truyền, sinh hoạt"), { $0.sum("activity", ["session"])?.count }),
            (
                words("Tọa đàm, giao lưu, tham quan"),
                { $0.sum("activity", ["talk", "exchange", "visit"])?.count }
            ),
            (words("Hội nghị biểu dương"), { $0.sum("activity", ["conference"])?.count }),
            (words("Đề nghị khen thưởng"), { $0[.init("proposal")]?.count }),
            (words("Lượt khen thưởng"), { $0[.init("commendation")]?.count }),
            (words("Giao ước thi đua"), { $0[.init("pledge")]?.count }),
        ]
        var page = SummaryPage(width: YearEndReport.width)
        let width = years.count > 4 ? 7 : 9
        let columns =
            [
                SummaryPage.Column(heading: words("TT", as: "hẹp"), width: 2),
                SummaryPage.Column(heading: words("Nội dung"), width: 36),
            ]
            + years.map {
                SummaryPage.Column(
                    heading: String($0.window.year),
                    width: width,
                    isRight: true
                )
            } + [SummaryPage.Column(heading: words("Cộng"), width: width, isRight: true)]
        page.header(columns, indent: 3)
        var number = 0
        for (name, value) in rows where value(figures) != nil {
            number += 1
            page.row(
                [words.prose(number), name]
                    + (years + [figures]).map {
                        value($0).map(words.whole) ?? ReportNumbers.noData
                    },
                columns,
                indent: 3
            )
        }
        return number == 0 ? "" : page.block
    }
}

extension EnumValue {
    /// The label that reports print.
    var printed: String { labels.first ?? code }
}
