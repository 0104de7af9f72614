internal import Model

/// A figure beside that of the year before, in a sentence (domain.md 6.1).
struct ChangeWords {
    /// The year before as in a sentence: `năm 2023`.
    let period: String

    /// `tăng 12 bài (tăng 9,1%) so với cùng kỳ năm 2023`; empty where there was and is nothing.
    func text(_ now: Int, before: Int, _ noun: String) -> String {
        guard now != before else { return now == 0 ? "" : "bằng cùng kỳ \(period)" }
        let word = now > before ? "tăng" : "giảm"
        let difference = abs(now - before)
        let share = ChangeWords.share(difference, of: before).map { " (\(word) \($0))" } ?? ""
        return "\(word) \(ReportNumbers.counted(difference, noun))\(share) so với cùng kỳ \(period)"
    }

    /// A change as a share of what was before, half up; nil where there was nothing.
    private static func share(_ difference: Int, of before: Int) -> String? {
        guard before > 0, let share = Quantity(Int128(difference) * 100, over: Int128(before))
        else {
            return nil
        }
        return ReportNumbers.tenths(share) + "%"
    }
}
