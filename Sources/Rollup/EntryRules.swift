internal import Intake
internal import Model
internal import Plans

/// When a contest entry is valid, duplicates aside (CONTRACT §3, §11.3).
struct EntryRules {
    private let editions: [ContestEdition]
    private let calendar: ReportingCalendar
    private let title: Int?
    private let authors: Int?
    private let words: Int?
    private let declared: Int?

    init(plan: Plan, form: Form) {
        editions = plan.contests
        calendar = plan.calendar
        title = form.index(of: "title")
        authors = form.index(of: "authors")
        words = form.index(of: "words")
        declared = form.index(of: "valid")
    }

    /// The edition that an entry belongs to, and what is wrong with it.
    func judge(_ batch: RecordBatch, _ record: Int) -> (edition: Int16, fault: EntryFault) {
        let day = Day(number: batch.days[record])
        let edition =
            editions.firstIndex { $0.span.contains(day) }
            ?? editions.firstIndex { $0.year == calendar.year(of: day) }
        let index = Int16(truncatingIfNeeded: edition ?? -1)
        if let declared, batch.code(declared, record) == 0 { return (index, .declaredInvalid) }
        if let title, batch.isBlank(title, record) { return (index, .titleMissing) }
        if batch.authors(of: record).isEmpty { return (index, .authorMissing) }
        guard let edition else { return (index, editions.isEmpty ? .none : .outsideEditions) }
        if day > editions[edition].closes { return (index, .late) }
        if day < editions[edition].opens { return (index, .early) }
        if let limit = editions[edition].maxWords, let words,
            case .integers(let counts) = batch.columns[words], counts[record] > Int64(limit)
        {
            return (index, .tooLong)
        }
        return (index, .none)
    }

    /// The finding for a fault; nil where the unit itself declared the entry invalid.
    static func wording(
        _ fault: EntryFault,
        edition: ContestEdition?,
        original: (path: String, line: Int)?
    ) -> (code: FindingCode, field: String, message: String, fix: String)? {
        switch fault {
        case .none, .declaredInvalid: return nil
        case .titleMissing:
            return (
                .requiredEmpty, "title", "Bài dự thi không có tên, không được ghi nhận là hợp lệ.",
                "Bổ sung tên bài."
            )
        case .authorMissing:
            return (
                .authorMissing, "authors",
                "Bài dự thi thiếu thông tin tác giả, không được ghi nhận là hợp lệ.",
                "Bổ sung tên tác giả."
            )
        case .late:
            return (
                .entryLate, "received_on",
                "Bài dự thi nộp sau thời hạn \(edition?.closes.slashed ?? ""), không được ghi nhận là hợp lệ.",
                "Kiểm tra lại ngày nộp."
            )
        case .early:
            return (
                .entryLate, "received_on",
                "Bài dự thi nộp trước ngày mở cuộc thi \(edition?.opens.slashed ?? ""), không được ghi nhận là hợp lệ.",
                "Kiểm tra lại ngày nộp."
            )
        case .outsideEditions:
            return (
                .entryLate, "received_on", "Ngày nộp không thuộc cuộc thi nào của kế hoạch.",
                "Kiểm tra lại ngày nộp."
            )
        case .tooLong:
            return (
                .entryTooLong, "words",
                "Bài dự thi vượt \(edition?.maxWords ?? 0) từ, không được ghi nhận là hợp lệ.",
                "Rút gọn bài hoặc kiểm tra lại số từ."
            )
        case .duplicate:
            return (
                .duplicate, "title",
                "Trùng tên bài và tác giả với dòng \(original?.line ?? 0) của tệp \"\(original?.path ?? "")\"; chỉ bài nộp trước được ghi nhận là hợp lệ.",
                "Bỏ bài khai trùng."
            )
        }
    }
}
