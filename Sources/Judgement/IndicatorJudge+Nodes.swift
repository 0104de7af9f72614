internal import Model
internal import Plans
internal import Rollup

extension IndicatorJudge {
    func nodes(_ units: [UnitResult], _ evaluator: inout Evaluator) -> [NodeResult] {
        var results: [NodeResult] = []
        let byUnit = Dictionary(uniqueKeysWithValues: units.map { ($0.unit, $0) })
        let nodes = judgedNodes
        var totals: [Int: NodeResult] = [:]
        for node in nodes where indicator.isTotal && !isAbove(node, nodes) {
            totals[node] = total(node, &evaluator)
        }
        for node in nodes {
            var result: NodeResult
            if indicator.isTotal {
                result = totals[node] ?? upperTotal(node, totals, &evaluator)
            } else {
                result = share(node, byUnit)
            }
            if isAbove(node, nodes) {
                let lower = nodes.filter {
                    $0 != node && scene.levels[$0] == indicator.level
                        && scene.roster.isWithin($0, node)
                }
                result.nodes = lower.count
                result.nodesMet = lower.count { other in
                    (totals[other] ?? share(other, byUnit)).status == .met
                }
            }
            results.append(result)
        }
        return results
    }

    /// The nodes that the indicator is judged at, in roster order.
    var judgedNodes: [Int] {
        scene.units.filter {
            $0 == scene.root || (!scene.isLeaf($0) && scene.levels[$0] >= indicator.level)
        }
    }

    /// Whether a node stands above the level that the target is set for.
    func isAbove(_ node: Int, _ nodes: [Int]) -> Bool {
        scene.levels[node] > indicator.level
            && nodes.contains {
                $0 != node && scene.levels[$0] == indicator.level && scene.roster.isWithin($0, node)
            }
    }

    private func share(_ node: Int, _ byUnit: [Int: UnitResult]) -> NodeResult {
        let obliged = scene.denominator(group: indicator.group, node: node)
            .compactMap { byUnit[$0] }.filter { $0.status != .exempt }
        let isIn: (UnitResult) -> Bool = {
            $0.status == .met || (indicator.lateCounts && $0.status == .late)
        }
        let numerator = obliged.count(where: isIn)
        var result = NodeResult(
            node: node,
            numerator: numerator,
            denominator: obliged.count,
            status: .unmet
        )
        result.missing = obliged.filter { !isIn($0) }.map(\.unit)
        guard !obliged.isEmpty, case .each(let target) = indicator.kind else {
            result.status = .notApplicable
            return result
        }
        let pending = obliged.count { $0.status == .pending }
        if target.holds(numerator, of: obliged.count) {
            result.status = .met
        } else if pending > 0, target.holds(numerator + pending, of: obliged.count) {
            result.status = .pending
        } else if obliged.allSatisfy({ $0.status == .noData }) {
            result.status = .noData
        }
        return result
    }

    /// The units whose records a node's total counts, each with those it speaks for.
    func counted(_ node: Int) -> [[Int]] {
        if indicator.counts == .own { return [scene.members(of: node, indicator.closed)] }
        let units =
            indicator.group == nil
            ? scene.roster.subtree(node) : scene.denominator(group: indicator.group, node: node)
        // Under `successor` a closed unit's records stand with its successor: never twice.
        let taken = Set(units.flatMap { scene.members(of: $0, indicator.closed).dropFirst() })
        return units.filter { !taken.contains($0) }.map { scene.members(of: $0, indicator.closed) }
    }

    private func total(_ node: Int, _ evaluator: inout Evaluator) -> NodeResult {
        let members = counted(node)
        var figure = ladder(node, members, isNode: true, &evaluator)
        if let adjusted = adjustedSum(members, &evaluator), indicator.every == nil,
            scene.decision(
                node,
                indicator.id,
                where: { if case .override = $0 { true } else { false } }
            )
                == nil
        {
            figure.value = adjusted
            figure.status =
                indicator.requirements[0].rule.holds(adjusted, minimum: minimum)
                ? .met : isPast(horizon(figure.lastDay)) ? .unmet : .pending
        }
        if let waiver = scene.decision(node, indicator.id, where: { $0 == .waive }) {
            figure.status = .exempt
            figure.reason = .waived(
                decision: waiver.number,
                date: waiver.date,
                reason: waiver.reason
            )
        } else if lacksContest {
            figure.status = .notApplicable
        }
        return finished(node, figure)
    }

    /// The sum over the units where a decision put a value in place of a unit's own.
    private func adjustedSum(_ members: [[Int]], _ evaluator: inout Evaluator) -> Quantity? {
        guard members.count > 1 else { return nil }
        var isAdjusted = false
        var sum = Quantity.zero
        for member in members {
            var value = evaluator.value(indicator.requirements[0].measure, of: member, slice)
            if let own = adjustment(of: member[0])?.value {
                value = own
                isAdjusted = true
            }
            sum = value.flatMap { sum.adding($0) } ?? sum
        }
        return isAdjusted ? sum : nil
    }

    /// The decision that puts a value in place of a unit's own in the sum of a node; nil for a decision
    /// that names no unit, which is about the node.
    func adjustment(of unit: Int) -> (value: Quantity, decision: Decision)? {
        guard
            let decision = scene.decision(
                unit,
                indicator.id,
                where: { if case .override = $0 { true } else { false } }
            ),
            decision.unit != nil, case .override(let value) = decision.kind
        else { return nil }
        return (value, decision)
    }

    /// A node above the level: the sum of what its nodes counted, under the same rule
    /// (CONTRACT §11.30).
    private func upperTotal(
        _ node: Int,
        _ totals: [Int: NodeResult],
        _ evaluator: inout Evaluator
    ) -> NodeResult {
        let lower = totals.filter { scene.roster.isWithin($0.key, node) }.keys.sorted()
        var figure = ladder(
            node,
            lower.flatMap { counted($0) },
            isNode: true,
            &evaluator
        )
        if lower.contains(where: { totals[$0]?.reason != nil }) {
            let values = lower.compactMap { totals[$0]?.value }
            figure.value = values.reduce(Quantity?.none) { sum, value in
                sum.map { $0.adding(value) } ?? value
            }
        }
        return finished(node, figure)
    }

    private func finished(_ node: Int, _ figure: UnitResult) -> NodeResult {
        var result = NodeResult(node: node, value: figure.value, status: figure.status)
        result.lastDay = figure.lastDay
        result.reason = figure.reason
        // With `every` the value counts the parts that held: it cannot pass what each part asks for.
        if let value = figure.value, indicator.every == nil,
            figure.status == .met || figure.status == .late
        {
            result.exceeded = indicator.requirements[0].rule.isExceeded(by: value, minimum: minimum)
        }
        return result
    }
}
