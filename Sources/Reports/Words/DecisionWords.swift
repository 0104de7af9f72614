package import Judgement
package import Model
internal import Plans

/// Decisions of the board as reports show them: number, date, what they do, why.
package struct DecisionWords {
    /// What stands for a decision's reason in an anonymised report: it may name people.
    package static let hiddenReason = "(không hiển thị)"

    let scene: Scene
    let words: Words
    /// The lines of the decisions to freeze the window that could not be carried out.
    private let held: Set<Int>

    /// The words for decisions within a report's frame.
    package init(scene: Scene, words: Words = .vietnamese) {
        self.scene = scene
        self.words = words
        held = []
    }

    /// The decisions as the papers of a frame show them.
    init(_ frame: ReportFrame) {
        scene = frame.judgement.scene
        words = frame.words
        held = Set(frame.edition.held.map(\.line))
    }

    /// One line for each decision that acts on the report, in the order of the file.
    var lines: [String] {
        acting.filter(concernsReport).sorted { $0.line < $1.line }.map(text)
    }

    /// The decisions that act on the report; of a stage also those about one of its years alone,
    /// whose figures stand in it, and of what is asked month by month those about some of the
    /// months.
    private var acting: [Decision] {
        scene.decisions
            + scene.partialDecisions.filter { decision in
                switch decision.kind {
                case .waive, .extend, .override: actsInPart(decision)
                case .void, .freeze, .explain: false
                }
            }
    }

    private func actsInPart(_ decision: Decision) -> Bool {
        if case .years = scene.window.period { return true }
        return scene.plan.indicators.contains {
            ($0.id == decision.subject || decision.subject == nil)
                && $0.recurrence(in: scene.window) != nil
        }
    }

    /// The lines of the decisions that name an indicator.
    func lines(about indicator: String) -> [String] {
        acting.filter { $0.subject == indicator && concernsReport($0) }
            .sorted { $0.line < $1.line }.map(text)
    }

    private func concernsReport(_ decision: Decision) -> Bool {
        guard !IdleDecisions(scene).contains(decision) else { return false }
        guard let id = decision.unit, let unit = scene.roster.index(of: id) else { return true }
        return scene.roster.isWithin(unit, scene.root)
    }

    private func text(_ decision: Decision) -> String {
        var text = words(
            "Quyết định số \(decision.number) ngày \(words.day(decision.date)): "
                + "\(effect(decision)). Lý do: \(words.term(decision.reason))"
        )
        if !decision.reason.hasSuffix(".") { text += "." }
        if held.contains(decision.line) { text += words(" Chưa thực hiện được.") }
        if let expires = decision.expires {
            text += words(" Hết hiệu lực từ ngày \(words.day(expires)).")
        }
        return text
    }

    /// What a decision does, and to whom: `miễn chỉ tiêu TX-31 đối với Trường …`.
    package func effect(_ decision: Decision) -> String {
        var text: String
        let subject = subject(decision)
        switch decision.kind {
        case .waive: text = words("miễn \(subject)")
        case .extend(let day): text = words("gia hạn \(subject) đến hết ngày \(words.day(day))")
        case .void(let target): text = words("loại bài nộp \(target)")
        case .override(let value):
            text = words("điều chỉnh giá trị \(subject) thành \(words.exact(value))")
        case .freeze: text = words("chốt số liệu")
        case .explain: text = words("chấp nhận giải trình về \(subject)")
        }
        if let id = decision.unit {
            let name = scene.roster.index(of: id).map { scene.name(of: $0) }
            text = words("\(text) đối với \(name ?? id)")
        }
        if let period = decision.window, period != scene.window.period {
            let window = scene.plan.calendar.window(period)
            text += ", " + words.inSentence(window)
        }
        return text
    }

    private func subject(_ decision: Decision) -> String {
        guard let subject = decision.subject else {
            if decision.kind == .explain { return words("các cảnh báo") }
            return scene.plan.deadlines.isEmpty
                ? words("tất cả chỉ tiêu") : words("tất cả chỉ tiêu và thời hạn")
        }
        if scene.plan.indicators.contains(where: { $0.id == subject }) {
            return words("chỉ tiêu \(subject)")
        }
        if let deadline = scene.plan.deadlines.first(where: { $0.id == subject }) {
            return words("thời hạn \(deadline.name)")
        }
        if let code = FindingCode(rawValue: subject) {
            return "“\(words.title(code))” (\(subject))"
        }
        return subject
    }
}
