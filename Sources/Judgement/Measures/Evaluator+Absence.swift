internal import Intake
internal import Model
internal import Plans
internal import Rollup

/// Why there is no value, and what a value hangs on.
extension Evaluator {
    /// What a measure without a value lacks.
    struct Absence {
        /// Forms that did not come.
        var forms: Set<Int> = []
        /// Headers of columns that came without a number.
        var fields: [String] = []
        /// The longer period that all there is of a form was written of, which says nothing of the
        /// window; the form itself is among `forms`.
        var period: Period?
        /// Whether it is a share of nothing: both figures are there, and the second is 0.
        var isShareOfNone = false
        /// Whether there are numbers enough, but what they give is beyond all range.
        var isOutOfRange = false
    }

    /// Notes what the measure lacks for the units of a node, or of one unit.
    mutating func note(
        _ absence: inout Absence,
        _ expression: MeasureExpression,
        over units: [[Int]],
        _ slice: Slice
    ) {
        guard nodeValue(expression, over: units, slice) == nil else { return }
        let plan = records.context.plan
        switch expression {
        case .number: return
        case .named(let index):
            note(&absence, plan.measures[index].expression, over: units, slice)
        case .coalesce(let choices):
            for choice in choices { note(&absence, choice, over: units, slice) }
        case .arithmetic(let operation, let left, let right):
            note(&absence, left, over: units, slice)
            note(&absence, right, over: units, slice)
            guard nodeValue(left, over: units, slice) != nil,
                let right = nodeValue(right, over: units, slice)
            else { return }
            if operation == .divide, right == .zero {
                absence.isShareOfNone = true
            } else {
                absence.isOutOfRange = true
            }
        case .aggregate(let aggregate):
            let isCovered = units.contains { members in
                covers(aggregate.form, members, slice)
            }
            guard isCovered, let field = aggregate.field else {
                absence.forms.insert(aggregate.form)
                return
            }
            let hasNumbers = units.contains { members in
                members.contains { tallies(aggregate, slice)[$0].least != nil }
            }
            if aggregate.function == .sum, hasNumbers {
                absence.isOutOfRange = true
            } else if let period = onlyPeriod(aggregate.form, units, slice) {
                absence.period = period
                absence.forms.insert(aggregate.form)
            } else {
                note(&absence, aggregate.form, field)
            }
        case .reported(let form, let field):
            noteReported(&absence, form, field, units, slice)
        }
    }

    /// Notes what is lacking of a figure of a report.
    private mutating func noteReported(
        _ absence: inout Absence,
        _ form: Int,
        _ field: Int,
        _ units: [[Int]],
        _ slice: Slice
    ) {
        var (hasCome, hasNumbers) = (false, false)
        for unit in units.flatMap(\.self) where !speaking(form, for: unit, slice).isEmpty {
            hasCome = true
            if !numbers(form, field, unit, slice).isEmpty { hasNumbers = true }
        }
        if hasNumbers {
            absence.isOutOfRange = true
        } else if hasCome {
            note(&absence, form, field)
        } else if let period = onlyPeriod(form, units, slice) {
            absence.period = period
            absence.forms.insert(form)
        } else if units.contains(where: { hasComeEmpty(form, $0, slice) }) {
            note(&absence, form, field)
        } else {
            absence.forms.insert(form)
        }
    }

    /// Whether a form has come for some units without a row, and not only with rows that were
    /// handed back or are about another time.
    private mutating func hasComeEmpty(_ form: Int, _ members: [Int], _ slice: Slice) -> Bool {
        guard covers(form, members, slice) else { return false }
        let asked = slice.year ?? window
        let use = periodUse(form, asked)
        return !members.contains { unit in
            handedBack.has(form, of: unit) || use.own.contains(unit) || use.byUnit[unit] != nil
        }
    }

    /// The longer period that a unit's records of a form are about, where none is about the
    /// report's window or a part of it, nor the period about a time that a slice does not look at;
    /// nil for several units, of which one speaks for no other.
    private mutating func onlyPeriod(_ form: Int, _ units: [[Int]], _ slice: Slice) -> Period? {
        guard units.count == 1, !writesOwn(form, units[0]),
            let period = longerPeriod(form, of: units[0], than: window),
            !records.context.plan.calendar.span(period).part(in: slice.window).isEmpty
        else { return nil }
        return period
    }

    /// Whether some units' records of a form are about the report's window or a part of it.
    mutating func writesOwn(_ form: Int, _ units: [Int]) -> Bool {
        let use = periodUse(form, window)
        return units.contains(where: use.own.contains)
    }

    private func note(_ absence: inout Absence, _ form: Int, _ field: Int) {
        let header = records.context.plan.forms.forms[form].fields[field].header
        if !absence.fields.contains(header) { absence.fields.append(header) }
    }

    /// The forms on which a value hangs: of `coalesce` those up to the first that says something.
    mutating func decidingForms(
        _ expression: MeasureExpression,
        of units: [Int],
        _ slice: Slice
    ) -> Set<Int> {
        let plan = records.context.plan
        switch expression {
        case .named(let index):
            return decidingForms(plan.measures[index].expression, of: units, slice)
        case .coalesce(let choices):
            var forms: Set<Int> = []
            for choice in choices {
                forms.formUnion(decidingForms(choice, of: units, slice))
                if value(choice, of: units, slice) != nil { break }
            }
            return forms
        case .arithmetic(_, let left, let right):
            return decidingForms(left, of: units, slice)
                .union(decidingForms(right, of: units, slice))
        case .number, .aggregate, .reported: return expression.forms(measures: plan.measures)
        }
    }

    /// The longer period that units' own records of a form are about, where a window that is part
    /// of it cannot tell its own.
    mutating func longerPeriod(_ form: Int, of units: [Int], than window: DateSpan) -> Period? {
        let use = periodUse(form, window)
        return units.compactMap { use.byUnit[$0] }.min { $0.id < $1.id }
    }
}
