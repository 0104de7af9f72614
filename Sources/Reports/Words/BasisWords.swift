internal import Judgement
internal import Model
internal import Plans

/// What a report says of the tree that its figures stand on, and of the units that changed.
struct BasisWords {
    let judgement: Judgement

    /// The basis of the report's own figures.
    var own: String {
        let scene = judgement.scene
        guard scene.lastDay < scene.window.span.to else { return "theo cơ cấu trong kỳ" }
        return
            "theo cơ cấu trong kỳ (đến hết ngày \(scene.lastDay.slashed), ngày hoạt động cuối cùng "
            + "của \(scene.roster.units[scene.root].name))"
    }

    static func restated(_ day: Day) -> String { "theo cơ cấu tại ngày \(day.slashed)" }

    /// What became of each unit of the report that no longer stands, in the order of the roster.
    var fates: [String] {
        guard let restated = judgement.restated else { return [] }
        let restatement = restated.restatement
        let roster = judgement.scene.roster
        return judgement.scene.units.compactMap { unit in
            guard let closed = restatement.closings[unit] else { return nil }
            let last = closed.adding(-1).slashed
            let path = restatement.paths[unit].map { roster.units[$0].name }
                .joined(separator: " → ")
            let name = "\(roster.units[unit].name) (đến hết ngày \(last))"
            return switch restatement.fates[unit] {
            case .stands: nil
            case .merged: "\(name): nhập toàn bộ vào \(path), cộng toàn bộ số liệu"
            case .split:
                "\(name): chia tách, kế thừa chính là \(path), mang toàn bộ số liệu cũ, không chia theo tỷ lệ"
            case .closed:
                "\(name): kết thúc hoạt động, không có đơn vị kế thừa, giữ nguyên như trong kỳ"
            }
        }
    }

    /// How many units went which way; empty where none did.
    var fateCounts: String {
        guard let restated = judgement.restated else { return "" }
        let gone = judgement.scene.units.map { restated.restatement.fates[$0] }
        let words: [(Restatement.Fate, String)] = [
            (.merged, "nhập toàn bộ"), (.split, "chia tách, theo đơn vị kế thừa chính"),
            (.closed, "kết thúc hoạt động không có đơn vị kế thừa"),
        ]
        return words.compactMap { fate, word in
            let count = gone.count { $0 == fate }
            return count == 0 ? nil : "\(word) \(ReportNumbers.prose(count))"
        }.joined(separator: "; ")
    }

    /// On which tree the year before stands, or why there is nothing to compare with.
    static func previous(_ previous: PreviousYear) -> String {
        switch previous.gap {
        case nil: "cả hai kỳ " + restated(previous.day)
        case .noSubmissions: "chưa có bài nộp nào của kỳ \(previous.window.name.lowercasedFirst)"
        case .beforeStage:
            "\(previous.window.name.lowercasedFirst) nằm trước giai đoạn của kế hoạch, không có bài nộp"
        }
    }
}
