/// What the template of `reminders/<unit>.txt` may name (domain.md 6.7).
enum ReminderFields {
    /// The number of the part, where the letter has several.
    private static let number = TextField("number", "số thứ tự của phần, trống nếu chỉ có một phần")

    static let all = [
        TextField("unit", "đơn vị nhận phiếu"),
        TextField("is_asked", "MTTQ, đoàn thể, đơn vị được đề nghị, cấp trên: lời đề nghị", .flag),
        TextField("day", "gửi lại trước ngày"),
        TextField(
            "overdue",
            "nội dung đã hết hạn mà chưa thực hiện",
            .group([
                number, TextField("count", "số nội dung"),
                TextField("table", "bảng: nội dung, thời hạn, số ngày quá hạn"),
            ])
        ),
        TextField(
            "upcoming",
            "nội dung sẽ hết hạn trong 14 ngày",
            .group([
                number, TextField("count", "số nội dung"),
                TextField("table", "bảng: nội dung, thời hạn, số ngày còn lại"),
            ])
        ),
        TextField(
            "correction",
            "số liệu đề nghị kiểm tra, chỉnh lý",
            .group([
                number, TextField("found", "số lỗi, số cảnh báo"),
                TextField("table", "từng tệp: dòng, nội dung, giá trị đã khai, đề nghị"),
            ])
        ),
        TextField("only_correction", "phiếu chỉ có phần chỉnh lý", .flag),
        TextField(
            "only_upcoming",
            "phiếu không có nội dung quá hạn, có nội dung sắp đến hạn",
            .flag
        ),
        TextField("has_overdue", "phiếu có nội dung quá hạn", .flag),
    ]
}
