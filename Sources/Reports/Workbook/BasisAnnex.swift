internal import Judgement
internal import Model
internal import Plans

/// `PL1B_CoCau`: every indicator on the tree of the window beside the tree of a later day, and what
/// became of the units in between; only where the report has both.
struct BasisAnnex {
    let frame: ReportFrame

    static let name = "PL1B_CoCau"

    var sheets: [Sheet] {
        let judgement = frame.judgement
        guard let restated = judgement.restated else { return [] }
        let words = BasisWords(judgement: judgement)
        let later = BasisWords.restated(restated.restatement.day)
        let lines = BasisLine.restated(judgement)
        var sheet = frame.annex(
            BasisAnnex.name,
            number: "I.B",
            title: "KẾT QUẢ CÁC CHỈ TIÊU THEO HAI CƠ CẤU TỔ CHỨC",
            columns: columns(later),
            rows: lines.enumerated().map(row)
        )
        sheet.frozenColumns = 3
        let same = lines.count(where: \.isSame)
        let fates = words.fates
        sheet.notes =
            [
                "Cột \"Trong kỳ\": \(words.own). Cột \"Tại ngày \(restated.restatement.day.slashed)\": "
                    + "số liệu của đơn vị đã nhập toàn bộ được cộng vào đơn vị mới; đơn vị bị chia tách "
                    + "theo đơn vị kế thừa chính, không chia theo tỷ lệ; đơn vị kết thúc hoạt động mà "
                    + "không có đơn vị kế thừa giữ nguyên như trong kỳ.",
                "Số chỉ tiêu giống nhau ở hai cơ cấu: \(ReportNumbers.prose(same)); khác nhau: "
                    + "\(ReportNumbers.prose(lines.count - same)).",
            ]
            + (fates.isEmpty ? ["Đến ngày đó không có đơn vị nào thay đổi."] : [])
            + fates.map { "- \($0)." }
        return [sheet]
    }

    private func columns(_ later: String) -> [SheetColumn] {
        let day =
            frame.judgement.restated.map { "Tại ngày \($0.restatement.day.slashed)" } ?? later
        return [
            .ordinal,
            SheetColumn("Mã", width: 12, wraps: false),
            SheetColumn("Chỉ tiêu", width: 44),
            SheetColumn("Thực hiện", group: "Trong kỳ", width: 17, alignment: .right),
            SheetColumn("Kết quả", group: "Trong kỳ", width: 15, alignment: .centre),
            SheetColumn("Thực hiện", group: day, width: 17, alignment: .right),
            SheetColumn("Kết quả", group: day, width: 15, alignment: .centre),
            SheetColumn("Chênh lệch", width: 14, alignment: .right),
        ]
    }

    private func row(_ number: Int, _ line: BasisLine) -> SheetRow {
        SheetRow([
            .integer(number + 1), .text(line.indicator.id), .text(line.indicator.name),
            .text(BasisLine.text(line.own)),
            .status(StatusWords.cell(line.own.status), StatusWords.word(line.own)),
            .text(BasisLine.text(line.other)),
            .status(StatusWords.cell(line.other.status), StatusWords.word(line.other)),
            .text(
                line.isSame
                    ? "–"
                    : BasisLine(
                        indicator: line.indicator,
                        own: line.other,
                        other: line.own
                    ).changeText
            ),
        ])
    }
}
