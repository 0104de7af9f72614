internal import Judgement
internal import Model
internal import Plans

/// The units with something left to do, the worst first.
struct DashboardReminders {
    private let frame: ReportFrame
    private var words: Words { frame.words }
    private let reminders: Reminders

    /// How many units are seen at once, and how many are listed at all.
    private static let seen = 10
    private static let listed = 300

    init(_ frame: ReportFrame) {
        self.frame = frame
        reminders = frame.reminders
    }

    func write(to page: inout HTMLText) {
        let units = reminders.worstFirst
        page.section(
            "don-doc",
            words("Đơn vị cần đôn đốc, đề nghị quan tâm"),
            note: units.isEmpty
                ? words("Không có.")
                : words(
                    "Tổng số: \(words.counted(units.count, "đơn vị")) với "
                        + "\(words.counted(reminders.dutyCount, "nội dung")), nhiều nội dung xếp trước."
                )
        ) { page in
            guard !units.isEmpty else { return }
            let listed = units.prefix(DashboardReminders.listed)
            list(listed.prefix(DashboardReminders.seen), &page)
            let more = listed.dropFirst(DashboardReminders.seen)
            if !more.isEmpty {
                page.element("details") { page in
                    page.element(
                        "summary",
                        words("\(words.counted(more.count, "đơn vị")) tiếp theo")
                    )
                    list(more, &page)
                }
                page.line()
            }
            let rest = units.dropFirst(DashboardReminders.listed)
            if !rest.isEmpty {
                let duties = rest.reduce(0) { $0 + $1.duties.count }
                page.element(
                    "p",
                    [.class("note")],
                    words(
                        "… và \(words.counted(rest.count, "đơn vị")) khác với "
                            + "\(words.counted(duties, "nội dung")): xem PL7_DonDoc của tệp Excel."
                    )
                )
                page.line()
            }
        }
    }

    private func list(_ reminders: ArraySlice<Reminders.Reminder>, _ page: inout HTMLText) {
        page.element("ul", [.class("duties")]) { page in
            page.line()
            for reminder in reminders { write(reminder, &page) }
        }
        page.line()
    }

    private func write(_ reminder: Reminders.Reminder, _ page: inout HTMLText) {
        let unit = frame.judgement.scene.roster.units[reminder.unit]
        let overdue = reminder.mostOverdue
        page.element("li") { page in
            page.element("strong", frame.judgement.scene.name(of: reminder.unit))
            page.element("span", [.class("soft")]) { page in
                page.add(words.counted(reminder.duties.count, "nội dung"))
                if overdue > 0 {
                    page.add(words(", quá hạn đến \(words.counted(overdue, "ngày"))"))
                }
            }
            page.element("span", [.class("what")]) { page in
                for (place, (formerly, duties)) in reminder.byUnit.enumerated() {
                    if place > 0 { page.add(" ") }
                    if let formerly {
                        let name = frame.judgement.scene.name(of: formerly)
                        page.add(words("Phần của \(name): "))
                    }
                    text(duties, isRequested: unit.isRequested, &page)
                }
            }
        }
        page.line()
    }

    private func text(
        _ duties: [Reminders.Duty],
        isRequested: Bool,
        _ page: inout HTMLText
    ) {
        let reports = duties.filter(\.isDeadline)
        let parts = [
            (
                isRequested ? words("Đề nghị gửi: ") : words("Chưa gửi: "),
                reports.filter { !$0.isBack }
            ),
            (words("Đã gửi nhưng bị trả lại: "), reports.filter(\.isBack)),
        ]
        let indicators = duties.filter { !$0.isDeadline }.map(\.subject)
        for (said, reports) in parts where !reports.isEmpty {
            page.add(said + reports.map(\.subject).joined(separator: ", ") + ". ")
        }
        guard !indicators.isEmpty else { return }
        page.add(isRequested ? words("Đề nghị quan tâm: ") : words("Chỉ tiêu: "))
        for (index, id) in indicators.enumerated() {
            let isLast = index + 1 == indicators.count
            // An id is not broken at its dash.
            page.element("span", [.class("whole")], id + (isLast ? "." : ","))
            if !isLast { page.add(" ") }
        }
    }
}
