internal import Judgement
internal import Model
internal import Plans

/// One indicator at the report's root, in the words and figures that every renderer prints.
struct IndicatorLine {
    let indicator: Indicator
    let result: IndicatorResult
    let node: NodeResult
    private let scene: Scene

    /// The lines of a report, in the order of the plan.
    static func lines(_ judgement: Judgement) -> [IndicatorLine] {
        let scene = judgement.scene
        return judgement.indicators.compactMap { result in
            guard let node = result.nodes.first(where: { $0.node == scene.root }) else {
                return nil
            }
            return IndicatorLine(
                indicator: scene.plan.indicators[result.indicator],
                result: result,
                node: node,
                scene: scene
            )
        }
    }

    /// How many entries the contest's editions of the window ask for.
    var minimum: Int { scene.plan.minimumEntries(in: scene.window, every: every) }

    /// Whom it binds.
    var groupName: String {
        if let group = indicator.group { return scene.plan.groups[group].name }
        if indicator.counts == .own { return scene.roster.units[node.node].name }
        return "Các đơn vị thuộc " + scene.roster.units[node.node].name
    }

    /// What is counted: units for a share, what the plan says for a total.
    var noun: String { indicator.unitOfCount ?? (indicator.isTotal ? "" : "đơn vị") }

    /// What was set: `87/87`, `≥ 90%`, `≥ 10`.
    var assigned: String {
        if case .each(let target) = indicator.kind {
            return RuleWords.text(target, of: node.denominator ?? 0)
        }
        return ruleText + (every.map { "/" + $0.noun } ?? "")
    }

    /// How often the rule must hold within the window.
    var every: Recurrence? { indicator.recurrence(in: scene.window) }

    /// The further requirements that do not hold, in words: `Số bài dự thi: yêu cầu ≥ 1, hiện có 0`.
    func shortfalls(_ shortfalls: [Shortfall]) -> [String] {
        let words = MeasureWords(plan: scene.plan)
        return shortfalls.map { shortfall in
            let requirement = indicator.requirements[shortfall.requirement]
            let rule = RuleWords.text(requirement.rule, minimum: minimum)
            let value = shortfall.value.map { "hiện có " + ReportNumbers.quantity($0) }
            return "\(words.short(requirement.measure)): yêu cầu \(rule), "
                + (value ?? "chưa có số liệu")
        }
    }

    /// What a unit, or the node itself, must have.
    var ruleText: String {
        RuleWords.text(indicator.requirements[0].rule, minimum: minimum)
    }

    /// What was reached: `84/87`, `12`.
    var achieved: String {
        guard let numerator = node.numerator, let denominator = node.denominator else {
            let parts = node.value == nil ? nil : every.map { " " + $0.noun }
            return ReportNumbers.quantity(node.value) + (parts ?? "")
        }
        return "\(ReportNumbers.whole(numerator))/\(ReportNumbers.whole(denominator))"
    }

    var share: String? {
        guard let numerator = node.numerator, let denominator = node.denominator else { return nil }
        return ReportNumbers.percent(numerator, of: denominator)
    }

    /// Whether everyone whom it binds is asked and not told (TX-06).
    var isRequested: Bool {
        let bound = result.units.filter { $0.status != .exempt }
        return !bound.isEmpty && bound.allSatisfy { scene.roster.units[$0.unit].isRequested }
    }

    var word: String { StatusWords.word(node, isRequested: isRequested) }

    /// How many units have a status.
    func count(_ status: Status) -> Int { result.units.count { $0.status == status } }

    /// What has to be known beside the figure: who is left out and why, who came late, what is open.
    var remarks: [String] {
        var remarks: [String] = []
        let exempt = result.units.filter { $0.status == .exempt }
        if !exempt.isEmpty {
            var reasons: [String] = []
            for unit in exempt {
                let name = scene.roster.units[unit.unit].name
                reasons.append(name + (unit.reason.map { ": " + $0.text } ?? ""))
            }
            let shown = reasons.prefix(2).joined(separator: "; ")
            let rest = exempt.count > 2 ? "; và \(exempt.count - 2) đơn vị khác" : ""
            remarks.append("Loại trừ \(ReportNumbers.prose(exempt.count)) (\(shown)\(rest))")
        }
        let counts: [(Status, String)] = [
            (.late, "quá hạn"), (.unmet, "chưa đạt"), (.noData, "chưa có số liệu"),
            (.pending, "chưa đến hạn"),
        ]
        let open = counts.compactMap { status, word -> String? in
            let number = count(status)
            return number == 0 ? nil : "\(word) \(ReportNumbers.prose(number))"
        }
        if !open.isEmpty { remarks.append(open.joined(separator: ", ")) }
        if let nodes = node.nodes {
            remarks.append("\(node.nodesMet ?? 0)/\(nodes) cấp dưới đạt")
        }
        if !node.unreported.isEmpty {
            let names = node.unreported.map { scene.roster.units[$0].name }
            let rest = names.count > 2 ? "; và \(names.count - 2) đơn vị khác" : ""
            remarks.append(
                "chưa nhận được kết quả của \(names.prefix(2).joined(separator: "; "))\(rest)"
            )
        }
        if let reason = node.reason { remarks.append(reason.text) }
        return remarks.map(IndicatorLine.capitalised)
    }

    private static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
