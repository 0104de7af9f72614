internal import Judgement
internal import Model
internal import Plans

/// `PL1_ChiTieu`: every indicator with what was set, reached and judged.
struct IndicatorAnnex {
    let frame: ReportFrame

    static let name = "PL1_ChiTieu"
    private static let reached = 7
    private static let obliged = 8

    var sheet: Sheet {
        let lines = IndicatorLine.lines(frame.judgement)
        let before = Dictionary(
            BasisLine.previous(frame.judgement).map { ($0.indicator.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let rows = lines.enumerated().map { row($0, $1, before[$1.indicator.id]) }
        var sheet = frame.annex(
            IndicatorAnnex.name,
            number: "I",
            title: "TỔNG HỢP KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU",
            columns: columns,
            rows: rows
        )
        sheet.frozenColumns = 3
        let counts = VerdictCounts(lines)
        let words = counts.verdicts.map {
            "\($0.word.lowercasedFirst) \(ReportNumbers.prose($0.count))"
        }
        sheet.notes =
            ["Tổng số chỉ tiêu: \(counts.total); trong đó \(words.joined(separator: ", "))."]
            + [
                "Kỳ: \(frame.windowText). \(frame.standing) "
                    + "Số liệu \(BasisWords(judgement: frame.judgement).own)."
            ]
            + (frame.judgement.previous.map {
                ["Cùng kỳ (\($0.window.name.lowercasedFirst)): \(BasisWords.previous($0))."]
            } ?? [])
            + DecisionWords(scene: frame.judgement.scene).lines.map { "- " + $0 }
        return sheet
    }

    private var columns: [SheetColumn] {
        [
            .ordinal,
            SheetColumn("Mã", width: 12, wraps: false),
            SheetColumn("Chỉ tiêu", width: 34),
            SheetColumn("Căn cứ", width: 9, alignment: .centre),
            SheetColumn("Đối tượng áp dụng", width: 19),
            SheetColumn("Đơn vị tính", width: 7, alignment: .centre),
            SheetColumn("Chỉ tiêu giao", width: 8, alignment: .centre),
            SheetColumn("Đã đạt", group: "Thực hiện", width: 7, kind: .integer),
            SheetColumn("Phải đạt", group: "Thực hiện", width: 7, kind: .integer),
            SheetColumn("Tỷ lệ (%)", width: 7, kind: .percent),
            SheetColumn("Kết quả", width: 12, alignment: .centre),
        ]
            + (frame.judgement.previous == nil
                ? []
                : [
                    SheetColumn("Cùng kỳ", width: 9, alignment: .right),
                    SheetColumn("Tăng/ giảm", width: 9, alignment: .right),
                ])
            + [SheetColumn("Ghi chú", width: 30)]
    }

    private func row(_ number: Int, _ line: IndicatorLine, _ before: BasisLine?) -> SheetRow {
        let node = line.node
        var share = SheetCell.empty
        if let numerator = node.numerator, let denominator = node.denominator,
            let percent = Percent(numerator, of: denominator)
        {
            share = .formula(
                .percent(
                    CellPosition(column: IndicatorAnnex.reached, row: number),
                    of: CellPosition(column: IndicatorAnnex.obliged, row: number)
                ),
                cached: percent.quantity
            )
        }
        let reached: SheetCell =
            node.numerator.map { .integer($0) }
            ?? node.value.map { .quantity(ReportNumbers.shown($0)) } ?? .text(ReportNumbers.noData)
        let comparison: [SheetCell] =
            frame.judgement.previous == nil
            ? []
            : [
                .text(before.map { BasisLine.text($0.other) } ?? ""),
                .text(before?.changeText ?? ""),
            ]
        var cells: [SheetCell] = [
            .integer(number + 1), .text(line.indicator.id), .text(line.indicator.name),
            .text(line.indicator.cite ?? ""), .text(line.groupName), .text(line.noun),
            .text(line.assigned), reached, node.denominator.map { .integer($0) } ?? .empty, share,
            .status(StatusWords.cell(node.status), line.word),
        ]
        cells += comparison
        cells.append(.text(line.remarks.joined(separator: ". ")))
        return SheetRow(cells)
    }
}
