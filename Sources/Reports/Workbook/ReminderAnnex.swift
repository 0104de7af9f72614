internal import Judgement
internal import Model
internal import Plans

/// `PL7_DonDoc`: what each unit still has to hand in or fulfil, in the order of the roster.
struct ReminderAnnex {
    let frame: ReportFrame

    var sheet: Sheet {
        let reminders = Reminders(frame.judgement)
        let rows = reminders.reminders.enumerated().flatMap { self.rows($0 + 1, $1) }
        var sheet = frame.annex(
            "PL7_DonDoc",
            number: "VII",
            title: "DANH SÁCH ĐƠN VỊ CHƯA BÁO CÁO, CHƯA HOÀN THÀNH CHỈ TIÊU",
            columns: columns,
            rows: rows
        )
        sheet.tabColour = .orange
        sheet.notes = [
            "Tổng số: \(ReportNumbers.counted(reminders.reminders.count, "đơn vị")) với \(ReportNumbers.counted(reminders.dutyCount, "nội dung")). \(frame.standing)"
        ]
        return sheet
    }

    private var columns: [SheetColumn] {
        [
            .ordinal, SheetColumn("Đơn vị, nội dung", width: 58),
            SheetColumn("Hạn (hết ngày)", width: 11, kind: .date),
            SheetColumn("Số ngày quá hạn", width: 8, kind: .integer),
            SheetColumn("Kết quả", width: 14, alignment: .centre),
            SheetColumn("Ghi chú", width: 38),
        ]
    }

    private func rows(_ number: Int, _ reminder: Reminders.Reminder) -> [SheetRow] {
        let unit = frame.judgement.scene.roster.units[reminder.unit]
        let contact = unit.head.map { head in
            " – Người đứng đầu: \(frame.person(head))" + (unit.headTitle.map { ", " + $0 } ?? "")
        }
        let title =
            "\(unit.name) (\(ReportNumbers.counted(reminder.duties.count, "nội dung")))\(contact ?? "")"
        return [SheetRow(.group, [.integer(number), .text(title)])]
            + reminder.duties.map { duty in
                SheetRow(
                    outlineLevel: 1,
                    [
                        .empty, .text(duty.text), .date(duty.lastDay),
                        duty.daysOverdue.map { .integer($0) } ?? .empty,
                        .status(duty.status, duty.word), .text(duty.note ?? ""),
                    ]
                )
            }
    }
}
