internal import Judgement
internal import Model
internal import Plans

/// `PL4_CuocThi`: what each unit sent to the contest; a sheet for each edition of the window.
struct ContestAnnex {
    let frame: ReportFrame

    private var scene: Scene { frame.judgement.scene }

    /// None where the plan holds no contest.
    var sheets: [Sheet] {
        guard !scene.plan.contests.isEmpty else { return [] }
        let contests = frame.judgement.contests
        guard !contests.isEmpty else {
            var sheet = frame.annex(
                "PL4_CuocThi",
                number: "IV",
                title: "KẾT QUẢ THAM GIA CUỘC THI VIẾT",
                columns: columns,
                rows: []
            )
            sheet.emptyText = "Không có cuộc thi trong kỳ."
            return [sheet]
        }
        return contests.enumerated().map { sheet($0, $1, isOnly: contests.count == 1) }
    }

    private func sheet(_ number: Int, _ result: ContestResult, isOnly: Bool) -> Sheet {
        let edition = scene.plan.contests[result.edition]
        let units = Dictionary(
            result.units.map { ($0.unit, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let listed = result.units.filter(scene.takesPart).map(\.unit)
        let minimum = max(1, edition.minEntries)
        let rows = UnitGroups(scene, of: listed).rows(
            columns: columns.count,
            summed: Set(2...(columns.count - 3)),
            name: { scene.roster.units[$0].name },
            row: { units[$0].map { row($0, minimum) } ?? [] }
        )
        var sheet = frame.annex(
            isOnly || number == 0
                ? "PL4_CuocThi" : SheetName.safe("PL4_CuocThi_" + edition.id),
            number: "IV",
            title: "KẾT QUẢ THAM GIA CUỘC THI VIẾT",
            columns: columns,
            rows: rows
        )
        sheet.unitLine = "Đơn vị tính: bài, tác phẩm"
        sheet.frozenColumns = 2
        let name = scene.plan.title(of: edition) + ", "
        let limit = edition.maxWords.map { ", tối đa \(ReportNumbers.whole($0)) từ" } ?? ""
        sheet.notes = [
            "\(name)nhận bài \(ReportNumbers.span(edition.span))\(limit).",
            "Tổng số: \(ReportNumbers.counted(result.entries, "bài")), hợp lệ \(ReportNumbers.counted(result.valid, "bài")), \(ReportNumbers.counted(result.authors, "tác giả")); \(ReportNumbers.counted(result.unitsJoined, "đơn vị")) tham gia (từ \(ReportNumbers.counted(minimum, "bài")) hợp lệ trở lên).",
            ContestWords.particulars(result),
            "Số tác giả, bài nhóm, đạt sơ khảo, vào chung khảo, gửi cấp trên và giải tính trên bài hợp lệ; bài viết và tác phẩm báo chí tính trên bài gửi.",
        ]
        return sheet
    }

    private var columns: [SheetColumn] {
        [
            .ordinal, SheetColumn("Đơn vị", width: 32),
            SheetColumn("Số bài gửi", width: 7, kind: .integer),
            SheetColumn("Hợp lệ", width: 6, kind: .integer),
            SheetColumn("Không hợp lệ", width: 7, kind: .integer),
            SheetColumn("Số tác giả", width: 7, kind: .integer),
            SheetColumn("Bài nhóm tác giả", width: 7, kind: .integer),
            SheetColumn("Bài viết", group: "Loại hình", width: 7, kind: .integer),
            SheetColumn("Tác phẩm báo chí", group: "Loại hình", width: 8, kind: .integer),
            SheetColumn("Đạt sơ khảo", width: 7, kind: .integer),
            SheetColumn("Gửi cấp trên", width: 7, kind: .integer),
            SheetColumn("Vào chung khảo", width: 7, kind: .integer),
        ]
            + ContestWords.prizes.map {
                SheetColumn($0.name, group: "Giải", width: 6, kind: .integer)
            } + [
                SheetColumn("Nghi trùng", width: 6, kind: .integer),
                SheetColumn("Bài/100 CBCCVC", width: 8, kind: .decimal(places: 1)),
                SheetColumn("Tham gia", width: 7, alignment: .centre),
            ]
    }

    private func row(_ unit: ContestUnit, _ minimum: Int) -> [SheetCell] {
        let counts =
            [
                unit.entries, unit.valid, unit.invalid, unit.authors, unit.grouped, unit.articles,
                unit.press, unit.passed, unit.sentUp, unit.finalists,
            ] + ContestWords.prizes.map { unit.prizes[$0.code] ?? 0 } + [unit.suspected]
        let staff = scene.roster.units[unit.unit].staff
        let perHundred = ContestWords.perHundred(unit.entries, staff: staff)
            .map(ReportNumbers.shown)
        return counts.map { .integer($0) } + [.quantity(perHundred)] + [
            .text(unit.valid >= minimum ? "Có" : "Không")
        ]
    }
}
