internal import Judgement
internal import Model

/// What a unit is reminded of, as a table of its letter.
struct DutySection {
    let duties: [Reminders.Duty]
    let asOf: Day
    /// Whether the unit is asked and not told.
    let isAsked: Bool

    /// What is overdue, the longest first.
    var overdueTable: String {
        let sorted = duties.enumerated().sorted { a, b in
            let (left, right) = (a.element.daysOverdue ?? 0, b.element.daysOverdue ?? 0)
            return left != right ? left > right : a.offset < b.offset
        }.map(\.element)
        return table(sorted, isAsked ? "Sau hạn" : "Quá hạn") { duty in
            duty.daysOverdue.map { Words.vietnamese.counted($0, "ngày") } ?? ""
        }
    }

    /// What will be due, the next first.
    var upcomingTable: String {
        let sorted = duties.enumerated().sorted { a, b in
            let (left, right) = (a.element.lastDay ?? asOf, b.element.lastDay ?? asOf)
            return left != right ? left < right : a.offset < b.offset
        }.map(\.element)
        return table(sorted, "Còn lại") { duty in
            guard let last = duty.lastDay else { return "" }
            let days = last.days(since: asOf)
            return days == 0 ? "hôm nay" : Words.vietnamese.counted(days, "ngày")
        }
    }

    private func table(
        _ duties: [Reminders.Duty],
        _ heading: String,
        _ days: (Reminders.Duty) -> String
    ) -> String {
        let columns = [
            SummaryPage.Column(heading: "TT", width: 2),
            SummaryPage.Column(heading: "Nội dung", width: 56),
            SummaryPage.Column(heading: "Hạn", width: 10),
            SummaryPage.Column(heading: heading, width: 9),
            SummaryPage.Column(heading: "Kết quả", width: 15),
        ]
        var page = SummaryPage(width: UnitNotes.width)
        page.header(columns, indent: 0)
        for (index, duty) in duties.enumerated() {
            var note = duty.note.map { " – \($0)" } ?? ""
            if isAsked { note = note.replacing("Chưa gửi: ", with: "đề nghị gửi: ") }
            page.row(
                [
                    Words.vietnamese.prose(index + 1), duty.text + note,
                    duty.lastDay?.slashed ?? "",
                    days(duty), duty.word,
                ],
                columns
            )
        }
        return page.block
    }
}
