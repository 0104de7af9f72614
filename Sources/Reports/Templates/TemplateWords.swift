internal import Judgement
internal import Model
internal import Plans

/// What people read about a column: what may stand in it, and an example.
struct TemplateWords {
    let template: FormTemplate

    /// The letters that a text may have; longer ones are cut by other programs on the way.
    static let longestText = 4000

    /// Whether a column has to be filled in: what the form requires, and the period of a form whose
    /// rows have no date of their own.
    func isRequired(_ field: Int) -> Bool {
        let form = template.form
        return form.fields[field].isRequired
            || (field == form.periodField && form.datingField == nil)
    }

    /// How to write a cell, in a sentence.
    func instruction(_ index: Int) -> String {
        let field = template.form.fields[index]
        if index == template.form.unitField {
            return "Mã đơn vị theo danh mục (trang \(TemplateLists.sheetName))."
        }
        switch field.type {
        case .text:
            return
                "Ghi bằng chữ, tối đa \(Words.vietnamese.whole(TemplateWords.longestText)) ký tự."
        case .url: return "Địa chỉ trang, bắt đầu bằng https://"
        case .int:
            return field.isKey
                ? "Số nguyên, chỉ ghi chữ số."
                : "Số nguyên, chỉ ghi chữ số. Chưa có số liệu thì để trống; trống khác với 0."
        case .decimal: return "Số, có thể có phần thập phân."
        case .yesNo: return "Chọn Có hoặc Không; chưa rõ thì để trống."
        case .date: return "Ngày/tháng/năm, ví dụ \(sampleDay.slashed)."
        case .period:
            return index == template.form.periodField
                ? "Chọn kỳ trong danh sách." : "Ghi như Năm 2024, Quý I/2024, 2023-2025."
        case .enum: return "Chọn một giá trị trong danh sách."
        }
    }

    /// What else a column decides.
    func remark(_ index: Int) -> String? {
        let field = template.form.fields[index]
        if field.isDating { return "Ngày này cho biết dòng thuộc kỳ nào và có đúng hạn không." }
        if index == template.form.unitField || index == template.form.periodField { return nil }
        if field.isKey {
            return "Cột nhận biết: hai dòng giống nhau ở các cột nhận biết chỉ tính một lần."
        }
        return nil
    }

    /// The values of a list, as long as they can be read at a glance.
    func values(_ index: Int) -> String? {
        let field = template.form.fields[index]
        guard field.type == .enum else { return nil }
        return field.values.compactMap(\.labels.first).joined(separator: " · ")
    }

    func example(_ index: Int) -> String {
        let field = template.form.fields[index]
        if index == template.form.unitField { return template.units.first?.id ?? "" }
        if let known = TemplateWords.examples[field.code] { return known }
        switch field.type {
        case .text: return ""
        case .url: return "https://donvi.gov.vn/guong-dien-hinh"
        case .int: return field.code == "birth_year" ? "1985" : "12"
        case .decimal: return "8,5"
        case .yesNo: return "Có"
        case .date: return sampleDay.slashed
        case .period: return template.periods(index).first ?? "2023-2025"
        case .enum: return field.values.first?.labels.first ?? ""
        }
    }

    /// The word for a column's type.
    func type(_ index: Int) -> String {
        switch template.form.fields[index].type {
        case .text: "Chữ"
        case .url: "Địa chỉ"
        case .int: "Số nguyên"
        case .decimal: "Số"
        case .yesNo: "Có/Không"
        case .date: "Ngày"
        case .period: "Kỳ"
        case .enum: "Danh sách"
        }
    }

    /// A day inside the window whose day and month cannot be taken for each other.
    private var sampleDay: Day {
        let year = template.scene.window.year
        return Day(year: year, month: 4, day: 25) ?? template.scene.window.span.from
    }

    private static let examples = [
        "name": "Nguyễn Văn A", "authors": "Nguyễn Văn A; Trần Thị B",
        "title": "Người giữ lửa phong trào", "plan_number": "12/KH-UBND", "number": "12/KH-UBND",
        "document_number": "05/TTr-UBND", "decision_number": "105/QĐ-UBND",
        "subject_name": "Trần Thị B", "minutes": "02/BB", "entry_id": "01",
    ]
}
