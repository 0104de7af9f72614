internal import Judgement
internal import Model
internal import Plans

/// `PL2_TheoCum`: the indicators by emulation cluster, beside those by tree.
struct ClusterAnnex {
    let frame: ReportFrame
    private var words: Words { frame.words }

    private var scene: Scene { frame.judgement.scene }

    /// No sheet where the report has no clusters.
    var sheets: [Sheet] {
        let lines = ClusterLines(frame.judgement).lines
        guard !lines.isEmpty else { return [] }
        var sheet = frame.annex(
            "PL2_TheoCum",
            number: words("II (theo cụm, khối)"),
            title: words("KẾT QUẢ THEO CỤM, KHỐI THI ĐUA"),
            columns: columns,
            rows: rows(lines)
        )
        sheet.frozenColumns = 3
        sheet.notes = [
            frame.standing,
            words(
                "Thành viên cụm, khối là của năm \(scene.window.year). Một đơn vị có thể thuộc nhiều cụm, khối và được tính ở từng cụm, khối; vì vậy số của các cụm, khối không cộng lại được. Số toàn cấp ở PL1 tính mỗi đơn vị một lần."
            ),
            words(
                "Chỉ tiêu tính trên danh sách riêng của cơ quan tổng hợp không chia theo cụm, khối."
            ),
        ]
        return [sheet]
    }

    private var columns: [SheetColumn] {
        [
            .ordinal(words), SheetColumn(words("Cụm, khối thi đua"), width: 24),
            SheetColumn(words("Mã"), width: 11, wraps: false),
            SheetColumn(words("Chỉ tiêu"), width: 40),
            SheetColumn(words("Đã đạt"), group: words("Thực hiện"), width: 8, kind: .integer),
            SheetColumn(words("Phải đạt"), group: words("Thực hiện"), width: 8, kind: .integer),
            SheetColumn(words("Tỷ lệ (%)"), width: 8, kind: .percent, hasBars: true),
            SheetColumn(words("Kết quả"), width: 13, alignment: .centre),
            SheetColumn(words("Đơn vị chưa đạt"), width: 40),
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
                words(
                    "\(ReportNumbers.roman(number + 1)). \(line.cluster.name) "
                        + "(\(words.counted(line.cluster.members.count, "đơn vị")), báo cáo "
                        + "\(words.whole(line.reported))/\(words.whole(line.required)))"
                )
            rows.append(SheetRow(.group, [.empty, .text(head + roles(line.cluster))]))
            var count = 0
            for (id, figure) in line.figures {
                guard let indicator = indicators[id], figure.isTold else { continue }
                count += 1
                rows.append(row(rows.count, count, line, indicator, figure))
            }
        }
        return rows
    }

    /// `; Trưởng cụm, khối: Phòng Nội vụ`.
    private func roles(_ cluster: ClusterBook.Cluster) -> String {
        cluster.roles.map { role in
            let name = scene.name(of: role.unit)
            return "; \(PlainText.line(role.name, longest: 40)): \(name)"
        }.joined()
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
            let percent = Percent(
                numerator,
                of: denominator,
                decimals: indicator.decimals(of: numerator, in: denominator)
            )
        {
            share = .formula(
                .percent(
                    CellPosition(column: 4, row: place),
                    of: CellPosition(column: 5, row: place),
                    decimals: percent.decimals
                ),
                cached: percent.quantity
            )
        }
        let names = figure.missing.map { scene.name(of: $0) }
        let rest = names.count > 5 ? words(" và \(words.prose(names.count - 5)) đơn vị khác") : ""
        let met =
            figure.numerator.map { SheetCell.integer($0) }
            ?? figure.value.map { .quantity(indicator.shown($0)) }
            ?? .text(ReportNumbers.noData)
        let members = scene.units(of: line.cluster)
        let isRequested = frame.judgement.indicators
            .first { scene.plan.indicators[$0.indicator].id == indicator.id }?
            .isRequested(in: scene.roster, among: members)
        let status = figure.status.map {
            SheetCell.status(CellStatus($0), words.word($0, isRequested: isRequested ?? false))
        }
        return SheetRow([
            .integer(number), .text(line.cluster.name), .text(indicator.id),
            .text(indicator.name),
            met, figure.denominator.map { .integer($0) } ?? .empty, share, status ?? .empty,
            .text(names.prefix(5).joined(separator: "; ") + rest),
        ])
    }
}

extension ClusterFigure {
    /// Whether the indicator says anything of the cluster: it binds a member, or is a sum.
    fileprivate var isTold: Bool { denominator != 0 }
}
