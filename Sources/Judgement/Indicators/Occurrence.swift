package import Model
package import Plans

/// One of the times that a duty falls due: what the board extends is the last day of one of them
/// (CONTRACT §11.19).
struct Occurrence {
    /// The window, year, month or quarter that the duty is about.
    let window: Window
    /// The report's own window, which a decision may name as well.
    let asked: Period
    /// The last day that the plan gives it.
    let planned: Day
    /// The last day that the plan gives the next one.
    let next: Day

    init(_ window: Window, asked: Period, planned: Day, next: Day) {
        self.window = window
        self.asked = asked
        self.planned = planned
        self.next = next
    }

    /// Whether a decision moves the last day.
    ///
    /// One that names no window, or one that holds several times, moves the last of the planned
    /// days that does not lie behind the day that it grants: what is granted until January is about
    /// December, not about each year or month before.
    func isMoved(by decision: Decision) -> Bool {
        guard case .extend(let day) = decision.kind, decision.kind.extends(planned) else {
            return false
        }
        if decision.window == window.period || decision.window == asked { return true }
        guard decision.window?.includes(window) ?? true else { return false }
        return next <= planned || day < next
    }
}

/// A last day that the board moved, and by which decision.
package struct GrantedTime {
    /// The last day that is in time by the decision.
    package let day: Day
    /// The decision that moved it (`Gia hạn`).
    package let decision: Decision
}

extension Scene {
    /// The longest time that was granted to a unit, or to a node above it, for a duty; nil where
    /// none was.
    ///
    /// To grant time to all takes none from who had more; of decisions that grant the same day the
    /// unit's own is named, and of these the newest.
    func granted(
        _ unit: Int,
        _ subject: String,
        _ occurrence: Occurrence,
        among decisions: [Decision]
    ) -> GrantedTime? {
        let acting = decisions.filter {
            ($0.subject ?? subject) == subject && occurrence.isMoved(by: $0)
        }
        .sorted { ($1.date, $1.line) < ($0.date, $0.line) }
        var latest: GrantedTime?
        var step: Int? = acting.isEmpty ? nil : unit
        while let current = step {
            let id = roster.units[current].id
            for decision in acting where (decision.unit ?? id) == id {
                guard case .extend(let day) = decision.kind else { continue }
                if latest.map({ $0.day < day }) ?? true {
                    latest = GrantedTime(day: day, decision: decision)
                }
            }
            step = current == root ? nil : roster.parents[current]
        }
        return latest
    }

    /// The time that was granted to a unit for a deadline, in the window or one of its years.
    package func granted(
        _ unit: Int,
        _ deadline: Deadline,
        during window: Window
    ) -> GrantedTime? {
        let occurrence = Occurrence(
            window,
            asked: self.window.period,
            planned: deadline.due.lastDay(inYear: window.year),
            next: deadline.due.lastDay(inYear: window.year + 1)
        )
        return granted(unit, deadline.id, occurrence, among: decisions + partialDecisions)
    }
}

extension IndicatorJudge {
    private var calendar: ReportingCalendar { scene.plan.calendar }

    /// What the board may extend of the indicator in this window.
    private var occurrence: Occurrence {
        let period = scene.window.period
        guard indicator.due != nil || indicator.scope == .contest else {
            return Occurrence(
                scene.window,
                asked: period,
                planned: planned,
                next: calendar.span(period.following(1)).to
            )
        }
        return Occurrence(
            period.isPartOfYear ? calendar.window(.year(dueYear)) : scene.window,
            asked: period,
            planned: planned,
            next: indicator.due?.lastDay(inYear: dueYear + 1)
                ?? calendar.span(.year(dueYear + 1)).to
        )
    }

    /// The time that was granted to a unit or node in this window.
    func grant(_ unit: Int) -> GrantedTime? {
        scene.granted(unit, indicator.id, occurrence, among: scene.decisions)
    }

    /// The last day that was granted for the time before this window, in which work was still
    /// counted for that: a record counts once (CONTRACT §11.10).
    private func lastGranted(before unit: Int) -> Day? {
        guard indicator.scope == .window, !scene.decisionsInForce.isEmpty else { return nil }
        let period: Period =
            if case .years(let from, _) = scene.window.period { .year(from - 1) } else {
                scene.window.period.following(-1)
            }
        let before = calendar.window(period)
        let occurrence = Occurrence(
            before,
            asked: before.period,
            planned: indicator.due?.lastDay(inYear: before.year) ?? before.span.to,
            next: indicator.due?.lastDay(inYear: before.year + 1)
                ?? calendar.span(period.following(1)).to
        )
        // A due day that bears its year is that of every window.
        guard occurrence.planned < planned else { return nil }
        return scene.granted(unit, indicator.id, occurrence, among: scene.decisionsInForce)?.day
    }

    /// The same for a unit or node to which the board gave time beyond the span: what is done in
    /// that time counts, as it does where the plan's own due day lies behind the window, and not
    /// for the next window as well (CONTRACT §11.10).
    ///
    /// A month keeps its own records whatever was granted for the year that it lies in; then only
    /// the day moves on which the year's duty is judged.
    func prolonged(for unit: Int) -> IndicatorJudge {
        guard every == nil else { return self }
        var judge = self
        let day = grant(unit)?.day
        if standing != .whole {
            if let day {
                judge.standing = DueStanding(
                    indicator,
                    in: scene.window,
                    scene.plan,
                    granted: (dueYear, day)
                )
            }
            return judge
        }
        if let day, let last = spans.indices.max(by: { spans[$0].to < spans[$1].to }),
            day > spans[last].to
        {
            judge.spans[last].to = day
        }
        if let before = lastGranted(before: unit),
            let first = spans.indices.min(by: { spans[$0].from < spans[$1].from }),
            before >= spans[first].from
        {
            judge.spans[first].from = min(before, judge.spans[first].to).adding(1)
        }
        return judge
    }

    // MARK: - every

    /// The last day that the plan gives a part of the span.
    func plannedDay(of part: Window) -> Day {
        guard every == .year else { return part.span.to }
        if let due = indicator.due { return due.lastDay(inYear: part.year) }
        guard indicator.scope == .contest else { return part.span.to }
        return scene.plan.editions(in: part).map(\.closes).max() ?? part.span.to
    }

    /// The last day that was granted to a unit or node for a part of the span.
    func grantedDay(of part: Window, for unit: Int) -> Day? {
        let occurrence = Occurrence(
            part,
            asked: part.period,
            planned: plannedDay(of: part),
            next: plannedDay(of: calendar.window(part.period.following(1)))
        )
        let isInside = scene.window.span.contains(part.span)
        let decisions =
            isInside ? scene.decisions + scene.partialDecisions : scene.decisionsInForce
        return scene.granted(unit, indicator.id, occurrence, among: decisions)?.day
    }

    /// The value that a decision puts in place of a unit's or node's own in a part of the span.
    func override(_ unit: Int, in part: Window) -> (value: Quantity, decision: Decision)? {
        let id = scene.roster.units[unit].id
        let newest = (scene.decisions + scene.partialDecisions).filter { decision in
            decision.kind.isOverride && decision.window == part.period
                && part.period != scene.window.period
                && decision.acts(on: scene.asOf.day, window: part)
                && (decision.unit ?? id) == id && decision.subject == indicator.id
        }.max { ($0.date, $0.line) < ($1.date, $1.line) }
        guard let newest, case .override(let value) = newest.kind else { return nil }
        return (value, newest)
    }
}
