import Intake
import Model
internal import Plans
internal import Rollup

/// The results that nodes of the level `handed_up_by` handed over for exactly the report's window,
/// by indicator and node.
///
/// A row of another period, of a unit at another level or of the report's own root says nothing
/// here: measures over `indicator_result` still see it.
struct HandedResults {
    private var byIndicator: [[UInt8]: [Int: HandedResult]] = [:]

    init(records: RecordSet, scene: Scene) {
        let plan = scene.plan
        guard plan.handedUpBy != nil, let form = HandedUpForm(plan.forms) else { return }
        let below = Set(scene.units)
        for (index, resolved) in records.forms[form.index].enumerated() {
            let batch = resolved.batch
            for record in 0..<batch.count where resolved.counts[record] {
                let unit = Int(batch.units[record])
                guard below.contains(unit), scene.handsUp(unit),
                    batch.explicitPeriod(record) == scene.window.period
                else { continue }
                let indicator = batch.foldedText(form.indicator, record)
                byIndicator[indicator, default: [:]][unit] = HandedResult(
                    numerator: form.count(form.numerator, of: record, in: batch),
                    denominator: form.count(form.denominator, of: record, in: batch),
                    value: batch.number(form.value, record),
                    status: form.status(of: record, in: batch),
                    pending: form.count(form.pending, of: record, in: batch),
                    nodes: form.count(form.nodes, of: record, in: batch),
                    nodesMet: form.count(form.nodesMet, of: record, in: batch),
                    terms: batch.text(form.terms, record),
                    place: RecordSet.RecordPlace(form: form.index, batch: index, record: record)
                )
            }
        }
    }

    /// What was handed over about an indicator, by node; none lies within another.
    ///
    /// A share without both its numbers, or with more units that met than units, is no result: the
    /// node counts as one that has not reported.
    func about(_ indicator: Indicator, _ scene: Scene) -> [Int: HandedResult] {
        let all = byIndicator[Fold.key(indicator.id)] ?? [:]
        let usable = all.filter { _, row in
            if indicator.isTotal { return row.value != nil || row.status != nil }
            guard let numerator = row.numerator, let denominator = row.denominator else {
                return false
            }
            return numerator <= denominator
        }
        return usable.filter { node, _ in
            !usable.keys.contains { $0 != node && scene.roster.isWithin(node, $0) }
        }
    }
}
