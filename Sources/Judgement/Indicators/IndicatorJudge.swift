internal import Model
internal import Plans
internal import Rollup

/// Judges one indicator for every unit and node (CONTRACT §5, §11).
struct IndicatorJudge {
    let scene: Scene
    let indicator: Indicator
    var spans: [DateSpan]
    /// The last day that is in time, as the plan says it.
    let lastDay: Day?
    /// The reporting year that it is the due day of.
    let dueYear: Int
    /// The editions of the contest that are judged.
    let editions: [ContestEdition]
    /// What the contest edition asks of each unit.
    let minimum: Int
    /// Whether the indicator looks at a contest and the window has none.
    let lacksContest: Bool
    /// What nodes below handed over about the indicator, each in place of its whole sub-tree.
    let handed: [Int: HandedResult]
    /// The terms of all requirements, in order.
    let terms: [MeasureExpression]
    /// How often the rule must hold within the window.
    let every: Recurrence?
    /// How what is due once a year stands to a month or quarter.
    var standing: DueStanding
    /// The last day that the plan gives, due or not, whatever was granted.
    private(set) var planned: Day
    /// The units whose records stand with another one that a total counts, wherever in the report
    /// that is: never twice.
    let taken: Set<Int>

    init(scene: Scene, indicator: Indicator, handed: [Int: HandedResult] = [:]) {
        self.scene = scene
        self.indicator = indicator
        self.handed = handed
        let plan = scene.plan
        terms = indicator.requirements.flatMap { $0.measure.terms(plan.measures) }
        every = indicator.recurrence(in: scene.window)
        standing = DueStanding(indicator, in: scene.window, plan)
        dueYear = if case .accrued(let year, _) = standing { year.year } else { scene.window.year }
        lastDay = indicator.due?.lastDay(inYear: dueYear)
        if case .accrued(let year, _) = standing {
            editions = plan.editions(in: year)
        } else {
            editions = plan.editions(in: scene.window)
        }
        minimum = plan.minimumEntries(in: scene.window, every: every)
        switch indicator.scope {
        case .stage:
            var stage = plan.stageSpan
            // The records of this year are no part of the year before.
            if let until = scene.until, until >= stage.from {
                stage.to = min(stage.to, until, scene.window.span.to)
            }
            spans = [stage]
            lacksContest = false
        case .contest where scene.window.period.isPartOfYear:
            // A month counts the entries of its own days, of the editions of its year.
            spans = editions.map { $0.span.part(in: scene.window.span) }
                .filter { !$0.isEmpty }.sorted { $0.from < $1.from }
            lacksContest = editions.isEmpty || (every != nil && spans.isEmpty)
        case .contest:
            spans = editions.map(\.span).sorted { $0.from < $1.from }
            lacksContest = editions.isEmpty
        case .window:
            lacksContest = false
            spans = [indicator.due?.span(in: scene.window) ?? scene.window.span]
        }
        taken = IndicatorJudge.taken(scene, indicator, handed)
        planned = scene.window.span.to
        planned = horizon(lastDay)
    }

    private static func taken(
        _ scene: Scene,
        _ indicator: Indicator,
        _ handed: [Int: HandedResult]
    ) -> Set<Int> {
        guard indicator.isTotal, scene.restatement != nil || indicator.closed == .successor else {
            return []
        }
        // What a node handed over is its own affair: nothing of it is counted here.
        let elsewhere = Set(handed.keys.flatMap { scene.roster.subtree($0) })
        // Also what a report of one sub-tree leaves out: its figures add up to those of the whole
        // plan.
        let top = scene.roster.index(of: scene.plan.root) ?? scene.root
        let root = scene.roster.isWithin(scene.root, top) ? top : scene.root
        let counted =
            indicator.group == nil
            ? scene.roster.subtree(root) : scene.denominator(group: indicator.group, node: root)
        return Set(
            counted.filter { !elsewhere.contains($0) }
                .flatMap { scene.members(of: $0, indicator.closed).dropFirst() }
        )
    }

    var slice: Slice {
        Slice(
            spans: spans,
            window: scene.window.span,
            until: scene.isPart ? scene.until : nil,
            datedBy: indicator.datedBy
        )
    }

    /// The day until which an open result is pending: the due day, else the end of the span.
    func horizon(_ lastDay: Day?) -> Day {
        lastDay ?? judgedSlice.spans.map(\.to).max() ?? scene.window.span.to
    }

    /// The day after which an open result is told to be judged where nothing is due: a contest that
    /// goes on behind the window is judged once it has closed.
    var toldHorizon: Day {
        guard standing == .ahead, indicator.scope == .contest else { return horizon(nil) }
        return editions.map(\.closes).max() ?? horizon(nil)
    }

    /// A day is past at 00:00 of the next (CONTRACT §11.8).
    func isPast(_ day: Day) -> Bool { scene.asOf.day > day }

    func judge(_ evaluator: inout Evaluator) -> IndicatorResult {
        var units: [UnitResult] = []
        let judgedBelow = Set(handed.keys.flatMap { scene.roster.subtree($0) })
        if !indicator.isTotal, let group = indicator.group {
            for unit in scene.units
            where scene.membership[group][unit] && !judgedBelow.contains(unit) {
                guard
                    unit != scene.root || scene.roster.children[unit].isEmpty || scene.isTop(unit)
                else { continue }
                units.append(judge(unit, &evaluator))
            }
        }
        return IndicatorResult(
            indicator: 0,
            spans: spans,
            lastDay: lastDay,
            dueYear: dueYear,
            units: units,
            nodes: nodes(units, &evaluator),
            handed: handed,
            clusters: scene.clusters.isEmpty ? [] : clusterFigures(units, &evaluator)
        )
    }

    private func judge(_ unit: Int, _ evaluator: inout Evaluator) -> UnitResult {
        let members = scene.portions(of: unit, indicator.closed)
        var result = prolonged(for: unit).ladder(unit, members, &evaluator)
        if let reason = exemption(unit) {
            // Left out whatever was done: then what there is may be shown.
            if case .accruedNothing(let own, _) = result.reason { result.value = own }
            result.status = .exempt
            result.reason = reason
        }
        return result
    }

    /// The decision that waives the indicator for a unit, or for a node above it: what a node need
    /// not see to, none of its units has to do.
    func waiver(_ unit: Int) -> Decision? { scene.waiver(unit, indicator.id) }

    /// Why a unit does not have to meet the indicator; nil where it has to.
    private func exemption(_ unit: Int) -> Reason? {
        let candidate = scene.roster.units[unit]
        if let waiver = waiver(unit) {
            return .waived(decision: waiver.number, date: waiver.date, reason: waiver.reason)
        }
        if let from = candidate.validFrom, from > scene.asOf.day { return .notYet(from: from) }
        if let closed = candidate.validTo, closed <= scene.lastDay,
            indicator.closed != .counts
        {
            return closedReason(candidate, since: closed)
        }
        if lacksContest { return .noContest }
        if let absence = absenceThroughout(unit) ?? absenceWhenDue(unit) { return absence }
        return every.flatMap { lacksParts(unit) ? .noPart($0) : nil }
    }

    private func closedReason(_ unit: Unit, since day: Day) -> Reason {
        let heir = scene.changes.heir(of: unit.id, closed: day)
        return .closed(
            since: day,
            successor: heir.flatMap { scene.roster.index(of: $0.id) }
                .map { scene.name(of: $0) }
        )
    }

    /// Why a unit was closed before the days on which the indicator has to be fulfilled; nil where
    /// it, or one it speaks for, was there on one of them.
    ///
    /// With `every` the parts of the window have days of their own.
    func absenceWhenDue(_ unit: Int) -> Reason? {
        let candidate = scene.roster.units[unit]
        guard every == nil, indicator.scope == .window, indicator.closed != .counts,
            case .within(let first, _)? = indicator.due, let closed = candidate.validTo,
            closed <= first.day(inYear: dueYear), closed <= scene.asOf.day,
            !scene.members(of: unit, indicator.closed).contains(where: { member in
                scene.roster.units[member].validTo.map { $0 > first.day(inYear: dueYear) } ?? true
            })
        else { return nil }
        return closedReason(candidate, since: closed)
    }

    /// Why a unit of the window was there on no day that is judged: it was founded after the
    /// contest had closed, or closed before it opened (CONTRACT §5.1, §11.9); nil where it, or one
    /// it speaks for, was.
    private func absenceThroughout(_ unit: Int) -> Reason? {
        let candidate = scene.roster.units[unit]
        let spans = prolonged(for: unit).judgedSlice.spans
        // In a part of a year that is judged by an earlier day the year's report says who was
        // there.
        guard indicator.scope == .contest || standing == .whole, let last = spans.map(\.to).max(),
            candidate.exists(within: scene.window.span),
            !scene.members(of: unit, indicator.closed).contains(where: { member in
                spans.contains { scene.roster.units[member].exists(within: $0) }
            })
        else { return nil }
        if let from = candidate.validFrom, from > last { return .notYet(from: from) }
        return candidate.validTo.map { closedReason(candidate, since: $0) }
    }
}
