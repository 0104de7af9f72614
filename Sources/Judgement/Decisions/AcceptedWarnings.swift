internal import Model

/// Applies the board's `Giải trình`: a warning that was explained is a notice that says so, and no
/// longer stands in the way of freezing the window (CONTRACT §2).
struct AcceptedWarnings {
    private let decisions: [Decision]

    init(_ scene: Scene) {
        decisions = scene.decisions.filter { $0.kind == .explain }
    }

    func apply(to findings: [Finding]) -> [Finding] {
        guard !decisions.isEmpty else { return findings }
        return findings.map { finding in
            guard finding.severity == .warning, let decision = decision(for: finding) else {
                return finding
            }
            var explained = finding
            explained.severity = .notice
            explained.add(
                " Đã giải trình theo Quyết định số \(decision.number) ngày \(decision.date.slashed):"
                    + " \(decision.reason)"
            )
            explained.fix = "Đã được giải trình, không phải xử lý thêm."
            return explained
        }
    }

    /// The decision about the finding's unit and code; a contradiction is also named by its check.
    private func decision(for finding: Finding) -> Decision? {
        decisions.first { decision in
            guard decision.unit == nil || decision.unit == finding.unit else { return false }
            guard let subject = decision.subject else { return true }
            return subject == finding.code.rawValue
                || subject == finding.rule
        }
    }
}
