internal import Judgement
internal import Model
internal import Plans

/// The years of a stage side by side in PL1: `2023 | 2024 | 2025 | Cộng`, all on one tree.
struct StageColumns {
    private let judgement: Judgement
    private let words: Words
    /// The index of the first of the columns.
    private let first: Int
    /// For each year the figures at the root by indicator.
    private let years: [(window: Window, nodes: [Int: NodeResult])]
    private let whole: [Int: NodeResult]

    init(_ judgement: Judgement, _ words: Words, first: Int) {
        self.words = words
        self.judgement = judgement
        self.first = first
        years = judgement.years.map { ($0.window, StageColumns.nodes($0.figures)) }
        whole = StageColumns.nodes(judgement.stage)
    }

    private static func nodes(_ figures: Restated?) -> [Int: NodeResult] {
        guard let figures else { return [:] }
        var nodes: [Int: NodeResult] = [:]
        for result in figures.indicators {
            nodes[result.indicator] = result.nodes.first { $0.node == figures.scene.root }
        }
        return nodes
    }

    /// No columns where the report is not about several years.
    var columns: [SheetColumn] {
        guard !years.isEmpty else { return [] }
        let group = words("Từng năm trong giai đoạn")
        return years.map {
            SheetColumn(
                String($0.window.year),
                group: group,
                width: 10,
                kind: .integer,
                alignment: .right
            )
        } + [SheetColumn(words("Cộng"), group: group, width: 10, kind: .integer, alignment: .right)]
    }

    func cells(_ line: IndicatorLine, row: Int) -> [SheetCell] {
        guard !years.isEmpty else { return [] }
        let index = line.result.indicator
        if line.indicator.isOfWholeStage {
            return [SheetCell](repeating: .empty, count: years.count)
                + [whole[index].map { cell($0, line.indicator) } ?? .empty]
        }
        let cells = years.map { year in cell(year.nodes[index], line.indicator) }
        guard let node = whole[index] else { return cells + [.empty] }
        let sum = years.reduce(Quantity.zero as Quantity?) { sum, year in
            guard let node = year.nodes[index] else { return sum }
            return node.value.map(line.indicator.shown).flatMap { sum?.adding($0) } ?? sum
        }
        // What is counted afresh for the stage, such as different people, is no sum of its years.
        if node.numerator == nil, let value = node.value.map(line.indicator.shown), value == sum {
            let block = CellBlock(columns: first...(first + years.count - 1), rows: row...row)
            return cells + [.formula(.across(block), cached: value)]
        }
        return cells + [cell(node, line.indicator)]
    }

    private func cell(_ node: NodeResult?, _ indicator: Indicator) -> SheetCell {
        guard let node else { return .text(ReportNumbers.noData).right }
        if node.numerator == nil, let value = node.value {
            return .quantity(indicator.shown(value))
        }
        return .text(words.figure(node, of: indicator)).right
    }

    /// On which tree the columns stand.
    var notes: [String] {
        guard !years.isEmpty, let stage = judgement.stage else { return [] }
        var notes = [
            words(
                "Từng năm và cột Cộng: \(words.restated(stage.restatement.day)), số liệu của đơn vị "
                    + "đã nhập được cộng vào đơn vị mới (xem \(BasisAnnex.name)). Cột Cộng của tỷ lệ, và của số "
                    + "chỉ đếm một lần trong cả giai đoạn, tính lại cho cả giai đoạn, không phải là tổng các năm."
            )
        ]
        if judgement.scene.plan.indicators.contains(where: \.isOfWholeStage) {
            notes.append(words("Chỉ tiêu của cả giai đoạn không tách theo từng năm."))
        }
        if judgement.restated?.restatement.isIdentity == false {
            let basis = BasisWords(judgement: judgement, words: words).own
            notes.append(words("Cột Thực hiện: \(basis), nên có thể khác cột Cộng."))
        }
        return notes
    }
}

extension SheetCell {
    fileprivate var right: SheetCell { aligned(.right) }
}
