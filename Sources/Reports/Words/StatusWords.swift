internal import Judgement
internal import Model
internal import Plans

/// The words of statuses (domain.md 6.1) and their colours, the same in every report.
enum StatusWords {
    /// What a unit is asked for, softer where its duties are requested and not ordered (TX-06).
    static func word(_ status: Status, isRequested: Bool = false) -> String {
        switch status {
        case .unmet where isRequested: "Đề nghị quan tâm"
        case .late where isRequested: "Hoàn thành sau hạn"
        default: status.label
        }
    }

    /// A node's word: `Vượt chỉ tiêu` where a target is passed and not just reached.
    static func word(_ node: NodeResult, isRequested: Bool = false) -> String {
        node.exceeded && node.status == .met
            ? "Vượt chỉ tiêu" : word(node.status, isRequested: isRequested)
    }

    static func word(_ status: SubmissionStatus, isRequested: Bool = false) -> String {
        status == .missing && isRequested ? "Đề nghị gửi báo cáo" : status.label
    }

    /// The word in so few letters that a row of indicators fits on a page; the sheet explains it.
    static func letters(_ status: Status, isRequested: Bool = false) -> String {
        switch status {
        case .met: "Đ"
        case .late: "QH"
        case .pending: "CH"
        case .unmet: isRequested ? "ĐN" : "CĐ"
        case .noData: "KS"
        case .exempt: "LT"
        case .notApplicable: "KA"
        }
    }

    static func letters(_ status: SubmissionStatus) -> String {
        switch status {
        case .onTime: "ĐH"
        case .late: "QH"
        case .pending: "CH"
        case .missing: "CB"
        case .notRequired: "–"
        case .closed: "GT"
        }
    }

    /// What a status means, for legends.
    static func meaning(_ status: Status) -> String {
        switch status {
        case .met: "thực hiện đủ yêu cầu, trong hạn"
        case .late: "thực hiện đủ yêu cầu nhưng sau hạn"
        case .pending: "chưa đủ yêu cầu, thời hạn chưa hết"
        case .unmet: "đã hết hạn mà chưa đủ yêu cầu"
        case .noData: "đã hết hạn mà đơn vị chưa gửi số liệu; không coi là 0"
        case .exempt: "không tính vào mẫu số (được miễn, đã giải thể, chưa thành lập)"
        case .notApplicable: "trong kỳ không có đơn vị nào thuộc đối tượng"
        }
    }

    static func cell(_ status: Status) -> CellStatus {
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

    static func cell(_ status: SubmissionStatus) -> CellStatus {
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
