internal import Judgement
internal import Model

/// Causes as officials read them.
struct CauseWords {
    let comparison: FigureComparison

    /// How many files are named of several that were taken together.
    private static let named = 3

    /// The sort of cause: what changes are summed by.
    static func kind(_ kind: ComparisonCause.Kind) -> String {
        switch kind {
        case .program: "phiên bản chương trình"
        case .time: "thời gian"
        case .plan: "kế hoạch"
        case .roster: "danh mục đơn vị"
        case .moved: "bài nộp đổi chỗ"
        case .withdrawn: "bài nộp bị rút"
        case .notYetReceived: "bài nộp chưa nhận lúc ấy"
        case .corrected: "bài nộp chỉnh lý"
        case .submitted: "bài nộp mới"
        case .late: "bài nộp quá hạn"
        case .decision: "quyết định"
        }
    }

    /// The cause in one line: what, which, when.
    func title(_ cause: ComparisonCause) -> String {
        let kind = CauseWords.kind(cause.kind)
        switch cause.subject {
        case .program(let run, let version, let present):
            return version == present
                ? "Bản đã công bố của lần chạy \(run) khác với số liệu tính lại từ sổ nhận bằng cùng phiên "
                    + "bản \(present): tệp results.json có thể đã bị sửa"
                : "Phiên bản chương trình: lần chạy \(run) dùng \(version), tính lại bằng \(present)"
        case .recordDates(let from, let to):
            return from < to
                ? "Thời gian: dòng ghi ngày đến hết \(to.day.slashed) nay được tính"
                : "Thời gian: dòng ghi ngày sau \(to.day.slashed) chưa được tính"
        case .dueDays(let from, let to):
            return from < to
                ? "Thời gian: hạn, tháng đã qua đến ngày \(to.day.slashed)"
                : "Thời gian: hạn, tháng chưa qua vào ngày \(to.day.slashed)"
        case .plan: return "Kế hoạch: plan.yaml đã sửa"
        case .roster(let file, _): return "Danh mục đơn vị: \(file) đã sửa"
        case .submissions(let changes):
            guard changes.count == 1, let change = changes.first else {
                return CauseWords.capitalised(kind)
                    + ": \(Words.vietnamese.counted(changes.count, "tệp"))"
            }
            return CauseWords.capitalised(kind) + ": " + file(change)
        case .decision(let change):
            return "Quyết định số \(change.number) ngày \(change.date.slashed)"
        case .decisionOrder: return "Quyết định: các dòng của decisions.csv đổi thứ tự"
        }
    }

    /// The cause by which it is known again under a figure.
    func shortTitle(_ cause: ComparisonCause) -> String {
        guard case .submissions(let changes) = cause.subject, changes.count == 1,
            let change = changes.first
        else { return title(cause) }
        return CauseWords.capitalised(CauseWords.kind(cause.kind)) + " "
            + CauseWords.path(change.path) + ", nhận \(change.received.slashed)"
    }

    /// What more there is to know: once, in the list of causes.
    func details(_ cause: ComparisonCause) -> [String] {
        switch cause.subject {
        case .program, .recordDates, .dueDays, .plan, .decisionOrder: return []
        case .roster(_, let changes): return changes
        case .submissions(let changes):
            guard changes.count == 1, let change = changes.first else { return [] }
            return [rows(change)]
        case .decision(let change):
            let fate =
                switch change.fate {
                case .came: "mới"
                case .removed: "không còn trong decisions.csv"
                case .ended: "không có hiệu lực vào ngày của lần sau"
                case .changed: "nội dung đã sửa"
                }
            return [fate] + change.effects
        }
    }

    /// Of causes that stand for several files, those that concern a figure.
    func files(_ cause: ComparisonCause, of subject: FigureSubject) -> String? {
        guard case .submissions(let changes) = cause.subject, changes.count > 1 else { return nil }
        let own = changes.filter { change in
            subject.unit.map { change.units.contains($0) } ?? true
        }
        guard !own.isEmpty else { return nil }
        let names = own.prefix(CauseWords.named).map { change in
            "\(CauseWords.path(change.path)), nhận \(change.received.slashed)"
        }
        let shown = names.joined(separator: "; ")
        let rest = own.count - CauseWords.named
        return "\(Words.vietnamese.counted(own.count, "tệp")) có liên quan: \(shown)"
            + (rest > 0 ? " và \(Words.vietnamese.counted(rest, "tệp")) khác" : "")
    }

    private static func path(_ path: String) -> String {
        PlainText.withoutContacts(path)
    }

    private func file(_ change: SubmissionChange) -> String {
        var text = CauseWords.path(change.path)
        if let former = change.formerPath { text += " (trước là \(CauseWords.path(former)))" }
        text += ", nhận ngày \(change.received.slashed)"
        if let lastDay = change.lastDay { text += ", hạn \(lastDay.slashed)" }
        if let seen = change.seen { text += ", sổ nhận thấy ngày \(seen.slashed)" }
        if let withdrawn = change.withdrawn { text += ", rút ngày \(withdrawn.slashed)" }
        return text
    }

    private func rows(_ change: SubmissionChange) -> String {
        func words(_ rows: SubmissionChange.Rows) -> String {
            let rejected = rows.rows - rows.records
            return Words.vietnamese.counted(rows.records, "dòng được đọc")
                + (rejected > 0 ? ", \(Words.vietnamese.prose(rejected)) bị loại" : "")
        }
        if change.isSameContent { return "nội dung không đổi" }
        switch (change.before, change.after) {
        case (let before?, let after?):
            return before == after ? words(after) : "\(words(before)); nay \(words(after))"
        case (nil, let rows?), (let rows?, nil): return words(rows)
        case (nil, nil): return "không có dòng nào"
        }
    }

    private static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
