import LedgerStore
import Model
import Pipeline

/// A plan's history in words.
struct HistoryText {
    let history: History
    let plan: String

    var lines: [String] {
        var lines: [String] = []
        for area in [Area.config, .submissions] {
            let files = history.files.filter { $0.area == area }
            guard !files.isEmpty else { continue }
            let versions = files.reduce(0) { $0 + $1.versions.count }
            if !lines.isEmpty { lines.append("") }
            lines.append(
                (area == .config ? "Tệp của kế hoạch \(plan)" : "Bài nộp của kế hoạch \(plan)")
                    + ": \(files.count) tệp, \(versions) bản"
            )
            for file in files {
                lines.append("\(file.path)")
                for version in file.versions {
                    lines += describe(version, isSubmission: area == .submissions)
                }
            }
        }
        if !history.runs.isEmpty {
            lines += ["", "Lần chạy:"] + history.runs.map(describe)
        }
        return lines
    }

    private func describe(_ entry: History.Version, isSubmission: Bool) -> [String] {
        let version = entry.version
        var lines = [
            "  bản \(entry.number)  "
                + (isSubmission ? "nhận \(version.receivedAt.slashed), " : "")
                + "thấy lần đầu \(version.firstSeen.slashed), \(version.size) byte",
            "         SHA-256 \(version.sha256)",
        ]
        if let at = entry.replacedAt {
            lines.append("         bị thay bằng bản \(entry.number + 1) lúc \(at.slashed)")
        }
        if entry.replacedAt == nil, let at = version.withdrawnAt {
            lines.append("         rút lúc \(at.slashed)")
        }
        for decision in entry.voidedBy { lines.append("         không tính theo \(decision)") }
        if let at = entry.prunedAt {
            lines.append("         bản gốc đã xoá theo thời hạn lưu lúc \(at.slashed)")
        }
        return lines
    }

    private func describe(_ run: History.Run) -> String {
        let record = run.record
        let outcome =
            switch record.outcome {
            case .begun: "chưa kết thúc"
            case .published: "đã công bố"
            case .unpublished: "bị giữ lại"
            case .failed: "không thành"
            }
        return "\(run.isLatest ? "* " : "  ")\(record.id)  kỳ \(record.window)  "
            + "số liệu đến \(record.asOf.slashed)  \(outcome)  \(record.output)"
            + (run.officialNumber.map(RunListText.official) ?? "")
    }
}
