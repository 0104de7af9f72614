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
            guard !comparison.holds(a, b) else { return true }
            let growth = (
                left: growth(of: left, beside: right, unit, &evaluator),
                right: growth(of: right, beside: left, unit, &evaluator)
            )
            switch growth {
            case (.none, .none): return false
            case (.upward, .none): return comparison.fails(a, b, howeverLarge: .left) ? false : nil
            case (.none, .upward): return comparison.fails(a, b, howeverLarge: .right) ? false : nil
            default: return nil
            }
        case .isYes(let measure):
            guard let value = evaluator.value(measure, of: [unit], slice) else { return nil }
            if value > .zero { return true }
            return isPartial(measure, unit, &evaluator) ? nil : false
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

// MARK: - Reports for a part of the window

extension CheckRunner {
    /// What may still become of a figure that was declared.
    private enum Growth {
        case none, upward, anyWay
    }

    /// Whether what a unit declared may still grow: its reports speak for a part of the window
    /// only.
    ///
    /// The list of a year beside the declaration of its first half is no contradiction, and that of
    /// three years beside the reports of two is none; less in the list than was declared so far is
    /// one.
    private func growth(
        of side: MeasureExpression,
        beside other: MeasureExpression,
        _ unit: Int,
        _ evaluator: inout Evaluator
    ) -> Growth {
        // Two figures of the same reports speak for the same time.
        guard isPartial(side, unit, &evaluator),
            reports(in: other).isDisjoint(with: reports(in: side))
        else { return .none }
        return side.growsWithItsParts(scene.plan.measures) ? .upward : .anyWay
    }

    private func reports(in measure: MeasureExpression) -> Set<Int> {
        measure.forms(measures: scene.plan.measures)
            .filter { scene.plan.forms.forms[$0].isPeriodicReport }
    }

    /// Whether a measure reads reports that a unit sent for a part of the window only.
    private func isPartial(
        _ measure: MeasureExpression,
        _ unit: Int,
        _ evaluator: inout Evaluator
    ) -> Bool {
        let window = scene.window.span
        return reports(in: measure).contains { form in
            let parts = evaluator.reports(form).speaking(for: unit, window)
            return !parts.isEmpty && !PeriodicReports.fill(parts, window)
        }
    }
}

extension Comparison {
    fileprivate enum Side { case left, right }

    /// Whether a comparison that does not hold would not hold either if one side were larger.
    fileprivate func fails(_ a: Quantity, _ b: Quantity, howeverLarge side: Side) -> Bool {
        switch self {
        case .equal: side == .left ? a > b : b > a
        case .notEqual: false
        case .less, .lessOrEqual: side == .left
        case .greater, .greaterOrEqual: side == .right
        }
    }
}

extension MeasureExpression {
    /// Whether it grows where what it reads grows: nothing is taken away and nothing divided.
    fileprivate func growsWithItsParts(_ measures: [NamedMeasure]) -> Bool {
        switch self {
        case .number, .reported: true
        case .aggregate(let aggregate): aggregate.function != .min
        case .named(let index): measures[index].expression.growsWithItsParts(measures)
        case .coalesce(let choices): choices.allSatisfy { $0.growsWithItsParts(measures) }
        case .arithmetic(let operation, let left, let right):
            [.add, .multiply].contains(operation)
                && left.growsWithItsParts(measures) && right.growsWithItsParts(measures)
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
