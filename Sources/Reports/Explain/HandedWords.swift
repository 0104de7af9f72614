internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// What a node handed over, as officials read it: the row's numbers and where it stands.
struct HandedWords {
    let explanation: Explanation

    private var records: RecordSet { explanation.judgement.records }

    /// `2025-01-05/TX-QUAN/submission-up.csv:3, nhận ngày 05/01/2025`.
    func place(_ place: RecordSet.RecordPlace) -> String {
        let file = records.file(place)
        return PlainText.line(file.path) + ":\(records.line(place)), "
            + "nhận ngày \(file.receivedAt.day.slashed)"
    }

    /// The numbers and the result that the row says: `tử số 75, mẫu số 85, kết quả Chưa đạt`.
    func numbers(_ row: HandedResult) -> String {
        var parts: [String] = []
        if let part = row.numerator { parts.append("tử số \(Words.vietnamese.whole(part))") }
        if let whole = row.denominator { parts.append("mẫu số \(Words.vietnamese.whole(whole))") }
        if let value = row.value { parts.append("giá trị \(Words.vietnamese.step(value))") }
        if row.open > 0 {
            parts.append("\(Words.vietnamese.counted(row.open, "đơn vị")) chưa đến hạn")
        }
        parts.append(row.status.map { "kết quả \($0.label)" } ?? "cột kết quả để trống")
        return parts.joined(separator: ", ")
    }

    /// The row in full: its place, its numbers, and the decision that put another value in their
    /// place.
    func text(_ share: HandedShare) -> String {
        var text = "\(place(share.place)): \(numbers(share.row))"
        if let decided = share.decided {
            text +=
                "; thay bằng \(Words.vietnamese.step(decided.value)) theo Quyết định số "
                + "\(decided.decision.number) ngày \(decided.decision.date.slashed): "
                + decided.decision.reason
        }
        return text
    }

    /// Why a node that handed over its result stands as it does.
    func verdict(_ share: HandedShare) -> String {
        "theo kết quả gửi lên thay cho các đơn vị cấp dưới, \(text(share))."
    }
}
