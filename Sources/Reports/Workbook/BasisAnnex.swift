internal import Judgement
internal import Model
internal import Plans

/// `PL1B_CoCau`: every indicator on the tree of the window beside the tree of a later day, and what
/// became of the units in between; only where the report has both.
struct BasisAnnex {
    let frame: ReportFrame
    private var words: Words { frame.words }

    static let name = "PL1B_CoCau"

    var sheets: [Sheet] {
        let judgement = frame.judgement
        guard let restated = judgement.restated else { return [] }
        let basis = BasisWords(judgement: judgement, words: words)
        let later = words.restated(restated.restatement.day)
        let lines = BasisLine.restated(judgement)
        var sheet = frame.annex(
            BasisAnnex.name,
            number: "I.B",
            title: words("KẾT QUẢ CÁC CHỈ TIÊU THEO HAI CƠ CẤU TỔ CHỨC"),
            columns: columns(later),
            rows: lines.enumerated().map(row)
        )
        sheet.frozenColumns = 3
        let same = lines.count(where: \.isSame)
        let fates = basis.gatheredFates
        sheet.notes =
            [
                words(
                    "Cột \"Trong kỳ\": \(basis.own). Cột \"Tại ngày \(words.day(restated.restatement.day))\": "
                        + "số liệu của đơn vị đã nhập toàn bộ được cộng vào đơn vị mới; đơn vị bị chia tách "
                        + "theo đơn vị kế thừa chính, không chia theo tỷ lệ; đơn vị kết thúc hoạt động mà "
                        + "không có đơn vị kế thừa giữ nguyên như trong kỳ."
                ),
                words(
                    "Số chỉ tiêu giống nhau ở hai cơ cấu: \(words.prose(same)); khác nhau: "
                        + "\(words.prose(lines.count - same))."
                ),
            ]
            + (fates.isEmpty ? [words("Đến ngày đó không có đơn vị nào thay đổi.")] : [])
            + fates.map { "- \($0)." }
        return [sheet]
    }

    private func columns(_ later: String) -> [SheetColumn] {
        let day =
            frame.judgement.restated.map { words("Tại ngày \(words.day($0.restatement.day))") }
            ?? later
        return [
            .ordinal(words),
            SheetColumn(words("Mã"), width: 12, wraps: false),
            SheetColumn(words("Chỉ tiêu"), width: 44),
            SheetColumn(words("Thực hiện"), group: words("Trong kỳ"), width: 17, alignment: .right),
            SheetColumn(words("Kết quả"), group: words("Trong kỳ"), width: 15, alignment: .centre),
            SheetColumn(words("Thực hiện"), group: day, width: 17, alignment: .right),
            SheetColumn(words("Kết quả"), group: day, width: 15, alignment: .centre),
            SheetColumn(words("Chênh lệch"), width: 14, alignment: .right),
        ]
    }

    /// A value is a number, as it is in PL1; a share with its two parts is a text.
    private func figure(_ node: NodeResult, _ indicator: Indicator) -> SheetCell {
        guard node.numerator == nil, let value = node.value else {
            return .text(words.figure(node, of: indicator))
        }
        return .quantity(indicator.shown(value))
    }

    private func row(_ number: Int, _ line: BasisLine) -> SheetRow {
        SheetRow([
            .integer(number + 1), .text(line.indicator.id), .text(line.indicator.name),
            figure(line.own, line.indicator),
            .status(
                CellStatus(line.own.status),
                words.word(line.own, isRequested: line.isRequested)
            ),
            figure(line.other, line.indicator),
            .status(
                CellStatus(line.other.status),
                words.word(line.other, isRequested: line.isRequested)
            ),
            .text(
                line.isSame
                    ? "–"
                    : BasisLine(
                        indicator: line.indicator,
                        own: line.other,
                        other: line.own
                    ).changeText(words)
            ),
        ])
    }
}
