package import Judgement
package import Model
internal import Plans

/// Decisions of the board as reports show them: number, date, what they do, why.
package struct DecisionWords {
    let scene: Scene

    package init(scene: Scene) { self.scene = scene }

    /// One line for each decision that acts on the report, in the order of the file.
    var lines: [String] {
        scene.decisions.filter(concernsReport).sorted { $0.line < $1.line }.map(text)
    }

    /// The lines of the decisions that name an indicator.
    func lines(about indicator: String) -> [String] {
        scene.decisions.filter { $0.subject == indicator && concernsReport($0) }
            .sorted { $0.line < $1.line }.map(text)
    }

    private func concernsReport(_ decision: Decision) -> Bool {
        guard !IdleDecisions(scene).contains(decision) else { return false }
        guard let id = decision.unit, let unit = scene.roster.index(of: id) else { return true }
        return scene.roster.isWithin(unit, scene.root)
    }

    private func text(_ decision: Decision) -> String {
        var text = "Quyết định số \(decision.number) ngày \(decision.date.slashed): "
        text += effect(decision) + ". Lý do: " + decision.reason
        if !decision.reason.hasSuffix(".") { text += "." }
        if let expires = decision.expires {
            text += " Hết hiệu lực từ ngày \(expires.slashed)."
        }
        return text
    }

    /// What a decision does, and to whom: `miễn chỉ tiêu TX-31 đối với Trường …`.
    package func effect(_ decision: Decision) -> String {
        var text: String
        let subject = subject(decision)
        switch decision.kind {
        case .waive: text = "miễn " + subject
        case .extend(let day): text = "gia hạn \(subject) đến hết ngày \(day.slashed)"
        case .void(let target): text = "loại bài nộp \(target)"
        case .override(let value):
            text = "điều chỉnh giá trị \(subject) thành \(ReportNumbers.quantity(value))"
        case .freeze: text = "chốt số liệu"
        case .explain: text = "chấp nhận giải trình về \(subject)"
        }
        if let id = decision.unit {
            let name = scene.roster.index(of: id).map { scene.roster.units[$0].name }
            text += " đối với " + (name ?? id)
        }
        return text
    }

    private func subject(_ decision: Decision) -> String {
        guard let subject = decision.subject else {
            return decision.kind == .explain ? "các cảnh báo" : "tất cả chỉ tiêu"
        }
        if scene.plan.indicators.contains(where: { $0.id == subject }) {
            return "chỉ tiêu " + subject
        }
        if let deadline = scene.plan.deadlines.first(where: { $0.id == subject }) {
            return "thời hạn " + deadline.name
        }
        if let code = FindingCode(rawValue: subject) {
            return "“\(FindingWords.title(code))” (\(subject))"
        }
        return subject
    }
}
