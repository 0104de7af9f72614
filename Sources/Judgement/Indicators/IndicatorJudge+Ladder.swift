internal import Model
internal import Plans
internal import Rollup

extension IndicatorJudge {
    /// The last day that is in time for a unit or node, and the decision that moved it.
    func end(_ unit: Int) -> (lastDay: Day?, reason: Reason?) {
        guard let grant = grant(unit) else { return (lastDay, nil) }
        return (grant.day, .extended(decision: grant.decision.number, until: grant.day))
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
        let portions = portions(members, for: unit, until: end(unit).lastDay, &evaluator)
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
        if every != nil {
            recur(&result, portions, members, &evaluator)
            return result
        }
        let all = values(portions.accrued ?? portions.whole)
        result.value = values(portions.whole)[0]
        if let (value, reason) = override(unit) {
            result.value = value
            result.reason = reason
            judge(&result, overriddenBy: value, portions, all)
            return result
        }
        guard let judged = all[0] else {
            judgeNoData(&result, members, &evaluator)
            return result
        }
        let isHeld = holds(all, in: judgedSlice, members, &evaluator)
        if case .ahead = standing {
            result.status = isHeld ? .met : .pending
        } else if let lastDay {
            judge(&result, dueBy: lastDay, isHeld: isHeld, portions, members, &evaluator)
        } else {
            result.status = isHeld ? .met : isPast(horizon(nil)) ? .unmet : .pending
        }
        if result.status != .met { result.shortfalls = shortfalls(all) }
        tellWhatIsLacking(in: &result, judged, members, &evaluator)
        postpone(&result, members, &evaluator)
        return result
    }

    /// §5 step 3 where there is a last day: whether the rule held by then, later, or not (yet).
    private func judge(
        _ result: inout UnitResult,
        dueBy lastDay: Day,
        isHeld: Bool,
        _ portions: Portions,
        _ members: [[Int]]?,
        _ evaluator: inout Evaluator
    ) {
        var inTime = judgedSlice
        inTime.until = min(lastDay, inTime.until ?? lastDay)
        let timely = values(portions.inTime ?? portions.whole)
        if holds(timely, in: inTime, members, &evaluator) {
            result.status = .met
        } else if isHeld, !isPast(lastDay) {
            // Nothing can be late yet: some of it bears no date, and there is time to write it in.
            result.status = .pending
            result.reason = .undated
        } else if isHeld {
            result.status = .late
            if let members {
                let day = dayOfCompletion(members, after: lastDay, &evaluator)
                result.reason = day.map { .late(on: $0) } ?? .undated
            }
        } else {
            result.status = isPast(lastDay) ? .unmet : .pending
        }
    }

    /// Says, where nothing else is said of a figure, which editions have too few entries, and that
    /// another figure than the window's own was judged.
    private func tellWhatIsLacking(
        in result: inout UnitResult,
        _ judged: Quantity,
        _ members: [[Int]]?,
        _ evaluator: inout Evaluator
    ) {
        if result.status == .unmet || result.status == .pending, result.reason == nil, let members {
            let editions = lacking(members, judgedSlice, &evaluator)
            if !editions.isEmpty {
                result.reason = .tooFew(editions: editions.map(scene.plan.title(of:)))
            }
        }
        if case .accrued(_, let span) = standing, result.reason == nil, judged != result.value {
            result.reason = .accrued(judged, over: span)
        }
    }

    /// The same for the value that a decision has put in place of the unit's or node's own.
    ///
    /// It counts as in time (CONTRACT §11.27); the conditions that stand beside it are judged as
    /// ever.
    private func judge(
        _ result: inout UnitResult,
        overriddenBy value: Quantity,
        _ portions: Portions,
        _ all: [Quantity?]
    ) {
        var judged = all
        var timely = values(portions.inTime ?? portions.accrued ?? portions.whole)
        (judged[0], timely[0]) = (value, value)
        let isOver = isPast(horizon(result.lastDay))
        if holds(timely, minimum: minimum) {
            result.status = .met
        } else if holds(judged, minimum: minimum), isOver {
            result.status = .late
        } else {
            result.status = isOver ? .unmet : .pending
        }
        if result.status != .met { result.shortfalls = shortfalls(judged) }
    }

    /// The same where there is nothing to be judged.
    private func judgeNoData(
        _ result: inout UnitResult,
        _ members: [[Int]]?,
        _ evaluator: inout Evaluator
    ) {
        result.status =
            isPast(horizon(result.lastDay)) && standing != .ahead ? .noData : .pending
        if case .accrued(_, let span) = standing, let own = result.value {
            // What the window adds is no part of what is judged: no data has no value beside it.
            result.reason = result.reason ?? .accruedNothing(own: own, over: span)
            if result.status == .noData { result.value = nil }
            return
        }
        // What is missing, not how long there was time for it, once that is past.
        if result.status == .noData || result.reason == nil {
            result.reason = absence(of: result.unit, members, &evaluator)
        }
        if scene.window.period.isPartOfYear, case .recordedBy = result.reason {
            // What was written of a longer period is judged there, whenever it was due.
            result.status = .pending
        }
        postpone(&result, members, &evaluator)
    }

    /// The value that a decision puts in place of a unit's or node's own.
    func override(_ unit: Int) -> (value: Quantity, reason: Reason)? {
        guard let decision = decision(unit, \.isOverride), case .override(let value) = decision.kind
        else { return nil }
        let reason = Reason.overridden(
            decision: decision.number,
            date: decision.date,
            reason: decision.reason
        )
        return (value, reason)
    }

    /// Which of the conditions beside the first one do not hold.
    private func shortfalls(_ values: [Quantity?]) -> [Shortfall] {
        indicator.requirements.indices.dropFirst().compactMap { index in
            let isHeld = values[index].map {
                indicator.requirements[index].rule.holds($0, minimum: minimum)
            }
            return isHeld == true ? nil : Shortfall(requirement: index, value: values[index])
        }
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
            judgedSlice
        )
        return days.first { day in
            guard day > lastDay else { return false }
            var until = judgedSlice
            until.until = day
            let terms = termValues(members, until, &evaluator)
            return holds(values(terms), in: until, members, &evaluator)
        }
    }

    /// What the terms come to over some members, in the portions that the rule asks about of the
    /// unit or node whose figure it is.
    func portions(
        _ members: [[Int]],
        for unit: Int,
        until lastDay: Day?,
        _ evaluator: inout Evaluator
    ) -> Portions {
        var portions = Portions(whole: termValues(members, slice, &evaluator))
        if every != nil {
            for part in periods {
                let slice = slice(of: part, for: unit)
                portions.parts.append(termValues(members, slice, &evaluator))
            }
        } else if let lastDay {
            var inTime = judgedSlice
            inTime.until = min(lastDay, inTime.until ?? lastDay)
            portions.inTime = termValues(members, inTime, &evaluator)
        }
        if judgedSlice != slice {
            portions.accrued = termValues(members, judgedSlice, &evaluator)
        }
        return portions
    }

    func termValues(
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

    func holds(_ values: [Quantity?], minimum: Int) -> Bool {
        zip(indicator.requirements, values).allSatisfy { requirement, value in
            value.map { requirement.rule.holds($0, minimum: minimum) } ?? false
        }
    }
}
