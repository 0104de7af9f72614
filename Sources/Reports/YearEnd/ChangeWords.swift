internal import Model

/// A figure beside that of the year before, in a sentence (domain.md 6.1).
struct ChangeWords {
    let words: Words
    /// The year before as in a sentence: `năm 2023`.
    let period: String

    /// `tăng 12 bài (tăng 9,1%) so với cùng kỳ năm 2023`; empty where there was and is nothing.
    func text(_ now: Int, before: Int, _ noun: Phrase) -> String {
        guard now != before else { return now == 0 ? "" : words("bằng cùng kỳ \(period)") }
        let word = now > before ? words("tăng") : words("giảm")
        let difference = abs(now - before)
        let share = self.share(difference, of: before).map { " (\(word) \($0))" } ?? ""
        return words("\(word) \(words.counted(difference, noun))\(share) so với cùng kỳ \(period)")
    }

    /// A change as a share of what was before, half up; nil where there was nothing.
    private func share(_ difference: Int, of before: Int) -> String? {
        guard before > 0, let share = Quantity(Int128(difference) * 100, over: Int128(before))
        else {
            return nil
        }
        return words.tenths(share) + "%"
    }
}
