internal import Judgement
internal import Model

/// Section III of the summary: the units with something left to do, the worst first.
struct SummaryReminders {
    /// How many units are listed; the numbers above the list count them all.
    private static let longest = 15

    private let frame: ReportFrame
    private let reminders: Reminders

    init(_ frame: ReportFrame) {
        self.frame = frame
        reminders = Reminders(frame.judgement)
    }

    func write(to page: inout SummaryPage) {
        page.heading("III. ĐƠN VỊ CẦN ĐÔN ĐỐC, ĐỀ NGHỊ QUAN TÂM")
        let units = reminders.worstFirst
        guard !units.isEmpty else {
            page.paragraph("Không có.", indent: 3)
            return
        }
        page.paragraph(
            "Tổng số: \(ReportNumbers.counted(units.count, "đơn vị")) với \(ReportNumbers.counted(reminders.dutyCount, "nội dung")) (xem danh sách đầy đủ tại PL7_DonDoc của tệp Excel).",
            indent: 3
        )
        page.blank()
        let columns = [
            SummaryPage.Column(heading: "TT", width: 2),
            SummaryPage.Column(heading: "Đơn vị", width: 30),
            SummaryPage.Column(heading: "Số", width: 3, isRight: true),
            SummaryPage.Column(heading: "Nội dung", width: page.width - 44),
        ]
        page.header(columns, indent: 3)
        for (index, reminder) in units.prefix(SummaryReminders.longest).enumerated() {
            let unit = frame.judgement.scene.roster.units[reminder.unit]
            page.row(
                [
                    ReportNumbers.prose(index + 1), unit.name, String(reminder.duties.count),
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
                "… và \(ReportNumbers.counted(rest.count, "đơn vị")) khác với \(ReportNumbers.counted(duties, "nội dung")).",
                indent: 7
            )
        }
    }

    /// What is open and since when.
    ///
    ///     Chưa gửi: Báo cáo năm (hạn 14/12/2024, quá hạn 22 ngày). Chỉ tiêu: TX-20 (hạn 15/07/2024).
    private func text(_ reminder: Reminders.Reminder) -> String {
        let isAsked = frame.judgement.scene.roster.units[reminder.unit].isAsked
        let sent = reminder.duties.filter(\.isDeadline).map { duty in
            var notes: [String] = []
            if let last = duty.lastDay { notes.append("hạn \(last.slashed)") }
            // Who is asked is not reproached with days.
            if !isAsked, let days = duty.daysOverdue {
                notes.append("quá hạn \(ReportNumbers.prose(days)) ngày")
            }
            return duty.subject
                + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
        }
        var text = ""
        if !sent.isEmpty {
            text =
                (isAsked ? "Đề nghị gửi: " : "Chưa gửi: ") + sent.joined(separator: "; ") + ". "
        }
        let indicators = reminder.duties.filter { !$0.isDeadline }
        guard !indicators.isEmpty else { return text }
        let days = Set(indicators.map(\.lastDay)).sorted { a, b in
            (a?.number ?? .max) < (b?.number ?? .max)
        }
        let groups = days.map { day in
            indicators.filter { $0.lastDay == day }.map(\.subject).joined(separator: ", ")
                + (day.map { " (hạn \($0.slashed))" } ?? "")
        }
        return text + (isAsked ? "Đề nghị quan tâm: " : "Chỉ tiêu: ")
            + groups.joined(separator: "; ") + "."
    }
}
