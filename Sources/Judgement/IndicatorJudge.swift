internal import Model
internal import Plans
internal import Rollup

/// Judges one indicator for every unit and node (CONTRACT §5, §11).
struct IndicatorJudge {
    let scene: Scene
    let indicator: Indicator
    let spans: [DateSpan]
    /// The last day that is in time, as the plan says it.
    let lastDay: Day?
    private let minimum: Int
    private let lacksContest: Bool

    init(scene: Scene, indicator: Indicator) {
        self.scene = scene
        self.indicator = indicator
        let plan = scene.plan
        let editions = plan.editions(in: scene.window)
        minimum = editions.map(\.minEntries).max() ?? 1
        lastDay = indicator.due?.lastDay(inYear: scene.window.period.year)
        switch indicator.scope {
        case .stage:
            spans = [plan.stageSpan]
            lacksContest = false
        case .contest:
            spans = editions.map(\.span).sorted { $0.from < $1.from }
            lacksContest = editions.isEmpty
        case .window:
            lacksContest = false
            var span = scene.window.span
            if let due = indicator.due, let lastDay, lastDay > span.to {
                // From the day after the previous window's due to this one's: a record counts once.
                let previous = due.lastDay(inYear: scene.window.period.year - 1)
                if previous < lastDay { span = DateSpan(from: previous.adding(1), to: lastDay) }
            }
            spans = [span]
        }
    }

    private var slice: Slice {
        Slice(spans: spans, window: scene.window.span, datedBy: indicator.datedBy)
    }

    /// The day until which an open result is pending: the due day, else the end of the span.
    private func horizon(_ lastDay: Day?) -> Day {
        lastDay ?? spans.map(\.to).max() ?? scene.window.span.to
    }

    /// A day is past at 00:00 of the next (CONTRACT §11.8).
    private func isPast(_ day: Day) -> Bool { scene.asOf.day > day }

    func judge(_ evaluator: inout Evaluator) -> IndicatorResult {
        var units: [UnitResult] = []
        if !indicator.isTotal, let group = indicator.group {
            for unit in scene.units where scene.membership[group][unit] {
                guard unit != scene.root || scene.roster.children[unit].isEmpty else { continue }
                units.append(judge(unit, &evaluator))
            }
        }
        return IndicatorResult(
            indicator: 0,
            spans: spans,
            lastDay: lastDay,
            units: units,
            nodes: nodes(units, &evaluator)
        )
    }

    // MARK: - Units

    private func judge(_ unit: Int, _ evaluator: inout Evaluator) -> UnitResult {
        let members = scene.members(of: unit, indicator.closed)
        var result = ladder(unit, [members], isNode: false, &evaluator)
        if let reason = exemption(unit) {
            result.status = .exempt
            result.reason = reason
        }
        return result
    }

    /// Why a unit does not have to meet the indicator; nil where it has to.
    private func exemption(_ unit: Int) -> Reason? {
        let candidate = scene.roster.units[unit]
        if let waiver = scene.decision(unit, indicator.id, where: { $0 == .waive }) {
            return .waived(decision: waiver.number, date: waiver.date, reason: waiver.reason)
        }
        if let from = candidate.validFrom, from > scene.asOf.day { return .notYet(from: from) }
        if let closed = candidate.validTo, closed <= scene.window.span.to,
            indicator.closed != .counts
        {
            let successor = scene.changes.mainSuccessor(of: candidate.id)
            return .closed(
                since: closed,
                successor: successor.flatMap { id in
                    scene.roster.index(of: id).map { scene.roster.units[$0].name }
                }
            )
        }
        return lacksContest ? .noContest : nil
    }

    /// §5 steps 2 and 3, for a unit or for the figure of a node.
    private func ladder(
        _ unit: Int,
        _ members: [[Int]],
        isNode: Bool,
        _ evaluator: inout Evaluator
    ) -> UnitResult {
        var result = UnitResult(unit: unit, status: .unmet)
        var lastDay = lastDay
        if let extension_ = scene.decision(
            unit,
            indicator.id,
            where: { if case .extend = $0 { true } else { false } }
        ),
            case .extend(let day) = extension_.kind
        {
            lastDay = day
            result.reason = .extended(decision: extension_.number, until: day)
        }
        result.lastDay = lastDay
        if indicator.every != nil {
            recur(&result, members, isNode, &evaluator)
            return result
        }
        let all = values(members, slice, isNode, &evaluator)
        result.value = all[0]
        if let override_ = scene.decision(
            unit,
            indicator.id,
            where: { if case .override = $0 { true } else { false } }
        ),
            case .override(let value) = override_.kind
        {
            // Counts as in time (CONTRACT §11.27).
            result.value = value
            result.reason = .overridden(
                decision: override_.number,
                date: override_.date,
                reason: override_.reason
            )
            let rule = indicator.requirements[0].rule
            result.status =
                rule.holds(value, minimum: minimum)
                ? .met : isPast(horizon(lastDay)) ? .unmet : .pending
            return result
        }
        guard result.value != nil else {
            result.status = isPast(horizon(lastDay)) ? .noData : .pending
            result.reason = result.reason ?? .missing(forms: formNames)
            return result
        }
        if let lastDay {
            var inTime = slice
            inTime.until = lastDay
            if holds(values(members, inTime, isNode, &evaluator)) {
                result.status = .met
            } else if holds(all) {
                result.status = .late
                let day = dayOfCompletion(members, isNode, after: lastDay, &evaluator)
                result.reason = day.map { .late(on: $0) } ?? result.reason
            } else {
                result.status = isPast(lastDay) ? .unmet : .pending
            }
        } else {
            result.status = holds(all) ? .met : isPast(horizon(nil)) ? .unmet : .pending
        }
        return result
    }

    /// The first day on which the rule held, where it came to hold after the due day.
    private func dayOfCompletion(
        _ members: [[Int]],
        _ isNode: Bool,
        after lastDay: Day,
        _ evaluator: inout Evaluator
    ) -> Day? {
        let days = evaluator.decidingDays(
            indicator.requirements.map(\.measure),
            of: members.flatMap(\.self),
            slice
        )
        return days.first { day in
            guard day > lastDay else { return false }
            var until = slice
            until.until = day
            return holds(values(members, until, isNode, &evaluator))
        }
    }

    private var formNames: [String] {
        let plan = scene.plan
        return indicator.requirements[0].measure.forms(measures: plan.measures).sorted()
            .map { plan.forms.forms[$0].name }
    }

    /// The value of each requirement's measure.
    private func values(
        _ members: [[Int]],
        _ slice: Slice,
        _ isNode: Bool,
        _ evaluator: inout Evaluator
    ) -> [Quantity?] {
        indicator.requirements.map { requirement in
            isNode
                ? evaluator.nodeValue(requirement.measure, over: members, slice)
                : evaluator.value(requirement.measure, of: members[0], slice)
        }
    }

    private func holds(_ values: [Quantity?]) -> Bool {
        zip(indicator.requirements, values).allSatisfy { requirement, value in
            value.map { requirement.rule.holds($0, minimum: minimum) } ?? false
        }
    }

    /// `every`: the rule must hold in each part of the span that has ended; the value is the number of
    /// parts that held (CONTRACT §11.11).
    private func recur(
        _ result: inout UnitResult,
        _ members: [[Int]],
        _ isNode: Bool,
        _ evaluator: inout Evaluator
    ) {
        guard let every = indicator.every else { return }
        let candidate = scene.roster.units[result.unit]
        let parts = spans.flatMap { scene.plan.calendar.parts(of: $0, months: every.months) }
            .filter { part in
                // A unit answers for the months in which it existed throughout.
                (candidate.validFrom ?? part.span.from) <= part.span.from
                    && (candidate.validTo ?? part.span.to.adding(1)) > part.span.to
            }
        guard values(members, slice, isNode, &evaluator)[0] != nil else {
            result.status = isPast(horizon(result.lastDay)) ? .noData : .pending
            result.reason = .missing(forms: formNames)
            return
        }
        var held = 0
        var failed: [String] = []
        var elapsed = 0
        for part in parts {
            let isElapsed = isPast(part.span.to)
            if isElapsed { elapsed += 1 }
            var partSlice = slice
            partSlice.spans = [part.span]
            partSlice.window = part.span
            if holds(values(members, partSlice, isNode, &evaluator)) {
                if isElapsed { held += 1 }
            } else if isElapsed {
                failed.append(part.name)
            }
        }
        result.value = Quantity(held)
        if !failed.isEmpty {
            result.status = .unmet
            result.reason = .failed(periods: failed)
        } else {
            result.status = elapsed > 0 ? .met : .pending
        }
    }

    // MARK: - Nodes

    private func nodes(_ units: [UnitResult], _ evaluator: inout Evaluator) -> [NodeResult] {
        var results: [NodeResult] = []
        let byUnit = Dictionary(uniqueKeysWithValues: units.map { ($0.unit, $0) })
        let nodes = scene.units.filter {
            $0 == scene.root || (!scene.isLeaf($0) && scene.levels[$0] >= indicator.level)
        }
        var totals: [Int: NodeResult] = [:]
        for node in nodes where indicator.isTotal && !isAbove(node, nodes) {
            totals[node] = total(node, &evaluator)
        }
        for node in nodes {
            var result: NodeResult
            if indicator.isTotal {
                result = totals[node] ?? upperTotal(node, totals, &evaluator)
            } else {
                result = share(node, byUnit)
            }
            if isAbove(node, nodes) {
                let lower = nodes.filter {
                    $0 != node && scene.levels[$0] == indicator.level
                        && scene.roster.isWithin($0, node)
                }
                result.nodes = lower.count
                result.nodesMet = lower.count { other in
                    (totals[other] ?? share(other, byUnit)).status == .met
                }
            }
            results.append(result)
        }
        return results
    }

    /// Whether a node stands above the level that the target is set for.
    private func isAbove(_ node: Int, _ nodes: [Int]) -> Bool {
        scene.levels[node] > indicator.level
            && nodes.contains {
                $0 != node && scene.levels[$0] == indicator.level && scene.roster.isWithin($0, node)
            }
    }

    private func share(_ node: Int, _ byUnit: [Int: UnitResult]) -> NodeResult {
        let obliged = scene.denominator(group: indicator.group, node: node)
            .compactMap { byUnit[$0] }.filter { $0.status != .exempt }
        let isIn: (UnitResult) -> Bool = {
            $0.status == .met || (indicator.lateCounts && $0.status == .late)
        }
        let numerator = obliged.count(where: isIn)
        var result = NodeResult(
            node: node,
            numerator: numerator,
            denominator: obliged.count,
            status: .unmet
        )
        result.missing = obliged.filter { !isIn($0) }.map(\.unit)
        guard !obliged.isEmpty, case .each(let target) = indicator.kind else {
            result.status = .notApplicable
            return result
        }
        let pending = obliged.count { $0.status == .pending }
        if target.holds(numerator, of: obliged.count) {
            result.status = .met
        } else if pending > 0, target.holds(numerator + pending, of: obliged.count) {
            result.status = .pending
        } else if obliged.allSatisfy({ $0.status == .noData }) {
            result.status = .noData
        }
        return result
    }

    /// The units whose records a node's total counts, each with those it speaks for.
    private func counted(_ node: Int) -> [[Int]] {
        if indicator.counts == .own { return [scene.members(of: node, indicator.closed)] }
        let units =
            indicator.group == nil
            ? scene.roster.subtree(node) : scene.denominator(group: indicator.group, node: node)
        // Under `successor` a closed unit's records stand with its successor: never twice.
        let taken = Set(units.flatMap { scene.members(of: $0, indicator.closed).dropFirst() })
        return units.filter { !taken.contains($0) }.map { scene.members(of: $0, indicator.closed) }
    }

    private func total(_ node: Int, _ evaluator: inout Evaluator) -> NodeResult {
        let members = counted(node)
        var figure = ladder(node, members, isNode: true, &evaluator)
        if let adjusted = adjustedSum(members, &evaluator), indicator.every == nil,
            scene.decision(
                node,
                indicator.id,
                where: { if case .override = $0 { true } else { false } }
            )
                == nil
        {
            figure.value = adjusted
            figure.status =
                indicator.requirements[0].rule.holds(adjusted, minimum: minimum)
                ? .met : isPast(horizon(figure.lastDay)) ? .unmet : .pending
        }
        if let waiver = scene.decision(node, indicator.id, where: { $0 == .waive }) {
            figure.status = .exempt
            figure.reason = .waived(
                decision: waiver.number,
                date: waiver.date,
                reason: waiver.reason
            )
        } else if lacksContest {
            figure.status = .notApplicable
        }
        return finished(node, figure)
    }

    /// The sum over the units where a decision put a value in place of a unit's own.
    private func adjustedSum(_ members: [[Int]], _ evaluator: inout Evaluator) -> Quantity? {
        guard members.count > 1 else { return nil }
        var isAdjusted = false
        var sum = Quantity.zero
        for member in members {
            var value = evaluator.value(indicator.requirements[0].measure, of: member, slice)
            if let decision = scene.decision(
                member[0],
                indicator.id,
                where: { if case .override = $0 { true } else { false } }
            ),
                decision.unit != nil, case .override(let own) = decision.kind
            {
                value = own
                isAdjusted = true
            }
            sum = value.flatMap { sum.adding($0) } ?? sum
        }
        return isAdjusted ? sum : nil
    }

    /// A node above the level: the sum of what its nodes counted, under the same rule
    /// (CONTRACT §11.30).
    private func upperTotal(
        _ node: Int,
        _ totals: [Int: NodeResult],
        _ evaluator: inout Evaluator
    ) -> NodeResult {
        let lower = totals.filter { scene.roster.isWithin($0.key, node) }.keys.sorted()
        var figure = ladder(
            node,
            lower.flatMap { counted($0) },
            isNode: true,
            &evaluator
        )
        if lower.contains(where: { totals[$0]?.reason != nil }) {
            let values = lower.compactMap { totals[$0]?.value }
            figure.value = values.reduce(Quantity?.none) { sum, value in
                sum.map { $0.adding(value) } ?? value
            }
        }
        return finished(node, figure)
    }

    private func finished(_ node: Int, _ figure: UnitResult) -> NodeResult {
        var result = NodeResult(node: node, value: figure.value, status: figure.status)
        result.reason = figure.reason
        if let value = figure.value, figure.status == .met || figure.status == .late {
            result.exceeded = indicator.requirements[0].rule.isExceeded(by: value, minimum: minimum)
        }
        return result
    }
}
