internal import Model
internal import Plans
internal import Rollup

extension IndicatorJudge {
    /// §5 steps 2 and 3, for a unit or for the figure of a node.
    func ladder(
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
                result.reason = day.map { .late(on: $0) } ?? .undated
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
    func values(
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

    func holds(_ values: [Quantity?]) -> Bool {
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
        let parts = parts(of: result.unit)
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
            if holds(values(members, slice(of: part), isNode, &evaluator)) {
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

    /// `every`: the months or quarters of the span that a unit answers for: those in which it existed
    /// throughout.
    func parts(of unit: Int) -> [Window] {
        guard let every = indicator.every else { return [] }
        let candidate = scene.roster.units[unit]
        return spans.flatMap { scene.plan.calendar.parts(of: $0, months: every.months) }
            .filter { part in
                (candidate.validFrom ?? part.span.from) <= part.span.from
                    && (candidate.validTo ?? part.span.to.adding(1)) > part.span.to
            }
    }

    /// What is looked at for one part of the span.
    func slice(of part: Window) -> Slice {
        var slice = slice
        slice.spans = [part.span]
        slice.window = part.span
        return slice
    }
}
