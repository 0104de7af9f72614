package import Model
internal import Plans

/// Decisions that are in force and yet do nothing: reports say so and do not list them as acting.
package struct IdleDecisions {
    private let scene: Scene

    /// Looks at the decisions of a frame.
    package init(_ scene: Scene) { self.scene = scene }

    /// Whether a decision does nothing in the report.
    package func contains(_ decision: Decision) -> Bool { why(decision) != nil }

    var findings: [Finding] {
        scene.decisions.compactMap { decision in
            why(decision).map { why in
                Finding(
                    .notInList,
                    severity: .warning,
                    unit: decision.unit,
                    file: "decisions.csv",
                    row: decision.line,
                    column: why.column,
                    message:
                        "Quyết định số \(decision.number) \(why.message), nên không có tác dụng.",
                    fix: why.fix
                )
            }
        }
    }

    private func why(_ decision: Decision) -> (column: String, message: String, fix: String)? {
        switch decision.kind {
        case .extend: shortened(decision)
        case .override: misplaced(decision)
        case .waive: unasked(decision)
        case .void, .freeze, .explain: nil
        }
    }

    /// An extension to a day before the one that the plan sets.
    private func shortened(
        _ decision: Decision
    ) -> (column: String, message: String, fix: String)? {
        // Of one year of a stage it is that year's last day, of a stage's grant that of the
        // report's year.
        let window = decision.window.flatMap { $0.includes(scene.window) ? nil : $0 }
        guard case .extend(let day) = decision.kind,
            let planned = firstLastDay(decision.subject, inYear: window?.year ?? scene.window.year),
            !decision.kind.extends(planned)
        else { return nil }
        return (
            "Giá trị",
            "gia hạn đến ngày \(day.slashed), sớm hơn thời hạn của kế hoạch (\(planned.slashed))",
            "Hãy ghi ngày cuối cùng mới, sau thời hạn của kế hoạch."
        )
    }

    /// The last day that the plan gives an indicator or deadline, of all of them the first; nil
    /// where one of them has no due day of its own.
    private func firstLastDay(_ subject: String?, inYear year: Int) -> Day? {
        let indicators = scene.plan.indicators
        let deadlines = scene.plan.deadlines
        guard let subject else {
            guard indicators.allSatisfy({ $0.due != nil }) else { return nil }
            return (indicators.compactMap(\.due) + deadlines.map(\.due))
                .map { $0.lastDay(inYear: year) }.min()
        }
        let due =
            indicators.first { $0.id == subject }?.due ?? deadlines.first { $0.id == subject }?.due
        return due?.lastDay(inYear: year)
    }

    /// A waiver of an indicator for a unit that the indicator asks for nothing: of a total a unit
    /// that is no node, of a share one without units of the group.
    private func unasked(
        _ decision: Decision
    ) -> (column: String, message: String, fix: String)? {
        guard let id = decision.unit, let unit = scene.roster.index(of: id),
            scene.units.contains(unit),
            let indicator = scene.plan.indicators.first(where: { $0.id == decision.subject })
        else { return nil }
        if indicator.isTotal {
            let isNode =
                !scene.isLeaf(unit) || unit == scene.root || scene.handsUp(unit)
                || (indicator.counts == .own && scene.answersAlone(unit, indicator.closed))
            guard !isNode else { return nil }
        } else {
            guard let group = indicator.group,
                !scene.roster.subtree(unit).contains(where: { scene.membership[group][$0] })
            else { return nil }
        }
        return (
            "Mã đơn vị",
            "miễn chỉ tiêu \(indicator.id) cho \(scene.roster.units[unit].name), là đơn vị mà chỉ tiêu "
                + "này không xét riêng",
            "Hãy ghi đơn vị thuộc đối tượng của chỉ tiêu, hoặc bỏ quyết định này."
        )
    }

    /// A value for a unit whose own value the indicator does not look at.
    private func misplaced(
        _ decision: Decision
    ) -> (column: String, message: String, fix: String)? {
        guard let id = decision.unit, let unit = scene.roster.index(of: id),
            let indicator = scene.plan.indicators.first(where: { $0.id == decision.subject })
        else { return nil }
        let isNode =
            !scene.isLeaf(unit) || unit == scene.root
            || (indicator.counts == .own && scene.answersAlone(unit, indicator.closed))
        if indicator.isTotal, !isNode, indicator.recurrence(in: scene.window) != nil {
            return (
                "Mã đơn vị",
                "điều chỉnh chỉ tiêu chung \(indicator.id) xét theo từng kỳ trong năm cho "
                    + "\(scene.roster.units[unit].name), là đơn vị mà chỉ tiêu này không xét riêng",
                "Hãy chỉnh lý bài nộp của kỳ cần sửa và gửi lại, hoặc điều chỉnh số của đơn vị tổng hợp."
            )
        }
        guard !indicator.isTotal, let group = indicator.group else { return nil }
        if indicator.closed == .successor, scene.membership[group][unit],
            let heir = scene.heir(of: unit)
        {
            let name = scene.roster.units[heir].name
            return (
                "Mã đơn vị",
                "điều chỉnh giá trị của \(scene.roster.units[unit].name), là đơn vị mà chỉ tiêu "
                    + "\(indicator.id) tính vào \(name)",
                "Hãy điều chỉnh giá trị của \(name)."
            )
        }
        guard !scene.membership[group][unit] else { return nil }
        return (
            "Mã đơn vị",
            "điều chỉnh giá trị của \(scene.roster.units[unit].name), là đơn vị mà chỉ tiêu "
                + "\(indicator.id) không xét giá trị riêng",
            "Hãy điều chỉnh giá trị của từng đơn vị thuộc chỉ tiêu."
        )
    }
}
