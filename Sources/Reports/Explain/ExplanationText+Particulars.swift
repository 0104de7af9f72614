internal import Judgement
internal import Model
internal import Plans

extension ExplanationText {
    /// What stands in front of a unit's records in the order in which the board asks about them.
    private static let order: [Status] = [
        .unmet, .noData, .late, .pending, .met, .exempt, .notApplicable,
    ]

    /// Unit by unit, or the node's own figure, down to file and line.
    mutating func particulars() {
        page.heading(indicator.isTotal ? "III. SỐ LIỆU" : "III. TỪNG ĐƠN VỊ")
        page.paragraph(
            "Mỗi dòng số liệu ghi tệp:dòng trong thư mục submissions. \"+\" là số được cộng vào; "
                + "\"–\" là không được tính, kèm lý do; \"×\" là bị loại khi đọc, cần sửa và gửi lại.",
            indent: 3
        )
        if let focus = options.focus {
            particulars(of: focus)
        } else if indicator.isTotal {
            for node in explanation.nodes { total(node, focus: nil) }
        } else {
            all()
        }
    }

    private mutating func particulars(of focus: Int) {
        switch ExplanationPart(of: focus, in: explanation) {
        case .unit(let unit): write(unit, number: nil)
        case .node(let node):
            if indicator.isTotal { total(node, focus: nil) } else { all(below: focus) }
        case .handed(let handed): within(handed, focus)
        case .share(let node): total(node, focus: focus)
        case .nothing:
            page.blank()
            page.paragraph(
                indicator.isTotal
                    ? "\(name(focus)): số liệu không nằm trong chỉ tiêu này."
                    : "\(name(focus)): không thuộc đối tượng của chỉ tiêu này.",
                indent: 3
            )
        }
    }

    // MARK: - Units

    /// All units, those that fall short first.
    private mutating func all(below node: Int? = nil) {
        let units = explanation.units.filter { unit in
            node.map { scene.roster.isWithin(unit.result.unit, $0) } ?? true
        }
        for status in ExplanationText.order {
            let own = units.filter { $0.result.status == status }
            guard !own.isEmpty else { continue }
            page.blank()
            page.paragraph(
                "\(status.label.uppercased()): \(Words.vietnamese.counted(own.count, "đơn vị")) "
                    + "(\(Words.vietnamese.meaning(status)))",
                indent: 3
            )
            for (index, unit) in own.enumerated() { write(unit, number: index + 1) }
        }
        let shown = explanation.nodes.first { $0.result.node == node ?? scene.root }
        if let shown { handedShares(shown) }
        for node in explanation.nodes where !node.leavings.isEmpty {
            page.blank()
            page.paragraph("Gửi qua \(name(node.result.node)):", indent: 3)
            write(node.leavings, indent: 6)
        }
        strays()
    }

    private mutating func write(_ unit: UnitExplanation, number: Int?) {
        let result = unit.result
        let isRequested = scene.roster.units[result.unit].isRequested
        page.blank()
        page.paragraph(
            (number.map { Words.vietnamese.prose($0) + ". " } ?? "") + name(result.unit) + ": "
                + (result.value.map { Words.vietnamese.value($0, of: indicator) }
                    ?? "chưa có số liệu"),
            indent: 3,
            hanging: 4
        )
        page.paragraph(
            Words.vietnamese.word(result.status, isRequested: isRequested) + ": "
                + verdicts.unit(unit),
            indent: 7,
            hanging: 2
        )
        write(unit.figure, indent: 7)
        write(unit.leavings, indent: 7)
    }

    /// Rejected rows that may be anybody's.
    private mutating func strays() {
        guard !explanation.strayRows.isEmpty else { return }
        page.blank()
        page.paragraph("Dòng bị loại không rõ của đơn vị nào:", indent: 3)
        for row in explanation.strayRows { item("×", records.text(row), indent: 6) }
    }

    // MARK: - Totals

    private mutating func total(_ node: NodeExplanation, focus: Int?) {
        guard node.figure != nil || node.isHandedOver else { return }
        page.blank()
        page.paragraph(
            "\(name(node.result.node)): \(Words.vietnamese.value(node.result.value, of: indicator))",
            indent: 3
        )
        guard node.lower.isEmpty else {
            above(node)
            return
        }
        if !node.adjusted.isEmpty { write(node.adjusted) }
        if let figure = node.figure { write(figure, indent: 7, focus: focus) }
        if focus == nil { handedTotals(node) }
        let leavings = focus == nil ? node.leavings : Leavings()
        write(leavings, indent: 7)
        if focus == nil { strays() }
    }

    /// A node above the level: what the nodes of the level add up to or, where the measure is no
    /// sum of theirs, what it is made of.
    private mutating func above(_ node: NodeExplanation) {
        let lower = explanation.nodes.filter { node.lower.contains($0.result.node) }
        let addends = lower.map(\.result.value) + node.adjusted.map(\.counted)
        let sum = addends.compactMap(\.self)
            .reduce(Quantity?.some(.zero)) { sum, value in sum?.adding(value) }
        let isSum = sum == node.result.value ?? .zero
        if !isSum { page.paragraph("Từng đơn vị cấp dưới, không cộng lại:", indent: 7) }
        for other in lower {
            let value = other.result.value
            item(
                isSum ? signed(value) : Words.vietnamese.value(value, of: indicator),
                lowerText(other),
                indent: 7
            )
        }
        for adjustment in node.adjusted {
            let value = adjustment.counted
            item(isSum ? signed(value) : Words.vietnamese.step(value), text(adjustment), indent: 7)
        }
        if !isSum, let figure = node.figure { write(figure, indent: 7) }
        for tally in node.aside {
            for trace in tally.records where trace.contribution != nil {
                item(
                    "–",
                    records.text(trace) + ": của riêng \(name(node.result.node)), không thuộc cấp "
                        + "được giao chỉ tiêu này",
                    indent: 7
                )
            }
        }
    }

    /// A sum in which decisions put values in the place of units' own.
    private mutating func write(_ adjusted: [Adjustment]) {
        page.paragraph("Tổng sau điều chỉnh, theo từng đơn vị:", indent: 7)
        for adjustment in adjusted {
            item(signed(adjustment.counted), text(adjustment), indent: 9)
        }
    }

    private func text(_ adjustment: Adjustment) -> String {
        guard let decided = adjustment.decided else { return name(adjustment.unit) }
        return name(adjustment.unit)
            + ", thay cho \(Words.vietnamese.step(adjustment.own)) theo "
            + "Quyết định số \(decided.decision.number) ngày "
            + "\(decided.decision.date.slashed): \(decided.decision.reason)"
    }

    // MARK: - Leavings

    mutating func write(_ leavings: Leavings, indent: Int) {
        for row in leavings.rows { item("×", records.text(row), indent: indent) }
        for file in leavings.refusedFiles { item("×", records.refusal(file), indent: indent) }
        for file in leavings.voided {
            item(
                "–",
                "\(records.path(file.path)): cả tệp bị loại theo Quyết định số "
                    + "\(file.decision.number) ngày \(file.decision.date.slashed): "
                    + file.decision.reason,
                indent: indent
            )
        }
    }

    /// A line of a list behind its sign.
    mutating func item(_ sign: String, _ text: String, indent: Int) {
        // Columns stand in one line as long as the numbers are short.
        let width = max(5, DisplayWidth.of(sign))
        let pieces = DisplayWidth.wrap(text, to: ExplanationText.width - indent - width - 2)
        for (index, piece) in pieces.enumerated() {
            page.row(
                [index == 0 ? sign : "", piece],
                [
                    SummaryPage.Column(heading: "", width: width, isRight: true),
                    SummaryPage.Column(
                        heading: "",
                        width: ExplanationText.width - indent - width - 2
                    ),
                ],
                indent: indent
            )
        }
    }

    /// A number that is added: `+12`.
    func signed(_ number: Quantity?) -> String {
        guard let number else { return ReportNumbers.noData }
        return (number > .zero ? "+" : "") + Words.vietnamese.step(number)
    }
}
