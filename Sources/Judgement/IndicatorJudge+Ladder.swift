internal import Model
internal import Plans
internal import Rollup

extension IndicatorJudge {
    /// The last day that is in time for a unit or node, and the decision that moved it.
    func end(_ unit: Int) -> (lastDay: Day?, reason: Reason?) {
        if let decision = decision(unit, { if case .extend = $0 { true } else { false } }),
            case .extend(let day) = decision.kind
        {
            return (day, .extended(decision: decision.number, until: day))
        }
        return (lastDay, nil)
    }

    func decision(_ unit: Int, _ isKind: (Decision.Kind) -> Bool) -> Decision? {
        scene.decision(unit, indicator.id, where: isKind)
    }

    /// §5 steps 2 and 3, for a unit and those it speaks for.
    func ladder(
        _ unit: Int,
        _ members: [[Int]],
        _ evaluator: inout Evaluator
    ) -> UnitResult {
        let portions = portions(members, until: end(unit).lastDay, &evaluator)
        return ladder(unit, portions, members, &evaluator)
    }

    /// §5 steps 2 and 3, for the figure of a unit or node; `members` is nil where some of it was
    /// counted elsewhere, so that no day of completion is known.
    func ladder(
        _ unit: Int,
        _ portions: Portions,
        _ members: [[Int]]?,
        _ evaluator: inout Evaluator
    ) -> UnitResult {
        var result = UnitResult(unit: unit, status: .unmet)
        let end = end(unit)
        let lastDay = end.lastDay
        result.lastDay = lastDay
        result.reason = end.reason
        if indicator.every != nil {
            recur(&result, portions)
            return result
        }
        let all = values(portions.whole)
        result.value = all[0]
        if let decision = decision(unit, { if case .override = $0 { true } else { false } }),
            case .override(let value) = decision.kind
        {
            // Counts as in time (CONTRACT §11.27).
            result.value = value
            result.reason = .overridden(
                decision: decision.number,
                date: decision.date,
                reason: decision.reason
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
            if holds(values(portions.inTime ?? portions.whole)) {
                result.status = .met
            } else if holds(all) {
                result.status = .late
                if let members {
                    let day = dayOfCompletion(members, after: lastDay, &evaluator)
                    result.reason = day.map { .late(on: $0) } ?? .undated
                }
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
            return holds(values(termValues(members, until, &evaluator)))
        }
    }

    private var formNames: [String] {
        let plan = scene.plan
        return indicator.requirements[0].measure.forms(measures: plan.measures).sorted()
            .map { plan.forms.forms[$0].name }
    }

    /// What the terms come to over some members, in the portions that the rule asks about.
    func portions(
        _ members: [[Int]],
        until lastDay: Day?,
        _ evaluator: inout Evaluator
    ) -> Portions {
        var portions = Portions(whole: termValues(members, slice, &evaluator))
        if indicator.every != nil {
            for part in periods {
                portions.parts.append(termValues(members, slice(of: part), &evaluator))
            }
        } else if let lastDay {
            var inTime = slice
            inTime.until = lastDay
            portions.inTime = termValues(members, inTime, &evaluator)
        }
        return portions
    }

    private func termValues(
        _ members: [[Int]],
        _ slice: Slice,
        _ evaluator: inout Evaluator
    ) -> [Quantity?] {
        var values: [Quantity?] = []
        for term in terms { values.append(evaluator.nodeValue(term, over: members, slice)) }
        return values
    }

    /// The value of each requirement's measure.
    func values(_ terms: [Quantity?]) -> [Quantity?] {
        var rest = terms[...]
        return indicator.requirements.map { $0.measure.figure(&rest, scene.plan.measures) }
    }

    /// `every`: the months or quarters of the indicator's span.
    var periods: [Window] {
        guard let every = indicator.every else { return [] }
        return spans.flatMap { scene.plan.calendar.parts(of: $0, months: every.months) }
    }

    func holds(_ values: [Quantity?]) -> Bool {
        zip(indicator.requirements, values).allSatisfy { requirement, value in
            value.map { requirement.rule.holds($0, minimum: minimum) } ?? false
        }
    }

    /// `every`: the rule must hold in each part of the span that has ended; the value is the number of
    /// parts that held (CONTRACT §11.11).
    private func recur(_ result: inout UnitResult, _ portions: Portions) {
        guard values(portions.whole)[0] != nil else {
            result.status = isPast(horizon(result.lastDay)) ? .noData : .pending
            result.reason = .missing(forms: formNames)
            return
        }
        var held = 0
        var failed: [String] = []
        var elapsed = 0
        for (part, terms) in zip(periods, portions.parts) where answers(result.unit, for: part) {
            let isElapsed = isPast(part.span.to)
            if isElapsed { elapsed += 1 }
            if holds(values(terms)) {
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

    /// Whether a unit answers for a month or quarter: only where it, and the report's root, existed
    /// throughout; a month in which the window ends is asked about as far as it goes.
    func answers(_ unit: Int, for part: Window) -> Bool {
        let candidate = scene.roster.units[unit]
        return (candidate.validFrom ?? part.span.from) <= part.span.from
            && (candidate.validTo ?? part.span.to.adding(1)) > part.span.to
            && (part.span.to <= scene.lastDay || scene.lastDay == scene.window.span.to)
    }

    /// What is looked at for one part of the span.
    func slice(of part: Window) -> Slice {
        var slice = slice
        slice.spans = [part.span]
        slice.window = part.span
        return slice
    }
}
