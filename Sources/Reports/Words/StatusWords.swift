package import Judgement
internal import Model
internal import Plans

/// The words of statuses (domain.md 6.1) the same in every report.
extension Words {
    /// What a unit is asked for, softer where its duties are requested and not ordered (TX-06).
    func word(_ status: Status, isRequested: Bool = false) -> String {
        switch status {
        case .unmet where isRequested: self("Đề nghị quan tâm")
        case .late where isRequested: self("Hoàn thành sau hạn")
        default: term(status.label)
        }
    }

    /// A node's word: `Vượt chỉ tiêu` where a target is passed and not just reached.
    func word(_ node: NodeResult, isRequested: Bool = false) -> String {
        node.exceeded && node.status == .met
            ? self("Vượt chỉ tiêu") : word(node.status, isRequested: isRequested)
    }

    func word(_ status: SubmissionStatus, isRequested: Bool = false) -> String {
        status == .missing && isRequested ? self("Đề nghị gửi báo cáo") : term(status.label)
    }

    /// The word in so few letters that a row of indicators fits on a page; the sheet explains it.
    func letters(_ status: Status, isRequested: Bool = false) -> String {
        switch status {
        case .met: self("Đ")
        case .late: self("QH")
        case .pending: self("CH")
        case .unmet: isRequested ? self("ĐN") : self("CĐ")
        case .noData: self("KS")
        case .exempt: self("LT")
        case .notApplicable: self("KA")
        }
    }

    func letters(_ status: SubmissionStatus) -> String {
        switch status {
        case .onTime: self("ĐH")
        case .late: self("QH")
        case .pending: self("CH")
        case .missing: self("CB")
        case .notRequired: "–"
        case .closed: self("GT")
        }
    }

    /// What a status means, for legends.
    func meaning(_ status: Status) -> String {
        switch status {
        case .met: self("thực hiện đủ yêu cầu, trong hạn")
        case .late: self("thực hiện đủ yêu cầu nhưng sau hạn")
        case .pending: self("chưa đủ yêu cầu, thời hạn chưa hết")
        case .unmet: self("đã hết hạn mà chưa đủ yêu cầu")
        case .noData: self("đã hết hạn mà đơn vị chưa gửi số liệu; không coi là 0")
        case .exempt: self("không tính vào mẫu số (được miễn, đã giải thể, chưa thành lập)")
        case .notApplicable: self("trong kỳ không có đơn vị nào thuộc đối tượng")
        }
    }
}

extension CellStatus {
    /// How a cell with a unit's or node's result looks.
    package init(_ status: Status) {
        self =
            switch status {
            case .met: .met
            case .late: .late
            case .pending: .pending
            case .unmet: .unmet
            case .noData: .noData
            case .exempt: .exempt
            case .notApplicable: .notApplicable
            }
    }

    /// The look of a submission's standing.
    package init(_ status: SubmissionStatus) {
        self =
            switch status {
            case .onTime: .met
            case .late: .late
            case .pending: .pending
            case .missing: .unmet
            case .notRequired: .notApplicable
            case .closed: .exempt
            }
    }
}
