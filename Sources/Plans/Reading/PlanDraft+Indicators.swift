internal import Model

extension PlanDraft {
    private static let indicatorKeys = [
        "id", "name", "cite", "note", "applies_to", "over", "measure", "each", "total", "target",
        "level", "counts", "due", "dated_by", "late_counts", "every", "also", "closed",
        "unit_of_count",
    ]

    mutating func readIndicators(_ node: PlanNode?) -> [Indicator] {
        guard let node else { return [] }
        let entries = node.list(&mistakes)
        noteRepeatedIDs(of: entries, "mã chỉ tiêu bị lặp lại")
        return entries.compactMap { indicator($0) }
    }

    /// Notes the entries whose id one before them has, whatever else is wrong with either.
    mutating func noteRepeatedIDs(of entries: [PlanNode], _ message: String) {
        var known: Set<String> = []
        for entry in entries where entry.isMapping {
            var others: [Mistake] = []
            let id = entry.entries(&others).first { $0.name == "id" }?.value.text
            if let id, !known.insert(id).inserted {
                mistakes.append(entry.mistake(message, found: id))
            }
        }
    }

    /// How an indicator is judged; the raw value is the key of its rule.
    private enum RuleKey: String {
        /// Each unit of a group by itself.
        case each
        /// The level as a whole.
        case total
    }

    private mutating func indicator(_ node: PlanNode) -> Indicator? {
        let parts = node.fields(PlanDraft.indicatorKeys, &mistakes)
        guard node.isMapping else { return nil }
        let id = required("id", parts, node)?.filled(&mistakes)
        let (name, cite) = (name(parts), text("cite", parts))
        let (note, unitOfCount) = (text("note", parts), text("unit_of_count", parts))
        let key = ruleKey(parts)
        let parser = MeasureParser(scope: scope)
        let measure = required("measure", parts, node).flatMap { self.measure($0, parser) }
        let rule = required(key.rawValue, parts, node).flatMap { self.rule($0) }
        let also = requirements(parts["also"], key, parser)
        let group = parts["applies_to"].flatMap { groupIndex($0, groups.map(\.id)) }
        checkKeys(parts, besides: key, of: node, id)
        let target = parts["target"].flatMap { targetShare($0) } ?? .all
        let due = parts["due"].flatMap { node in
            self.due(node.fields(PlanDraft.dueKeys, &mistakes), node)
        }
        checkDatedBy(parts["dated_by"], measure)
        let level = parts["level"].flatMap { levelIndex($0) } ?? 1
        let scope = indicatorScope(parts["over"])
        let counts = parts["counts"]?.choice(NodeScope.self, &mistakes) ?? .subtree
        let lateCounts = parts["late_counts"]?.bool(&mistakes) ?? false
        let every = recurrence(parts["every"], within: scope)
        let closed = parts["closed"]?.choice(ClosedRule.self, &mistakes) ?? self.closed
        guard let id, let measure, let rule else { return nil }
        return Indicator(
            id: id,
            name: name ?? id,
            cite: cite,
            note: note,
            kind: key == .each ? .each(target: target) : .total,
            requirements: [
                Requirement(measure: measure, rule: rule, text: parts["measure"]?.text ?? "")
            ] + also,
            ruleText: parts[key.rawValue]?.text ?? "",
            targetText: key == .each
                ? parts["target"]?.text ?? "= 100%" : parts["total"]?.text ?? "",
            group: group,
            scope: scope,
            level: level,
            counts: counts,
            due: due,
            datedBy: parts["dated_by"]?.text,
            lateCounts: lateCounts,
            every: every,
            closed: closed,
            unitOfCount: unitOfCount
        )
    }

    /// Which of the two rules an indicator has; one that has neither lacks `each`.
    private mutating func ruleKey(_ parts: [String: PlanNode]) -> RuleKey {
        guard parts["total"] != nil else { return .each }
        if let other = parts["each"] {
            mistakes.append(
                other.mistake(
                    "chỉ tiêu có cả each và total",
                    found: "each, total",
                    allowed: "each (từng đơn vị) hoặc total (toàn cấp)"
                )
            )
        }
        return .total
    }

    /// Notes the keys that do not go with an indicator's rule, and the one that it cannot do
    /// without.
    private mutating func checkKeys(
        _ parts: [String: PlanNode],
        besides key: RuleKey,
        of node: PlanNode,
        _ id: String?
    ) {
        switch key {
        case .each:
            if parts["applies_to"] == nil {
                mistakes.append(
                    node.mistake(
                        "chỉ tiêu each phải có nhóm đơn vị",
                        found: id,
                        allowed: "applies_to: nhóm"
                    )
                )
            }
            if let counts = parts["counts"] {
                mistakes.append(counts.mistake("counts chỉ dùng với total", found: counts.text))
            }
        case .total:
            if let target = parts["target"] {
                mistakes.append(
                    target.mistake(
                        "target chỉ dùng với each",
                        found: target.text,
                        allowed: "điều kiện của cả cấp đặt ở total"
                    )
                )
            }
        }
    }

    /// What an indicator is counted over: the window unless it says otherwise.
    private mutating func indicatorScope(_ node: PlanNode?) -> Scope {
        let scope = node?.choice(Scope.self, &mistakes) ?? .window
        if scope == .contest, !declaresContests, let node {
            mistakes.append(
                node.mistake(
                    "kế hoạch chưa khai cuộc thi nào",
                    found: "contest",
                    allowed: "contests:"
                )
            )
        }
        return scope
    }

    /// How often an indicator comes round within what it is counted over.
    private mutating func recurrence(_ node: PlanNode?, within scope: Scope) -> Recurrence? {
        let every = node.flatMap { $0.choice(Recurrence.self, &mistakes) }
        if every == .year, scope == .stage, let node {
            mistakes.append(
                node.mistake(
                    "chỉ tiêu tính cả giai đoạn không lặp lại hằng năm",
                    found: "over: stage, every: year",
                    allowed:
                        "bỏ over: stage (mỗi năm của kỳ giai đoạn được xét riêng) hoặc bỏ every"
                )
            )
        }
        return every
    }

    private mutating func requirements(
        _ node: PlanNode?,
        _ key: RuleKey,
        _ parser: MeasureParser
    ) -> [Requirement] {
        var requirements: [Requirement] = []
        for entry in node?.list(&mistakes) ?? [] {
            let parts = entry.fields(["measure", key.rawValue], &mistakes)
            let measure = required("measure", parts, entry).flatMap { self.measure($0, parser) }
            let rule = required(key.rawValue, parts, entry).flatMap { self.rule($0) }
            if let measure, let rule {
                requirements.append(
                    Requirement(measure: measure, rule: rule, text: parts["measure"]?.text ?? "")
                )
            }
        }
        return requirements
    }

    private mutating func rule(_ node: PlanNode) -> Rule? {
        guard let text = node.string(&mistakes) else { return nil }
        if let rule = RuleParser.rule(text) {
            if case .compare(_, .editionMinimum) = rule, !declaresContests {
                mistakes.append(
                    node.mistake(
                        "kế hoạch chưa khai cuộc thi nào",
                        found: "min_entries",
                        allowed: "contests:"
                    )
                )
            }
            return rule
        }
        if let ambiguity = RuleParser.ambiguity(in: text) {
            note(ambiguity, at: node)
            return nil
        }
        mistakes.append(
            node.mistake("điều kiện không đúng", found: text, allowed: RuleParser.allowed)
        )
        return nil
    }

    private mutating func targetShare(_ node: PlanNode) -> ShareRule? {
        guard let text = node.string(&mistakes) else { return nil }
        if let share = RuleParser.share(text), share.isReachable { return share }
        mistakes.append(
            node.mistake(
                "tỷ lệ không đúng",
                found: text,
                allowed: "như \"= 100%\", \">= 90%\", \">= 2/3\""
            )
        )
        return nil
    }

    /// The index of a level that sums up others.
    mutating func levelIndex(_ node: PlanNode) -> Int? {
        guard let name = node.string(&mistakes) else { return nil }
        let names = chain.map(\.id)
        if let index = names.firstIndex(of: name) {
            if index > 0 { return index }
            mistakes.append(
                node.mistake(
                    "cấp thấp nhất không phải là cấp tổng hợp",
                    found: name,
                    allowed: names.dropFirst().joined(separator: ", ")
                )
            )
            return nil
        }
        mistakes.append(
            node.mistake(
                "chuỗi báo cáo không có cấp này",
                found: name,
                allowed: names.dropFirst().joined(separator: ", "),
                nearest: Suggestion.nearest(to: name, among: names)
            )
        )
        return nil
    }

    /// `dated_by` must be a date field of at least one form that the measure looks at.
    private mutating func checkDatedBy(_ node: PlanNode?, _ measure: MeasureExpression?) {
        guard let node, let name = node.string(&mistakes), let measure else { return }
        let used = measure.forms(measures: measures)
        let dates = used.flatMap { forms.forms[$0].fields.filter { $0.type == .date }.map(\.code) }
        guard !dates.contains(name) else { return }
        mistakes.append(
            node.mistake(
                "biểu của số đo không có cột ngày này",
                found: name,
                allowed: dates.isEmpty ? "(biểu không có cột ngày)" : dates.joined(separator: ", "),
                nearest: Suggestion.nearest(to: name, among: dates)
            )
        )
    }
}
