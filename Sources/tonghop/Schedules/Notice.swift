import LedgerStore
import Model
import Pipeline
import Reports

/// What a person has to know of a run; without lines where nobody is needed.
struct Notice {
    /// Which of the duties that lie ahead are told.
    enum Near {
        case none
        /// Those whose last day is so many days away.
        case milestones(Set<Int>)
        /// Those with these last days.
        case days(Set<Day>)

        func holds(_ day: Day, on today: Day) -> Bool {
            switch self {
            case .none: false
            case .milestones(let distances): distances.contains(day.days(since: today))
            case .days(let days): days.contains(day)
            }
        }
    }

    /// How many files and units are named; the numbers before a list count them all.
    private static let longest = 10

    let lines: [String]

    /// `tellsResult` is for runs whose report somebody waits for.
    init(
        _ outcome: RunOutcome,
        _ options: RunOptions,
        near: Near,
        tellsResult: Bool = false
    ) {
        var lines: [String] = []
        if outcome.isResumed {
            // Whether that call could still tell its news, and what was new to it, nobody knows.
            lines.append(
                "Đã lập từ lần gọi trước; lần ấy bị ngắt hoặc phải chờ nên tin về tệp bị loại và việc "
                    + "sắp đến hạn có thể chưa tới: hãy xem summary.txt."
            )
        }
        if let later = outcome.laterClock { lines.append(Notice.clock(later, options)) }
        if !outcome.refusals.isEmpty {
            lines.append("Bị giữ lại, chưa công bố (latest giữ nguyên):")
            lines += outcome.refusals.map { "- " + $0 } + [PipelineError.afterRefusal]
        }
        if tellsResult {
            let indicators = outcome.root.map { "\($0.met)/\($0.indicators) chỉ tiêu đạt; " } ?? ""
            lines.append(
                "Đã lập báo cáo: \(indicators)\(outcome.files) tệp, \(outcome.rows) dòng, "
                    + "\(outcome.rowsRejected) dòng bị loại."
            )
        }
        lines += Notice.rejected(outcome.rejected)
        lines += Notice.untaken(outcome.untaken)
        let today = (options.scope.asOf ?? options.now).day
        for duty in outcome.duties where near.holds(duty.lastDay, on: today) {
            lines.append(Notice.text(duty, on: today))
        }
        guard !lines.isEmpty else {
            self.lines = []
            return
        }
        let head =
            "\(outcome.plan), kỳ \(outcome.window.id), số liệu đến "
            + "\((options.scope.asOf ?? options.now).slashed):"
        self.lines =
            [head] + lines.map { "  " + $0 } + ["  Báo cáo, phiếu gửi đơn vị: \(outcome.folder)"]
    }

    /// That the clock of the machine went back, and where `latest` points then: what a clock that
    /// was ahead has made gives way to the next run of the machine's own clock, and to no other.
    static func clock(_ later: Instant, _ options: RunOptions) -> String {
        "Đồng hồ máy đã lùi: lần nhận trước ghi \(later.slashed), bây giờ là \(options.now.slashed). "
            + "Hãy kiểm tra giờ của máy; số liệu vẫn tính theo tệp đang có. "
            + (options.isMachineClock
                ? "Bản lập theo giờ của những ngày chưa đến không giữ latest lại."
                : "latest còn ở bản lập theo giờ của những ngày chưa đến; chạy một lần không có --now thì latest sang bản mới.")
    }

    private static func rejected(_ files: [RejectedFile]) -> [String] {
        guard !files.isEmpty else { return [] }
        var lines = ["\(files.count) tệp mới bị loại hoặc có dòng bị loại:"]
        for file in files.prefix(longest) {
            lines.append("- \(file.path): " + (file.rows.map { "\($0) dòng" } ?? "cả tệp"))
        }
        if files.count > longest { lines.append("- … và \(files.count - longest) tệp khác") }
        return lines
    }

    private static func untaken(_ files: [UntakenFile]) -> [String] {
        guard !files.isEmpty else { return [] }
        return ["\(files.count) tệp hoặc thư mục mới thấy mà không nhận được:"]
            + files.prefix(longest).map { "- \($0.path): \($0.reason)" }
            + (files.count > longest ? ["- … và \(files.count - longest) tệp, thư mục khác"] : [])
    }

    private static func text(_ duty: OpenDuty, on today: Day) -> String {
        let left = duty.lastDay.days(since: today)
        let names = duty.units.prefix(longest).joined(separator: ", ")
        let rest = duty.units.count - longest
        return "\(duty.name), hạn \(duty.lastDay.slashed) ("
            + (left == 0 ? "hết hạn hôm nay" : "còn \(left) ngày")
            + "): \(duty.units.count) đơn vị chưa xong: \(names)"
            + (rest > 0 ? " … và \(rest) đơn vị khác" : "")
    }
}
