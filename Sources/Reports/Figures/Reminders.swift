internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// What units still have to hand in or fulfil (đôn đốc), the same for the summary and PL7_DonDoc.
struct Reminders {
    /// One thing that a unit is reminded of.
    struct Duty {
        /// The deadline's name, or the indicator's id.
        var subject: String
        var isDeadline: Bool
        /// Whether what was sent was handed back whole.
        var isBack = false
        /// In full, for the annex.
        var text: String
        var lastDay: Day?
        var daysOverdue: Int?
        var note: String?
        var word: String
        var status: CellStatus
        /// The closed unit that was bound to it; nil where it is the reminded unit's own.
        var formerly: Int?
    }

    /// The duties of one unit, its own before those of closed units that fell to it.
    struct Reminder {
        var unit: Int
        var duties: [Duty]

        /// The duties by the unit that was bound to them; nil for the reminded one.
        var byUnit: [(formerly: Int?, duties: [Duty])] {
            var parts: [(formerly: Int?, duties: [Duty])] = []
            for duty in duties {
                if let last = parts.indices.last, parts[last].formerly == duty.formerly {
                    parts[last].duties.append(duty)
                } else {
                    parts.append((duty.formerly, [duty]))
                }
            }
            return parts
        }

        var mostOverdue: Int { duties.compactMap(\.daysOverdue).max() ?? 0 }
    }

    /// What is overdue, in the order of the roster.
    let reminders: [Reminder]
    /// What is not done and will be due within ``notice`` days, in the order of the roster.
    let upcoming: [Reminder]
    /// How many units have something overdue that the node above them answers for: it has to hand
    /// over its results and is reminded of it itself.
    let answeredFor: Int
    /// The nodes that are reminded themselves and urge their units.
    private let answering: Set<Int>

    /// How many days before its last day a duty is called to mind.
    static let notice = 14

    init(_ judgement: Judgement, _ words: Words) {
        let builder = Builder(judgement, words)
        var duties: [Int: [Duty]] = [:]
        var reminded = RemindedForms()
        for result in judgement.deadlines {
            for unit in result.units where unit.status == .missing {
                let deadline = judgement.scene.plan.deadlines[result.deadline]
                duties[unit.unit, default: []].append(builder.duty(unit, deadline))
                reminded.add(deadline.form, of: unit)
            }
        }
        let awaited = reminded.addAwaitedResults(of: judgement)
        for line in IndicatorLine.lines(judgement, words) {
            for open in builder.open(line, [.unmet, .noData]) {
                let duty = builder.duty(open)
                // What a node handed over as failed by a day of its own may have time here.
                guard !open.isBelow || duty.daysOverdue != nil, !reminded.cover(open) else {
                    continue
                }
                duties[open.node.node, default: []].append(duty)
            }
            for unit in line.result.units where [.unmet, .noData].contains(unit.status) {
                guard !reminded.cover(unit, line) else { continue }
                duties[unit.unit, default: []].append(builder.duty(unit, line))
            }
        }
        let all = duties.count
        answering = Reminders.leaveToNodes(&duties, judgement.scene, besides: awaited)
        answeredFor = all - duties.count
        reminders = builder.reminders(duties)
        upcoming = Reminders.coming(judgement, within: Reminders.notice, builder)
    }

    /// What is not done and will be due within so many days, in the order of the roster.
    static func coming(
        _ judgement: Judgement,
        within days: Int,
        _ words: Words
    ) -> [Reminder] {
        coming(judgement, within: days, Builder(judgement, words))
    }

    private static func coming(
        _ judgement: Judgement,
        within days: Int,
        _ builder: Builder
    ) -> [Reminder] {
        var duties = upcoming(judgement, builder, within: days)
        leaveToNodes(&duties, judgement.scene)
        return builder.reminders(duties)
    }

    /// Takes out the duties of units below a node that hands over its results and is reminded
    /// itself, or still has time for them: a city urges its districts, and they their wards.
    @discardableResult
    private static func leaveToNodes(
        _ duties: inout [Int: [Duty]],
        _ scene: Scene,
        besides awaited: Set<Int> = []
    ) -> Set<Int> {
        guard scene.plan.handedUpBy != nil else { return [] }
        let nodes = awaited.union(duties.keys).filter(scene.handsUp)
        duties = duties.filter { unit, _ in node(above: unit, of: nodes, scene.roster) == nil }
        return nodes
    }

    /// The node that urges a unit in place of the report's root; nil where the root does.
    func node(urging unit: Int, _ roster: Roster) -> Int? {
        Reminders.node(above: unit, of: answering, roster)
    }

    private static func node(above unit: Int, of nodes: Set<Int>, _ roster: Roster) -> Int? {
        var step = roster.parents[unit]
        while let above = step {
            if nodes.contains(above) { return above }
            step = roster.parents[above]
        }
        return nil
    }

    private static func upcoming(
        _ judgement: Judgement,
        _ builder: Builder,
        within days: Int
    ) -> [Int: [Duty]] {
        let today = judgement.scene.asOf.day
        func isNear(_ duty: Duty) -> Bool {
            duty.lastDay.map { (0...days).contains($0.days(since: today)) } ?? false
        }
        var duties: [Int: [Duty]] = [:]
        var reminded = RemindedForms()
        for result in judgement.deadlines {
            let deadline = judgement.scene.plan.deadlines[result.deadline]
            for unit in result.units where unit.status == .pending {
                let duty = builder.duty(unit, deadline)
                guard isNear(duty) else { continue }
                duties[unit.unit, default: []].append(duty)
                reminded.add(deadline.form, of: unit)
            }
        }
        for line in IndicatorLine.lines(judgement, builder.words) {
            for open in builder.open(line, [.pending]) {
                let duty = builder.duty(open)
                guard isNear(duty), !reminded.cover(open) else { continue }
                duties[open.node.node, default: []].append(duty)
            }
            for unit in line.result.units where unit.status == .pending {
                let duty = builder.duty(unit, line)
                guard isNear(duty), !reminded.cover(unit, line) else { continue }
                duties[unit.unit, default: []].append(duty)
            }
        }
        return duties
    }

    /// The units with the most to do first; of equal ones the longest overdue, then roster order.
    var worstFirst: [Reminder] {
        reminders.sorted { a, b in
            if a.duties.count != b.duties.count { return a.duties.count > b.duties.count }
            if a.mostOverdue != b.mostOverdue { return a.mostOverdue > b.mostOverdue }
            return a.unit < b.unit
        }
    }

    var dutyCount: Int { reminders.reduce(0) { $0 + $1.duties.count } }

    /// Puts duties into words.
    private struct Builder {
        let scene: Scene
        let words: Words
        private let back: HandedBack

        init(_ judgement: Judgement, _ words: Words) {
            scene = judgement.scene
            self.words = words
            back = judgement.handedBack
        }

        /// The reminders of the units that have to see to some duties today, in the order of the
        /// roster: what a unit left undone that was closed since falls to who carries it on, else
        /// to the unit above it.
        func reminders(_ duties: [Int: [Duty]]) -> [Reminder] {
            let bearers = scene.bearers(of: duties.keys)
            var all = duties.filter { bearers[$0.key] == nil }
            for unit in scene.subtree {
                guard let bearer = bearers[unit], let own = duties[unit] else { continue }
                let (reminded, told) =
                    switch bearer {
                    case .other(let other, let heir, let since):
                        (other, closed(unit, since, heir))
                    case .nobody(let heir, let since): (unit, closed(unit, since, heir))
                    }
                all[reminded, default: []] += own.map { duty in
                    var duty = duty
                    if reminded != unit {
                        duty.formerly = unit
                        duty.text = "\(scene.name(of: unit)) – \(duty.text)"
                    }
                    duty.note = [duty.note, told].compactMap(\.self).joined(separator: "; ")
                    return duty
                }
            }
            return scene.subtree.compactMap { unit in
                let duties = all[unit].map { outlived(by: unit, $0) } ?? []
                return duties.isEmpty ? nil : Reminder(unit: unit, duties: duties)
            }
        }

        /// The duties of a unit of which nobody is left, without those due after it was closed.
        ///
        /// It was late with none of them. What it had not reached of a whole period by then is
        /// told, without days.
        private func outlived(by unit: Int, _ duties: [Duty]) -> [Duty] {
            let today = scene.asOf.day
            guard let closed = scene.roster.units[unit].validTo, closed <= today else {
                return duties
            }
            return duties.compactMap { duty in
                guard let last = duty.lastDay, last >= closed else { return duty }
                guard !duty.isDeadline, last < today else { return nil }
                var duty = duty
                duty.daysOverdue = nil
                return duty
            }
        }

        /// That a unit was closed, and who carries it on.
        private func closed(_ unit: Int, _ since: Day, _ heir: Int?) -> String {
            let reason = Reason.closed(
                since: since,
                successor: heir.map { scene.name(of: $0) }
            )
            return "\(scene.name(of: unit)) \(words.text(reason).lowercasedFirst)"
        }

        /// A deadline by its name, with the form that has to be sent where the name is another:
        /// `Nộp bài dự thi (biểu “Bài dự thi”)`.
        private func named(_ deadline: Deadline) -> String {
            let form = scene.plan.forms.forms[deadline.form].name
            guard Fold.key(form) != Fold.key(deadline.name) else { return deadline.name }
            return words("\(deadline.name) (biểu “\(words.term(form))”)")
        }

        func duty(_ unit: SubmissionResult, _ deadline: Deadline) -> Duty {
            let isRequested = scene.roster.units[unit.unit].isAsked
            let isReport = scene.plan.forms.forms[deadline.form].isPeriodicReport
            let isBack = back.has(deadline.form, of: unit.unit)
            let name = named(deadline)
            return Duty(
                subject: deadline.name,
                isDeadline: true,
                isBack: isBack,
                text: isBack
                    ? words("Đã gửi nhưng bị trả lại: \(name)")
                    : isRequested
                        ? words("Đề nghị gửi: \(name)")
                        : unit.status == .missing
                            ? words("Chưa gửi: \(name)")
                            : words("Gửi: \(name)"),
                lastDay: unit.lastDay,
                daysOverdue: overdue(unit.lastDay),
                word: isBack
                    ? words("Yêu cầu chỉnh lý")
                    : isReport
                        ? words.word(unit.status, isRequested: isRequested)
                        : isRequested ? words("Đề nghị gửi") : words("Chưa gửi"),
                status: CellStatus(unit.status)
            )
        }

        func duty(_ unit: UnitResult, _ line: IndicatorLine) -> Duty {
            let isRequested = scene.roster.units[unit.unit].isAsked
            var text = "\(line.indicator.id): \(line.indicator.name)"
            if let every = line.every {
                if let value = unit.value {
                    text += words(
                        " (đã thực hiện \(words.quantity(value)) \(words.noun(every, value == Quantity(1) ? 1 : 2)))"
                    )
                }
            } else {
                let short = line.besides(unit.shortfalls)
                if let value = unit.value {
                    let held = words.value(value, of: line.indicator)
                    text += words(" (yêu cầu \(line.ruleText), hiện có \(held)\(short))")
                } else {
                    text += words(" (yêu cầu \(line.ruleText)\(short))")
                }
            }
            let lastDay = unit.lastDay ?? line.result.spans.map(\.to).max()
            return Duty(
                subject: line.indicator.id,
                isDeadline: false,
                text: text,
                lastDay: lastDay,
                daysOverdue: overdue(lastDay),
                note: unit.reason.map { words.text($0, gathersMonths: true) },
                word: words.word(unit.status, isRequested: isRequested),
                status: CellStatus(unit.status)
            )
        }

        /// The nodes that answer for an indicator that has one of some results: for a total those
        /// that it is set for, for a share those that handed it over.
        ///
        /// A node was given a target of its own: whose share is enough here is not urged for it.
        func open(_ line: IndicatorLine, _ statuses: Set<Status>) -> [IndicatorLine] {
            line.indicator.isTotal
                ? line.answering(statuses).filter { $0.isBelow || $0.binds }
                : line.below.filter { statuses.contains($0.node.status) && !$0.isShareEnough }
        }

        func duty(_ line: IndicatorLine) -> Duty {
            let lastDay =
                line.node.lastDay ?? line.result.lastDay ?? line.result.spans.map(\.to).max()
            return Duty(
                subject: line.indicator.id,
                isDeadline: false,
                text:
                    words(
                        "\(line.indicator.id): \(line.indicator.name) (yêu cầu \(line.assigned), \(line.held)\(line.nodeShortfalls))"
                    ),
                lastDay: lastDay,
                daysOverdue: overdue(lastDay),
                note: line.node.reason.map(words.text),
                word: line.isBelow
                    ? words.word(
                        line.node.status,
                        isRequested: scene.roster.units[line.node.node].isAsked
                    ) : line.word,
                status: CellStatus(line.node.status)
            )
        }

        private func overdue(_ lastDay: Day?) -> Int? {
            guard let lastDay, scene.asOf.day > lastDay else { return nil }
            return scene.asOf.day.days(since: lastDay)
        }
    }
}
