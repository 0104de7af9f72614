internal import Judgement
internal import Model
internal import Plans

/// `PL3_CacBuoc` and `PL6_KhenThuong`: the board's process, step by step, and who was commended.
struct ProcessAnnex {
    let frame: ReportFrame

    private var scene: Scene { frame.judgement.scene }
    private var board: BoardResult { frame.judgement.board }

    /// None where the window has neither exemplars nor reviews under rules nor commendations.
    var sheets: [Sheet] {
        guard let root = board.nodes.first?.figures, !board.isEmpty else { return [] }
        return [stepSheet] + (root.commended.total > 0 ? [commendationSheet] : [])
    }

    // MARK: - Steps

    private var stepSheet: Sheet {
        var rows: [SheetRow] = []
        for node in board.nodes where node.node == scene.root || node.figures.exemplars > 0 {
            let name = scene.roster.units[node.node].name
            let count = ReportNumbers.counted(node.figures.exemplars, "điển hình")
            rows.append(SheetRow(.group, [.empty, .text("\(name): \(count)")]))
            for (index, step) in ExemplarStep.allCases.enumerated() {
                rows.append(row(index + 1, step, node.figures[step]))
            }
        }
        var sheet = frame.annex(
            "PL3_CacBuoc",
            number: "III",
            title: "CÁC BƯỚC BÌNH XÉT, CÔNG NHẬN, TUYÊN TRUYỀN, KHEN THƯỞNG ĐIỂN HÌNH",
            columns: [
                .ordinal, SheetColumn("Bước", width: 24), SheetColumn("Hạn", width: 32),
                SheetColumn("Đang ở bước này", width: 11, kind: .integer),
                SheetColumn("Có ghi ngày", group: "Đã qua bước này", width: 10, kind: .integer),
                SheetColumn("Không ghi ngày", group: "Đã qua bước này", width: 10, kind: .integer),
                SheetColumn("Làm sau hạn", group: "Thời hạn", width: 10, kind: .integer),
                SheetColumn("Quá hạn, chưa làm", group: "Thời hạn", width: 10, kind: .integer),
                SheetColumn("Sai thứ tự", width: 10, kind: .integer),
            ],
            rows: rows
        )
        sheet.unitLine = "Đơn vị tính: điển hình"
        sheet.notes = notes
        return sheet
    }

    private func row(_ number: Int, _ step: ExemplarStep, _ figures: StepFigures) -> SheetRow {
        let rule = scene.plan.steps[step]
        let due = StepWords.due(rule, step, inYear: scene.window.year)
        return SheetRow([
            .integer(number), .text(StepWords.name(step)), .text(due), .integer(figures.standing),
            .integer(figures.dated), .integer(figures.undated),
            rule == nil ? .empty : .integer(figures.late),
            rule == nil ? .empty : .integer(figures.overdue), .integer(figures.disordered),
        ])
    }

    private var notes: [String] {
        guard let root = board.nodes.first?.figures else { return [] }
        var notes: [String] = []
        if let reviews = board.reviews { notes.append(StepWords.reviews(reviews)) }
        for node in board.nodes where node.node == scene.root || node.figures.exemplars > 0 {
            let name = node.node == scene.root ? "" : scene.roster.units[node.node].name + ": "
            let limit = scene.plan.steps[.published]?.days
            notes.append(name + StepWords.posting(node.figures.posting, limit: limit))
        }
        if root.emerging + root.rejected > 0 {
            notes.append(
                "Không gồm \(ReportNumbers.counted(root.emerging, "nhân tố mới")) và "
                    + "\(ReportNumbers.counted(root.rejected, "trường hợp")) không đạt."
            )
        }
        notes.append(
            "Ngày đề nghị, ngày khen thưởng lấy ở danh sách đề nghị, khen thưởng cùng họ tên, cùng đơn vị "
                + "hoặc cấp trên, cấp dưới của đơn vị, năm ấy hoặc năm sau; trùng tên không phân biệt được "
                + "thì để trống. Không phải điển hình nào cũng phải được đề nghị, khen thưởng, nên hai bước "
                + "này không có “quá hạn, chưa làm”."
        )
        return notes
    }

    // MARK: - Commendations

    private var commendationSheet: Sheet {
        var units: [Int: CommendedFigures] = [:]
        for (unit, figures) in zip(scene.units, board.units) { units[unit] = figures.commended }
        let listed = scene.units.filter { (units[$0]?.total ?? 0) > 0 }
        let rows = UnitGroups(scene, of: listed).rows(
            columns: 8,
            summed: Set(2...6),
            name: { scene.roster.units[$0].name },
            row: { unit in
                let own = units[unit] ?? CommendedFigures()
                return [
                    .integer(own.collectives), .integer(own.households), .integer(own.individuals),
                    .integer(own.direct), .integer(own.unclassed),
                    .percent(own.direct, of: own.classed),
                ]
            }
        )
        var sheet = frame.annex(
            "PL6_KhenThuong",
            number: "VI",
            title: "TỔNG HỢP KHEN THƯỞNG",
            columns: [
                .ordinal, SheetColumn("Đơn vị", width: 44),
                SheetColumn("Tập thể", width: 11, kind: .integer),
                SheetColumn("Hộ gia đình", width: 11, kind: .integer),
                SheetColumn("Tổng số", group: "Cá nhân", width: 11, kind: .integer),
                SheetColumn("Người trực tiếp", group: "Cá nhân", width: 12, kind: .integer),
                SheetColumn("Không ghi nhóm", group: "Cá nhân", width: 12, kind: .integer),
                SheetColumn("Tỷ lệ người trực tiếp (%)", width: 14, kind: .percent),
            ],
            rows: rows
        )
        sheet.unitLine = "Đơn vị tính: lượt khen"
        sheet.frozenColumns = 2
        sheet.notes = board.nodes.filter { $0.figures.commended.total > 0 }.map { node in
            let name = scene.roster.units[node.node].name
            return "\(name): \(StepWords.direct(node.figures.commended).lowercasedFirst)"
        }
        return sheet
    }
}
