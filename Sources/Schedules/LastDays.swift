import Model
import Plans

/// The last days of a plan around some day: of its deadlines, of its indicators and its contests,
/// and those that decisions of the board moved.
struct LastDays {
    let plan: Plan
    let decisions: [Decision]

    /// Last days of the reporting years around a day, each with the period whose report is about
    /// it.
    func around(_ day: Day) -> [(period: Period, day: Day)] {
        let year = plan.calendar.year(of: day)
        var days: [(Period, Day)] = []
        for year in (year - 1)...(year + 1) where plan.stage.contains(year) {
            let window = plan.calendar.window(.year(year))
            let period = window.period
            func note(_ subject: String, _ due: Due) {
                guard due.isOf(year, plan) else { return }
                let last = due.lastDay(inYear: year)
                days.append((period, last))
                for decision in decisions where decision.acts(on: day, window: window) {
                    guard case .extend(let extended) = decision.kind, last <= extended,
                        (decision.subject ?? subject) == subject
                    else { continue }
                    days.append((period, extended))
                }
            }
            for deadline in plan.deadlines { note(deadline.id, deadline.due) }
            for indicator in plan.indicators {
                if let due = indicator.due { note(indicator.id, due) }
            }
            guard plan.indicators.contains(where: { $0.scope == .contest }) else { continue }
            for edition in plan.contests where edition.year == year {
                days.append((period, edition.closes))
            }
        }
        return days
    }
}

extension Due {
    /// Whether the year's report is about it: a day with a year of its own is of the year that
    /// holds it.
    fileprivate func isOf(_ year: Int, _ plan: Plan) -> Bool {
        let last = lastDay(inYear: year)
        guard last == lastDay(inYear: year - 1) else { return true }
        let held = plan.calendar.year(of: last)
        return min(max(held, plan.stage.lowerBound), plan.stage.upperBound) == year
    }
}
