internal import Judgement
internal import Model
internal import Plans

/// The units with something left to do, the worst first.
struct DashboardReminders {
    private let frame: ReportFrame
    private let reminders: Reminders

    /// How many units are seen at once, and how many are listed at all.
    private static let seen = 10
    private static let listed = 300

    init(_ frame: ReportFrame) {
        self.frame = frame
        reminders = Reminders(frame.judgement)
    }

    func write(to page: inout Markup) {
        let units = reminders.worstFirst
        page.section(
            "don-doc",
            "Đơn vị cần đôn đốc, đề nghị quan tâm",
            note: units.isEmpty
                ? "Không có."
                : "Tổng số: \(ReportNumbers.counted(units.count, "đơn vị")) với "
                    + "\(ReportNumbers.counted(reminders.dutyCount, "nội dung")), nhiều nội dung xếp trước."
        ) { page in
            guard !units.isEmpty else { return }
            let names = units.prefix(DashboardReminders.listed).map(row)
            table("đơn vị cần đôn đốc", names.prefix(DashboardReminders.seen))
                .writeTable(to: &page)
            let more = names.dropFirst(DashboardReminders.seen)
            if !more.isEmpty {
                page.element("details") { page in
                    page.element(
                        "summary",
                        "\(ReportNumbers.counted(more.count, "đơn vị")) tiếp theo"
                    )
                    table("đơn vị cần đôn đốc (tiếp theo)", more).writeTable(to: &page)
                }
                page.line()
            }
            let rest = units.dropFirst(DashboardReminders.listed)
            if !rest.isEmpty {
                let duties = rest.reduce(0) { $0 + $1.duties.count }
                page.element(
                    "p",
                    [.class("note")],
                    "… và \(ReportNumbers.counted(rest.count, "đơn vị")) khác với "
                        + "\(ReportNumbers.counted(duties, "nội dung")): xem PL7_DonDoc của tệp Excel."
                )
                page.line()
            }
        }
    }

    private func table(_ caption: String, _ rows: ArraySlice<[String]>) -> DashboardTable {
        DashboardTable(
            caption: caption,
            columns: [
                .init("Đơn vị"), .init("Số nội dung", isNumber: true),
                .init("Quá hạn lâu nhất (ngày)", isNumber: true), .init("Nội dung"),
            ],
            rows: Array(rows)
        )
    }

    private func row(_ reminder: Reminders.Reminder) -> [String] {
        let unit = frame.judgement.scene.roster.units[reminder.unit]
        let overdue = reminder.mostOverdue
        return [
            unit.name, ReportNumbers.whole(reminder.duties.count),
            overdue > 0 ? ReportNumbers.whole(overdue) : "",
            text(reminder, isRequested: unit.isRequested),
        ]
    }

    private func text(_ reminder: Reminders.Reminder, isRequested: Bool) -> String {
        let reports = reminder.duties.filter(\.isDeadline).map(\.subject)
        let indicators = reminder.duties.filter { !$0.isDeadline }.map(\.subject)
        var sentences: [String] = []
        if !reports.isEmpty {
            sentences.append(
                (isRequested ? "Đề nghị gửi: " : "Chưa gửi: ") + reports.joined(separator: ", ")
            )
        }
        if !indicators.isEmpty {
            sentences.append(
                (isRequested ? "Đề nghị quan tâm: " : "Chỉ tiêu: ")
                    + indicators.joined(separator: ", ")
            )
        }
        return sentences.map { $0 + "." }.joined(separator: " ")
    }
}
