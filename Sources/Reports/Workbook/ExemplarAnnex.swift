internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// `PL3_DienHinh`: the exemplars of the window, from the register.
struct ExemplarAnnex {
    let frame: ReportFrame
    private var words: Words { frame.words }
    /// The proposals that name each exemplar, by its place in the register.
    private let proposals: [Register.Place: [RecordSet.RecordPlace]]

    init(frame: ReportFrame) {
        self.frame = frame
        proposals = Dictionary(
            frame.judgement.records.trails.map { trail in
                let place = Register.Place(
                    unit: trail.unit,
                    batch: trail.batch,
                    record: trail.record
                )
                return (place, trail.proposals)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    var sheet: Sheet {
        var listed: [Register.Place] = []
        var emerging = 0
        var rejected = 0
        var rows: [SheetRow] = []
        let proposed = Register("proposal", frame)
        if let register = Register("exemplar", frame) {
            let places = register.places
            listed = places.filter { register.code("status", $0) != "rejected" }
            emerging = listed.count { register.code("status", $0) == "emerging" }
            rejected = places.count - listed.count
            rows = listed.enumerated().map { row($0 + 1, $1, register, proposed) }
        }
        var sheet = frame.annex(
            "PL3_DienHinh",
            number: "III",
            title: words("DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN, NGƯỜI TỐT, VIỆC TỐT"),
            columns: columns,
            rows: rows
        )
        sheet.frozenColumns = 2
        sheet.hasAutofilter = !rows.isEmpty
        // The report tells the two apart as well.
        let exemplars = words.counted(listed.count - emerging, "điển hình")
        sheet.notes = [
            emerging == 0
                ? words("Tổng số: \(exemplars).")
                : words("Tổng số: \(exemplars) và \(words.counted(emerging, "nhân tố mới")).")
        ]
        if rejected > 0 {
            sheet.notes.append(
                words(
                    "Không gồm \(words.counted(rejected, "trường hợp")) có trạng thái “Không đạt”."
                )
            )
        }
        if frame.anonymise {
            sheet.notes.append(words("Họ tên đã được viết tắt; không in nội dung do đơn vị ghi."))
        }
        return sheet
    }

    private var columns: [SheetColumn] {
        [
            .ordinal(words),
            SheetColumn(words("Họ và tên/Tên tập thể"), width: 20),
            SheetColumn(words("Đối tượng"), width: 9, alignment: .centre),
            SheetColumn(words("Đơn vị giới thiệu"), width: 18),
            SheetColumn(words("Chức vụ, đơn vị công tác"), width: 17),
            SheetColumn(words("Lĩnh vực, phong trào"), width: 15),
            SheetColumn(words("Tóm tắt thành tích"), width: 26),
            SheetColumn(words("Cấp công nhận"), width: 12, alignment: .centre),
            SheetColumn(words("Số QĐ công nhận"), width: 12, alignment: .centre),
            SheetColumn(words("Ngày QĐ"), width: 11, kind: .date),
            SheetColumn(words("Trạng thái"), width: 12, alignment: .centre),
            SheetColumn(words("Đề nghị cấp trên"), width: 13, alignment: .centre),
            SheetColumn(words("Bài tuyên truyền"), width: 14),
            SheetColumn(words("Ghi chú"), width: 14),
        ]
    }

    private func row(
        _ number: Int,
        _ place: Register.Place,
        _ register: Register,
        _ proposed: Register?
    ) -> SheetRow {
        let isCollective = register.code("subject", place) == "collective"
        return SheetRow([
            .integer(number),
            .text(isCollective ? register.name("name", place) : register.person("name", place)),
            .text(register.label("subject", place)),
            .text(frame.judgement.scene.name(of: place.unit)),
            .text(register.joined(["position", "workplace"], place)),
            .text(register.joined(["field", "movement"], place)),
            .text(register.text("summary", place)),
            .text(level(place, register)), .text(register.text("decision_number", place)),
            .date(register.day("decided_on", place)), .text(register.label("status", place)),
            .text(proposed.map { levels(place, $0) } ?? ""),
            .text(register.text("post_link", place)),
            .text(register.text("note", place)),
        ])
    }

    /// The levels that an exemplar was proposed to, each once.
    private func levels(_ place: Register.Place, _ register: Register) -> String {
        var levels: [String] = []
        for proposal in proposals[place] ?? [] {
            let level = level(
                Register.Place(unit: place.unit, batch: proposal.batch, record: proposal.record),
                register
            )
            if !level.isEmpty, !levels.contains(level) { levels.append(level) }
        }
        return levels.joined(separator: "; ")
    }

    /// What the plan calls a record's level, or else the form.
    private func level(_ place: Register.Place, _ register: Register) -> String {
        register.code("level", place).flatMap(frame.levelName) ?? register.label("level", place)
    }
}
