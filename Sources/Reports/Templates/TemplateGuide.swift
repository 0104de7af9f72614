internal import Judgement
internal import Model
internal import Plans

/// The sheet `Hướng dẫn`: how to fill a template in, save it and hand it in.
struct TemplateGuide {
    let template: FormTemplate
    /// The name of the sheet to fill in.
    let sheetName: String

    var sheet: Sheet {
        Sheet(
            name: "Hướng dẫn",
            tabColour: .orange,
            titles: ["HƯỚNG DẪN ĐIỀN VÀ GỬI BIỂU"],
            subtitle: template.form.name,
            columns: [
                .ordinal(.vietnamese),
                SheetColumn("Cột", width: 28),
                SheetColumn("Bắt buộc", width: 9, alignment: .centre),
                SheetColumn("Kiểu", width: 10),
                SheetColumn("Cách ghi", width: 52),
                SheetColumn("Ví dụ", width: 22),
            ],
            numbersColumns: false,
            rows: steps + columns
        )
    }

    private var steps: [SheetRow] {
        var texts = [
            "Điền vào trang \"\(sheetName)\", mỗi bản ghi một dòng. Không sửa, không gộp dòng tiêu đề; không xóa, không đổi chỗ trang.",
            "Cột có dấu (*) là bắt buộc. Ô có mũi tên thì chọn trong danh sách; di chuột vào ô để xem cách ghi.",
            "Ô trống nghĩa là chưa có số liệu, khác với số 0."
                + (hasOthersRows
                    ? " Dòng của đơn vị chưa báo cáo thì xóa đi trước khi gửi: dòng để lại được hiểu là đơn vị ấy đã báo cáo."
                    : ""),
            "Lưu để gửi: đang mở trang \"\(sheetName)\", chọn Tệp > Lưu thành (File > Save As), kiểu \"CSV UTF-8 (Comma delimited) (*.csv)\". Excel chỉ lưu trang đang mở; vẫn giữ tệp Excel để sửa về sau.",
            "Đặt tên tệp không dấu, ví dụ \(fileName), và gửi vào thư mục submissions/<ngày nhận>/\(unitID)/, ví dụ submissions/\(sampleFolder)/\(unitID)/\(fileName).",
            "Sai thì sửa rồi gửi lại cả tệp cùng tên: bản sau thay bản trước, không bị cộng hai lần.",
        ]
        let deadlines = template.deadlines
        if !deadlines.isEmpty {
            texts.append("Thời hạn gửi – " + deadlines.joined(separator: "; ") + ".")
        }
        return [SheetRow(.group, [.text("I. CÁCH ĐIỀN, LƯU VÀ GỬI")])]
            + texts.enumerated().map { index, text in
                SheetRow([.text("\(index + 1)"), SheetCell(.text(text), span: 5)])
            }
    }

    private var columns: [SheetRow] {
        let words = TemplateWords(template: template)
        return [SheetRow(.group, [.text("II. CÁC CỘT CỦA BIỂU")])]
            + template.columns.enumerated().map { number, column in
                guard case .field(let index) = column else {
                    return SheetRow([
                        .text("\(number + 1)"), .text(template.heading(column)), .empty,
                        .text("Chữ"),
                        .text("Để tiện theo dõi; đơn vị được nhận biết bằng mã."), .empty,
                    ])
                }
                let instruction = [
                    words.instruction(index), words.values(index).map { "Gồm: \($0)." },
                    words.remark(index),
                ]
                return SheetRow([
                    .text("\(number + 1)"), .text(template.heading(column)),
                    .text(words.isRequired(index) ? "Có" : ""), .text(words.type(index)),
                    .text(instruction.compactMap(\.self).joined(separator: " ")),
                    .text(words.example(index)),
                ])
            }
    }

    /// Whether rows of several units stand there already.
    private var hasOthersRows: Bool { template.reportingUnits.count > 1 }

    private var unitID: String {
        template.isForUnit
            ? template.scene.roster.units[template.scene.root].id : "<mã đơn vị>"
    }

    private var fileName: String {
        let form = template.form.id.map { $0 == "_" ? "-" : $0 }
        return String(form) + "-\(template.scene.window.id).csv"
    }

    /// A day by which the registry could stamp the file: the last one of the window.
    private var sampleFolder: String { template.scene.window.span.to.iso }
}
