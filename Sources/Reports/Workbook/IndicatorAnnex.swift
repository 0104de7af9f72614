internal import Judgement
internal import Model
internal import Plans

/// `PL1_ChiTieu`: every indicator with what was set, reached and judged.
struct IndicatorAnnex {
    let frame: ReportFrame
    private var words: Words { frame.words }

    static let name = "PL1_ChiTieu"
    private static let reached = 7
    /// The first column after those that every report has.
    private static let further = 11

    var sheet: Sheet {
        let lines = IndicatorLine.lines(frame.judgement, words)
        let before = Dictionary(
            BasisLine.previous(frame.judgement).map { ($0.indicator.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let isRestated = BasisLine.isRestated(frame.judgement)
        let stage = StageColumns(frame.judgement, words, first: IndicatorAnnex.further)
        let columns = UnitAnnex.columns(of: lines)
        var rows: [SheetRow] = []
        for (number, line) in lines.enumerated() {
            var cells = cells(number, line, column: columns[line.indicator.id])
            if frame.judgement.previous != nil {
                cells += comparison(number, before[line.indicator.id], isRestated)
            }
            cells += stage.cells(line, row: number)
            cells.append(.text(line.remarks.joined(separator: ". ")))
            rows.append(SheetRow(cells))
        }
        var sheet = frame.annex(
            IndicatorAnnex.name,
            number: "I",
            title: words("TỔNG HỢP KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU"),
            columns: self.columns(stage, isRestated),
            rows: rows
        )
        sheet.frozenColumns = 3
        sheet.hasAutofilter = true
        sheet.notes =
            notes(VerdictCounts(lines)) + stage.notes
            + DecisionWords(frame).lines.map { "- " + $0 }
        return sheet
    }

    private func notes(_ counts: VerdictCounts) -> [String] {
        let parts = counts.verdicts.map {
            "\($0.word.lowercasedFirst) \(words.prose($0.count))"
        }
        var notes = [
            counts.total == 0
                ? words.withoutIndicators(frame.judgement.scene)
                : words(
                    "Tổng số chỉ tiêu: \(words.prose(counts.total)); trong đó \(parts.joined(separator: ", "))."
                ),
            words(
                "Kỳ: \(frame.windowText). \(frame.standing) "
                    + "Số liệu \(BasisWords(judgement: frame.judgement, words: words).own)."
            ),
        ]
        if let previous = frame.judgement.previous {
            notes.append(
                words(
                    "Cùng kỳ (\(words.inSentence(previous.window))): \(words.previous(previous)). "
                        + "Tăng/giảm của tỷ lệ tính bằng điểm phần trăm."
                )
            )
            notes += BasisWords(judgement: frame.judgement, words: words).comparison.map {
                $0 + "."
            }
        }
        return notes
    }

    private func columns(_ stage: StageColumns, _ isRestated: Bool) -> [SheetColumn] {
        func figures(_ group: String) -> [SheetColumn] {
            [
                SheetColumn(words("Đã đạt"), group: group, width: 7, kind: .integer),
                SheetColumn(words("Phải đạt"), group: group, width: 7, kind: .integer),
                SheetColumn(words("Tỷ lệ (%)"), group: group, width: 7, kind: .percent),
            ]
        }
        let day = frame.judgement.previous.map { words.shortDay($0.day) } ?? ""
        return [
            .ordinal(words),
            SheetColumn(words("Mã"), width: 11, wraps: false),
            SheetColumn(words("Chỉ tiêu"), width: 34),
            SheetColumn(words("Căn cứ"), width: 9, alignment: .centre),
            SheetColumn(words("Đối tượng áp dụng"), width: 18),
            SheetColumn(words("Đơn vị tính"), width: 7, alignment: .centre),
            SheetColumn(words("Chỉ tiêu giao"), width: 8, alignment: .centre),
            SheetColumn(words("Đã đạt"), group: words("Thực hiện"), width: 7, kind: .integer),
            SheetColumn(words("Phải đạt"), group: words("Thực hiện"), width: 7, kind: .integer),
            SheetColumn(words("Tỷ lệ (%)"), width: 7, kind: .percent, hasBars: true),
            SheetColumn(words("Kết quả"), width: 12, alignment: .centre),
        ]
            + (frame.judgement.previous == nil
                ? []
                : (isRestated ? figures(words("Kỳ này theo cơ cấu tại ngày \(day)")) : [])
                    + figures(words("Cùng kỳ năm trước"))
                    + [SheetColumn(words("Tăng/ giảm"), width: 7, kind: .integer)])
            + stage.columns + [
                SheetColumn(words("Ghi chú"), width: stage.columns.isEmpty ? 28 : 40)
            ]
    }

    /// The figure of a node: how many units met it, or its value.
    private func figure(_ node: NodeResult, _ indicator: Indicator) -> SheetCell {
        node.numerator.map { .integer($0) }
            ?? node.value.map { .quantity(indicator.shown($0)) } ?? .text(ReportNumbers.noData)
    }

    private func share(
        _ node: NodeResult,
        _ indicator: Indicator,
        row: Int,
        column: Int
    ) -> SheetCell {
        guard let numerator = node.numerator, let denominator = node.denominator else {
            return .empty
        }
        let decimals = indicator.decimals(of: numerator, in: denominator)
        guard let percent = Percent(numerator, of: denominator, decimals: decimals) else {
            return .empty
        }
        return .formula(
            .percent(
                CellPosition(column: column, row: row),
                of: CellPosition(column: column + 1, row: row),
                decimals: decimals
            ),
            cached: percent.quantity
        )
    }

    private func cells(_ number: Int, _ line: IndicatorLine, column: Int?) -> [SheetCell] {
        let node = line.node
        let decisions = DecisionWords(frame).lines(
            about: line.indicator.id
        )
        let code = SheetCell.text(line.indicator.id).linked(
            to: column.map { SheetLink(sheet: UnitAnnex.name, row: 0, column: $0) }
        )
        return [
            .integer(number + 1), code,
            SheetCell.text(line.indicator.name).noted(
                ReadingWords(plan: frame.judgement.scene.plan, words: words).note(line.indicator)
            ),
            .text(line.indicator.cite ?? ""), .text(line.groupName), .text(line.noun),
            .text(line.assigned), figure(node, line.indicator),
            node.denominator.map { .integer($0) } ?? .empty,
            share(node, line.indicator, row: number, column: IndicatorAnnex.reached),
            SheetCell.status(CellStatus(node.status), line.word)
                .noted(decisions.isEmpty ? nil : decisions.joined(separator: "\n")),
        ]
    }

    /// The year before, and how much more this one is; before it this one on the common tree, where
    /// its figures are others there.
    private func comparison(_ number: Int, _ before: BasisLine?, _ isRestated: Bool) -> [SheetCell]
    {
        guard let before else { return [SheetCell](repeating: .empty, count: isRestated ? 7 : 4) }
        var cells: [SheetCell] = []
        var own = IndicatorAnnex.reached
        if isRestated {
            own = IndicatorAnnex.further
            cells = figures(before.own, before.indicator, row: number, column: own)
        }
        let first = IndicatorAnnex.further + cells.count
        cells += figures(before.other, before.indicator, row: number, column: first)
        guard let change = before.change?.rounded(to: before.decimals) else {
            return cells + [.empty]
        }
        func place(_ column: Int) -> CellPosition { CellPosition(column: column, row: number) }
        let formula: Formula
        if before.own.denominator == nil {
            formula = .difference(place(own), place(first))
            // Of figures that are shown rounded, the difference may be another than the exact one.
            guard let here = before.own.value.map(before.indicator.shown),
                let there = before.other.value.map(before.indicator.shown),
                here.subtracting(there) == change
            else { return cells + [.quantity(change)] }
        } else {
            formula = .shareChange([place(own), place(own + 1), place(first), place(first + 1)])
        }
        return cells + [.formula(formula, cached: change)]
    }

    private func figures(
        _ node: NodeResult,
        _ indicator: Indicator,
        row: Int,
        column: Int
    ) -> [SheetCell] {
        [
            figure(node, indicator), node.denominator.map { .integer($0) } ?? .empty,
            share(node, indicator, row: row, column: column),
        ]
    }
}
