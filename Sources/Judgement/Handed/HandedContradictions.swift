internal import Intake
internal import Model
internal import Plans
internal import Rollup

/// What lower nodes handed over and cannot be so: findings.
///
/// What is written as met and is not by its own figures is never counted as met.
struct HandedContradictions {
    let scene: Scene
    let records: RecordSet

    /// Looks at the results of all indicators, and at rows about indicators that the plan does not
    /// have.
    func findings(_ indicators: [IndicatorResult]) -> [Finding] {
        unknown()
            + indicators.flatMap { result in
                let indicator = scene.plan.indicators[result.indicator]
                return result.handed.sorted { $0.key < $1.key }.flatMap { node, row in
                    faults(indicator, node, row).map { fault in
                        finding(
                            node,
                            row.place,
                            .warning,
                            "Kết quả gửi lên mâu thuẫn: \(fault).",
                            fix: "Kiểm tra lại kết quả của chỉ tiêu và gửi lại."
                        )
                    } + (surplus(indicator, node, row).map { [$0] } ?? [])
                }
            }
    }

    private func faults(_ indicator: Indicator, _ node: Int, _ row: HandedResult) -> [String] {
        var faults: [String] = []
        if case .each(let target) = indicator.kind {
            guard let part = row.numerator, let whole = row.denominator else { return [] }
            if row.status == .met, whole > 0, !target.holds(part, of: whole) {
                faults.append("ghi Đạt nhưng \(part)/\(whole) không đạt \(indicator.targetText)")
            }
            return faults
        }
        guard let value = row.value, indicator.recurrence(in: scene.window) == nil else {
            return []
        }
        let minimum = scene.plan.minimumEntries(in: scene.window, every: nil)
        let requirement = indicator.requirements[0]
        // The target of this plan is set for its own level; a lower office was given its own.
        if row.status == .met, scene.levels[node] >= indicator.level,
            !requirement.rule.holds(value, minimum: minimum)
        {
            faults.append("ghi Đạt nhưng giá trị không đạt \(indicator.ruleText)")
        }
        if value < .zero, requirement.measure.isSum(scene.plan.measures) {
            faults.append("giá trị của một phép đếm hoặc cộng không thể âm")
        }
        return faults
    }

    /// A denominator above the number of units that the roster has below the node: a city's roster
    /// may leave out the schools and offices that its districts count, so it is no fault by itself.
    private func surplus(_ indicator: Indicator, _ node: Int, _ row: HandedResult) -> Finding? {
        guard !indicator.isTotal, let whole = row.denominator, !scene.isLeaf(node) else {
            return nil
        }
        let known = scene.denominator(group: indicator.group, node: node).count
        guard whole > known else { return nil }
        return finding(
            node,
            row.place,
            .notice,
            "Kết quả gửi lên có mẫu số \(whole), nhiều hơn \(known) đơn vị thuộc đối tượng trong danh mục.",
            fix: "Nếu danh mục ở đây không ghi hết đơn vị của cấp dưới thì không phải làm gì."
        )
    }

    /// Rows for the report's window about an indicator that the plan does not have.
    ///
    /// A lower office hands over its own plan's indicators together with those of this one.
    private func unknown() -> [Finding] {
        let plan = scene.plan
        guard plan.handedUpBy != nil, let form = HandedUpForm(plan.forms) else { return [] }
        let ids = Set(plan.indicators.map { Fold.key($0.id) })
        let below = Set(scene.units)
        return records.forms[form.index].enumerated().flatMap { index, resolved in
            let batch = resolved.batch
            return (0..<batch.count).compactMap { record -> Finding? in
                let unit = Int(batch.units[record])
                guard resolved.counts[record], below.contains(unit), scene.handsUp(unit),
                    batch.explicitPeriod(record) == scene.window.period,
                    !ids.contains(batch.foldedText(form.indicator, record))
                else { return nil }
                return finding(
                    unit,
                    RecordSet.RecordPlace(form: form.index, batch: index, record: record),
                    .notice,
                    "Kết quả gửi lên về chỉ tiêu mà kế hoạch này không có, nên không dùng đến.",
                    fix:
                        "Nếu là chỉ tiêu riêng của đơn vị thì không phải làm gì; gõ nhầm mã thì sửa mã."
                )
            }
        }
    }

    private func finding(
        _ node: Int,
        _ place: RecordSet.RecordPlace,
        _ severity: Severity,
        _ message: String,
        fix: String
    ) -> Finding {
        Finding(
            .contradiction,
            severity: severity,
            unit: scene.roster.units[node].id,
            file: records.file(place).path,
            row: records.line(place),
            message: message,
            fix: fix
        )
    }
}
