internal import Model
internal import Plans
internal import Rollup

/// Totals: a node's own figure, and those above its level (CONTRACT §5, §11.14, §11.30).
extension IndicatorJudge {
    /// The units whose records a node's total counts, each with those it speaks for; not those that
    /// a node below counted.
    func counted(_ node: Int) -> [[Int]] {
        if indicator.counts == .own { return scene.portions(of: node, indicator.closed) }
        var units = scene.roster.subtree(node)
        // A node may be of the group itself: what it filed is in its own total.
        if let group = indicator.group { units.removeAll { !scene.membership[group][$0] } }
        let handedNodes = handedBelow(node)
        if !handedNodes.isEmpty {
            units.removeAll { unit in handedNodes.contains { scene.roster.isWithin(unit, $0) } }
        }
        return units.filter { !taken.contains($0) }
            .flatMap { scene.portions(of: $0, indicator.closed) }
    }

    func total(_ node: Int, _ evaluator: inout Evaluator) -> NodeResult {
        if let row = handed[node] { return handedTotal(node, row, &evaluator) }
        let members = counted(node)
        let judge = prolonged(for: node)
        let portions = judge.portions(of: node, members, &evaluator)
        let isOwn = handedInto(node).isEmpty
        var figure = judge.ladder(node, portions, isOwn ? members : nil, &evaluator)
        postpone(&figure, handed: handedInto(node))
        decide(node, &figure)
        return finished(node, figure, portions)
    }

    /// Leaves open in a part of a year what a node below handed over as open: what its units wrote
    /// of the whole year is in no row.
    private func postpone(_ figure: inout UnitResult, handed nodes: [Int]) {
        guard scene.window.period.isPartOfYear, [.unmet, .noData].contains(figure.status),
            nodes.contains(where: { handed[$0]?.status == .pending })
        else { return }
        if case .accrued = standing { return }
        figure.status = .pending
        figure.reason = .openBelow
    }

    /// What a node's total is made of: what its own units counted, or was set for them, and what
    /// was handed over to it.
    func portions(
        of node: Int,
        _ members: [[Int]],
        _ evaluator: inout Evaluator
    ) -> Portions {
        var portions = portions(adding: addends(members, of: node), for: node, &evaluator)
        for other in handedInto(node) { merge(other, into: &portions) }
        return portions
    }

    /// The nodes whose handed-over results are added into a node's own total.
    func handedInto(_ node: Int) -> [Int] { indicator.counts == .own ? [] : handedBelow(node) }

    /// What the board decided about a node, and whether the indicator applies at all.
    private func decide(_ node: Int, _ figure: inout UnitResult) {
        if let waiver = decision(node, { $0 == .waive }) {
            figure.status = .exempt
            figure.reason = .waived(
                decision: waiver.number,
                date: waiver.date,
                reason: waiver.reason
            )
        } else if lacksContest || lacksParts(node) || isAnothersOwn(node) || isAnothersLevel(node) {
            figure.status = .notApplicable
        } else if [.unmet, .noData].contains(figure.status), let absence = absenceWhenDue(node) {
            figure.status = .exempt
            figure.reason = absence
        } else if figure.value == nil, isWithoutUnits(node) {
            figure.status = .notApplicable
            figure.reason = nil
        }
    }

    /// Whether nothing that a node's total could count exists: no unit of the group at or below it
    /// whose records stand there, and no node there that hands over its figure, whose units this
    /// roster need not list.
    private func isWithoutUnits(_ node: Int) -> Bool {
        guard indicator.counts != .own, let group = indicator.group else { return false }
        return !scene.roster.subtree(node).contains { unit in
            scene.roster.units[unit].exists(within: scene.window.span) && !taken.contains(unit)
                && (scene.membership[group][unit] || handed[unit] != nil || scene.handsUp(unit))
        }
    }

    /// Whether an office's own duty is asked of a cluster, which is no office.
    private func isAnothersOwn(_ node: Int) -> Bool {
        indicator.counts == .own && scene.roster.units[node].kind.isCluster
            && !(indicator.group.map { scene.membership[$0][node] } ?? false)
    }

    /// Whether a target set for a district is held against a ward in the ward's own report: its
    /// figure is shown, nothing is asked of it.
    private func isAnothersLevel(_ node: Int) -> Bool {
        scene.scope != nil && node == scene.root && scene.levels[node] < indicator.level
    }

    // MARK: - What was handed over

    /// Whether the indicator is one sum, so that a single number carries it up.
    var isPlainSum: Bool {
        indicator.requirements.count == 1
            && indicator.requirements[0].measure.isSum(scene.plan.measures)
    }

    private func portions(_ row: HandedResult) -> Portions? {
        HandedTerms.portions(row.terms, terms: terms.count)
            ?? HandedTerms.portions(
                value: row.value,
                status: row.status,
                isPlainSum: isPlainSum && every == nil,
                hasDue: indicator.due != nil
            )
    }

    /// Adds a handed total; one whose terms are not known adds nothing rather than a guess.
    private func merge(_ node: Int, into portions: inout Portions) {
        if let other = handedPortions(node) { portions.merge(other, terms) }
    }

    /// What a node handed over as it adds up, or the value that a decision put in its place; nil
    /// where its terms are not known.
    func handedPortions(_ node: Int) -> Portions? {
        if isPlainSum, every == nil, let value = adjustment(of: node)?.value {
            return Portions(whole: [value], inTime: indicator.due == nil ? nil : [value])
        }
        return handed[node].flatMap { portions($0) }
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
        let isOverridden = decision(node, \.isOverride) != nil
        if !isOverridden {
            figure.value = row.value ?? figure.value
            figure.status = row.status ?? figure.status
            figure.reason = nil
            // A result that its own value contradicts is not counted as met.
            if row.status == .met, every == nil, scene.levels[node] >= indicator.level,
                let value = row.value,
                !indicator.requirements[0].rule.holds(value, minimum: minimum)
            {
                figure.status = isPast(horizon(figure.lastDay)) ? .unmet : .pending
            }
        }
        if decision(node, { $0 == .waive }) != nil { decide(node, &figure) }
        return finished(node, figure, portions)
    }

    /// A node above the level: the sum of what its nodes counted, under the same rule
    /// (CONTRACT §11.30).
    func upperTotal(
        _ node: Int,
        _ totals: [Int: NodeResult],
        _ evaluator: inout Evaluator
    ) -> NodeResult {
        let judge = prolonged(for: node)
        let portions = judge.upperPortions(node, totals, &evaluator)
        let members =
            handedBelow(node).isEmpty ? upperMembers(node, ownLower(node, totals)) : nil
        var figure = judge.ladder(node, portions, members, &evaluator)
        postpone(&figure, handed: handedBelow(node))
        decide(node, &figure)
        return finished(node, figure, portions)
    }

    /// What the total of a node above the level is made of.
    func upperPortions(
        _ node: Int,
        _ totals: [Int: NodeResult],
        _ evaluator: inout Evaluator
    ) -> Portions {
        let lower = ownLower(node, totals)
        if isDistinct {
            // What is the same in two nodes is one, which no sum of theirs can tell.
            let members = upperMembers(node, lower)
            var portions = portions(members, for: node, until: end(node).lastDay, &evaluator)
            for other in handedAbove(node, lower) { merge(other, into: &portions) }
            return portions
        }
        let decided = decidedAbove(node)
        func isElsewhere(_ unit: Int) -> Bool {
            decided.contains { scene.roster.isWithin(unit, $0) }
        }
        let loose = addends(loose(node, lower), of: node, besides: lower)
            .filter { !isElsewhere($0[0]) }
        var portions = portions(adding: loose, for: node, &evaluator)
        for other in lower where !isElsewhere(other) {
            if let counted = totals[other]?.portions { portions.merge(counted, terms) }
        }
        for other in handedAbove(node, lower) where !isElsewhere(other) {
            merge(other, into: &portions)
        }
        for other in decided {
            let counted = upperPortions(other, totals, &evaluator)
            portions.merge(settled(counted, of: other), terms)
        }
        return portions
    }

    /// The nodes between a node above the level and the level whose own totals were set.
    func decidedAbove(_ node: Int) -> [Int] {
        let nodes = judgedNodes
        return decidedBelow(node).filter { isAbove($0, nodes) }
    }

    /// The units whose records the total of a node above the level counts: those of the nodes of
    /// the level, and those that stand under none of them.
    func upperMembers(_ node: Int, _ lower: [Int]) -> [[Int]] {
        lower.flatMap(counted) + loose(node, lower)
    }

    /// The units below a node above the level that stand under no node of the level, as a city's
    /// wards do once there are no districts.
    ///
    /// What such nodes filed for themselves is theirs alone.
    func loose(_ node: Int, _ lower: [Int]) -> [[Int]] {
        guard indicator.counts != .own else { return [] }
        let nodes = judgedNodes
        // Under `successor` a unit may carry the records of one that a node of the level counted.
        let taken = Set(lower.flatMap(counted).joined())
        return counted(node)
            .filter { unit in
                !lower.contains { scene.roster.isWithin(unit[0], $0) } && !isAbove(unit[0], nodes)
            }
            .map { $0.filter { !taken.contains($0) } }
            .filter { !$0.isEmpty }
    }

    /// The nodes of the level below a node whose totals were counted here.
    private func ownLower(_ node: Int, _ totals: [Int: NodeResult]) -> [Int] {
        summed(
            totals.keys.filter {
                $0 != node && handed[$0] == nil && scene.roster.isWithin($0, node)
            }.sorted()
        )
    }

    /// Of some nodes those whose totals are added up: what one filed itself is in the total of the
    /// one that carries it on already.
    func summed(_ nodes: [Int]) -> [Int] {
        guard indicator.counts == .own else { return nodes }
        let carried = Set(nodes.flatMap { scene.members(of: $0, indicator.closed).dropFirst() })
        return nodes.filter { !carried.contains($0) }
    }

    private var isDistinct: Bool {
        terms.contains {
            if case .aggregate(let aggregate) = $0 {
                aggregate.function == .distinct
            } else {
                false
            }
        }
    }

    /// The nodes whose handed-over results are added at a node above the level: those that none of
    /// the nodes of the level took in, and all where what is counted together is counted anew.
    func handedAbove(_ node: Int, _ lower: [Int]) -> [Int] {
        handedBelow(node).filter { other in
            (isDistinct && indicator.counts != .own)
                || !lower.contains { scene.roster.isWithin(other, $0) }
        }
    }

    private func finished(
        _ node: Int,
        _ figure: UnitResult,
        _ portions: Portions
    ) -> NodeResult {
        var result = NodeResult(node: node, value: figure.value, status: figure.status)
        result.lastDay = figure.lastDay
        result.reason = figure.reason
        result.shortfalls = figure.shortfalls
        result.portions = portions
        if takesDecided, let value = figure.value,
            isPlainSum ? [value] != portions.whole : override(node) != nil
        {
            // A value that a decision set is what goes up, as in time.
            let terms = indicator.requirements[0].measure.terms(scene.plan.measures).count
            result.portions?.put(first: value, terms: terms)
        }
        if every != nil {
            let measure = indicator.requirements[0].measure
            for (index, part) in periods.enumerated() {
                guard let value = override(node, in: part)?.value else { continue }
                var set = Portions(whole: portions.parts[index])
                set.put(first: value, terms: measure.terms(scene.plan.measures).count)
                result.portions?.parts[index] = set.whole
            }
        }
        // With `every` the value counts the parts that held: it cannot pass what each part asks
        // for.
        if let value = figure.value, every == nil,
            figure.status == .met || figure.status == .late
        {
            result.exceeded = indicator.requirements[0].rule.isExceeded(by: value, minimum: minimum)
        }
        return result
    }
}
