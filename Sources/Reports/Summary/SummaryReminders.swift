internal import Judgement
internal import Model

/// Section III of the summary: the units with something left to do, the worst first.
struct SummaryReminders {
    /// How many units are listed; the numbers above the list count them all.
    private static let longest = 15

    private let frame: ReportFrame
    private var words: Words { frame.words }
    private let reminders: Reminders

    init(_ frame: ReportFrame) {
        self.frame = frame
        reminders = frame.reminders
    }

    func write(to page: inout SummaryPage) {
        page.heading(words("III. ĐƠN VỊ CẦN ĐÔN ĐỐC, ĐỀ NGHỊ QUAN TÂM"))
        let units = reminders.worstFirst
        guard !units.isEmpty else {
            page.paragraph(words("Không có."), indent: 3)
            return
        }
        page.paragraph(
            words(
                "Tổng số: \(words.counted(units.count, "đơn vị")) với \(words.counted(reminders.dutyCount, "nội dung")) (xem danh sách đầy đủ tại PL7_DonDoc của tệp Excel)."
            ),
            indent: 3
        )
        page.blank()
        let columns = [
            SummaryPage.Column(heading: words("TT", as: "hẹp"), width: 2),
            SummaryPage.Column(heading: words("Đơn vị"), width: 30),
            SummaryPage.Column(heading: words("Số"), width: 3, isRight: true),
            SummaryPage.Column(heading: words("Nội dung"), width: page.width - 44),
        ]
        page.header(columns, indent: 3)
        for (index, reminder) in units.prefix(SummaryReminders.longest).enumerated() {
            let name = frame.judgement.scene.name(of: reminder.unit)
            page.row(
                [
                    words.prose(index + 1), name, String(reminder.duties.count),
                    text(reminder),
                ],
                columns,
                indent: 3
            )
        }
        let rest = units.dropFirst(SummaryReminders.longest)
        if !rest.isEmpty {
            let duties = rest.reduce(0) { $0 + $1.duties.count }
            page.paragraph(
                words(
                    "… và \(words.counted(rest.count, "đơn vị")) khác với \(words.counted(duties, "nội dung"))."
                ),
                indent: 7
            )
        }
    }

    /// What is open, that of closed units after the unit's own.
    private func text(_ reminder: Reminders.Reminder) -> String {
        let scene = frame.judgement.scene
        return reminder.byUnit.map { formerly, duties in
            (formerly.map { words("Phần của \(scene.name(of: $0)): ") } ?? "")
                + text(duties, isAsked: scene.roster.units[reminder.unit].isAsked)
        }.joined(separator: " ")
    }

    /// What is open and since when.
    ///
    ///     Chưa gửi: Báo cáo năm (hạn 14/12/2024, quá hạn 22 ngày). Chỉ tiêu: TX-20 (hạn 15/07/2024).
    private func text(_ duties: [Reminders.Duty], isAsked: Bool) -> String {
        func named(_ duty: Reminders.Duty) -> String {
            var notes: [String] = []
            if let last = duty.lastDay { notes.append(words("hạn \(words.day(last))")) }
            // Who is asked is not reproached with days.
            if !isAsked, let days = duty.daysOverdue {
                notes.append(words("quá hạn \(words.prose(days)) ngày"))
            }
            return duty.subject
                + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
        }
        let deadlines = duties.filter(\.isDeadline)
        let parts = [
            (
                isAsked ? words("Đề nghị gửi: ") : words("Chưa gửi: "),
                deadlines.filter { !$0.isBack }
            ),
            (words("Đã gửi nhưng bị trả lại: "), deadlines.filter(\.isBack)),
        ]
        let text = parts.filter { !$0.1.isEmpty }.map { said, duties in
            said + duties.map(named).joined(separator: "; ") + "."
        }.joined(separator: " ")
        let indicators = duties.filter { !$0.isDeadline }
        guard !indicators.isEmpty else { return text }
        let days = Set(indicators.map(\.lastDay)).sorted { a, b in
            (a?.number ?? .max) < (b?.number ?? .max)
        }
        let groups = days.map { day in
            indicators.filter { $0.lastDay == day }.map(\.subject).joined(separator: ", ")
                + (day.map { words(" (hạn \(words.day($0)))") } ?? "")
        }
        return (text.isEmpty ? "" : text + " ")
            + (isAsked ? words("Đề nghị quan tâm: ") : words("Chỉ tiêu: "))
            + groups.joined(separator: "; ") + "."
    }
}
