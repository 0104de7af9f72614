import Model
import Pipeline
import Plans
import Reports

/// A plan in words, as the program understands it.
struct PlanPortrait {
    let files: PlanFiles

    private var plan: Plan { files.plan }

    var lines: [String] {
        let window = plan.calendar.window(.year(plan.stage.upperBound))
        var lines = [
            "\(plan.id): \(plan.title)",
            "Căn cứ: \(plan.basis ?? "-")",
            "Giai đoạn \(plan.stage.lowerBound)-\(plan.stage.upperBound); \(window.name): "
                + "\(window.span.from.slashed)-\(window.span.to.slashed)",
            "Cấp: " + plan.chain.map(\.name).joined(separator: " → "),
        ]
        if let level = plan.handedUpBy {
            lines.append("Gửi kết quả lên: từng " + plan.chain[level].name.lowercased())
        }
        lines += ["", "Nhóm đơn vị:"]
        lines += plan.groups.map { "  \($0.id)  \($0.name)" }
        lines += ["", "Thời hạn:"]
        lines += plan.deadlines.map { deadline in
            "  \(deadline.id)  \(deadline.name): \(plan.forms.forms[deadline.form].name), "
                + Words.vietnamese.due(deadline.due, inYear: window.year)
        }
        lines += ["", "Chỉ tiêu:"]
        lines += plan.indicators.map(describe)
        lines += ["", "Đối chiếu:"]
        lines += plan.checks.map { "  \($0.id)  \($0.message)" }
        return lines
    }

    private func describe(_ indicator: Indicator) -> String {
        var parts = ["  \(indicator.id)  \(indicator.name)"]
        if let cite = indicator.cite { parts.append("(\(cite))") }
        let group = indicator.group.map { plan.groups[$0].name } ?? plan.chain[indicator.level].name
        parts.append("– \(group):")
        parts.append(
            indicator.isTotal
                ? "tổng \(indicator.ruleText)"
                : "mỗi đơn vị \(indicator.ruleText), tỷ lệ \(indicator.targetText)"
        )
        if let due = indicator.due {
            parts.append(Words.vietnamese.due(due, inYear: plan.stage.upperBound))
        }
        return parts.joined(separator: " ")
    }
}
