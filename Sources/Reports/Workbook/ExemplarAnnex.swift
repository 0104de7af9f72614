internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// `PL3_DienHinh`: the exemplars of the window, from the register.
struct ExemplarAnnex {
    let frame: ReportFrame

    /// Nobody reads on paper beyond this; the exact number is printed.
    private static let longest = 20_000

    private struct Place {
        var unit: Int
        var batch: Int
        var record: Int
    }

    private var scene: Scene { frame.judgement.scene }

    var sheet: Sheet {
        let plan = scene.plan
        let index = plan.forms.index(of: "exemplar")
        var places: [Place] = []
        var rejected = 0
        if let index { (places, rejected) = find(index) }
        var rows: [SheetRow] = []
        if let index {
            rows = places.prefix(ExemplarAnnex.longest).enumerated()
                .map { row($0 + 1, $1, index, plan.forms.forms[index]) }
        }
        var sheet = frame.annex(
            "PL3_DienHinh",
            number: "III",
            title: "DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN, NGƯỜI TỐT, VIỆC TỐT",
            columns: columns,
            rows: rows
        )
        sheet.frozenColumns = 2
        sheet.notes = ["Tổng số: \(ReportNumbers.counted(places.count, "điển hình"))."]
        if places.count > ExemplarAnnex.longest {
            sheet.notes.append(
                "Bảng in \(ReportNumbers.whole(ExemplarAnnex.longest)) điển hình đầu tiên để dễ đọc."
            )
        }
        if rejected > 0 {
            sheet.notes.append(
                "Không gồm \(ReportNumbers.counted(rejected, "trường hợp")) có trạng thái “Không đạt”."
            )
        }
        if frame.anonymise { sheet.notes.append("Họ tên đã được viết tắt; không in thành tích.") }
        return sheet
    }

    private var columns: [SheetColumn] {
        [
            .ordinal,
            SheetColumn("Họ và tên/Tên tập thể", width: 22),
            SheetColumn("Đối tượng", width: 9, alignment: .centre),
            SheetColumn("Đơn vị giới thiệu", width: 20),
            SheetColumn("Chức vụ, đơn vị công tác", width: 22),
            SheetColumn("Lĩnh vực, phong trào", width: 18),
            SheetColumn("Tóm tắt thành tích", width: 30),
            SheetColumn("Cấp công nhận", width: 11, alignment: .centre),
            SheetColumn("Số QĐ công nhận", width: 13, alignment: .centre),
            SheetColumn("Ngày QĐ", width: 11, kind: .date),
        ]
    }

    /// The records of the window, unit by unit; and how many were found wanting.
    private func find(_ index: Int) -> (places: [Place], rejected: Int) {
        let calendar = scene.plan.calendar
        let window = scene.window.span
        let form = scene.plan.forms.forms[index]
        let status = form.index(of: "status")
        let isListed = Set(scene.units)
        var places: [Place] = []
        var rejected = 0
        for (number, resolved) in frame.judgement.records.forms[index].enumerated() {
            let batch = resolved.batch
            for record in 0..<batch.count where resolved.counts[record] {
                let unit = Int(batch.units[record])
                guard isListed.contains(unit) else { continue }
                let isInside =
                    batch.explicitPeriod(record).map { window.contains(calendar.span($0)) }
                    ?? window.contains(
                        Day(
                            number: resolved.receipts.isEmpty
                                ? batch.days[record] : resolved.receipts[record]
                        )
                    )
                guard isInside else { continue }
                if let status, let code = batch.code(status, record),
                    form.fields[status].values[code].code == "rejected"
                {
                    rejected += 1
                    continue
                }
                places.append(Place(unit: unit, batch: number, record: record))
            }
        }
        places.sort { ($0.unit, $0.batch, $0.record) < ($1.unit, $1.batch, $1.record) }
        return (places, rejected)
    }

    private func row(_ number: Int, _ place: Place, _ index: Int, _ form: Form) -> SheetRow {
        let batch = frame.judgement.records.forms[index][place.batch].batch
        func text(_ code: String) -> String {
            guard let field = form.index(of: code) else { return "" }
            let words = batch.text(field, place.record).split(whereSeparator: \.isWhitespace)
            return Privacy.withoutContacts(words.joined(separator: " "))
        }
        func label(_ code: String) -> String {
            guard let field = form.index(of: code), let value = batch.code(field, place.record)
            else { return "" }
            return form.fields[field].values[value].labels.first ?? ""
        }
        func joined(_ codes: String...) -> String {
            codes.map(text).filter { !$0.isEmpty }.joined(separator: ", ")
        }
        let isCollective =
            form.index(of: "subject").flatMap { field in
                batch.code(field, place.record).map { form.fields[field].values[$0].code }
            } == "collective"
        return SheetRow([
            .integer(number), .text(isCollective ? text("name") : frame.person(text("name"))),
            .text(label("subject")), .text(scene.roster.units[place.unit].name),
            .text(joined("position", "workplace")), .text(joined("field", "movement")),
            .text(frame.anonymise ? "" : text("summary")), .text(label("level")),
            .text(text("decision_number")),
            .date(form.index(of: "decided_on").flatMap { batch.day($0, place.record) }),
        ])
    }
}
