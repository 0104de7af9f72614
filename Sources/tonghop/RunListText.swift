import LedgerStore
import Model

/// The runs of a plan, who began them and what became of them: `status --runs`.
struct RunListText {
    let lines: [String]

    /// `officials` are the numbers of the editions that decisions made final, by their folders.
    init(plan: String, _ trail: [AuditLine], officials: [String: Int]) {
        // A run that a kill had left open has a second line, which says what became of it.
        let entries = trail.map(\.entry).filter {
            $0.plan == plan && ($0.act == .run || $0.act == .settle)
        }
        guard !entries.isEmpty else {
            lines = ["Kế hoạch \(plan) chưa có lần chạy nào."]
            return
        }
        lines =
            ["Lần chạy của kế hoạch \(plan), mới nhất trước:"]
            + entries.reversed().flatMap { RunListText.describe($0, officials) }
    }

    /// What is said of an edition that is final.
    static func official(_ number: Int) -> String {
        "  CHÍNH THỨC (đã chốt, phiên bản \(number < 10 ? "0" : "")\(number))"
    }

    private static func describe(
        _ entry: AuditEntry,
        _ officials: [String: Int]
    ) -> [String] {
        let folder = [entry.plan, entry.window, entry.run].compactMap(\.self).joined(separator: "/")
        let outcome =
            switch entry.outcome {
            case .published: "đã công bố"
            case .unpublished: "bị giữ lại"
            case .failed: "không thành"
            case .begun, nil: "chưa kết thúc"
            }
        let parameters = RunParameters(auditText: entry.parameters ?? "")
        var lines = [
            "\(entry.run ?? "(chưa có mã)")  \(outcome)"
                + (entry.window.map { "  kỳ \($0)" } ?? "")
                + (entry.asOf.map { "  số liệu đến \($0.slashed)" } ?? "")
                + (parameters.movesLatest && entry.outcome == .published
                    ? "  thay latest" : "")
                + (officials[folder].map(official) ?? ""),
            "    \(entry.by.user)@\(entry.by.host), lúc \(entry.machineAt.slashed)"
                + (parameters.schedule.map { ", theo lịch \($0)" } ?? ", chạy tay"),
            "    \(entry.by.command)",
        ]
        if !entry.detail.isEmpty { lines.append("    \(entry.detail)") }
        return lines
    }
}
