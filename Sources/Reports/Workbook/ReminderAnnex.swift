internal import Judgement
internal import Model
internal import Plans

/// `PL7_DonDoc`: what each unit still has to hand in or fulfil, in the order of the roster.
struct ReminderAnnex {
    let frame: ReportFrame
    private var words: Words { frame.words }

    var sheet: Sheet {
        let reminders = frame.reminders
        let rows = reminders.reminders.enumerated().flatMap { self.rows($0 + 1, $1) }
        var sheet = frame.annex(
            "PL7_DonDoc",
            number: "VII",
            title: words("DANH SÁCH ĐƠN VỊ CHƯA BÁO CÁO, CHƯA HOÀN THÀNH CHỈ TIÊU"),
            columns: columns,
            rows: rows
        )
        sheet.tabColour = .orange
        sheet.notes = [
            words(
                "Tổng số: \(words.counted(reminders.reminders.count, "đơn vị")) với \(words.counted(reminders.dutyCount, "nội dung")). \(frame.standing)"
            )
        ]
        if reminders.answeredFor > 0 {
            sheet.notes.append(
                words(
                    "Không liệt kê \(words.counted(reminders.answeredFor, "đơn vị")) do cấp trên trực tiếp, là cấp tổng hợp và gửi kết quả, đôn đốc."
                )
            )
        }
        return sheet
    }

    private var columns: [SheetColumn] {
        [
            .ordinal(words), SheetColumn(words("Đơn vị, nội dung"), width: 58),
            SheetColumn(words("Hạn (hết ngày)"), width: 11, kind: .date),
            SheetColumn(words("Số ngày quá hạn"), width: 8, kind: .integer),
            SheetColumn(words("Kết quả"), width: 14, alignment: .centre),
            SheetColumn(words("Ghi chú"), width: 38),
        ]
    }

    private func rows(_ number: Int, _ reminder: Reminders.Reminder) -> [SheetRow] {
        let scene = frame.judgement.scene
        let unit = scene.roster.units[reminder.unit]
        let contact = unit.head.map { head in
            words(" – Người đứng đầu: \(frame.person(head))")
                + (unit.headTitle.map { ", " + $0 } ?? "")
        }
        let title =
            "\(scene.name(of: reminder.unit)) (\(words.counted(reminder.duties.count, "nội dung")))\(contact ?? "")"
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
