internal import Intake
package import Judgement
internal import Model
internal import Plans
internal import Rollup

/// Adds up what an explanation lists and compares it with what was judged.
package struct ExplanationAudit {
    /// What does not add up, a sentence each.
    package private(set) var faults: [String] = []
    /// The reasons for which records were left out, by name.
    package private(set) var reasons: Set<String> = []

    private let explanation: Explanation
    /// By form and unit, all records that there are.
    private var places: [Int: [Int: [RecordSet.RecordPlace]]] = [:]
    private var scene: Scene { explanation.judgement.scene }
    private var records: RecordSet { explanation.judgement.records }

    package init(_ explanation: Explanation) {
        self.explanation = explanation
        for form in explanation.forms {
            let batches = explanation.judgement.records.forms[form]
            for (batch, resolved) in batches.enumerated() {
                for (record, unit) in resolved.batch.units.enumerated() {
                    places[form, default: [:]][Int(unit), default: []].append(
                        RecordSet.RecordPlace(form: form, batch: batch, record: record)
                    )
                }
            }
        }
        for unit in explanation.units { audit(unit) }
        for node in explanation.nodes { audit(node) }
        if !explanation.units.isEmpty { auditRows(explanation.units.map(\.leavings), units: true) }
    }

    private mutating func demand(_ holds: Bool, _ text: @autoclosure () -> String) {
        if !holds {
            faults.append(scene.plan.indicators[explanation.indicator].id + ": " + text())
        }
    }

    // MARK: - Units and nodes

    private mutating func audit(_ unit: UnitExplanation) {
        let id = scene.roster.units[unit.result.unit].id
        audit(unit.figure, of: id, isNode: false)
        if case .overridden = unit.result.reason { return }
        let told = told(unit.result.reason, unit.result.value)
        demand(value(unit.figure) == told, "\(id): value \(unit.result)")
    }

    private mutating func audit(_ node: NodeExplanation) {
        let id = scene.roster.units[node.result.node].id
        for share in node.handed { audit(share, of: id) }
        if node.isHandedOver { return }
        guard let figure = node.figure else {
            let statuses = Dictionary(
                uniqueKeysWithValues: explanation.units.map { ($0.result.unit, $0.result.status) }
            )
            let late = scene.plan.indicators[explanation.indicator].lateCounts
            let met = node.obliged.count {
                statuses[$0] == .met || (late && statuses[$0] == .late)
            }
            let rows = node.handed.map(\.row)
            let part = rows.reduce(met) { $0 + ($1.numerator ?? 0) }
            let whole = rows.reduce(node.obliged.count) { $0 + ($1.denominator ?? 0) }
            demand(part == node.result.numerator, "\(id): numerator \(part)")
            demand(whole == node.result.denominator, "\(id): denominator \(whole)")
            return
        }
        audit(figure, of: id, isNode: true)
        auditRows([node.leavings], units: false)
        if case .overridden = node.result.reason { return }
        guard node.lower.isEmpty else { return }
        if node.adjusted.isEmpty {
            let told = told(node.result.reason, node.result.value)
            demand(value(figure) == told, "\(id): value \(node.result)")
        } else {
            let handed = figure.calculations[0].handedTerms.compactMap(\.value)
            let sum = (node.adjusted.compactMap(\.counted) + handed).reduce(Quantity.zero) {
                $0.adding($1) ?? $0
            }
            demand(sum == node.result.value, "\(id): adjusted sum \(sum)")
        }
    }

    /// A handed-over row stands where it is said to, is about the node and says what it is said to
    /// say.
    private mutating func audit(_ share: HandedShare, of id: String) {
        reasons.insert("handed")
        let batch = records.forms[share.place.form][share.place.batch].batch
        demand(Int(batch.units[share.place.record]) == share.node, "\(id): row of another node")
        demand(explanation.result.handed[share.node] == share.row, "\(id): another row")
    }

    /// The window's own figure: the value, or what the reason says of it beside a span without
    /// data.
    private func told(_ reason: Reason?, _ value: Quantity?) -> Quantity? {
        if case .accruedNothing(let own, _) = reason { own } else { value }
    }

    /// The value that a figure's own lines come to.
    private func value(_ figure: FigureExplanation) -> Quantity? {
        guard figure.parts.isEmpty else {
            guard figure.calculations[0].value != nil else { return nil }
            return Quantity(figure.parts.count { $0.isElapsed && $0.holds })
        }
        return figure.calculations[0].value
    }

    private mutating func audit(_ figure: FigureExplanation, of id: String, isNode: Bool) {
        for calculation in figure.calculations {
            demand(recomputed(calculation) == calculation.value, "\(id): lines do not add up")
            if figure.parts.isEmpty, calculation.tallies.allSatisfy(\.isPlain) {
                demand(
                    recomputed(calculation, inTime: true) == calculation.inTime,
                    "\(id): lines in time do not add up"
                )
            }
            for tally in calculation.tallies { audit(tally, of: id) }
        }
        for part in figure.parts {
            for calculation in part.calculations {
                demand(recomputed(calculation) == calculation.value, "\(id): \(part.window.id)")
            }
        }
    }

    // MARK: - Lines

    private mutating func audit(_ tally: RecordTally, of id: String) {
        // Every record of the form that is about the units stands there exactly once.
        var expected: Set<RecordSet.RecordPlace> = []
        for member in tally.members { expected.formUnion(places[tally.form]?[member] ?? []) }
        let listed = tally.records.map(\.place)
        demand(Set(listed) == expected && listed.count == expected.count, "\(id): records listed")
        for trace in tally.records {
            if trace.isLate { reasons.insert("late") }
            guard case .leftOut(let omission) = trace.fate else { continue }
            switch omission {
            case .replaced(let winner):
                reasons.insert("replaced")
                demand(winner != trace.place, "\(id): replaced by itself")
            case .inherited(let own):
                reasons.insert("inherited")
                demand(own != trace.place, "\(id): gives way to itself")
            case .disputed(let rivals):
                reasons.insert("disputed")
                demand(
                    !rivals.isEmpty && !rivals.contains(trace.place),
                    "\(id): disputed with nobody else"
                )
            case .notYet: reasons.insert("notYet")
            case .otherDay: reasons.insert("otherDay")
            case .otherPeriod: reasons.insert("otherPeriod")
            case .undated: reasons.insert("undated")
            case .conditions(let failed):
                reasons.insert("conditions")
                demand(!failed.isEmpty, "\(id): no part of the condition failed")
            case .blank: reasons.insert("blank")
            case .repeated: reasons.insert("repeated")
            case .overlapped: reasons.insert("overlapped")
            }
        }
    }

    /// Every rejected row of the units and forms stands there exactly once.
    private mutating func auditRows(_ leavings: [Leavings], units: Bool) {
        var listed: [String] = []
        for row in leavings.flatMap(\.rows) {
            reasons.insert("rejected")
            listed.append("\(row.file):\(row.row.line)")
            demand(row.finding != nil, "rejected row without a finding")
        }
        demand(Set(listed).count == listed.count, "rejected rows listed twice")
        guard units else { return }
        let own = Set(explanation.units.flatMap { $0.figure.members[0] })
        var expected: Set<String> = []
        for (index, file) in records.collection.files.enumerated()
        where file.reading.form.map(explanation.forms.contains) == true {
            for row in file.reading.rejected {
                let unit = row.unit ?? file.reading.place.submitter ?? file.reading.place.namedUnit
                if let unit, own.contains(unit) { expected.insert("\(index):\(row.line)") }
            }
        }
        demand(Set(listed) == expected, "rejected rows")
    }

    /// A value made again from nothing but the lines that are listed.
    private func recomputed(_ calculation: Calculation, inTime: Bool = false) -> Quantity? {
        switch calculation.step {
        case .number: return calculation.value
        case .named(_, let inner): return recomputed(inner, inTime: inTime)
        case .choice(let choices, let taken):
            return taken.flatMap { recomputed(choices[$0], inTime: inTime) }
        case .arithmetic(let operation, let left, let right):
            guard let a = recomputed(left, inTime: inTime),
                let b = recomputed(right, inTime: inTime)
            else { return nil }
            switch operation {
            case .add: return a.adding(b)
            case .subtract: return a.subtracting(b)
            case .multiply: return a.multiplied(by: b)
            case .divide: return a.divided(by: b)
            }
        case .units(let shares):
            return sum(shares.map { recomputed($0.calculation, inTime: inTime) })
        case .records(let tally): return recomputed(tally, inTime: inTime)
        case .joined(let own, let handed):
            let values =
                [recomputed(own, inTime: inTime)] + handed.map { inTime ? $0.inTime : $0.value }
            if case .aggregate(let aggregate) = own.expression {
                if aggregate.function == .min { return values.compactMap(\.self).min() }
                if aggregate.function == .max { return values.compactMap(\.self).max() }
            }
            return sum(values)
        }
    }

    private func sum(_ values: [Quantity?]) -> Quantity? {
        values.compactMap(\.self).reduce(Quantity?.none) { sum, value in
            sum.map { $0.adding(value) ?? $0 } ?? value
        }
    }

    private func recomputed(_ tally: RecordTally, inTime: Bool) -> Quantity? {
        let traces = tally.records.filter { !inTime || !$0.isLate }
        let numbers = traces.compactMap(\.contribution)
        switch tally.question {
        case .reported(let form, let field):
            guard scene.plan.forms.forms[form].fields[field].type == .yesNo else {
                return sum(numbers)
            }
            return sum(
                tally.members.map { unit in
                    traces.filter { $0.unit == unit }.compactMap(\.contribution).max()
                }
            )
        case .aggregate(let aggregate):
            switch aggregate.function {
            // Nothing that counts is 0 where something was handed in, else no data.
            case .count, .distinct: return tally.value == nil ? sum(numbers) : sum(numbers) ?? .zero
            case .sum: return tally.value == .zero ? sum(numbers) ?? .zero : sum(numbers)
            case .min: return numbers.min()
            case .max: return numbers.max()
            }
        }
    }
}

extension RecordTally {
    /// Whether each of its lines stands for itself, in time or not: a value that is counted once
    /// may be in time with another line, and blanks among what is in time are no data.
    fileprivate var isPlain: Bool {
        switch question {
        case .aggregate(let aggregate): ![.distinct, .sum].contains(aggregate.function)
        case .reported: true
        }
    }
}
