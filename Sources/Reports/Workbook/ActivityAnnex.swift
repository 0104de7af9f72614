internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// `PL9_HoatDong`: what each unit held and published in the window, from the registers.
struct ActivityAnnex {
    let frame: ReportFrame
    private var words: Words { frame.words }

    private var scene: Scene { frame.judgement.scene }

    /// The columns before those of the sessions, by the codes of the field `kind`.
    private static let kinds: [(heading: Phrase, width: Double, codes: Set<String>)] = [
        ("Quán triệt", 7, ["dissemination"]), ("Tập huấn", 7, ["training"]),
        ("Kiểm tra", 7, ["inspection"]), ("Tọa đàm, giao lưu", 8, ["talk", "exchange"]),
        ("Tham quan", 7, ["visit"]), ("Hội nghị", 7, ["conference"]),
    ]

    var sheet: Sheet {
        let activities = Register("activity", frame)
        let media = Register("media", frame)
        let held = activities?.places ?? []
        let posted = (media?.places ?? []).filter { place in
            media?.code("kind", place).map(PeriodFigures.posts.contains) ?? false
        }
        let parts = parts
        var counts: [Int: [Int]] = [:]
        let width = ActivityAnnex.kinds.count + 1 + parts.count
        func add(_ column: Int, _ unit: Int) {
            counts[unit, default: [Int](repeating: 0, count: width)][column] += 1
        }
        for place in held {
            guard let code = activities?.code("kind", place) else { continue }
            if let column = ActivityAnnex.kinds.firstIndex(where: { $0.codes.contains(code) }) {
                add(column, place.unit)
            } else if code == "session", let day = activities?.day("held_on", place),
                let part = parts.firstIndex(where: { $0.span.contains(day) })
            {
                add(ActivityAnnex.kinds.count + 1 + part, place.unit)
            }
        }
        for place in posted { add(ActivityAnnex.kinds.count, place.unit) }
        return sheet(counts, parts)
    }

    /// The months of the window; the years of a stage.
    private var parts: [Window] {
        let calendar = scene.plan.calendar
        if case .years(let from, let to) = scene.window.period {
            return (from...to).map { calendar.window(.year($0)) }
        }
        return calendar.parts(of: scene.window.span, months: 1)
    }

    private func sheet(_ counts: [Int: [Int]], _ parts: [Window]) -> Sheet {
        let sessions = words("Buổi tuyên truyền")
        let columns: [SheetColumn] =
            [.ordinal(words), SheetColumn(words("Đơn vị"), width: 34)]
            + ActivityAnnex.kinds.map {
                SheetColumn(words($0.heading), width: $0.width, kind: .integer)
            }
            + [SheetColumn(words("Tin, bài"), width: 7, kind: .integer)]
            + parts.map {
                SheetColumn(short($0), group: sessions, width: 5, kind: .integer)
            }
            + [SheetColumn(words("Cộng"), group: sessions, width: 7, kind: .integer)]
        let first = 3 + ActivityAnnex.kinds.count
        let groups = UnitGroups(scene, words, of: scene.subtree.filter { counts[$0] != nil })
        var rows = groups.rows(
            columns: columns.count,
            summed: Set(2..<columns.count),
            name: { scene.name(of: $0) },
            row: { unit in
                let own = counts[unit] ?? []
                let sum = own.suffix(parts.count).reduce(0, +)
                return own.map { .integer($0) } + [.integer(sum)]
            }
        )
        for index in rows.indices where rows[index].kind == .data {
            let months = CellBlock(columns: first...(columns.count - 2), rows: index...index)
            guard case .integer(let sum) = rows[index].cells[columns.count - 1].value else {
                continue
            }
            rows[index].cells[columns.count - 1] = .formula(
                .across(months),
                cached: Quantity(sum)
            )
        }
        var sheet = frame.annex(
            "PL9_HoatDong",
            number: "IX",
            title: words("TỔNG HỢP HOẠT ĐỘNG"),
            columns: columns,
            rows: counts.isEmpty ? [] : rows
        )
        sheet.emptyText = words("Chưa có hoạt động trong kỳ.")
        sheet.unitLine = words("Đơn vị tính: lần, tin, bài, buổi")
        sheet.frozenColumns = 2
        sheet.notes = [
            words(
                "Đếm ở danh sách hoạt động và danh sách tin, bài (gồm cả phóng sự, bài trên mạng xã hội); số tự khai trong báo cáo của đơn vị ở PL2_SoLieu. Đơn vị không có trong bảng là chưa gửi danh sách nào trong kỳ."
            )
        ]
        return sheet
    }

    /// `T5` for a month, the year for a year.
    private func short(_ part: Window) -> String {
        if case .month(_, let month) = part.period { return words("T\(month)") }
        return String(part.period.year)
    }
}
