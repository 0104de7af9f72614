internal import Model
internal import Plans
internal import Rollup

extension IndicatorJudge {
    func nodes(_ units: [UnitResult], _ evaluator: inout Evaluator) -> [NodeResult] {
        let byUnit = Dictionary(uniqueKeysWithValues: units.map { ($0.unit, $0) })
        let nodes = judgedNodes
        var totals: [Int: NodeResult] = [:]
        for node in nodes where indicator.isTotal && !isAbove(node, nodes) {
            totals[node] = total(node, &evaluator)
        }
        let expected = scene.plan.handedUpBy == nil ? [] : scene.units.filter(scene.handsUp)
        return nodes.map { node in
            var result: NodeResult
            if indicator.isTotal {
                result = totals[node] ?? upperTotal(node, totals, &evaluator)
            } else {
                result = share(node, byUnit)
                if let waiver = waiver(node) {
                    result.status = .notApplicable
                    result.reason = .waived(
                        decision: waiver.number,
                        date: waiver.date,
                        reason: waiver.reason
                    )
                }
            }
            let unreported = unreported(expected, below: node, byUnit, totals, &evaluator)
            if let row = handed[node] {
                result.nodes = row.nodes
                result.nodesMet = row.nodesMet
            } else if scene.levels[node] > indicator.level {
                let lower = lower(node, nodes)
                let rows = handedBelow(node).filter { row in
                    !lower.contains { scene.roster.isWithin(row, $0) }
                }.compactMap { handed[$0] }
                // Whom the board waived, or who has no unit of the group, is asked for nothing:
                // neither met nor short. Who still has to hand over its result is asked for it.
                let asked = lower.filter { indicator.isTotal || waiver($0) == nil }
                    .map { ($0, (totals[$0] ?? share($0, byUnit)).status) }
                    .filter { other, status in
                        status != .exempt
                            && (status != .notApplicable || unreported.contains(other))
                    }
                result.nodes = asked.count + rows.reduce(0) { $0 + ($1.nodes ?? 0) }
                result.nodesMet =
                    asked.count { $0.1 == .met } + rows.reduce(0) { $0 + ($1.nodesMet ?? 0) }
            }
            result.unreported = unreported
            if !result.unreported.isEmpty {
                let missing = Set(result.missing + result.unreported)
                result.missing = scene.roster.subtree(node).filter(missing.contains)
            }
            return result
        }
    }

    /// The nodes that the indicator is judged at, in roster order; none below one that handed over
    /// its result.
    var judgedNodes: [Int] {
        scene.units.filter { node in
            guard node != scene.root else { return true }
            return (!scene.isLeaf(node) || scene.handsUp(node) || isAlone(node))
                && scene.levels[node] >= indicator.level
                && !handed.keys.contains { $0 != node && scene.roster.isWithin(node, $0) }
        }
    }

    /// Whether a node that has no units below it answers for what it filed itself.
    private func isAlone(_ node: Int) -> Bool {
        indicator.counts == .own && scene.answersAlone(node, indicator.closed)
    }

    /// The nodes below that handed over their result.
    func handedBelow(_ node: Int) -> [Int] {
        handed.keys.filter { $0 != node && scene.roster.isWithin($0, node) && !isWaived($0) }
            .sorted()
    }

    /// Whether a node's share need not be there: of a total the board's word is about the node
    /// alone.
    private func isWaived(_ node: Int) -> Bool { !indicator.isTotal && waiver(node) != nil }

    /// The nodes below of the level that the target is set for.
    private func lower(_ node: Int, _ nodes: [Int]) -> [Int] {
        nodes.filter {
            $0 != node && scene.levels[$0] == indicator.level && scene.roster.isWithin($0, node)
        }
    }

    /// Whether a node stands above the level that the target is set for.
    func isAbove(_ node: Int, _ nodes: [Int]) -> Bool {
        guard scene.levels[node] > indicator.level, handed[node] == nil else { return false }
        return nodes.contains {
            $0 != node && scene.roster.isWithin($0, node)
                && (scene.levels[$0] == indicator.level
                    || (handed[$0] != nil && scene.levels[$0] > indicator.level))
        }
    }

    /// The nodes below that should have handed over their result and did not, and of which nothing
    /// is known otherwise: no data, never 0.
    private func unreported(
        _ expected: [Int],
        below node: Int,
        _ byUnit: [Int: UnitResult],
        _ totals: [Int: NodeResult],
        _ evaluator: inout Evaluator
    ) -> [Int] {
        guard handed[node] == nil, indicator.counts != .own else { return [] }
        var found: [Int] = []
        for other in expected
        where other != node && scene.roster.isWithin(other, node) && !isWaived(other) {
            if let row = handed[other] {
                // A total whose terms were not handed over is in no sum.
                if indicator.isTotal, row.value != nil, handedPortions(other) == nil {
                    found.append(other)
                }
                continue
            }
            let isKnown: Bool
            if indicator.isTotal {
                let figure =
                    totals[other]?.value
                    ?? values(portions(counted(other), for: other, until: nil, &evaluator).whole)[0]
                isKnown = figure != nil
            } else {
                let obliged = scene.denominator(group: indicator.group, node: other)
                    .compactMap { byUnit[$0] }.filter { $0.status != .exempt }
                isKnown =
                    obliged.isEmpty ? handed.isEmpty : obliged.contains { $0.value != nil }
            }
            if !isKnown { found.append(other) }
        }
        return found
    }

    private func share(_ node: Int, _ byUnit: [Int: UnitResult]) -> NodeResult {
        let obliged = scene.denominator(group: indicator.group, node: node)
            .compactMap { byUnit[$0] }.filter { $0.status != .exempt }
        var result = share(node, obliged, handed[node] == nil ? handedBelow(node) : [node])
        if let status = handed[node]?.status, status != .met || result.status == .met {
            result.status = status
        }
        return result
    }

    /// How many of some units met the rule, with what was handed over by nodes.
    func share(_ node: Int, _ obliged: [UnitResult], _ handedNodes: [Int]) -> NodeResult {
        let isIn: (UnitResult) -> Bool = {
            $0.status == .met || (indicator.lateCounts && $0.status == .late)
        }
        let rows = handedNodes.compactMap { handed[$0] }
        let numerator = obliged.count(where: isIn) + rows.reduce(0) { $0 + ($1.numerator ?? 0) }
        let denominator = obliged.count + rows.reduce(0) { $0 + ($1.denominator ?? 0) }
        let pending = obliged.count { $0.status == .pending } + rows.reduce(0) { $0 + $1.open }
        var result = NodeResult(
            node: node,
            numerator: numerator,
            denominator: denominator,
            status: .unmet
        )
        result.pending = pending
        let short = handedNodes.filter { handed[$0].map { $0.numerator != $0.denominator } == true }
        result.missing = obliged.filter { !isIn($0) }.map(\.unit)
        if !short.isEmpty { result.missing = (result.missing + short).sorted() }
        guard denominator > 0, case .each(let target) = indicator.kind else {
            result.status = .notApplicable
            return result
        }
        if target.holds(numerator, of: denominator) {
            result.status = .met
        } else if pending > 0, target.holds(numerator + pending, of: denominator) {
            result.status = .pending
        } else if obliged.allSatisfy({ $0.status == .noData }),
            rows.allSatisfy({ $0.denominator == 0 || $0.status == .noData })
        {
            result.status = .noData
        }
        return result
    }
}
