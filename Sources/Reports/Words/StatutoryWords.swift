internal import Judgement
internal import Model

/// Why figures of a statutory form are blank, as officials read it.
extension Words {
    /// How many different texts are quoted.
    private static let quoted = 5

    func text(_ remark: StatutoryResult.Remark, hidesTexts: Bool) -> String {
        let text =
            switch remark.gap {
            case .noRegister: self("chưa có sổ, danh sách nào của kỳ để lấy số liệu.")
            case .noLines:
                self(
                    "sổ của các đơn vị trong kỳ không có dòng nào thuộc cấp của biểu; có hay không do cơ quan lập biểu ghi."
                )
            case .blank(let field, let count):
                self("\(counted(count, "dòng")) chưa ghi \(name(field)).")
            case .unmatched(let field, let texts):
                self("\(name(field)) không có trong biểu\(list(texts, hidesTexts)).")
            case .outside(let field, let texts):
                self(
                    "không tính \(counted(texts.reduce(0) { $0 + $1.count }, "dòng")) có "
                        + "\(name(field)) ngoài các cột của biểu\(list(texts, hidesTexts))."
                )
            case .unsaid(let reason): sentence(term(reason))
            }
        guard !remark.rows.isEmpty else { return "- " + text.capitalisedFirst }
        return "- " + self("Mã số \(remark.rows.joined(separator: ", ")): \(text)")
    }

    private func sentence(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }

    private func list(_ texts: [StatutoryResult.Text], _ isHidden: Bool) -> String {
        guard !isHidden else { return "" }
        let shown = texts.prefix(Words.quoted).map { text in
            let plain = PlainText.withoutContacts(text.text, longest: 80)
            return "“\(plain)” (\(prose(text.count)))"
        }
        let rest = texts.count - shown.count
        return ": " + shown.joined(separator: ", ")
            + (rest > 0 ? self(" và \(prose(rest)) cách ghi khác") : "")
    }

    private func name(_ field: String) -> String {
        switch field {
        case "level": self("cấp phát động")
        case "scope": self("phạm vi")
        case "method": self("phương thức")
        case "term": self("ngày bắt đầu hoặc ngày kết thúc")
        case "award": self("danh hiệu, hình thức khen")
        case "kind": self("loại khen")
        case "class": self("nhóm đối tượng")
        case "subject": self("đối tượng")
        default: field
        }
    }
}
