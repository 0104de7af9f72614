internal import Judgement
internal import Model
internal import Plans

/// The forms that units are reminded of by deadlines, with the earliest of their last days: an
/// indicator that asks for nothing but one of them is not told beside it.
struct RemindedForms {
    private var lastDays: [Int: [Int: Day]] = [:]

    mutating func add(_ form: Int, of unit: SubmissionResult) {
        guard let day = unit.lastDay else { return }
        let known = lastDays[unit.unit]?[form]
        lastDays[unit.unit, default: [:]][form] = known.map { min($0, day) } ?? day
    }

    /// Adds the results that nodes have not handed over and still have time for, and gives the
    /// nodes.
    ///
    /// Until then nobody reproaches them with what only the results will say.
    mutating func addAwaitedResults(of judgement: Judgement) -> Set<Int> {
        let plan = judgement.scene.plan
        guard let results = plan.forms.index(of: "indicator_result") else { return [] }
        var nodes: Set<Int> = []
        for result in judgement.deadlines
        where plan.deadlines[result.deadline].form == results {
            for unit in result.units where unit.status == .pending {
                add(results, of: unit)
                nodes.insert(unit.unit)
            }
        }
        return nodes
    }

    /// Whether a node is reminded of its results, which it has not handed over: they will say how
    /// it stands.
    func cover(_ line: IndicatorLine) -> Bool {
        guard line.isBelow, line.result.handed[line.node.node] == nil,
            let results = line.scene.plan.forms.index(of: "indicator_result")
        else { return false }
        return lastDays[line.node.node]?[results] != nil
    }

    /// Whether the unit does what the indicator asks of it with the one form that it is reminded
    /// of, by a day that is named there.
    func cover(_ unit: UnitResult, _ line: IndicatorLine) -> Bool {
        let indicator = line.indicator
        // Deadlines come back each year, too.
        guard line.every == nil || line.every == .year, indicator.requirements.count == 1,
            case .aggregate(let count) = indicator.requirements[0].measure,
            count.function == .count, let day = lastDays[unit.unit]?[count.form],
            indicator.requirements[0].rule.holds(Quantity(1), minimum: line.minimum)
        else { return false }
        let period = line.scene.plan.forms.forms[count.form].periodField
        return (count.condition.map { $0.asksOnly(period) } ?? true)
            && (unit.lastDay ?? line.result.lastDay).map { $0 >= day } ?? true
    }
}

extension Condition {
    /// Whether it is about nothing but one field.
    fileprivate func asksOnly(_ field: Int?) -> Bool {
        guard let field else { return false }
        return switch self {
        case .and(let left, let right), .or(let left, let right):
            left.asksOnly(field) && right.asksOnly(field)
        case .not(let inner): inner.asksOnly(field)
        case .isEmpty(let other), .isSet(let other), .compare(let other, _, _),
            .oneOf(let other, _), .within(let other, _):
            other == .column(field)
        }
    }
}
