internal import Judgement
internal import Model
internal import Plans

/// `PL2_TheoCum`: the indicators by emulation cluster, beside those by tree.
struct ClusterAnnex {
    let frame: ReportFrame

    private var scene: Scene { frame.judgement.scene }

    /// No sheet where the report has no clusters.
    var sheets: [Sheet] {
        let lines = ClusterLines(frame.judgement).lines
        guard !lines.isEmpty else { return [] }
        var sheet = frame.annex(
            "PL2_TheoCum",
            number: "II (theo cụm, khối)",
            title: "KẾT QUẢ THEO CỤM, KHỐI THI ĐUA",
            columns: columns,
            rows: rows(lines)
        )
        sheet.frozenColumns = 3
        sheet.notes = [
            frame.standing,
            "Thành viên cụm, khối là của năm \(scene.window.year). Một đơn vị có thể thuộc nhiều cụm, khối và được tính ở từng cụm, khối; vì vậy số của các cụm, khối không cộng lại được. Số toàn cấp ở PL1 tính mỗi đơn vị một lần.",
            "Chỉ tiêu tính trên danh sách riêng của cơ quan tổng hợp không chia theo cụm, khối.",
        ]
        return [sheet]
    }

    private var columns: [SheetColumn] {
        [
            .ordinal, SheetColumn("Cụm, khối thi đua", width: 24),
            SheetColumn("Mã", width: 11, wraps: false), SheetColumn("Chỉ tiêu", width: 40),
            SheetColumn("Đã đạt", group: "Thực hiện", width: 8, kind: .integer),
            SheetColumn("Phải đạt", group: "Thực hiện", width: 8, kind: .integer),
            SheetColumn("Tỷ lệ (%)", width: 8, kind: .percent, hasBars: true),
            SheetColumn("Kết quả", width: 13, alignment: .centre),
            SheetColumn("Đơn vị chưa đạt", width: 40),
        ]
    }

    private func rows(_ lines: [ClusterLines.Line]) -> [SheetRow] {
        let indicators = Dictionary(
            scene.plan.indicators.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var rows: [SheetRow] = []
        for (number, line) in lines.enumerated() {
            let head =
                "\(ReportNumbers.roman(number + 1)). \(line.cluster.name) "
                + "(\(ReportNumbers.counted(line.cluster.members.count, "đơn vị")), báo cáo "
                + "\(ReportNumbers.whole(line.reported))/\(ReportNumbers.whole(line.required)))"
            rows.append(SheetRow(.group, [.empty, .text(head)]))
            var count = 0
            for (id, figure) in line.figures {
                guard let indicator = indicators[id], figure.isTold else { continue }
                count += 1
                rows.append(row(rows.count, count, line, indicator, figure))
            }
        }
        return rows
    }

    private func row(
        _ place: Int,
        _ number: Int,
        _ line: ClusterLines.Line,
        _ indicator: Indicator,
        _ figure: ClusterFigure
    ) -> SheetRow {
        var share = SheetCell.empty
        if let numerator = figure.numerator, let denominator = figure.denominator,
            let percent = Percent(numerator, of: denominator)
        {
            share = .formula(
                .percent(
                    CellPosition(column: 4, row: place),
                    of: CellPosition(column: 5, row: place)
                ),
                cached: percent.quantity
            )
        }
        let names = figure.missing.map { scene.roster.units[$0].name }
        let rest = names.count > 5 ? " và \(names.count - 5) đơn vị khác" : ""
        return SheetRow([
            .integer(number), .text(line.cluster.name), .text(indicator.id),
            .text(indicator.name),
            figure.numerator.map { .integer($0) }
                ?? figure.value.map { .quantity(ReportNumbers.shown($0)) }
                ?? .text(ReportNumbers.noData),
            figure.denominator.map { .integer($0) } ?? .empty, share,
            figure.status.map { .status(StatusWords.cell($0), $0.label) } ?? .empty,
            .text(names.prefix(5).joined(separator: "; ") + rest),
        ])
    }
}

extension ClusterFigure {
    /// Whether the indicator says anything of the cluster: it binds a member, or is a sum.
    fileprivate var isTold: Bool { denominator != 0 }
}
