internal import Model
internal import Plans
internal import Rollup

/// Nodes: shares, totals, and what nodes below handed over.
extension Explainer {
    mutating func node(_ result: NodeResult) -> NodeExplanation {
        let node = result.node
        var explanation = NodeExplanation(
            result: result,
            figure: nil,
            obliged: [],
            adjusted: [],
            lower: [],
            aside: [],
            handed: handed(node),
            leavings: Leavings()
        )
        guard indicator.isTotal else {
            let units = Set(
                judgement.indicators[index].units.filter { $0.status != .exempt }.map(\.unit)
            )
            explanation.obliged = scene.denominator(group: indicator.group, node: node)
                .filter(units.contains)
            if !units.contains(node) { explanation.leavings = leavings.leavings(of: [node]) }
            return explanation
        }
        guard !explanation.isHandedOver else {
            explanation.leavings = leavings.leavings(of: [node])
            return explanation
        }
        let nodes = judge.judgedNodes
        let isAbove = judge.isAbove(node, nodes)
        let whole = judge
        judge = whole.prolonged(for: node)
        defer { judge = whole }
        if isAbove {
            let decided = judge.decidedAbove(node)
            explanation.lower = lower(node, nodes).filter { other in
                !decided.contains { scene.roster.isWithin(other, $0) }
            }
            if judge.takesDecided { explanation.adjusted = looseValues(node, nodes, decided) }
        } else {
            explanation.adjusted = adjustments(node)
        }
        let members = groups(node)
        if isAbove, !members.joined().contains(node) {
            explanation.aside = calculations([node], judge.slice, until: nil).flatMap(\.tallies)
                .filter { $0.records.contains { $0.contribution != nil } }
        }
        explanation.figure = figure(of: result, members, explanation.handed)
        explanation.leavings = leavings.leavings(of: members.flatMap(\.self))
        return explanation
    }

    /// The nodes whose totals one above them adds up.
    private func lower(_ node: Int, _ nodes: [Int]) -> [Int] {
        nodes.filter { !judge.isAbove($0, nodes) && scene.roster.isWithin($0, node) }
    }

    /// The nodes of the level whose totals were counted here.
    private func ownLower(_ node: Int, _ nodes: [Int]) -> [Int] {
        judge.summed(lower(node, nodes).filter { judge.handed[$0] == nil })
    }

    /// The units that a node's figure is made of, as the judge takes them.
    func groups(_ node: Int) -> [[Int]] {
        guard judge.handed[node] == nil else { return [] }
        let nodes = judge.judgedNodes
        guard judge.isAbove(node, nodes) else { return judge.counted(node) }
        return judge.upperMembers(node, ownLower(node, nodes))
    }

    /// The rows that a node's figure takes in; its own where it handed over its result.
    private func handed(_ node: Int) -> [HandedShare] {
        handedNodes(node).compactMap { other in
            judge.handed[other].map { row in
                HandedShare(
                    node: other,
                    row: row,
                    isAdded: !indicator.isTotal || judge.handedPortions(other) != nil,
                    decided: indicator.isTotal ? judge.adjustment(of: other) : nil
                )
            }
        }
    }

    private func handedNodes(_ node: Int) -> [Int] {
        guard judge.handed[node] == nil else { return [node] }
        guard indicator.isTotal else { return judge.handedBelow(node) }
        let nodes = judge.judgedNodes
        guard judge.isAbove(node, nodes) else { return judge.handedInto(node) }
        let lower = ownLower(node, nodes)
        let taken = judge.handedAbove(node, lower) + lower.flatMap(judge.handedInto)
        return Set(taken).sorted()
    }

    /// The units' values in a node's sum, where a decision put another in the place of any of them.
    private mutating func adjustments(_ node: Int) -> [Adjustment] {
        let groups = judge.counted(node)
        guard judge.every == nil else { return [] }
        // A decision about the node itself stands in the place of the whole sum.
        if let decided = judge.adjustment(of: node) {
            let own = judge.values(judge.portions(groups, for: node, until: nil, &evaluator).whole)[
                0
            ]
            return [Adjustment(unit: node, own: own, decided: decided)]
        }
        guard !(groups.count == 1 && groups[0][0] == node) else { return [] }
        let addends = judge.addends(groups, of: node)
        guard judge.takesDecided, addends.contains(where: { judge.adjustment(of: $0[0]) != nil })
        else { return [] }
        return values(addends)
    }

    /// The values in the sum of a node above the level besides the totals of the nodes of the
    /// level.
    private mutating func looseValues(
        _ node: Int,
        _ nodes: [Int],
        _ decided: [Int]
    ) -> [Adjustment] {
        let lower = ownLower(node, nodes)
        let loose = judge.addends(judge.loose(node, lower), of: node, besides: lower)
            .filter { unit in !decided.contains { scene.roster.isWithin(unit[0], $0) } }
        let totals = totals(nodes)
        return values(loose)
            + decided.map { other in
                let portions = judge.upperPortions(other, totals, &evaluator)
                return Adjustment(
                    unit: other,
                    own: judge.values(portions.whole)[0],
                    decided: judge.adjustment(of: other)
                )
            }
    }

    /// What the nodes came to that stand at the level or below it.
    private func totals(_ nodes: [Int]) -> [Int: NodeResult] {
        var totals: [Int: NodeResult] = [:]
        for node in judgement.indicators[index].nodes where !judge.isAbove(node.node, nodes) {
            totals[node.node] = node
        }
        return totals
    }

    /// The value that each of some units adds to a sum.
    private mutating func values(_ groups: [[Int]]) -> [Adjustment] {
        let measure = indicator.requirements[0].measure
        var adjustments: [Adjustment] = []
        for members in groups {
            let own = evaluator.value(measure, of: members, judge.slice)
            let decided = judge.adjustment(of: members[0])
            guard own != nil || decided != nil else { continue }
            adjustments.append(Adjustment(unit: members[0], own: own, decided: decided))
        }
        return adjustments
    }

    // MARK: - Figures

    private mutating func figure(
        of result: NodeResult,
        _ members: [[Int]],
        _ handed: [HandedShare]
    ) -> FigureExplanation {
        let lastDay = judge.every == nil ? result.lastDay : nil
        var portions = judge.portions(members, for: result.node, until: lastDay, &evaluator)
        var below: [TermWalk.Handed] = []
        for share in handed {
            guard let other = judge.handedPortions(share.node) else { continue }
            portions.merge(other, judge.terms)
            below.append(TermWalk.Handed(share: share, portions: other))
        }
        var parts: [PartExplanation] = []
        for (index, part) in judge.periods.enumerated()
        where judge.answers(result.node, for: part) {
            let walk = TermWalk(
                members: members,
                slice: judge.slice(of: part, for: result.node),
                lastDay: nil,
                whole: portions.parts[index],
                inTime: portions.parts[index],
                handed: below.map { $0.part(index) }
            )
            let calculations = calculations(walk)
            let own = below.isEmpty ? members : nil
            parts.append(self.part(part, calculations, for: result.node, of: own))
        }
        // What came together by the due day is in `judged`; the lines are the window's own.
        let isOwn = judge.judgedSlice == judge.slice
        let walk = TermWalk(
            members: members,
            slice: judge.slice,
            lastDay: isOwn ? lastDay : nil,
            whole: portions.whole,
            inTime: isOwn ? portions.inTime ?? portions.whole : portions.whole,
            handed: below
        )
        return FigureExplanation(
            members: members,
            calculations: calculations(walk),
            parts: parts,
            accrued: accrued(walk, lastDay, portions),
            judged: judged(result, members)
        )
    }

    /// The same terms of what came together by a due day.
    private mutating func accrued(
        _ own: TermWalk,
        _ lastDay: Day?,
        _ portions: Portions
    ) -> FigureExplanation.Accrued? {
        guard let span = accruedSpan, let whole = portions.accrued else { return nil }
        let walk = TermWalk(
            members: own.members,
            slice: judge.judgedSlice,
            lastDay: lastDay,
            whole: whole,
            inTime: portions.inTime ?? whole,
            handed: own.handed.map { other in
                var other = other
                other.portions.whole = other.portions.accrued ?? other.portions.whole
                return other
            }
        )
        return FigureExplanation.Accrued(span: span, calculations: calculations(walk))
    }

    /// What the rule was held against, with what decisions put in the place of units' values.
    private mutating func judged(_ result: NodeResult, _ members: [[Int]]) -> [JudgedValue] {
        let nodes = judge.judgedNodes
        let portions: Portions
        if judge.isAbove(result.node, nodes) {
            portions = judge.upperPortions(result.node, totals(nodes), &evaluator)
        } else {
            portions = judge.portions(of: result.node, members, &evaluator)
        }
        return zip(
            judge.values(portions.accrued ?? portions.whole),
            judge.values(portions.inTime ?? portions.accrued ?? portions.whole)
        ).map { JudgedValue(value: $0, inTime: $1) }
    }

    private mutating func calculations(_ walk: TermWalk) -> [Calculation] {
        var walk = walk
        var calculations: [Calculation] = []
        for requirement in indicator.requirements {
            calculations.append(calculation(requirement.measure, &walk))
        }
        return calculations
    }

    /// What ``MeasureExpression/figure(_:_:)`` made of the node's terms.
    private mutating func calculation(
        _ expression: MeasureExpression,
        _ walk: inout TermWalk
    ) -> Calculation {
        let (value, timely) = walk.figure(expression, plan.measures)
        let step: Calculation.Step
        switch expression {
        case .number: step = .number
        case .named(let index):
            step = .named(index, calculation(plan.measures[index].expression, &walk))
        case .arithmetic(let operation, let left, let right):
            let left = calculation(left, &walk)
            step = .arithmetic(operation, left, calculation(right, &walk))
        case .aggregate, .coalesce, .reported:
            let own = ownCalculation(expression, walk)
            step = walk.handed.isEmpty ? own.step : .joined(own, walk.handedTerms)
            walk.next += 1
        }
        return Calculation(expression: expression, value: value, inTime: timely, step: step)
    }

    /// What ``Evaluator/nodeValue(_:over:_:)`` made of the records here.
    private mutating func ownCalculation(
        _ expression: MeasureExpression,
        _ walk: TermWalk
    ) -> Calculation {
        let units = walk.members
        let value = evaluator.nodeValue(expression, over: units, walk.slice)
        let timely = evaluator.nodeValue(expression, over: units, inTime(walk.slice, walk.lastDay))
        let step: Calculation.Step
        if case .aggregate(let aggregate) = expression,
            [.min, .max, .distinct].contains(aggregate.function)
        {
            // All records are looked at together, whoever handed them in.
            step = .records(
                tracer.tally(
                    aggregate,
                    of: units.flatMap(\.self),
                    walk.slice,
                    until: walk.lastDay,
                    value: value
                )
            )
        } else {
            step = .units(
                units.map { members in
                    Calculation.UnitShare(
                        members: members,
                        calculation: calculation(expression, of: members, walk.slice, walk.lastDay)
                    )
                }
            )
        }
        return Calculation(expression: expression, value: value, inTime: timely, step: step)
    }
}
