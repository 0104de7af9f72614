internal import Intake
package import Model
package import Plans
package import Rollup

/// Computes measures for units and nodes from the records of a report.
///
/// What is counted once for an aggregate and a slice is kept, since many indicators share it.
package struct Evaluator {
    /// The records that measures are computed from.
    package let records: RecordSet
    /// Who has handed in what for the report's window.
    package let coverage: Coverage
    /// What was sent and handed back since the window began.
    let handedBack: HandedBack
    /// The report's window.
    let window: DateSpan
    /// Who has handed in what for the years whose duties are judged in one of their months or quarters.
    private var yearCoverage: [DateSpan: Coverage] = [:]
    /// What was counted before, for each aggregate and slice: one tally a unit of the roster.
    private var tallyMemo: [TallyKey: [Tally]] = [:]
    /// What was asked for last.
    private var lastTallies: (key: TallyKey, tallies: [Tally])?
    private var reportMemo: [Int: PeriodicReports] = [:]
    private var periodMemo: [PeriodKey: PeriodUse] = [:]
    private var unitIndexMemo: [Int: UnitIndex] = [:]

    /// What the records of a form that name their period say of a window: who wrote of a longer
    /// period that holds it, the shortest of these, and who wrote of the window or a part of it.
    struct PeriodUse {
        var byUnit: [Int: Period] = [:]
        var own: Set<Int> = []
    }

    private struct PeriodKey: Hashable {
        var form: Int
        var window: DateSpan
    }

    private struct TallyKey: Hashable {
        var aggregate: Aggregate
        var slice: Slice
    }

    /// Computes for the report of a scene; what is covered is so in its window.
    init(_ records: RecordSet, for scene: Scene) {
        self.records = records
        window = scene.window.span
        coverage = Coverage(records: records, window: window)
        handedBack = HandedBack(records, for: window)
    }

    private var plan: Plan { records.context.plan }

    /// The value of a measure for one unit, whose records are those of `members` together.
    package mutating func value(
        _ expression: MeasureExpression,
        of members: [Int],
        _ slice: Slice
    ) -> Quantity? {
        switch expression {
        case .number(let number): return number
        case .named(let index): return value(plan.measures[index].expression, of: members, slice)
        case .coalesce(let choices):
            for choice in choices {
                // What the plan gives where nothing is known is for units that were there.
                if choice.isConstant(plan.measures), !existed(members, slice) { continue }
                if let value = value(choice, of: members, slice) { return value }
            }
            return nil
        case .arithmetic(let operation, let left, let right):
            guard let a = value(left, of: members, slice), let b = value(right, of: members, slice)
            else { return nil }
            return Evaluator.apply(operation, a, b)
        case .aggregate(let aggregate):
            return aggregateValue(aggregate, members, slice)
        case .reported(let form, let field):
            let values = members.map { reported(form, field, $0, slice) }
            // Units merged into one have issued their plan or not, as any of them says.
            return plan.forms.forms[form].fields[field].type == .yesNo
                ? values.compactMap(\.self).max() : Evaluator.sum(values)
        }
    }

    /// The value of a measure over a node: `count` and `sum` add up the units, `coalesce` chooses
    /// per unit, `min`, `max` and `distinct` look at all records together, arithmetic is applied to
    /// the node's figures (CONTRACT §11.14).
    package mutating func nodeValue(
        _ expression: MeasureExpression,
        over units: [[Int]],
        _ slice: Slice
    ) -> Quantity? {
        switch expression {
        case .number(let number): return number
        case .named(let index):
            return nodeValue(plan.measures[index].expression, over: units, slice)
        case .coalesce:
            return Evaluator.sum(units.map { value(expression, of: $0, slice) })
        case .arithmetic(let operation, let left, let right):
            guard let a = nodeValue(left, over: units, slice),
                let b = nodeValue(right, over: units, slice)
            else { return nil }
            return Evaluator.apply(operation, a, b)
        case .aggregate(let aggregate):
            switch aggregate.function {
            case .count, .sum:
                return Evaluator.sum(units.map { aggregateValue(aggregate, $0, slice) })
            case .min, .max, .distinct:
                return aggregateValue(aggregate, units.flatMap(\.self), slice)
            }
        case .reported:
            return Evaluator.sum(units.map { value(expression, of: $0, slice) })
        }
    }

    /// Whether any of some units was there in the window that a slice looks at.
    private func existed(_ members: [Int], _ slice: Slice) -> Bool {
        let units = records.context.roster.units
        return members.contains { units[$0].exists(within: slice.window) }
    }

    /// The sum of what is there; nil where nothing is, or where it leaves all range.
    static func sum(_ values: [Quantity?]) -> Quantity? {
        var total: Quantity?
        for case let value? in values {
            guard let sum = total?.adding(value) ?? (total == nil ? value : nil) else { return nil }
            total = sum
        }
        return total
    }

    static func apply(
        _ operation: MeasureExpression.Operation,
        _ a: Quantity,
        _ b: Quantity
    ) -> Quantity? {
        switch operation {
        case .add: a.adding(b)
        case .subtract: a.subtracting(b)
        case .multiply: a.multiplied(by: b)
        case .divide: a.divided(by: b)
        }
    }

    private mutating func aggregateValue(
        _ aggregate: Aggregate,
        _ members: [Int],
        _ slice: Slice
    ) -> Quantity? {
        var tally = Tally()
        for (place, member) in members.enumerated() {
            let slice = self.slice(slice, aggregate.form, of: member)
            let own = tallies(aggregate, slice)[member]
            if place == 0 { tally = own } else { tally.merge(own) }
        }
        let isCovered = covers(aggregate.form, members, slice)
        guard isCovered || tally.isPresent else { return nil }
        switch aggregate.function {
        case .count: return Quantity(tally.count)
        case .distinct: return Quantity(tally.distinct.count)
        // Blanks only are no data; no record at all is 0 where the unit has reported.
        case .sum: return tally.sum ?? (tally.count == 0 ? .zero : nil)
        case .min: return tally.least
        case .max: return tally.greatest
        }
    }

    /// Whether any of some units has handed in a form for what a slice looks at; of a year's duty,
    /// for the year, so that its months and its own report agree on what is no data.
    ///
    /// Not where none of them was there: what still comes from the folder of a unit that was merged
    /// away says nothing of the node above it (CONTRACT §11.14).
    mutating func covers(_ form: Int, _ members: [Int], _ slice: Slice) -> Bool {
        let units = records.context.roster.units
        guard members.contains(where: { units[$0].exists(within: slice.year ?? window) }) else {
            return false
        }
        guard let year = slice.year else {
            return members.contains { coverage.covers(form, $0) }
        }
        let known = yearCoverage[year] ?? Coverage(records: records, window: year)
        yearCoverage[year] = known
        return members.contains { known.covers(form, $0) }
    }

    /// A slice as it is for one unit: of what came together up to a day of a year, a unit that
    /// wrote only of a longer period is looked at over that period, which cannot be taken apart.
    mutating func slice(_ slice: Slice, _ form: Int, of unit: Int) -> Slice {
        guard let year = slice.year, slice.window != year else { return slice }
        let use = periodUse(form, slice.window)
        guard !use.own.contains(unit), let longer = use.byUnit[unit] else { return slice }
        let span = plan.calendar.span(longer)
        guard year.contains(span) else { return slice }
        var slice = slice
        slice.window.to = span.to
        return slice
    }

    mutating func tallies(_ aggregate: Aggregate, _ slice: Slice) -> [Tally] {
        let key = TallyKey(aggregate: aggregate, slice: slice)
        // One unit after the other asks the same: to compare is faster than to look it up.
        if let lastTallies, lastTallies.key == key { return lastTallies.tallies }
        let tallies = tallyMemo[key] ?? records.tallies(aggregate, slice)
        tallyMemo[key] = tallies
        lastTallies = (key, tallies)
        return tallies
    }

    /// A field of a unit's report for the window; a blank in the report of exactly the window is no
    /// data (CONTRACT §11.5).
    private mutating func reported(
        _ form: Int,
        _ field: Int,
        _ unit: Int,
        _ slice: Slice
    ) -> Quantity? {
        let numbers = numbers(form, field, unit, slice)
        return plan.forms.forms[form].fields[field].type == .yesNo
            ? numbers.max() : Evaluator.sum(numbers)
    }

    /// What a unit's reports that speak for a slice say in a field, where they say anything.
    mutating func numbers(
        _ form: Int,
        _ field: Int,
        _ unit: Int,
        _ slice: Slice
    ) -> [Quantity] {
        var numbers: [Quantity] = []
        for report in speaking(form, for: unit, slice) {
            if let until = slice.until {
                guard
                    let day = records.decidingDay(form, report.batch, report.record, slice),
                    day <= until
                else { continue }
            }
            // The batch is not taken up for one number: it has twenty columns to be held.
            let held = records.forms[form][report.batch].held
            if let number = held.batch.number(field, report.record) { numbers.append(number) }
        }
        return numbers
    }

    /// The report that speaks for a unit and window, if there is one.
    package mutating func report(_ form: Int, of unit: Int, _ window: DateSpan) -> PeriodicReport? {
        reports(form).speaking(for: unit, window).first
    }

    /// The reports that speak for a unit in a slice, each with its span.
    package mutating func speaking(
        _ form: Int,
        for unit: Int,
        _ slice: Slice
    ) -> [PeriodicReport] {
        reports(form).speaking(for: unit, self.slice(slice, form, of: unit).window)
    }

    /// How the records of a form name their periods, for a window.
    mutating func periodUse(_ form: Int, _ window: DateSpan) -> PeriodUse {
        let key = PeriodKey(form: form, window: window)
        if let known = periodMemo[key] { return known }
        var use = PeriodUse()
        let calendar = plan.calendar
        for resolved in records.forms[form] {
            let batch = resolved.batch
            // 0 says nothing of the window, 1 lies in it, 2 holds it and more.
            let kinds = batch.periodTable.map { period -> Int in
                let span = calendar.span(period)
                if window.contains(span) { return 1 }
                return span.contains(window) ? 2 : 0
            }
            guard kinds.contains(where: { $0 > 0 }) else { continue }
            let (periods, units) = (batch.periods.numbers, batch.units.numbers)
            let counts = resolved.counts
            for record in counts.indices where counts[record] && periods[record] >= 0 {
                switch kinds[Int(periods[record])] {
                case 1: use.own.insert(Int(units[record]))
                case 2:
                    let period = batch.periodTable[Int(periods[record])]
                    let known = use.byUnit[Int(units[record])].map(calendar.span)
                    if known.map({ $0.contains(calendar.span(period)) }) ?? true {
                        use.byUnit[Int(units[record])] = period
                    }
                default: break
                }
            }
        }
        periodMemo[key] = use
        return use
    }

    /// The effective reports of a periodic form.
    mutating func reports(_ form: Int) -> PeriodicReports {
        if let known = reportMemo[form] { return known }
        let reports = PeriodicReports(records: records, form: form)
        reportMemo[form] = reports
        return reports
    }

    /// The days on which records of a measure were dated, in order: where a late rule came to hold.
    package mutating func decidingDays(
        _ expressions: [MeasureExpression],
        of members: [Int],
        _ slice: Slice
    ) -> [Day] {
        let forms = expressions.reduce(into: Set<Int>()) {
            $0.formUnion($1.forms(measures: plan.measures))
        }
        var days: Set<Day> = []
        for form in forms {
            let index = unitIndex(form)
            for unit in members {
                let own = self.slice(slice, form, of: unit)
                for place in index.places(of: unit) {
                    let (batch, record) = (Int(place.batch), Int(place.record))
                    if records.isMember(form, batch, record, own),
                        let day = records.decidingDay(form, batch, record, slice)
                    {
                        days.insert(day)
                    }
                }
            }
        }
        return days.sorted()
    }

    private mutating func unitIndex(_ form: Int) -> UnitIndex {
        if let known = unitIndexMemo[form] { return known }
        let index = UnitIndex(records, form: form)
        unitIndexMemo[form] = index
        return index
    }
}

extension Rule {
    /// Whether a value satisfies the rule; `minimum` is what the contest edition asks for.
    package func holds(_ value: Quantity, minimum: Int) -> Bool {
        switch self {
        case .compare(let comparison, .number(let bound)): comparison.holds(value, bound)
        case .compare(let comparison, .editionMinimum):
            comparison.holds(value, Quantity(minimum))
        case .range(let low, let high): low <= value && value <= high
        }
    }

    /// Whether a value passes a `>=` target rather than just reaching it.
    package func isExceeded(by value: Quantity, minimum: Int) -> Bool {
        switch self {
        case .compare(.greaterOrEqual, .number(let bound)): value > bound
        case .compare(.greaterOrEqual, .editionMinimum): value > Quantity(minimum)
        default: false
        }
    }
}
