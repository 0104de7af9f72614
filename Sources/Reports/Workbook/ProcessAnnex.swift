internal import Judgement
internal import Model
internal import Plans

/// `PL3_CacBuoc`: the board's process, step by step.
struct ProcessAnnex {
    let frame: ReportFrame
    private var words: Words { frame.words }

    private var scene: Scene { frame.judgement.scene }
    private var board: BoardResult { frame.judgement.board }

    /// None where the window has neither exemplars nor reviews under rules nor commendations.
    var sheets: [Sheet] { board.isEmpty || board.nodes.isEmpty ? [] : [stepSheet] }

    private var stepSheet: Sheet {
        var rows: [SheetRow] = []
        for node in board.nodes where node.node == scene.root || node.figures.exemplars > 0 {
            let name = scene.name(of: node.node)
            let count = words.counted(node.figures.exemplars, "điển hình")
            rows.append(SheetRow(.group, [.empty, .text("\(name): \(count)")]))
            for (index, step) in ExemplarStep.allCases.enumerated() {
                rows.append(row(index + 1, step, node.figures[step]))
            }
        }
        var sheet = frame.annex(
            "PL3_CacBuoc",
            number: words("III (tiếp theo)"),
            title: words("CÁC BƯỚC BÌNH XÉT, CÔNG NHẬN, TUYÊN TRUYỀN, KHEN THƯỞNG ĐIỂN HÌNH"),
            columns: [
                .ordinal(words), SheetColumn(words("Bước"), width: 24),
                SheetColumn(words("Hạn"), width: 32),
                SheetColumn(words("Đang ở bước này"), width: 11, kind: .integer),
                SheetColumn(
                    words("Có ghi ngày"),
                    group: words("Đã qua bước này"),
                    width: 10,
                    kind: .integer
                ),
                SheetColumn(
                    words("Không ghi ngày"),
                    group: words("Đã qua bước này"),
                    width: 10,
                    kind: .integer
                ),
                SheetColumn(
                    words("Làm sau hạn"),
                    group: words("Thời hạn"),
                    width: 10,
                    kind: .integer
                ),
                SheetColumn(
                    words("Quá hạn, chưa làm"),
                    group: words("Thời hạn"),
                    width: 10,
                    kind: .integer
                ),
                SheetColumn(words("Sai thứ tự"), width: 10, kind: .integer),
            ],
            rows: rows
        )
        sheet.unitLine = words("Đơn vị tính: điển hình")
        sheet.notes = notes
        return sheet
    }

    private func row(_ number: Int, _ step: ExemplarStep, _ figures: StepFigures) -> SheetRow {
        let rule = scene.plan.steps[step]
        let due = words.due(rule, step, inYear: scene.window.year)
        return SheetRow([
            .integer(number), .text(words.name(step)), .text(due), .integer(figures.standing),
            .integer(figures.dated), .integer(figures.undated),
            rule == nil ? .empty : .integer(figures.late),
            rule == nil ? .empty : .integer(figures.overdue), .integer(figures.disordered),
        ])
    }

    private var notes: [String] {
        guard let root = board.nodes.first?.figures else { return [] }
        var notes: [String] = []
        if let reviews = board.reviews { notes.append(words.reviews(reviews)) }
        for node in board.nodes where node.node == scene.root || node.figures.exemplars > 0 {
            let name = node.node == scene.root ? "" : scene.name(of: node.node) + ": "
            let limit = scene.plan.steps[.published]?.days
            notes.append(name + words.posting(node.figures.posting, limit: limit))
        }
        if root.exemplars > 0 {
            notes.append(
                words(
                    "Có tên cả ở danh sách điển hình và danh sách đề nghị khen thưởng: "
                        + "\(words.counted(root[.proposed].dated, "điển hình")), được tính ở cả số xây dựng "
                        + "và số đề nghị."
                )
            )
        }
        let emerging = words.counted(root.emerging, "nhân tố mới")
        let rejected = words.counted(root.rejected, "trường hợp")
        switch (root.emerging > 0, root.rejected > 0) {
        case (true, true): notes.append(words("Không gồm \(emerging) và \(rejected) không đạt."))
        case (true, false): notes.append(words("Không gồm \(emerging)."))
        case (false, true): notes.append(words("Không gồm \(rejected) không đạt."))
        case (false, false): break
        }
        notes.append(
            words(
                "Ngày đề nghị, ngày khen thưởng lấy ở danh sách đề nghị, khen thưởng cùng họ tên, cùng đơn vị "
                    + "hoặc cấp trên, cấp dưới của đơn vị, năm ấy hoặc năm sau; trùng tên không phân biệt được "
                    + "thì để trống. Không phải điển hình nào cũng phải được đề nghị, khen thưởng, nên hai bước "
                    + "này không có “quá hạn, chưa làm”."
            )
        )
        return notes
    }
}
