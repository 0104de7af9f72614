internal import Judgement
internal import Model
internal import Plans

/// Says in a sentence which rule gave a unit or node its status.
struct VerdictWords {
    let explanation: Explanation

    private var scene: Scene { explanation.judgement.scene }
    private var indicator: Indicator { scene.plan.indicators[explanation.indicator] }

    /// What a value must be: `≥ 2`, `đúng 1`.
    func rule(_ rule: Rule) -> String {
        let text = Words.vietnamese.text(rule, minimum: explanation.minimum)
        if case .compare(.equal, _) = rule { return "đúng " + text }
        return text
    }

    /// The share that must pass: `100%`.
    var target: String {
        guard case .each(let share) = indicator.kind else { return "" }
        return Words.vietnamese.text(share.rule, minimum: 0) + "%"
    }

    // MARK: - Units

    func unit(_ unit: UnitExplanation) -> String {
        let result = unit.result
        if result.status == .exempt {
            return "không tính vào mẫu số. " + (result.reason.map(Words.vietnamese.text) ?? "")
                + "."
        }
        if case .overridden = result.reason {
            return overridden(result.reason, result.value, unit.figure)
        }
        return figure(
            result.status,
            result.value,
            result.reason,
            result.lastDay,
            unit.figure
        )
    }

    // MARK: - Nodes

    func node(_ node: NodeExplanation) -> String {
        let result = node.result
        if case .waived = result.reason {
            return (result.reason.map(Words.vietnamese.text) ?? "") + "."
        }
        if node.isHandedOver, let share = node.handed.first {
            return HandedWords(explanation: explanation).verdict(share)
        }
        if let figure = node.figure {
            if case .overridden = result.reason {
                return overridden(result.reason, result.value, figure)
            }
            if result.status == .notApplicable {
                let units = scene.denominator(group: indicator.group, node: result.node)
                return units.isEmpty ? VerdictWords.noUnits : "trong kỳ không có cuộc thi."
            }
            var text = self.figure(
                result.status,
                result.value,
                result.reason,
                result.lastDay,
                figure
            )
            if result.exceeded { text = "giá trị lớn hơn mức phải đạt: " + text }
            return text
        }
        return share(node)
    }

    private static let noUnits = "trong kỳ không có đơn vị nào thuộc đối tượng."

    private func share(_ node: NodeExplanation) -> String {
        let part = node.result.numerator ?? 0
        let whole = node.result.denominator ?? 0
        guard whole > 0 else { return VerdictWords.noUnits }
        let ratio =
            "\(Words.vietnamese.whole(part))/\(Words.vietnamese.whole(whole)) đơn vị "
            + "(\(Words.vietnamese.percent(part, of: whole, in: indicator) ?? "")), yêu cầu \(target)"
        let pending = node.result.pending ?? 0
        switch node.result.status {
        case .met: return ratio + "."
        case .pending:
            return ratio + "; còn \(Words.vietnamese.counted(pending, "đơn vị")) chưa đến hạn, "
                + "nếu đều đạt thì được \(part + pending)/\(whole)."
        case .noData: return ratio + "; chưa đơn vị nào có số liệu."
        default:
            var text = ratio
            if pending > 0 {
                text +=
                    "; kể cả \(Words.vietnamese.counted(pending, "đơn vị")) chưa đến hạn đều đạt "
                    + "cũng chỉ được \(part + pending)/\(whole)"
            } else if part < whole {
                text +=
                    "; \(Words.vietnamese.counted(whole - part, "đơn vị")) còn lại đều đã hết hạn"
            }
            return text + "."
        }
    }

    /// How many of some units have each status.
    func counts(_ units: [Int]) -> [Status: Int] {
        let wanted = Set(units)
        return explanation.result.units.reduce(into: [:]) { counts, unit in
            if wanted.contains(unit.unit) { counts[unit.status, default: 0] += 1 }
        }
    }

    // MARK: - Figures

    private func figure(
        _ status: Status,
        _ value: Quantity?,
        _ reason: Reason?,
        _ lastDay: Day?,
        _ figure: FigureExplanation
    ) -> String {
        let end = lastDay ?? explanation.horizon
        var text: String
        switch status {
        case .met where every != nil:
            text = "đủ yêu cầu trong cả \(Words.vietnamese.quantity(value)) \(periods) đã qua."
        case .unmet where every != nil:
            text = "đủ yêu cầu trong \(Words.vietnamese.quantity(value)) \(periods)"
            let failed: [String]? =
                switch reason {
                case .failed(let names), .failedInTime(let names): names
                default: nil
                }
            if let names = failed {
                text +=
                    "; thiếu \(Words.vietnamese.prose(names.count)): "
                    + names.joined(separator: ", ")
            }
            text += "."
        case .met:
            text = values(figure, inTime: lastDay != nil)
            if lastDay != nil { text += ", trong hạn (đến hết ngày \(end.slashed))" }
            text += "."
        case .late:
            text =
                "đến hết hạn \(end.slashed) " + values(figure, inTime: true)
                + "; tính cả sau hạn thì đủ, "
                + zip(indicator.requirements, figure.judged).map { requirement, judged in
                    "có \(Words.vietnamese.value(judged.value, under: requirement.rule))"
                }
                .joined(separator: ", ") + "."
            if let reason { text += " \(Words.vietnamese.text(reason))." }
        case .pending where isPostponed(reason):
            text = values(figure, inTime: false) + ". \(reason.map(Words.vietnamese.text) ?? "")."
        case .pending where value == nil:
            text = "chưa có số liệu; hạn đến hết ngày \(end.slashed)."
        case .pending:
            text = values(figure, inTime: false) + "; hạn đến hết ngày \(end.slashed)."
        case .noData:
            text = "đã hết hạn (\(end.slashed)) mà không có số liệu nào tính được; không coi là 0."
        case .unmet:
            text = values(figure, inTime: false) + "; đã hết hạn (\(end.slashed))."
        case .exempt, .notApplicable: text = (reason.map(Words.vietnamese.text) ?? "") + "."
        }
        if isAccrued(reason) { text += " \(reason.map(Words.vietnamese.text) ?? "")." }
        if case .extended = reason { text += " \(reason.map(Words.vietnamese.text) ?? "")." }
        return text
    }

    private var every: Recurrence? {
        indicator.recurrence(in: explanation.judgement.scene.window)
    }

    private var periods: String { every?.noun ?? "kỳ" }

    private func isAccrued(_ reason: Reason?) -> Bool {
        switch reason {
        case .accrued, .accruedNothing: true
        default: false
        }
    }

    private func isPostponed(_ reason: Reason?) -> Bool {
        switch reason {
        case .recordedBy, .openBelow: true
        default: false
        }
    }

    /// `có 12, yêu cầu ≥ 1`, for each requirement.
    private func values(_ figure: FigureExplanation, inTime: Bool) -> String {
        zip(indicator.requirements, figure.judged).map { requirement, judged in
            let value = inTime ? judged.inTime : judged.value
            let has =
                value.map { "có \(Words.vietnamese.value($0, under: requirement.rule))" }
                ?? "chưa có số liệu"
            return "\(has), yêu cầu \(rule(requirement.rule))"
        }.joined(separator: "; đồng thời ")
    }

    private func overridden(
        _ reason: Reason?,
        _ value: Quantity?,
        _ figure: FigureExplanation
    ) -> String {
        let own = figure.calculations.first?.value
        let rule = indicator.requirements.first.map { self.rule($0.rule) } ?? ""
        return
            "có \(Words.vietnamese.value(value, of: indicator)), yêu cầu \(rule). \(reason.map(Words.vietnamese.text) ?? "") "
            + "(số tính từ các tệp: \(Words.vietnamese.value(own, of: indicator)))."
    }
}
