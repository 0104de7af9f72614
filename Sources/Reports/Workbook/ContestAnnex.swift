internal import Judgement
internal import Model
internal import Plans

/// `PL4_CuocThi`: what each unit sent to the contest; a sheet for each edition of the window.
struct ContestAnnex {
    let frame: ReportFrame
    private var words: Words { frame.words }

    private var scene: Scene { frame.judgement.scene }

    var sheets: [Sheet] {
        let contests = frame.judgement.contests
        guard !contests.isEmpty else {
            var sheet = frame.annex(
                "PL4_CuocThi",
                number: "IV",
                title: words("KẾT QUẢ THAM GIA CUỘC THI VIẾT"),
                columns: columns,
                rows: []
            )
            sheet.emptyText = words("Không có cuộc thi trong kỳ.")
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
        let minimum = edition.joiningEntries
        let rows = UnitGroups(scene, words, of: listed).rows(
            columns: columns.count,
            summed: Set(2...(columns.count - 3)),
            name: { scene.name(of: $0) },
            row: { units[$0].map { row($0, minimum) } ?? [] }
        )
        var sheet = frame.annex(
            isOnly || number == 0
                ? "PL4_CuocThi" : SheetName.safe("PL4_CuocThi_" + edition.id),
            number: "IV",
            title: words("KẾT QUẢ THAM GIA CUỘC THI VIẾT")
                + (isOnly ? "" : ": " + words.title(of: edition, in: scene.plan).uppercased()),
            columns: columns,
            rows: rows
        )
        sheet.unitLine = words("Đơn vị tính: bài, tác phẩm")
        sheet.frozenColumns = 2
        let name = words.title(of: edition, in: scene.plan) + ", "
        let limit = edition.maxWords.map { words(", tối đa \(words.whole($0)) từ") } ?? ""
        sheet.notes = [
            words("\(name)nhận bài \(words.span(edition.span))\(limit)."),
            !result.total.isCovered
                ? words.noEntries.capitalisedFirst + "."
                : words(
                    "Tổng số: \(words.counted(result.entries, "bài")), hợp lệ \(words.counted(result.valid, "bài")), \(words.counted(result.authors, "tác giả")); \(words.counted(result.unitsJoined, "đơn vị")) tham gia (từ \(words.counted(minimum, "bài")) hợp lệ trở lên)."
                ),
            result.total.isCovered ? words.particulars(result) : "",
            words(
                "Số tác giả, bài nhóm, đạt sơ khảo, vào chung khảo, gửi cấp trên và giải tính trên bài hợp lệ; bài viết và tác phẩm báo chí tính trên bài gửi."
            ),
        ].filter { !$0.isEmpty }
        return sheet
    }

    private var columns: [SheetColumn] {
        [
            .ordinal(words), SheetColumn(words("Đơn vị"), width: 32),
            SheetColumn(words("Số bài gửi"), width: 7, kind: .integer),
            SheetColumn(words("Hợp lệ"), width: 6, kind: .integer),
            SheetColumn(words("Không hợp lệ"), width: 7, kind: .integer),
            SheetColumn(words("Số tác giả"), width: 7, kind: .integer),
            SheetColumn(words("Bài nhóm tác giả"), width: 7, kind: .integer),
            SheetColumn(words("Bài viết"), group: words("Loại hình"), width: 7, kind: .integer),
            SheetColumn(
                words("Tác phẩm báo chí"),
                group: words("Loại hình"),
                width: 8,
                kind: .integer
            ),
            SheetColumn(words("Đạt sơ khảo"), width: 7, kind: .integer),
            SheetColumn(words("Gửi cấp trên"), width: 7, kind: .integer),
            SheetColumn(words("Vào chung khảo"), width: 7, kind: .integer),
        ]
            + Words.prizes.map {
                SheetColumn(words($0.name), group: words("Giải"), width: 6, kind: .integer)
            } + [
                SheetColumn(words("Nghi trùng"), width: 6, kind: .integer),
                SheetColumn(words("Bài/100 CBCCVC"), width: 8, kind: .decimal(places: 1)),
                SheetColumn(words("Tham gia"), width: 7, alignment: .centre),
            ]
    }

    private func row(_ unit: ContestUnit, _ minimum: Int) -> [SheetCell] {
        guard unit.isCovered else {
            let blanks = [SheetCell](repeating: .empty, count: columns.count - 3)
            return blanks + [.text(ReportNumbers.noData)]
        }
        let counts =
            [
                unit.entries, unit.valid, unit.invalid, unit.authors, unit.grouped, unit.articles,
                unit.press, unit.passed, unit.sentUp, unit.finalists,
            ] + Words.prizes.map { unit.prizes[$0.code] ?? 0 } + [unit.suspected]
        let staff = scene.roster.units[unit.unit].staff
        let perHundred = Words.perHundred(unit.entries, staff: staff)
            .map { $0.rounded(to: Precision.decimals(showing: $0)) }
        return counts.map { .integer($0) } + [.quantity(perHundred)] + [
            .text(unit.valid >= minimum ? words("Có") : words("Không"))
        ]
    }
}
