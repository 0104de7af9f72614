package import Judgement
internal import Intake
internal import Model
internal import Plans
internal import Rollup

/// `tonghop explain`: why an indicator's figures are what they are, for someone who does not know
/// the program, at most 100 columns wide.
package struct ExplanationText {
    /// What is to be shown, and of which edition.
    package struct Options: Sendable {
        /// The unit or node that is shown in full; nil for all, with long lists cut.
        package var focus: Int?
        /// Whether names of people are masked.
        package var anonymise: Bool
        /// Which edition or point in time the figures are of, a sentence each.
        package var source: [String]

        package init(focus: Int? = nil, anonymise: Bool = false, source: [String] = []) {
            self.focus = focus
            self.anonymise = anonymise
            self.source = source
        }
    }

    /// The widest line, in columns.
    package static let width = 100

    let explanation: Explanation
    let options: Options
    var page = SummaryPage(width: ExplanationText.width)

    var scene: Scene { explanation.judgement.scene }
    var indicator: Indicator { scene.plan.indicators[explanation.indicator] }
    var verdicts: VerdictWords { VerdictWords(explanation: explanation) }
    var measures: MeasureWords { MeasureWords(plan: scene.plan) }
    var records: RecordWords {
        RecordWords(
            judgement: explanation.judgement,
            spans: explanation.result.spans,
            anonymise: options.anonymise
        )
    }

    /// The explanation, ready to be printed.
    package static func render(_ explanation: Explanation, _ options: Options) -> String {
        var text = ExplanationText(explanation: explanation, options: options)
        text.head()
        text.results()
        text.method()
        text.particulars()
        return text.page.text
    }

    /// A unit as it is spoken of: `Phường Hạ Đình (TX-P-HADINH)`.
    func name(_ unit: Int) -> String {
        let unit = scene.roster.units[unit]
        return "\(PlainText.line(unit.name)) (\(unit.id))"
    }

    /// A name of a fact and the fact.
    mutating func fact(_ name: String, _ text: String) {
        page.row(
            [name, text],
            [
                SummaryPage.Column(heading: "", width: 17),
                SummaryPage.Column(heading: "", width: ExplanationText.width - 22),
            ],
            indent: 3
        )
    }

    // MARK: - Head

    private mutating func head() {
        page.paragraph("CHỈ TIÊU \(indicator.id): \(indicator.name)")
        page.blank()
        fact("Kế hoạch", scene.plan.title)
        let cite = [indicator.cite, scene.plan.basis].compactMap(\.self).joined(separator: "; ")
        if !cite.isEmpty { fact("Căn cứ", cite) }
        fact("Kỳ", "\(scene.window.name), \(Words.vietnamese.span(scene.window.span))")
        fact("Số liệu", "đến \(Words.vietnamese.time(scene.asOf))")
        for sentence in options.source { fact("", sentence) }
    }

    // MARK: - Results

    private mutating func results() {
        page.heading("I. KẾT QUẢ")
        let nodes = explanation.nodes.filter { node in
            node.result.node == scene.root || options.focus.map { $0 == node.result.node } ?? true
        }
        for node in nodes { result(node) }
        if let absence = Words.vietnamese.absence(scene) { page.paragraph(absence, indent: 3) }
    }

    private mutating func result(_ node: NodeExplanation) {
        let result = node.result
        var figure: String
        if let part = result.numerator, let whole = result.denominator {
            figure = Words.vietnamese.ratio(
                part,
                of: whole,
                "đơn vị",
                decimals: indicator.decimals(of: part, in: whole)
            )
        } else {
            figure = Words.vietnamese.value(result.value, of: indicator)
            if let noun = indicator.unitOfCount { figure += " " + noun }
        }
        let bound = explanation.result.units.filter { $0.status != .exempt }
        let isRequested =
            !bound.isEmpty && bound.allSatisfy { scene.roster.units[$0.unit].isRequested }
        page.paragraph(
            "\(name(result.node)): \(figure). "
                + "\(Words.vietnamese.word(result, isRequested: isRequested)).",
            indent: 3,
            hanging: 3
        )
        page.paragraph("Vì sao: " + verdicts.node(node), indent: 6, hanging: 3)
        if let nodes = result.nodes, nodes > 0 {
            page.paragraph(
                "Cấp dưới: \(result.nodesMet ?? 0)/\(nodes) đạt.",
                indent: 6,
                hanging: 3
            )
        }
        if node.figure == nil { composition(node) }
        let silent = result.unreported.filter { explanation.result.handed[$0] == nil }
        if !silent.isEmpty {
            page.paragraph(
                "Chưa nhận được kết quả của \(Words.vietnamese.counted(silent.count, "đơn vị")): "
                    + silent.map(name).joined(separator: ", ") + ".",
                indent: 6,
                hanging: 3
            )
        }
    }

    /// What the denominator is made of: the numbers add up.
    private mutating func composition(_ node: NodeExplanation) {
        guard !node.isHandedOver, !node.obliged.isEmpty || !node.handed.isEmpty else { return }
        let counts = verdicts.counts(node.obliged)
        var parts = Status.allCases.compactMap { status in
            counts[status].map { "\($0) \(status.label.lowercased())" }
        }
        let rows = node.handed.map(\.row)
        let handed = rows.reduce(0) { $0 + ($1.numerator ?? 0) }
        var numerator =
            "đơn vị đạt" + (indicator.lateCounts ? ", kể cả" : ", không kể") + " quá hạn"
        if !rows.isEmpty {
            let whole = rows.reduce(0) { $0 + ($1.denominator ?? 0) }
            parts.append("\(Words.vietnamese.whole(whole)) theo kết quả cấp dưới gửi lên")
            let own = (node.result.numerator ?? 0) - handed
            numerator =
                "\(Words.vietnamese.whole(own)) \(numerator) + \(Words.vietnamese.whole(handed)) "
                + "theo kết quả cấp dưới gửi lên"
        }
        page.paragraph(
            "Mẫu số \(Words.vietnamese.whole(node.result.denominator ?? 0)) = "
                + parts.joined(separator: " + ")
                + ". Tử số \(Words.vietnamese.whole(node.result.numerator ?? 0)) = \(numerator).",
            indent: 6,
            hanging: 3
        )
    }
}
