internal import Judgement
internal import Model
internal import Plans

/// `PL2_XepHang`: units by rank, a sheet for each ranking of the plan (TX-56).
struct RankingAnnex {
    let frame: ReportFrame
    private var words: Words { frame.words }

    private var scene: Scene { frame.judgement.scene }

    var sheets: [Sheet] {
        frame.judgement.rankings.enumerated().map { number, result in sheet(number, result) }
    }

    private func sheet(_ number: Int, _ result: RankingResult) -> Sheet {
        let ranking = scene.plan.rankings[result.ranking]
        var rows = result.units.enumerated().map { index, unit in
            row(index + 1, unit.unit, rank: words.rank(unit), unit.value, note: "")
        }
        for (index, unit) in result.unranked.enumerated() {
            let note = words.reason(unit.reason)
            rows.append(
                row(result.units.count + index + 1, unit.unit, rank: "–", nil, note: note)
            )
        }
        var sheet = frame.annex(
            number == 0 ? "PL2_XepHang" : SheetName.safe("PL2_XepHang_" + ranking.id),
            number: words("II (xếp thứ)"),
            title: words("XẾP THỨ ĐƠN VỊ: ") + ranking.name.uppercased(),
            columns: [
                .ordinal(words), SheetColumn(words("Đơn vị"), width: 50),
                SheetColumn(words("Hạng"), width: 18, alignment: .centre),
                SheetColumn(words("Số liệu"), width: 14, kind: .integer),
                SheetColumn(words("Ghi chú"), width: 43),
            ],
            rows: rows
        )
        sheet.frozenColumns = 2
        sheet.unitLine = ranking.unitOfCount.map { words("Đơn vị tính: \($0)") }
        let group = scene.plan.groups[ranking.group].name
        let measure = MeasureWords(plan: scene.plan, words: words, tellsConditions: true)
            .short(ranking.measure)
        sheet.notes = [
            words.rule(ranking), words("Nhóm xếp thứ: \(group). Số liệu: \(measure)."),
        ]
        return sheet
    }

    private func row(
        _ number: Int,
        _ unit: Int,
        rank: String,
        _ value: Quantity?,
        note: String
    ) -> SheetRow {
        SheetRow([
            .integer(number), .text(scene.name(of: unit)), .text(rank),
            value == nil ? .text(ReportNumbers.noData) : .quantity(value.map(ReportNumbers.shown)),
            .text(note),
        ])
    }
}
