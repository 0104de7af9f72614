internal import Model
internal import Plans
internal import Rollup

/// Rules that repeat within the window, and windows shorter than what is due (CONTRACT §11.10,
/// 11.11).
extension IndicatorJudge {
    /// What is looked at for the status: the window's own, or all of the year whose due day it
    /// holds.
    var judgedSlice: Slice {
        guard case .accrued(let year, let span) = standing else { return slice }
        var slice = slice
        slice.spans =
            indicator.scope == .contest
            ? editions.map { $0.span.part(in: span) }.filter { !$0.isEmpty } : [span]
        slice.window = DateSpan(from: year.span.from, to: min(year.span.to, span.to))
        slice.year = year.span
        return slice
    }

    // MARK: - every

    /// `every`: the months, quarters or years of the window, or of the indicator's own span where
    /// that is a contest's or the stage's; a due day behind the window takes no month from it.
    var periods: [Window] {
        guard let every else { return [] }
        let isWindow = every == .year || indicator.scope == .window
        let whole = isWindow ? [scene.window.span] : spans
        return whole.flatMap { scene.plan.calendar.parts(of: $0, months: every.months) }
    }

    /// What is looked at for one part of the span; of a year with a due day what was in time.
    func slice(of part: Window, for unit: Int) -> Slice {
        var slice = slice
        slice.spans = [part.span]
        slice.window = part.span
        if every == .year {
            if indicator.scope == .contest {
                slice.spans = scene.plan.editions(in: part).map(\.span)
            } else if let due = indicator.due {
                slice.spans = [due.span(in: part)]
            }
        }
        let granted = grantedDay(of: part, for: unit)
        let ends = slice.spans.indices.max { slice.spans[$0].to < slice.spans[$1].to }
        if let granted, let ends { slice.spans[ends].to = max(slice.spans[ends].to, granted) }
        if indicator.scope != .contest {
            // What was done in time granted for the part before counted there.
            let before = scene.plan.calendar.window(part.period.following(-1))
            if let taken = grantedDay(of: before, for: unit), taken >= slice.spans[0].from {
                slice.spans[0].from = min(taken, slice.spans[0].to).adding(1)
            }
        }
        if every == .year, !indicator.lateCounts, indicator.due != nil {
            let last = granted ?? plannedDay(of: part)
            slice.until = min(last, slice.until ?? last)
        }
        return slice
    }

    /// The last day on which a part of the span may still come to hold.
    func end(of part: Window, for unit: Int) -> Day {
        grantedDay(of: part, for: unit) ?? plannedDay(of: part)
    }

    /// Whether a unit answers for a part: a month or quarter only where it, and the report's root,
    /// existed throughout (one in which the window ends is asked about as far as it goes), but one
    /// that was founded or closed within each of them for those in which it existed; a year as in
    /// that year's own report.
    func answers(_ unit: Int, for part: Window) -> Bool {
        let candidate = scene.roster.units[unit]
        let from = answersFrom(unit)
        // Who is waived throughout is left out as a whole, with the figure that there is.
        if waiver(unit) == nil,
            scene.waives(unit, indicator.id, during: part, inherited: !indicator.isTotal)
        {
            return false
        }
        guard every == .year else {
            func isWhole(_ part: Window) -> Bool {
                (from ?? part.span.from) <= part.span.from
                    && (candidate.validTo ?? part.span.to.adding(1)) > part.span.to
                    && (part.span.to <= scene.lastDay || scene.lastDay == scene.window.span.to)
            }
            if isWhole(part) { return true }
            return (from ?? part.span.from) <= part.span.to
                && (candidate.validTo ?? part.span.to) > part.span.from
                && !periods.contains(where: isWhole)
        }
        if indicator.scope == .contest, scene.plan.editions(in: part).isEmpty { return false }
        guard (from ?? part.span.from) <= part.span.to,
            (candidate.validTo ?? part.span.to) > part.span.from
        else { return false }
        return indicator.closed == .counts
            || (candidate.validTo ?? part.span.to.adding(1)) > part.span.to
    }

    /// The first day for which a unit answers: its own, or under `successor` the first of those
    /// whose records stand with it; nil where there is none.
    private func answersFrom(_ unit: Int) -> Day? {
        let members =
            indicator.closed == .successor ? scene.members(of: unit, .successor) : [unit]
        let days = members.map { scene.roster.units[$0].validFrom }
        return days.contains(nil) ? nil : days.compactMap(\.self).min()
    }

    /// Whether a unit has no part of the span to answer for: no year, that is, that it was there
    /// for to its end, or that the board did not waive; of months and quarters there is always one.
    func lacksParts(_ unit: Int) -> Bool {
        !periods.isEmpty && !periods.contains { answers(unit, for: $0) }
    }

    /// `every`: the rule must hold in each part of the span that has ended; the value is the number
    /// of parts that held (CONTRACT §11.11).
    func recur(
        _ result: inout UnitResult,
        _ portions: Portions,
        _ members: [[Int]]?,
        _ evaluator: inout Evaluator
    ) {
        let override = override(result.unit)
        let isKnown =
            ([portions.whole] + portions.parts).contains { values($0)[0] != nil }
            || override != nil || periods.contains { self.override(result.unit, in: $0) != nil }
        guard isKnown else {
            // Where no month or quarter lies in the window whole, nothing was asked yet.
            let isAsked = !periods.isEmpty
            result.status = isAsked && isPast(horizon(result.lastDay)) ? .noData : .pending
            result.reason = absence(of: result.unit, members, &evaluator)
            postpone(&result, members, &evaluator)
            return
        }
        let lastDay = result.lastDay
        var held = 0
        var failed: [String] = []
        var firstMissed: Day?
        var elapsed = 0
        for (part, terms) in zip(periods, portions.parts) where answers(result.unit, for: part) {
            let last = end(of: part, for: result.unit)
            let isElapsed = isPast(last)
            if isElapsed { elapsed += 1 }
            if holds(part, of: result.unit, values(terms), members, &evaluator) {
                if isElapsed { held += 1 }
            } else if isElapsed {
                failed.append(part.name)
                firstMissed = firstMissed ?? last
            }
        }
        result.value = Quantity(held)
        if let (value, reason) = override {
            // The value is how many parts held: so many were done as have ended, or too few.
            result.value = value
            result.reason = reason
            result.status =
                value < Quantity(elapsed) ? .unmet : elapsed > 0 ? .met : .pending
        } else if !failed.isEmpty {
            result.status = .unmet
            // Overdue since the first part that failed, though the window goes on.
            result.lastDay = firstMissed
            result.reason =
                every == .year && indicator.due != nil
                ? .failedInTime(periods: failed) : .failed(periods: failed)
            postpone(&result, members, &evaluator)
            if result.status == .pending { result.lastDay = lastDay }
        } else {
            result.status = elapsed > 0 ? .met : .pending
            if periods.isEmpty {
                result.reason = longerRecord(of: result.unit, members, &evaluator) ?? result.reason
            }
        }
    }

    /// Whether the rule holds in a part of the span, with the value that a decision set for that
    /// part in place of the first one.
    func holds(
        _ part: Window,
        of unit: Int,
        _ values: [Quantity?],
        _ members: [[Int]]?,
        _ evaluator: inout Evaluator
    ) -> Bool {
        guard let (value, _) = override(unit, in: part) else {
            return holds(values, in: slice(of: part, for: unit), members, &evaluator)
        }
        return holds([value] + values.dropFirst(), minimum: minimum)
    }

    // MARK: - Records of a longer period

    /// Leaves open what a part of a year cannot tell: where the records of a unit, or all there are
    /// of a form that names its period, are about the whole year, a month of it has not failed.
    func postpone(
        _ result: inout UnitResult,
        _ members: [[Int]]?,
        _ evaluator: inout Evaluator
    ) {
        guard scene.window.period.isPartOfYear, [.unmet, .noData].contains(result.status) else {
            return
        }
        if case .accrued = standing { return }
        guard let reason = longerRecord(of: result.unit, members, &evaluator) else { return }
        result.status = .pending
        result.reason = reason
    }

    /// That the records on which a figure hangs are about a longer period than a part of a year;
    /// nil where they are not.
    private func longerRecord(
        of unit: Int,
        _ members: [[Int]]?,
        _ evaluator: inout Evaluator
    ) -> Reason? {
        guard scene.window.period.isPartOfYear else { return nil }
        let units = members?.flatMap(\.self) ?? scene.roster.subtree(unit)
        for requirement in indicator.requirements {
            let forms = evaluator.decidingForms(requirement.measure, of: units, slice)
            for form in forms.sorted() {
                // Who writes by the quarter has to write of each.
                var silent = units
                if every != nil { silent.removeAll { evaluator.writesOwn(form, [$0]) } }
                guard let period = evaluator.longerPeriod(form, of: silent, than: scene.window.span)
                else { continue }
                return .recordedBy(period: scene.plan.calendar.name(period))
            }
        }
        return nil
    }

    // MARK: - Why there is no figure

    /// Why the first measure has no value: what did not come, what was left blank, or a share of
    /// none.
    func absence(of unit: Int, _ members: [[Int]]?, _ evaluator: inout Evaluator) -> Reason {
        let plan = scene.plan
        if let results = awaitedResults(of: unit, &evaluator) {
            let name = [plan.forms.forms[results].name]
            let isBack = evaluator.handedBack.has(results, of: unit)
            return .missing(forms: isBack ? [] : name, back: isBack ? name : [])
        }
        let measure = indicator.requirements[0].measure
        let forms = measure.forms(measures: plan.measures)
        var absence = Evaluator.Absence()
        if let members { evaluator.note(&absence, measure, over: members, judgedSlice) }
        if absence.isShareOfNone { return .nothingToDivideBy }
        if absence.isOutOfRange { return .outOfRange }
        let open = (absence.fields.isEmpty ? forms : absence.forms).sorted()
        func names(_ forms: [Int]) -> [String] { forms.map { plan.forms.forms[$0].name } }
        let missing = names(open.filter { !evaluator.handedBack.has($0, of: unit) })
        let back = names(open.filter { evaluator.handedBack.has($0, of: unit) })
        guard !absence.fields.isEmpty else {
            guard let period = absence.period.map(plan.calendar.name) else {
                return .missing(forms: missing, back: back)
            }
            return scene.window.period.isPartOfYear
                ? .recordedBy(period: period)
                : .missingBeside(period: period, forms: missing + back)
        }
        return .blank(fields: absence.fields, forms: missing, back: back)
    }

    /// The form of results where a node that hands over its own has sent none: no register of it
    /// is awaited here.
    private func awaitedResults(of unit: Int, _ evaluator: inout Evaluator) -> Int? {
        guard scene.handsUp(unit), handed[unit] == nil,
            let results = HandedUpForm(scene.plan.forms)?.index,
            evaluator.handedBack.has(results, of: unit)
                || !evaluator.covers(results, [unit], judgedSlice)
        else { return nil }
        return results
    }
}
