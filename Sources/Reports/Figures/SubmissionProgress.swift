internal import Judgement
internal import Model
internal import Plans

/// Who has handed in for one deadline; the numbers add up to the units that must.
struct SubmissionProgress {
    let name: String
    /// The deadline as officials write it: `trước ngày 15/12/2024`.
    let due: String
    private let words: Words
    private let counts: [SubmissionStatus: Int]

    init(_ result: DeadlineResult, _ scene: Scene, _ words: Words) {
        self.words = words
        let deadline = scene.plan.deadlines[result.deadline]
        name = deadline.name
        let year = scene.window.year
        var due = words.due(deadline.due, inYear: year)
        if case .years(let from, _) = scene.window.period,
            deadline.due.lastDay(inYear: from) != deadline.due.lastDay(inYear: year)
        {
            due = words("từng năm, năm cuối \(due)")
        }
        self.due = due
        var counts: [SubmissionStatus: Int] = [:]
        for unit in result.units { counts[unit.status, default: 0] += 1 }
        self.counts = counts
    }

    /// The main deadline's, or the first one's; nil where the plan has none.
    static func main(_ judgement: Judgement, _ words: Words) -> SubmissionProgress? {
        let deadlines = judgement.scene.plan.deadlines
        guard let index = deadlines.firstIndex(where: \.isMain) ?? deadlines.indices.first else {
            return nil
        }
        return SubmissionProgress(judgement.deadlines[index], judgement.scene, words)
    }

    func count(_ status: SubmissionStatus) -> Int { counts[status] ?? 0 }

    /// Units that must hand in and still exist.
    var required: Int { reported + count(.missing) + count(.pending) }

    var reported: Int { count(.onTime) + count(.late) }

    /// The standing in a sentence: `Đã gửi: 82/87 đơn vị (94,3%), trong đó quá hạn 03; …`.
    var text: String {
        guard required > 0 else { return words("Không có đơn vị nào phải gửi.") }
        let share = words.percent(reported, of: required).map { " (\($0))" } ?? ""
        var text =
            words("Đã gửi: \(words.whole(reported))/\(words.whole(required)) đơn vị\(share)")
        if count(.late) > 0 { text += words(", trong đó quá hạn \(words.prose(count(.late)))") }
        if count(.missing) > 0 { text += words("; chưa gửi: \(words.prose(count(.missing)))") }
        if count(.pending) > 0 { text += words("; chưa đến hạn: \(words.prose(count(.pending)))") }
        return text + "."
    }
}
