internal import Judgement
internal import Model
internal import Plans

/// `PL8_VanBan`: the documents that units issued in the window, from the register.
struct DocumentAnnex {
    let frame: ReportFrame
    private var words: Words { frame.words }

    private var scene: Scene { frame.judgement.scene }

    var sheets: [Sheet] {
        guard let register = Register("document", frame) else { return [] }
        let places = register.places
        let inTime = register.timeliness
        var sheet = frame.annex(
            "PL8_VanBan",
            number: "VIII",
            title: words("DANH MỤC VĂN BẢN ĐÃ BAN HÀNH"),
            columns: [
                .ordinal(words),
                SheetColumn(words("Đơn vị"), width: 30),
                SheetColumn(words("Loại"), width: 18),
                SheetColumn(words("Số, ký hiệu"), width: 22),
                SheetColumn(words("Ngày"), width: 11, kind: .date),
                SheetColumn(words("Trích yếu"), width: 56),
                SheetColumn(words("Trong hạn"), width: 9, alignment: .centre),
            ],
            rows: places.enumerated().map { number, place in
                SheetRow([
                    .integer(number + 1), .text(scene.name(of: place.unit)),
                    .text(register.label("kind", place)), .text(register.text("number", place)),
                    .date(register.day("issued_on", place)),
                    .text(register.text("summary", place)),
                    inTime[place].map {
                        $0 ? .status(.met, words("Có")) : .status(.late, words("Không"))
                    }
                        ?? SheetCell.text("–").aligned(.centre),
                ])
            }
        )
        sheet.emptyText = words("Chưa có văn bản trong kỳ.")
        sheet.frozenColumns = 2
        sheet.hasAutofilter = !places.isEmpty
        let late = places.count { inTime[$0] == false }
        sheet.notes = [
            late == 0
                ? words(
                    "Tổng số: \(words.counted(places.count, "văn bản")), không có văn bản ban hành sau hạn."
                )
                : words(
                    "Tổng số: \(words.counted(places.count, "văn bản")), trong đó ban hành sau hạn \(words.prose(late))."
                ),
            words(
                "Trong hạn: so với hạn của chỉ tiêu tính đến văn bản ấy; dấu –: không có chỉ tiêu nào đặt hạn cho văn bản ấy."
            ),
        ]
        if frame.anonymise { sheet.notes.append(words("Không in trích yếu.")) }
        return [sheet]
    }
}
