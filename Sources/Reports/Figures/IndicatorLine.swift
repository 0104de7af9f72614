internal import Judgement
internal import Model
internal import Plans

/// One indicator at the report's root, in the words and figures that every renderer prints.
struct IndicatorLine {
    let indicator: Indicator
    let result: IndicatorResult
    let node: NodeResult
    let scene: Scene
    let words: Words

    /// The lines of a report, in the order of the plan.
    static func lines(_ judgement: Judgement, _ words: Words) -> [IndicatorLine] {
        let scene = judgement.scene
        return judgement.indicators.compactMap { result in
            guard let node = result.nodes.first(where: { $0.node == scene.root }) else {
                return nil
            }
            return IndicatorLine(
                indicator: scene.plan.indicators[result.indicator],
                result: result,
                node: node,
                scene: scene,
                words: words
            )
        }
    }

    /// How many entries the contest's editions of the window ask for.
    var minimum: Int { scene.plan.minimumEntries(in: scene.window, every: every) }

    /// Whom it binds.
    var groupName: String {
        if let group = indicator.group { return scene.plan.groups[group].name }
        if indicator.counts == .own {
            let offices = below
            guard offices.isEmpty else { return levelName(of: offices) }
            return scene.name(of: node.node)
        }
        return words("Các đơn vị thuộc \(scene.name(of: node.node))")
    }

    /// The nodes that an office's own duty is set for: `Cấp quận (02 đơn vị)`.
    private func levelName(of offices: [IndicatorLine]) -> String {
        let level = words.term(scene.plan.chain[indicator.level].name)
        let name = words.language == .vietnamese ? level.lowercasedFirst : level
        return words("Cấp \(name) (\(words.counted(offices.count, "đơn vị")))")
    }

    /// What is counted: units for a share, what the plan says for a total.
    var noun: String {
        indicator.unitOfCount.map(words.term) ?? (indicator.isTotal ? "" : words("đơn vị"))
    }

    /// What was set: `87/87`, `≥ 90%`, `≥ 10`.
    var assigned: String {
        if case .each(let target) = indicator.kind {
            return words.text(target, of: node.denominator ?? 0)
        }
        return ruleText + (every.map { "/" + words.noun($0) } ?? "")
    }

    /// How often the rule must hold within the window.
    var every: Recurrence? { indicator.recurrence(in: scene.window) }

    /// The further requirements that do not hold, in words: `Số bài dự thi: yêu cầu ≥ 1, hiện có
    /// 0`.
    private func shortfalls(_ shortfalls: [Shortfall]) -> [String] {
        let measures = MeasureWords(plan: scene.plan, words: words, tellsConditions: true)
        return shortfalls.map { shortfall in
            let requirement = indicator.requirements[shortfall.requirement]
            let rule = words.text(requirement.rule, minimum: minimum)
            let measure = measures.short(requirement.measure)
            guard shortfall.value != nil else {
                return words("\(measure): yêu cầu \(rule), chưa có số liệu")
            }
            let value = words.value(shortfall.value, under: requirement.rule)
            return words("\(measure): yêu cầu \(rule), hiện có \(value)")
        }
    }

    /// What else is asked of the node and does not hold; empty where everything holds.
    ///
    /// It stands behind what the node has of the first requirement:
    /// `; đồng thời số dòng …: yêu cầu ≥ 1, hiện có 0`.
    var nodeShortfalls: String { besides(node.shortfalls) }

    /// The further requirements that do not hold, each behind what was said before it.
    func besides(_ shortfalls: [Shortfall]) -> String {
        self.shortfalls(shortfalls).map { words("; đồng thời ") + $0 }.joined()
    }

    /// What a unit, or the node itself, must have.
    var ruleText: String {
        words.text(indicator.requirements[0].rule, minimum: minimum)
    }

    /// What was reached: `84/87`, `12`.
    var achieved: String {
        guard let numerator = node.numerator, let denominator = node.denominator else {
            let parts = node.value.flatMap { value in
                every.map { " " + words.noun($0, value == Quantity(1) ? 1 : 2) }
            }
            return words.value(node.value, of: indicator) + (parts ?? "")
        }
        return "\(words.whole(numerator))/\(words.whole(denominator))"
    }

    /// What was reached in a sentence: `hiện có 84/87`, `chưa có số liệu`.
    var held: String {
        node.value == nil && node.numerator == nil
            ? words("chưa có số liệu") : words("hiện có \(achieved)")
    }

    /// Whether a total is asked of the node: the report of a ward shows what it has of a total that
    /// is set for the district, and does not urge it.
    var binds: Bool { scene.levels[node.node] >= indicator.level }

    var share: String? {
        guard let numerator = node.numerator, let denominator = node.denominator else { return nil }
        return words.percent(numerator, of: denominator, in: indicator)
    }

    /// Whether everyone whom it binds is asked and not told (TX-06).
    var isRequested: Bool { result.isRequested(in: scene.roster) }

    var word: String { words.word(node, isRequested: isRequested) }

    /// How many units have a status.
    func count(_ status: Status) -> Int { result.units.count { $0.status == status } }

    /// What has to be known beside the figure: who is left out and why, who came late, what is
    /// open.
    var remarks: [String] {
        var remarks: [String] = []
        let exempt = result.units.filter { $0.status == .exempt }
        if !exempt.isEmpty {
            var reasons: [String] = []
            for unit in exempt {
                let name = scene.name(of: unit.unit)
                reasons.append(name + (unit.reason.map { ": " + words.text($0) } ?? ""))
            }
            let shown = reasons.prefix(2).joined(separator: "; ")
            let rest =
                exempt.count > 2 ? words("; và \(words.prose(exempt.count - 2)) đơn vị khác") : ""
            remarks.append(words("Loại trừ \(words.prose(exempt.count)) (\(shown)\(rest))"))
        }
        let counts: [(Status, String)] = [
            (.late, words("quá hạn")), (.unmet, words("chưa đạt")),
            (.noData, words("chưa có số liệu")),
            (.pending, words("chưa đến hạn")),
        ]
        let open = counts.compactMap { status, word -> String? in
            let number = count(status)
            return number == 0 ? nil : "\(word) \(words.prose(number))"
        }
        if !open.isEmpty { remarks.append(open.joined(separator: ", ")) }
        if let handed = handedRemark { remarks.append(handed) }
        if let nodes = node.nodes, nodes > 0 {
            remarks.append(words("\(node.nodesMet ?? 0)/\(nodes) cấp dưới đạt"))
        }
        if !node.unreported.isEmpty {
            let names = node.unreported.map { scene.name(of: $0) }
            let rest =
                names.count > 2 ? words("; và \(words.prose(names.count - 2)) đơn vị khác") : ""
            remarks.append(
                words(
                    "chưa nhận được kết quả của \(names.prefix(2).joined(separator: "; "))\(rest)"
                )
            )
        }
        remarks += shortfalls(node.shortfalls).map { words("đồng thời ") + $0 }
        if let later = judgedLater { remarks.append(later) }
        if let reason = node.reason { remarks.append(words.text(reason)) }
        return remarks.map(IndicatorLine.capitalised)
    }

    /// What the results that nodes handed over leave short; the units are theirs to name.
    private var handedRemark: String? {
        let short = handedShort
        guard !short.isEmpty else { return nil }
        let units = words.counted(short.reduce(0) { $0 + $1.count }, "đơn vị")
        let names = short.prefix(2).map { "\(scene.name(of: $0.node)) \(words.prose($0.count))" }
        let rest =
            short.count > 2 ? words("; và \(words.prose(short.count - 2)) cấp dưới khác") : ""
        return words(
            "theo kết quả gửi lên còn \(units) chưa đạt tại \(words.prose(short.count)) cấp dưới (\(names.joined(separator: "; "))\(rest))"
        )
    }

    /// Why a duty of the year is open in a part of it though its day has gone by; nil where it is
    /// not.
    ///
    /// The day lies behind the window, and the report of the period that holds it judges the duty
    /// (CONTRACT §11.10).
    var judgedLater: String? {
        guard node.status == .pending, scene.window.period.isPartOfYear,
            let last = node.lastDay ?? result.lastDay, last > scene.window.span.to,
            scene.asOf.day > last
        else { return nil }
        return words("hạn \(words.day(last)) ở sau kỳ này, xét ở báo cáo của kỳ có ngày hạn")
    }

    private static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}

extension IndicatorResult {
    /// Whether everyone whom the indicator binds, or everyone of some of them, is asked and not
    /// told (TX-06).
    func isRequested(in roster: Roster, among members: Set<Int>? = nil) -> Bool {
        let bound = units.filter {
            $0.status != .exempt && members?.contains($0.unit) ?? true
        }
        return !bound.isEmpty && bound.allSatisfy { roster.units[$0.unit].isRequested }
    }
}
