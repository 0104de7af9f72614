internal import Model
internal import Plans
internal import Rollup

/// Totals: a node's own figure, and those above its level (CONTRACT §5, §11.14, §11.30).
extension IndicatorJudge {
    /// The units whose records a node's total counts, each with those it speaks for; not those that a
    /// node below counted.
    func counted(_ node: Int) -> [[Int]] {
        if indicator.counts == .own { return [scene.members(of: node, indicator.closed)] }
        var units =
            indicator.group == nil
            ? scene.roster.subtree(node) : scene.denominator(group: indicator.group, node: node)
        let handedNodes = handedBelow(node)
        if !handedNodes.isEmpty {
            units.removeAll { unit in handedNodes.contains { scene.roster.isWithin(unit, $0) } }
        }
        // Under `successor` a closed unit's records stand with its successor: never twice.
        let taken = Set(units.flatMap { scene.members(of: $0, indicator.closed).dropFirst() })
        return units.filter { !taken.contains($0) }.map { scene.members(of: $0, indicator.closed) }
    }

    func total(_ node: Int, _ evaluator: inout Evaluator) -> NodeResult {
        if let row = handed[node] { return handedTotal(node, row, &evaluator) }
        let members = counted(node)
        var portions = portions(members, until: end(node).lastDay, &evaluator)
        let adjusted = indicator.every == nil ? adjustedSum(members, &evaluator) : nil
        if let adjusted, isPlainSum {
            portions.whole = [adjusted]
            if portions.inTime != nil { portions.inTime = [adjusted] }
        }
        let below = indicator.counts == .own ? [] : handedBelow(node)
        for other in below { merge(other, into: &portions) }
        var figure = ladder(node, portions, below.isEmpty ? members : nil, &evaluator)
        if let adjusted, !isPlainSum,
            decision(node, { if case .override = $0 { true } else { false } }) == nil
        {
            figure.value = adjusted
            figure.status =
                indicator.requirements[0].rule.holds(adjusted, minimum: minimum)
                ? .met : isPast(horizon(figure.lastDay)) ? .unmet : .pending
        }
        decide(node, &figure)
        return finished(node, figure, portions)
    }

    /// What the board decided about a node, and whether the indicator applies at all.
    private func decide(_ node: Int, _ figure: inout UnitResult) {
        if let waiver = decision(node, { $0 == .waive }) {
            figure.status = .exempt
            figure.reason = .waived(
                decision: waiver.number,
                date: waiver.date,
                reason: waiver.reason
            )
        } else if lacksContest {
            figure.status = .notApplicable
        }
    }

    // MARK: - What was handed over

    /// Whether the indicator is one sum, so that a single number carries it up.
    private var isPlainSum: Bool {
        indicator.requirements.count == 1
            && indicator.requirements[0].measure.isSum(scene.plan.measures)
    }

    func portions(_ row: HandedResult) -> Portions? {
        HandedTerms.portions(row.terms, terms: terms.count)
            ?? HandedTerms.portions(
                value: row.value,
                status: row.status,
                isPlainSum: isPlainSum && indicator.every == nil,
                hasDue: indicator.due != nil
            )
    }

    /// Adds a handed total; one whose terms are not known adds nothing rather than a guess.
    private func merge(_ node: Int, into portions: inout Portions) {
        guard let other = handed[node].flatMap({ self.portions($0) }) else { return }
        portions.merge(other, terms)
    }

    private func handedTotal(
        _ node: Int,
        _ row: HandedResult,
        _ evaluator: inout Evaluator
    ) -> NodeResult {
        let known = portions(row)
        let portions =
            known ?? Portions(whole: [Quantity?](repeating: nil, count: terms.count))
        var figure = ladder(node, portions, nil, &evaluator)
        let isOverridden = decision(node, { if case .override = $0 { true } else { false } }) != nil
        if !isOverridden {
            figure.value = row.value ?? figure.value
            figure.status = row.status ?? figure.status
            figure.reason = nil
        }
        if decision(node, { $0 == .waive }) != nil { decide(node, &figure) }
        return finished(node, figure, portions)
    }

    /// The sum over the units where a decision put a value in place of a unit's own.
    private func adjustedSum(_ members: [[Int]], _ evaluator: inout Evaluator) -> Quantity? {
        guard members.count > 1 else { return nil }
        var isAdjusted = false
        var sum = Quantity.zero
        for member in members {
            var value = evaluator.value(indicator.requirements[0].measure, of: member, slice)
            if let decision = decision(
                member[0],
                { if case .override = $0 { true } else { false } }
            ),
                decision.unit != nil, case .override(let own) = decision.kind
            {
                value = own
                isAdjusted = true
            }
            sum = value.flatMap { sum.adding($0) } ?? sum
        }
        return isAdjusted ? sum : nil
    }

    /// A node above the level: the sum of what its nodes counted, under the same rule
    /// (CONTRACT §11.30).
    func upperTotal(
        _ node: Int,
        _ totals: [Int: NodeResult],
        _ evaluator: inout Evaluator
    ) -> NodeResult {
        let lower = totals.keys.filter { $0 != node && scene.roster.isWithin($0, node) }.sorted()
        let isDistinct = terms.contains {
            if case .aggregate(let aggregate) = $0 {
                aggregate.function == .distinct
            } else {
                false
            }
        }
        let ownLower = lower.filter { handed[$0] == nil }
        var portions: Portions
        if isDistinct {
            // What is the same in two nodes is one, which no sum of theirs can tell.
            let members = ownLower.flatMap { counted($0) }
            portions = self.portions(members, until: end(node).lastDay, &evaluator)
        } else {
            portions = self.portions([], until: end(node).lastDay, &evaluator)
            for other in ownLower {
                if let counted = totals[other]?.portions { portions.merge(counted, terms) }
            }
        }
        let below = handedBelow(node)
        // What a node of the level took in is in its own figure, but for what is counted together.
        for other in below
        where isDistinct || !ownLower.contains(where: { scene.roster.isWithin(other, $0) }) {
            merge(other, into: &portions)
        }
        let members = below.isEmpty ? ownLower.flatMap { counted($0) } : nil
        return finished(node, ladder(node, portions, members, &evaluator), portions)
    }

    private func finished(
        _ node: Int,
        _ figure: UnitResult,
        _ portions: Portions
    ) -> NodeResult {
        var result = NodeResult(node: node, value: figure.value, status: figure.status)
        result.reason = figure.reason
        result.portions = portions
        if isPlainSum, indicator.every == nil, let value = figure.value, [value] != portions.whole {
            // A value that a decision set is what goes up, as in time.
            result.portions = Portions(
                whole: [value],
                inTime: portions.inTime == nil ? nil : [value]
            )
        }
        if let value = figure.value, figure.status == .met || figure.status == .late {
            result.exceeded = indicator.requirements[0].rule.isExceeded(by: value, minimum: minimum)
        }
        return result
    }
}
