internal import Judgement
internal import Model

/// Figures as officials read them in a comparison.
struct FigureWords {
    let report: FigureComparison.Report

    /// The name of a figure in the middle of a line; a measure's is its id in the plan.
    static func name(_ change: FigureChange) -> String {
        if case .measure(let measure, _) = change.subject { return measure }
        return name(change.part)
    }

    private static func name(_ part: FigurePart) -> String {
        switch part {
        case .value: "giá trị"
        case .numerator: "tử số"
        case .denominator: "mẫu số"
        case .percent: "tỷ lệ"
        case .nodesMet: "số cấp dưới đạt"
        case .nodes: "số cấp dưới"
        case .status: "kết quả"
        case .submission: "báo cáo"
        case .entries: "bài dự thi"
        case .valid: "bài hợp lệ"
        case .invalid: "bài không hợp lệ"
        case .authors: "tác giả"
        case .unitsJoined: "đơn vị tham gia"
        case .files: "tệp"
        case .accepted: "tệp đọc được"
        case .rejected: "tệp bị loại"
        case .rows: "dòng"
        case .rowsRejected: "dòng bị loại"
        }
    }

    /// A unit by its name; a node of the report is told from others by its id.
    func unit(_ id: String) -> String {
        report.units[id].map { "\(PlainText.line($0)) (\(id))" } ?? id
    }

    /// A figure: `84`, `96,6%`, `Chưa đạt`, `…` for no data.
    func value(_ value: FigureValue, _ part: FigurePart, of subject: FigureSubject) -> String {
        switch value {
        case .absent: return "không có"
        case .noData: return ReportNumbers.noData
        case .number(let number):
            return FigureWords.number(number, isShare: part == .percent)
                + (part == .percent ? "%" : "")
        case .code(let code):
            let isRequested = subject.unit.map { report.requested.contains($0) } ?? false
            if part == .submission {
                return SubmissionStatus(rawValue: code).map {
                    Words.vietnamese.word($0, isRequested: isRequested)
                } ?? code
            }
            if code == "exceeded" { return "Vượt chỉ tiêu" }
            return Status(rawValue: code).map {
                Words.vietnamese.word($0, isRequested: isRequested)
            } ?? code
        }
    }

    /// A change: `84 → 86 (+2)`, `Chưa đạt → Đạt`.
    func change(
        _ before: FigureValue,
        _ after: FigureValue,
        _ part: FigurePart,
        of subject: FigureSubject
    ) -> String {
        let text = value(before, part, of: subject) + " → " + value(after, part, of: subject)
        guard let difference = before.difference(to: after) else { return text }
        return text + " (\(FigureWords.signed(difference, part)))"
    }

    /// What a cause made of a figure: `+2`, or `Chưa đạt → Đạt`.
    func contribution(
        _ before: FigureValue,
        _ after: FigureValue,
        _ part: FigurePart,
        of subject: FigureSubject
    ) -> String {
        before.difference(to: after).map { FigureWords.signed($0, part) }
            ?? value(before, part, of: subject) + " → " + value(after, part, of: subject)
    }

    /// A difference with its sign: `+2`, `-1,5`.
    static func signed(_ number: Quantity, _ part: FigurePart) -> String {
        (number > .zero ? "+" : "") + self.number(number, isShare: part == .percent)
    }

    /// All decimals that are published: rounded differences would not add up.
    private static func number(_ number: Quantity, isShare: Bool) -> String {
        let digits =
            isShare
            ? number.rounded(decimals: 1, fixed: true) : number.rounded(decimals: 6)
        let parts = digits.split(separator: ".")
        let isNegative = digits.hasPrefix("-")
        guard let whole = parts.first.flatMap({ Int($0.drop { $0 == "-" }) }) else { return digits }
        return (isNegative ? "-" : "") + Words.vietnamese.whole(whole)
            + (parts.count > 1 ? "," + parts[1] : "")
    }
}
