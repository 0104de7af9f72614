internal import Judgement
internal import Model
internal import Plans

extension ExplanationText {
    /// How the figures are made: measure, rule, whom it binds, when and by what date.
    mutating func method() {
        page.heading("II. CÁCH TÍNH")
        for (index, requirement) in indicator.requirements.enumerated() {
            fact(index == 0 ? "Đo gì" : "Đồng thời đo", measures.text(requirement.measure))
            fact("Công thức", requirement.text)
            if index == 0 { definitions() }
            fact(
                "Yêu cầu",
                (indicator.isTotal ? "" : "mỗi đơn vị ") + verdicts.rule(requirement.rule)
                    + (indicator.recurrence(in: scene.window).map { ", từng \($0.noun)" } ?? "")
            )
        }
        if !indicator.isTotal {
            fact("Tỷ lệ phải đạt", verdicts.target + " số đơn vị thuộc đối tượng")
        }
        fact("Đối tượng", subjects)
        fact("Thời gian tính", span)
        for (form, field) in zip(explanation.forms, explanation.datingFields) {
            fact("", dating(form, field))
        }
        fact("Hạn", due)
        fact("Cách hiểu", readings)
    }

    /// The plan's own words for the measures that it calls by name.
    private mutating func definitions() {
        for index in namedMeasures {
            let measure = scene.plan.measures[index]
            fact("", "trong đó \(measure.id) = \(measure.text)")
        }
    }

    private var namedMeasures: [Int] {
        var seen: Set<Int> = []
        return indicator.requirements.flatMap { measures.names(in: $0.measure) }
            .filter { seen.insert($0).inserted }
    }

    private var subjects: String {
        guard !indicator.isTotal else {
            if indicator.counts == .own {
                return offices
            }
            let group = indicator.group.map { scene.plan.groups[$0].name } ?? "mọi đơn vị"
            return "\(group), cộng lại ở từng cấp"
        }
        let group = indicator.group.map { scene.plan.groups[$0].name } ?? ""
        let all = explanation.result.units.count
        let exempt = explanation.result.units.count { $0.status == .exempt }
        let rest = Words.vietnamese.prose(exempt)
        return "\(group): \(Words.vietnamese.counted(all, "đơn vị"))"
            + (exempt > 0 ? ", loại trừ \(rest), còn \(Words.vietnamese.prose(all - exempt))" : "")
    }

    /// Whose own records a total counts.
    private var offices: String {
        let lower =
            explanation.result.nodes.first { $0.node == scene.root }.map { node in
                IndicatorLine(
                    indicator: indicator,
                    result: explanation.result,
                    node: node,
                    scene: scene,
                    words: .vietnamese
                ).below.map { scene.name(of: $0.node.node) }
            } ?? []
        guard !lower.isEmpty else { return "chỉ số liệu của chính \(scene.name(of: scene.root))" }
        let level = scene.plan.chain[indicator.level].name.lowercasedFirst
        let shown = lower.prefix(3).joined(separator: ", ") + (lower.count > 3 ? ", …" : "")
        return "số liệu của chính từng đơn vị cấp \(level) "
            + "(\(Words.vietnamese.counted(lower.count, "đơn vị")): \(shown)), cộng lại ở cấp trên"
    }

    private var span: String {
        let spans = explanation.result.spans.map(Words.vietnamese.span).joined(separator: "; ")
        switch indicator.scope {
        case .contest:
            guard !spans.isEmpty else { return "trong kỳ không có cuộc thi" }
            return "thời gian cuộc thi, \(spans)"
        case .stage: return "cả giai đoạn, \(spans)"
        case .window: return spans
        }
    }

    /// By what the records of a form are dated.
    private func dating(_ form: Int, _ field: Int?) -> String {
        let form = scene.plan.forms.forms[form]
        var text = "biểu “\(form.name)”: "
        if let period = form.periodField {
            text += "theo “\(form.fields[period].header)” nếu có ghi"
            text += field.map { ", nếu không thì theo “\(form.fields[$0].header)”" } ?? ""
        } else {
            text += field.map { "theo “\(form.fields[$0].header)”" } ?? "theo ngày nhận"
        }
        if field == nil { text += "; đúng hạn hay không xét theo ngày nhận lần đầu" }
        return text
    }

    private var due: String {
        guard let due = indicator.due, let last = explanation.result.lastDay else {
            return "kế hoạch không đặt hạn riêng; xét khi hết ngày \(explanation.horizon.slashed)"
        }
        return Words.vietnamese.due(due, inYear: explanation.result.dueYear)
            + "; ngày cuối còn đúng hạn: \(last.slashed)"
    }

    private var readings: String {
        var readings: [String] = []
        if let note = indicator.note { readings.append(note) }
        if let note = indicator.group.flatMap({ scene.plan.groups[$0].note }) {
            readings.append(note)
        }
        readings += scene.plan.measures.indices.compactMap { index in
            indicator.requirements.contains { $0.measure.uses(index, scene.plan.measures) }
                ? scene.plan.measures[index].note : nil
        }
        if !indicator.isTotal {
            readings.append(
                indicator.lateCounts
                    ? "đơn vị hoàn thành sau hạn vẫn được tính là đạt"
                    : "đơn vị hoàn thành sau hạn không được tính là đạt"
            )
            switch indicator.closed {
            case .exempt: readings.append("đơn vị đã giải thể, sáp nhập trong kỳ được loại trừ")
            case .counts: readings.append("đơn vị đã giải thể, sáp nhập trong kỳ vẫn được tính")
            case .successor:
                readings.append("số liệu của đơn vị đã sáp nhập tính cho đơn vị kế thừa")
            }
        }
        readings.append("không gửi biểu là chưa có số liệu, không coi là 0")
        return readings.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
            .joined(separator: "; ")
    }
}
