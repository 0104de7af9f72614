internal import Model
internal import Plans
internal import Rollup

/// Values that the board set in place of what units and nodes counted (CONTRACT §11.19): they are
/// in the totals of the nodes above.
extension IndicatorJudge {
    /// Whether values that were set for units can be put into the sum of a node: a ratio is not
    /// composed of its units' ratios.
    var takesDecided: Bool {
        every == nil && indicator.requirements[0].measure.addsUp(scene.plan.measures)
    }

    /// The decision that puts a value in place of a unit's own in the sum of a node; nil for a
    /// decision that names no unit, which is about the node.
    func adjustment(of unit: Int) -> (value: Quantity, decision: Decision)? {
        guard let decision = decision(unit, \.isOverride),
            decision.unit != nil, case .override(let value) = decision.kind
        else { return nil }
        return (value, decision)
    }

    /// The nodes below a node whose own totals were set, of nested ones the uppermost: such a value
    /// stands for all that is below.
    func decidedBelow(_ node: Int) -> [Int] {
        guard takesDecided, indicator.counts != .own,
            scene.decisions.contains(where: { $0.kind.isOverride })
        else { return [] }
        let found = scene.roster.subtree(node).filter { other in
            other != node && handed[other] == nil && !scene.isLeaf(other)
                && adjustment(of: other) != nil
        }
        return found.filter { other in
            !found.contains { $0 != other && scene.roster.isWithin(other, $0) }
        }
    }

    /// What the sum of a node is made of, each by itself: units with those they speak for, and
    /// nodes whose totals were set in place of all that is below them; the totals of the nodes in
    /// `lower` are added beside these.
    func addends(_ members: [[Int]], of node: Int, besides lower: [Int] = []) -> [[Int]] {
        let members = members.flatMap(apart)
        let nodes = judgedNodes
        let decided = decidedBelow(node).filter { other in
            !lower.contains { scene.roster.isWithin(other, $0) } && !isAbove(other, nodes)
        }
        guard !decided.isEmpty else { return members }
        return members.filter { unit in
            !decided.contains { scene.roster.isWithin(unit[0], $0) }
        } + decided.map { [$0] }
    }

    /// A unit with those it speaks for, of which one whose own value was set is an addend by
    /// itself.
    private func apart(_ members: [Int]) -> [[Int]] {
        guard members.count > 1, takesDecided, adjustment(of: members[0]) == nil else {
            return [members]
        }
        let set = members.dropFirst().filter { adjustment(of: $0) != nil }
        return [members.filter { !set.contains($0) }] + set.map { [$0] }
    }

    /// The portions of some addends: what was set for a unit is its figure, as in time.
    ///
    /// What was set for the node itself stands in the place of the whole sum, not of what it filed.
    func portions(
        adding addends: [[Int]],
        for node: Int,
        _ evaluator: inout Evaluator
    ) -> Portions {
        let decided = takesDecided ? addends.filter { isDecided($0, in: node) } : []
        let own = decided.isEmpty ? addends : addends.filter { !isDecided($0, in: node) }
        let lastDay = end(node).lastDay
        var portions = portions(own, for: node, until: lastDay, &evaluator)
        for addend in decided {
            guard let value = adjustment(of: addend[0])?.value else { continue }
            portions.add(first: value, terms: firstTerms)
        }
        if !decided.isEmpty, terms.count > firstTerms {
            // What was set is the first figure: the records are there for what is asked besides.
            let all = own + decided.flatMap(recorded)
            let counted = self.portions(all, for: node, until: lastDay, &evaluator)
            portions.takeRest(behind: firstTerms, from: counted)
        }
        if every != nil { put(addends, for: node, into: &portions, &evaluator) }
        return portions
    }

    /// How many terms the first figure has; those of what is asked besides come behind them.
    private var firstTerms: Int {
        indicator.requirements[0].measure.terms(scene.plan.measures).count
    }

    /// Whose records stand behind an addend that was decided: of a node those of all that it
    /// counts.
    private func recorded(_ addend: [Int]) -> [[Int]] {
        scene.isLeaf(addend[0]) ? [addend] : counted(addend[0])
    }

    /// Puts what was set for units in one month or year alone into that part of a node's figure.
    private func put(
        _ addends: [[Int]],
        for node: Int,
        into portions: inout Portions,
        _ evaluator: inout Evaluator
    ) {
        guard indicator.requirements[0].measure.addsUp(scene.plan.measures) else { return }
        for (index, part) in periods.enumerated() {
            let set = addends.filter { $0[0] != node && override($0[0], in: part) != nil }
            guard !set.isEmpty else { continue }
            let own = addends.filter { addend in !set.contains { $0[0] == addend[0] } }
            let slice = slice(of: part, for: node)
            var figure = Portions(whole: termValues(own, slice, &evaluator))
            for addend in set {
                guard let value = override(addend[0], in: part)?.value else { continue }
                figure.add(first: value, terms: firstTerms)
            }
            if terms.count > firstTerms {
                figure.takeRest(
                    behind: firstTerms,
                    from: Portions(whole: termValues(addends, slice, &evaluator))
                )
            }
            portions.parts[index] = figure.whole
        }
    }

    private func isDecided(_ addend: [Int], in node: Int) -> Bool {
        addend[0] != node && adjustment(of: addend[0]) != nil
    }

    /// The portions of a node whose total was set, as the node above adds them.
    func settled(_ portions: Portions, of node: Int) -> Portions {
        guard let value = adjustment(of: node)?.value else { return portions }
        var settled = portions
        settled.put(first: value, terms: firstTerms)
        return settled
    }
}
