internal import Model

/// The board's process: rules for reviews, dates of the steps, rankings.
extension PlanDraft {
    private static let reviewKeys = ["quorum", "threshold", "of", "method"]

    mutating func readReviews(_ node: PlanNode?) -> ReviewRules? {
        guard let node else { return nil }
        let parts = node.fields(PlanDraft.reviewKeys + ["titles"], &mistakes)
        let none = ReviewRule(isSecret: false)
        let general = reviewRule(parts, node, inherited: none)
        var titles: [ReviewRules.Title] = []
        for entry in parts["titles"]?.entries(&mistakes) ?? [] {
            let fields = entry.value.fields(PlanDraft.reviewKeys, &mistakes)
            let rule = reviewRule(fields, entry.value, inherited: general)
            let key = Fold.key(entry.name)
            if titles.contains(where: { $0.key == key }) {
                mistakes.append(entry.key.mistake("danh hiệu bị lặp lại", found: entry.name))
            }
            titles.append(ReviewRules.Title(name: entry.name, key: key, rule: rule))
        }
        return ReviewRules(general: general, titles: titles)
    }

    /// A rule; what it does not say is as in `inherited`.
    private mutating func reviewRule(
        _ parts: [String: PlanNode],
        _ parent: PlanNode,
        inherited: ReviewRule
    ) -> ReviewRule {
        var rule = inherited
        if let node = parts["quorum"] {
            rule.quorum = share(node)
            rule.quorumText = node.text
        }
        if let node = parts["threshold"] {
            rule.threshold = share(node)
            rule.thresholdText = node.text
        }
        if let node = parts["of"] { rule.base = node.choice(ReviewRule.Base.self, &mistakes) }
        if let node = parts["method"] {
            rule.isSecret = node.choice(ReviewMethod.self, &mistakes) == .secret
        }
        if rule.thresholdText != nil, rule.base == nil, parts["of"] == nil {
            mistakes.append(
                parent.mistake(
                    "tỷ lệ đồng ý chưa nói tính trên số nào",
                    found: "",
                    allowed: "of: "
                        + ReviewRule.Base.allCases.map(\.rawValue)
                        .joined(separator: ", ")
                )
            )
        }
        return rule
    }

    private enum ReviewMethod: String, CaseIterable {
        case secret, any
    }

    mutating func readSteps(_ node: PlanNode?) -> [ExemplarStep: StepRule] {
        guard let node else { return [:] }
        let parts = node.fields(ExemplarStep.dated.map(\.rawValue), &mistakes)
        var rules: [ExemplarStep: StepRule] = [:]
        for step in ExemplarStep.dated {
            guard let entry = parts[step.rawValue] else { continue }
            // A review follows no step with a date: there is nothing to count days from.
            let keys = PlanDraft.dueKeys + (step.from == nil ? [] : ["days"])
            let fields = entry.fields(keys, &mistakes)
            guard entry.isMapping else { continue }
            let days = fields["days"].flatMap { $0.int(0...3660, &mistakes) }
            let hasDate = PlanDraft.dueKeys.contains { fields[$0] != nil }
            let date = hasDate || fields["days"] == nil ? due(fields, entry) : nil
            rules[step] = StepRule(due: date, days: days)
        }
        return rules
    }

    mutating func readRankings(_ node: PlanNode?) -> [Ranking] {
        guard let node else { return [] }
        let parser = MeasureParser(scope: scope)
        var rankings: [Ranking] = []
        for entry in node.list(&mistakes) {
            let parts = entry.fields(
                ["id", "name", "cite", "measure", "applies_to", "best", "unit_of_count"],
                &mistakes
            )
            guard entry.isMapping else { continue }
            let id = required("id", parts, entry)?.filled(&mistakes)
            let (name, cite) = (name(parts), text("cite", parts))
            let unitOfCount = text("unit_of_count", parts)
            let measure = required("measure", parts, entry).flatMap { self.measure($0, parser) }
            let group = required("applies_to", parts, entry)
                .flatMap { groupIndex($0, groups.map(\.id)) }
            let best = parts["best"]?.choice(Ranking.Best.self, &mistakes) ?? .highest
            guard let id, let measure, let group else { continue }
            if rankings.contains(where: { $0.id == id }) {
                mistakes.append(entry.mistake("mã xếp thứ bị lặp lại", found: id))
            }
            rankings.append(
                Ranking(
                    id: id,
                    name: name ?? id,
                    cite: cite,
                    measure: measure,
                    text: parts["measure"]?.text ?? "",
                    group: group,
                    best: best,
                    unitOfCount: unitOfCount
                )
            )
        }
        return rankings
    }
}
