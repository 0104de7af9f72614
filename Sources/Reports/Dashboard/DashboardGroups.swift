internal import Judgement
internal import Model
internal import Plans

/// How each kind of units takes part: who reported, who entered the contest, what was met.
struct DashboardGroups {
    private let words: Words
    private struct Line {
        var name: String
        var units: Int
        var submissions: [SubmissionStatus: Int] = [:]
        var entrants = 0
        var joined = 0
        var judged = 0
        var met = 0

        var reported: Int { (submissions[.onTime] ?? 0) + (submissions[.late] ?? 0) }
        var required: Int {
            reported + (submissions[.pending] ?? 0) + (submissions[.missing] ?? 0)
        }
    }

    private let lines: [Line]
    private let hasContest: Bool
    /// Whether a unit takes part in several editions, each counted.
    private let isRepeated: Bool

    init(_ frame: ReportFrame) {
        words = frame.words
        let judgement = frame.judgement
        let scene = judgement.scene
        hasContest = !judgement.contests.isEmpty
        isRepeated = judgement.contests.count > 1
        let groups = UnitGroups(scene, words, of: DashboardRoster.listed(scene)).groups
        var place: [Int: Int] = [:]
        var lines: [Line] = []
        for (index, group) in groups.enumerated() {
            for unit in group.units { place[unit] = index }
            lines.append(Line(name: group.title, units: group.units.count))
        }
        for submission in judgement.submissions {
            guard let line = place[submission.unit] else { continue }
            lines[line].submissions[submission.status, default: 0] += 1
        }
        for contest in judgement.contests {
            let minimum = scene.plan.contests[contest.edition].joiningEntries
            for unit in contest.units where scene.takesPart(unit) {
                guard let line = place[unit.unit] else { continue }
                lines[line].entrants += 1
                if unit.valid >= minimum { lines[line].joined += 1 }
            }
        }
        for line in IndicatorLine.lines(judgement, words) where !line.indicator.isTotal {
            for unit in line.result.units
            where ![.exempt, .notApplicable, .pending].contains(unit.status) {
                guard let own = place[unit.unit] else { continue }
                lines[own].judged += 1
                if line.counts(unit) { lines[own].met += 1 }
            }
            for (unit, own) in place {
                guard let share = DashboardRoster.share(unit, line, scene) else { continue }
                lines[own].judged += share.whole
                lines[own].met += share.part
            }
        }
        self.lines = lines
    }

    func write(to page: inout HTMLText) {
        page.section(
            "nhom",
            words("Theo nhóm đơn vị"),
            note:
                words(
                    "Chỉ tiêu: số lượt (đơn vị × chỉ tiêu đã đến hạn) đạt trên số lượt phải thực hiện."
                )
                + (hasContest
                    ? (isRepeated
                        ? words(" Cuộc thi: số lượt đơn vị có đủ số bài dự thi hợp lệ.")
                        : words(" Cuộc thi: số đơn vị có đủ số bài dự thi hợp lệ."))
                    : "")
        ) { page in
            page.element("ul", [.class("groups")]) { page in
                page.line()
                for line in lines { write(line, &page) }
            }
            page.line()
            table.write(to: &page)
        }
    }

    private func write(_ line: Line, _ page: inout HTMLText) {
        page.element("li") { page in
            page.element("h3") { page in
                page.add(line.name)
                page.element("span", [.class("soft")], words.counted(line.units, "đơn vị"))
            }
            page.line()
            part(words("Báo cáo"), line.reported, line.required, &page)
            if hasContest { part(words("Cuộc thi"), line.joined, line.entrants, &page) }
            part(words("Chỉ tiêu", as: "các"), line.met, line.judged, &page)
        }
        page.line()
    }

    private func part(_ name: String, _ part: Int, _ whole: Int, _ page: inout HTMLText) {
        page.element("p", [.class("part")]) { page in
            page.element("span", [.class("soft")], name)
            guard whole > 0 else {
                page.element("span", [.class("number soft")], "–")
                return
            }
            let figure = "\(words.whole(part))/\(words.whole(whole))"
            page.element("span", [.class("number")]) { page in
                page.add(figure)
                page.element("span", [.class("soft")], words.percent(part, of: whole) ?? "")
            }
            DashboardBar.stack([("met", part)], of: whole, label: nil, to: &page)
        }
        page.line()
    }

    private var table: DashboardTable {
        var columns: [DashboardTable.Column] = [
            .init(words("Nhóm đơn vị")), .init(words("Số đơn vị"), isNumber: true),
            .init(words("Phải báo cáo"), isNumber: true), .init(words("Đúng hạn"), isNumber: true),
            .init(words("Quá hạn"), isNumber: true), .init(words("Chưa đến hạn"), isNumber: true),
            .init(words("Chưa báo cáo"), isNumber: true),
        ]
        if hasContest { columns.append(.init(words("Có đủ bài dự thi"), isNumber: true)) }
        columns.append(.init(words("Lượt chỉ tiêu đạt"), isNumber: true))
        return DashboardTable(
            words: words,
            caption: words("tham gia theo nhóm đơn vị"),
            columns: columns,
            rows: lines.map { line in
                let counts =
                    [line.units, line.required]
                    + [SubmissionStatus.onTime, .late, .pending, .missing]
                    .map { line.submissions[$0] ?? 0 }
                var row = [line.name] + counts.map(words.whole)
                if hasContest { row.append(ratio(line.joined, line.entrants)) }
                row.append(ratio(line.met, line.judged))
                return row
            }
        )
    }

    private func ratio(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? "–" : "\(words.whole(part))/\(words.whole(whole))"
    }
}

extension IndicatorLine {
    /// Whether a unit is in the indicator's numerator.
    func counts(_ unit: UnitResult) -> Bool {
        unit.status == .met || (indicator.lateCounts && unit.status == .late)
    }
}
