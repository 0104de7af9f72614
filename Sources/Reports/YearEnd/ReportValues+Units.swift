internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// Chapters IV.2 and VI: who has not done what, and what the units themselves say.
extension ReportValues {
    /// How many units are named; the number before the names counts them all.
    private static let mostNames = 12

    var units: [String: TextValue] {
        var (missing, late, asked) = reportsNotHandedIn
        var unmet: [[String: TextValue]] = []
        var own: [String] = []
        var ownLate: [String] = []
        for line in IndicatorLine.lines(judgement, words) {
            if line.indicator.isTotal {
                let open = line.answering([.unmet, .noData])
                own += open.filter { !$0.isBelow }.map(sentence)
                let below = open.filter(\.isBelow)
                add(below.filter { !isSoft($0.node.node) }, { " (\($0.held))" }, to: &unmet)
                add(below.filter { isSoft($0.node.node) }, { " (\($0.held))" }, to: &asked)
                guard !line.indicator.lateCounts else { continue }
                let behind = line.answering([.late])
                ownLate += behind.filter { !$0.isBelow }.map(sentence)
                add(behind.filter(\.isBelow), remark, annex: nil, to: &late)
                continue
            }
            let open = line.result.units.filter { [.unmet, .noData].contains($0.status) }
                .map(\.unit)
            if !line.indicator.lateCounts {
                let behind = line.result.units.filter { $0.status == .late }.map(\.unit)
                add(line.indicator.name, behind, annex: "II", to: &late)
            }
            let told = open.filter { !isSoft($0) }
            add(line.indicator.name, told, handed: line.handedShort, to: &unmet)
            add(line.indicator.name, open.filter(isSoft), to: &asked)
        }
        let nothing = missing.isEmpty && unmet.isEmpty && asked.isEmpty && own.isEmpty
        let difficulties = reports.voices("difficulties").map { values($0) }
        let requests = reports.voices("proposals").map { values($0) }
        return lessons.merging([
            "has_missing": .flag(!missing.isEmpty),
            "has_late": .flag(!late.isEmpty),
            "has_asked": .flag(!asked.isEmpty),
            "has_unmet": .flag(!unmet.isEmpty),
            "has_own": .flag(!own.isEmpty),
            "has_own_late": .flag(!ownLate.isEmpty),
            "missing": .list(missing),
            "late": .list(late),
            "asked": .list(asked),
            "unmet": .list(unmet),
            "own": .lines(own),
            "own_late": .lines(ownLate),
            "nothing_missing": .flag(nothing),
            "difficulties": .list(frame.anonymise ? [] : difficulties),
            "requests": .list(frame.anonymise ? [] : requests),
            "voices_hidden": .text(hidden(difficulties.count, requests.count)),
        ]) { own, _ in own }
    }

    /// How many lessons are printed, and how long each may be: less than a page.
    ///
    /// The office's own words follow them. The number of the rest is exact.
    private static let mostLessons = (count: 10, length: 300)

    /// What units write that they learnt (LS-19), in the order of the roster.
    private var lessons: [String: TextValue] {
        let voices = reports.voices("lessons")
        let shown = frame.anonymise ? [] : voices.prefix(ReportValues.mostLessons.count)
        let more = frame.anonymise ? 0 : voices.count - shown.count
        return [
            "has_lessons": .flag(!shown.isEmpty),
            "lessons": .list(
                shown.map { voice in
                    var voice = voice
                    voice.text = PlainText.line(
                        voice.text,
                        longest: ReportValues.mostLessons.length
                    )
                    return values(voice, most: ReportValues.mostNames)
                }
            ),
            "more_lessons": .text(
                more > 0
                    ? words(
                        "… và \(words.counted(more, "ý kiến")) khác trong báo cáo của các đơn vị."
                    ) : ""
            ),
            "lessons_hidden": .text(
                frame.anonymise && !voices.isEmpty
                    ? words(
                        "Có \(words.counted(voices.count, "ý kiến")) của các đơn vị; bản ẩn danh "
                            + "không in nội dung."
                    ) : ""
            ),
        ]
    }

    /// Those of whom a report is missing, who were late with one, and who are only asked for one.
    private var reportsNotHandedIn:
        (
            missing: [[String: TextValue]], late: [[String: TextValue]],
            asked: [[String: TextValue]]
        )
    {
        var missing: [[String: TextValue]] = []
        var late: [[String: TextValue]] = []
        var asked: [[String: TextValue]] = []
        let back = judgement.handedBack
        for result in judgement.deadlines {
            let deadline = scene.plan.deadlines[result.deadline]
            func units(_ status: SubmissionStatus) -> [Int] {
                result.units.filter { $0.status == status }.map(\.unit)
            }
            let open = units(.missing)
            let remark = { (unit: Int) in
                back.has(deadline.form, of: unit) ? words(" (đã gửi nhưng bị trả lại)") : ""
            }
            add(deadline.name, open.filter { !isSoft($0) }, remark, to: &missing)
            add(deadline.name, open.filter(isSoft), remark, to: &asked)
            // PL2 has the main deadline only.
            let isMain = result.deadline == scene.plan.mainDeadline
            add(deadline.name, units(.late), annex: isMain ? "II" : nil, to: &late)
        }
        return (missing, late, asked)
    }

    /// How many voices an anonymised report leaves out; empty in every other.
    private func hidden(_ difficulties: Int, _ requests: Int) -> String {
        guard frame.anonymise, difficulties + requests > 0 else { return "" }
        return words(
            "Có \(words.counted(difficulties, "ý kiến")) về khó khăn, vướng mắc và "
                + "\(words.counted(requests, "kiến nghị, đề xuất")) của các đơn vị; bản "
                + "ẩn danh không in nội dung."
        )
    }

    /// Whether a unit is asked and not told (TX-06).
    private func isSoft(_ unit: Int) -> Bool { scene.roster.units[unit].isAsked }

    /// What a total asks of the root and what there is.
    private func sentence(_ line: IndicatorLine) -> String {
        words("\(line.indicator.name): yêu cầu \(line.assigned), \(line.held)")
            + line.nodeShortfalls + remark(line)
    }

    /// Why a node stands as it does; empty where its result says all.
    private func remark(_ line: IndicatorLine) -> String {
        line.node.reason.map { " (\(words.text($0).lowercasedFirst))" } ?? ""
    }

    /// Nodes below the root that a total is set for.
    private func add(
        _ nodes: [IndicatorLine],
        _ remark: (IndicatorLine) -> String,
        annex: String? = "VII",
        to list: inout [[String: TextValue]]
    ) {
        guard let first = nodes.first else { return }
        let remarks = Dictionary(
            nodes.map { ($0.node.node, remark($0)) },
            uniquingKeysWith: { first, _ in first }
        )
        add(
            first.indicator.name,
            nodes.map(\.node.node),
            { remarks[$0] ?? "" },
            annex: annex,
            to: &list
        )
    }

    /// `annex` lists the units that are not named here; without one all are.
    ///
    /// The units that a node urges are not in Phụ lục VII, nor are those of which only a number was
    /// handed over: the nodes are named, each with how many.
    private func add(
        _ subject: String,
        _ units: [Int],
        _ remark: (Int) -> String = { _ in "" },
        annex: String? = "VII",
        handed: [IndicatorLine.HandedShort] = [],
        to list: inout [[String: TextValue]]
    ) {
        var named = units
        var urged: [(node: Int, count: Int)] = []
        if annex == "VII" {
            let nodes = units.map { frame.reminders.node(urging: $0, scene.roster) }
            named = zip(units, nodes).filter { $0.1 == nil }.map(\.0)
            let counts = Dictionary(nodes.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
            urged = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
        let count = units.count + handed.reduce(0) { $0 + $1.count }
        guard count > 0 else { return }
        let most = annex == nil ? named.count : ReportValues.mostNames
        var names = named.prefix(most).map { scene.name(of: $0) + remark($0) }
        if let annex, named.count > names.count {
            names.append(
                words(
                    "và \(words.counted(named.count - names.count, "đơn vị")) khác tại Phụ lục \(annex)"
                )
            )
        }
        names += urged.map { below($0.node, $0.count) }
        if !handed.isEmpty {
            let nodes = handed.map { "\(scene.name(of: $0.node)) (\(words.prose($0.count)))" }
                .joined(separator: "; ")
            names.append(
                names.isEmpty
                    ? words("\(nodes), theo kết quả gửi lên")
                    : words("theo kết quả gửi lên: \(nodes)")
            )
        }
        list.append([
            "subject": .text(subject),
            "count": .text(words.prose(count)),
            "counted_units": .text(words.counted(count, "đơn vị")),
            "names": .text(names.joined(separator: "; ")),
        ])
    }

    /// `11 đơn vị thuộc Quận Hoàn Kiếm`.
    private func below(_ node: Int, _ count: Int) -> String {
        words("\(words.counted(count, "đơn vị")) thuộc \(scene.name(of: node))")
    }

    private func values(
        _ voice: UnitReports.Voice,
        most: Int = .max
    ) -> [String: TextValue] {
        var text = voice.text
        while let last = text.last, ".;, ".contains(last) { text.removeLast() }
        var names = voice.units.prefix(most).map { scene.name(of: $0) }
        let rest = voice.units.count - names.count
        if rest > 0 { names.append(words("và \(words.counted(rest, "đơn vị")) khác")) }
        let count =
            voice.units.count > 1 ? words.counted(voice.units.count, "đơn vị") + ": " : ""
        return [
            "units": .text(count + names.joined(separator: "; ")),
            "text": .text(text),
        ]
    }
}

extension Unit {
    /// Whether reports ask it where they tell others: its duties are requested, or it is no part of
    /// the administration (MTTQ, tổ chức chính trị - xã hội; TX-06).
    var isAsked: Bool { isRequested || kind == .mttq || kind == .ctxh }
}
