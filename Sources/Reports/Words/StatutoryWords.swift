internal import Judgement
internal import Model

/// Why figures of a statutory form are blank, as officials read it.
enum StatutoryWords {
    /// How many different texts are quoted.
    private static let quoted = 5

    static func text(_ remark: StatutoryResult.Remark, hidesTexts: Bool) -> String {
        let rows =
            remark.rows.isEmpty ? "" : "Mã số \(remark.rows.joined(separator: ", ")): "
        let text =
            switch remark.gap {
            case .noRegister: "chưa có sổ, danh sách nào của kỳ để lấy số liệu."
            case .noLines:
                "sổ của các đơn vị trong kỳ không có dòng nào thuộc cấp của biểu; có hay không do cơ quan lập biểu ghi."
            case .blank(let field, let count):
                "\(ReportNumbers.counted(count, "dòng")) chưa ghi \(name(field))."
            case .unmatched(let field, let texts):
                "\(name(field)) không có trong biểu\(list(texts, hidesTexts))."
            case .outside(let field, let texts):
                "không tính \(ReportNumbers.counted(texts.reduce(0) { $0 + $1.count }, "dòng")) có "
                    + "\(name(field)) ngoài các cột của biểu\(list(texts, hidesTexts))."
            case .unsaid(let reason): reason.hasSuffix(".") ? reason : reason + "."
            }
        return "- " + (rows.isEmpty ? text.prefix(1).uppercased() + text.dropFirst() : rows + text)
    }

    private static func list(_ texts: [StatutoryResult.Text], _ isHidden: Bool) -> String {
        guard !isHidden else { return "" }
        let shown = texts.prefix(quoted).map { text in
            let plain = Privacy.withoutContacts(PlainText.line(text.text, longest: 80))
            return "“\(plain)” (\(ReportNumbers.prose(text.count)))"
        }
        let rest = texts.count - shown.count
        return ": " + shown.joined(separator: ", ")
            + (rest > 0 ? " và \(ReportNumbers.prose(rest)) cách ghi khác" : "")
    }

    private static func name(_ field: String) -> String {
        switch field {
        case "level": "cấp phát động"
        case "scope": "phạm vi"
        case "method": "phương thức"
        case "term": "ngày bắt đầu hoặc ngày kết thúc"
        case "award": "danh hiệu, hình thức khen"
        case "kind": "loại khen"
        case "class": "nhóm đối tượng"
        case "subject": "đối tượng"
        default: field
        }
    }
}
