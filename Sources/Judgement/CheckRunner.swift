internal import Model
internal import Plans
internal import Rollup

/// Looks for contradictions between what was declared and what was counted: findings, never
/// corrections (CONTRACT §4, Checks).
struct CheckRunner {
    let scene: Scene

    func findings(_ evaluator: inout Evaluator) -> [Finding] {
        var findings: [Finding] = []
        let slice = Slice(spans: [scene.window.span], window: scene.window.span)
        for check in scene.plan.checks {
            let form = check.when.forms(scene.plan).union(check.expect.forms(scene.plan)).sorted()
                .first { scene.plan.forms.forms[$0].isPeriodicReport }
            // A node is checked on what was filed for itself: its board's reviews, its own lists.
            for unit in scene.units {
                guard
                    holds(check.when, unit, slice, &evaluator) == true,
                    holds(check.expect, unit, slice, &evaluator) == false
                else { continue }
                let report = form.flatMap { evaluator.report($0, of: unit, scene.window.span) }
                let place = report.flatMap { report in
                    form.map { evaluator.records.place($0, report.batch, report.record) }
                }
                let failure = failure(check.expect, unit, slice, &evaluator)
                let figures = failure.map { ": \($0.value), cần \($0.expected)" } ?? ""
                findings.append(
                    Finding(
                        .contradiction,
                        severity: check.severity,
                        unit: scene.roster.units[unit].id,
                        file: place?.path ?? "",
                        row: place?.line,
                        value: failure?.value,
                        expected: failure?.expected,
                        rule: check.id,
                        message: "\(check.message) (\(check.id))\(figures).",
                        fix:
                            "Kiểm tra lại số đã khai và danh sách kèm theo; gửi lại hoặc giải trình."
                    )
                )
            }
        }
        return findings
    }

    /// The figure of the first comparison that does not hold, and what it would have to be.
    private func failure(
        _ condition: CheckCondition,
        _ unit: Int,
        _ slice: Slice,
        _ evaluator: inout Evaluator
    ) -> (value: String, expected: String)? {
        guard holds(condition, unit, slice, &evaluator) == false else { return nil }
        switch condition {
        case .compare(let left, let comparison, let right):
            guard let a = evaluator.value(left, of: [unit], slice),
                let b = evaluator.value(right, of: [unit], slice)
            else { return nil }
            return (a.rounded(decimals: 2), "\(comparison.sign) \(b.rounded(decimals: 2))")
        case .and(let left, let right), .or(let left, let right):
            return failure(left, unit, slice, &evaluator)
                ?? failure(right, unit, slice, &evaluator)
        case .isYes: return ("Không", "Có")
        case .not: return nil
        }
    }

    /// Whether a condition holds; nil where a side has no data.
    private func holds(
        _ condition: CheckCondition,
        _ unit: Int,
        _ slice: Slice,
        _ evaluator: inout Evaluator
    ) -> Bool? {
        switch condition {
        case .compare(let left, let comparison, let right):
            guard let a = evaluator.value(left, of: [unit], slice),
                let b = evaluator.value(right, of: [unit], slice)
            else { return nil }
            return comparison.holds(a, b)
        case .isYes(let measure):
            return evaluator.value(measure, of: [unit], slice).map { $0 > .zero }
        case .and(let left, let right):
            guard let a = holds(left, unit, slice, &evaluator),
                let b = holds(right, unit, slice, &evaluator)
            else { return nil }
            return a && b
        case .or(let left, let right):
            guard let a = holds(left, unit, slice, &evaluator),
                let b = holds(right, unit, slice, &evaluator)
            else { return nil }
            return a || b
        case .not(let inner): return holds(inner, unit, slice, &evaluator).map { !$0 }
        }
    }
}

extension CheckCondition {
    /// The forms that it looks at.
    fileprivate func forms(_ plan: Plan) -> Set<Int> {
        switch self {
        case .compare(let left, _, let right):
            left.forms(measures: plan.measures).union(right.forms(measures: plan.measures))
        case .isYes(let measure): measure.forms(measures: plan.measures)
        case .and(let left, let right), .or(let left, let right):
            left.forms(plan).union(right.forms(plan))
        case .not(let inner): inner.forms(plan)
        }
    }
}
