import Intake
import Model
internal import Plans
internal import Rollup

/// The results that nodes of the level `handed_up_by` handed over for exactly the report's window, by
/// indicator and node.
///
/// A row of another period, of a unit at another level or of the report's own root says nothing here:
/// measures over `indicator_result` still see it.
struct HandedResults {
    private var byIndicator: [[UInt8]: [Int: HandedResult]] = [:]

    init(records: RecordSet, scene: Scene) {
        let plan = scene.plan
        guard plan.handedUpBy != nil, let form = plan.forms.index(of: "indicator_result") else {
            return
        }
        let definition = plan.forms.forms[form]
        func field(_ code: String) -> Int { definition.index(of: code) ?? 0 }
        let (id, status, terms) = (field("indicator"), field("status"), field("terms"))
        let below = Set(scene.units)
        for (index, resolved) in records.forms[form].enumerated() {
            let batch = resolved.batch
            func count(_ code: String, _ record: Int) -> Int? {
                batch.number(field(code), record).flatMap {
                    // No country has more units; sums of such numbers never leave the range.
                    $0.isWhole && (0...1_000_000_000).contains($0.numerator)
                        ? Int($0.numerator) : nil
                }
            }
            for record in 0..<batch.count where resolved.counts[record] {
                let unit = Int(batch.units[record])
                guard below.contains(unit), scene.handsUp(unit),
                    batch.explicitPeriod(record) == scene.window.period
                else { continue }
                byIndicator[batch.foldedText(id, record), default: [:]][unit] = HandedResult(
                    numerator: count("numerator", record),
                    denominator: count("denominator", record),
                    value: batch.number(field("value"), record),
                    status: batch.code(status, record).flatMap {
                        Status(rawValue: definition.fields[status].values[$0].code)
                    },
                    pending: count("pending", record),
                    nodes: count("nodes", record),
                    nodesMet: count("nodes_met", record),
                    terms: batch.text(terms, record),
                    batch: index,
                    record: record
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
