internal import Intake
internal import Model
internal import Plans

/// When a contest entry is valid, duplicates aside (CONTRACT §3, §11.3).
struct EntryRules {
    private let editions: [Edition]
    private let plan: Plan
    private let title: Int?
    private let words: Int?
    private let declared: Int?

    /// What an edition asks of each entry.
    private struct Edition {
        var opens: Day
        var closes: Day
        var maxWords: Int64?
    }

    init(plan: Plan, form: Form) {
        editions = plan.contests.map {
            Edition(
                opens: $0.opens,
                closes: $0.closes,
                maxWords: $0.maxWords.map(Int64.init)
            )
        }
        self.plan = plan
        title = form.index(of: "title")
        words = form.index(of: "words")
        declared = form.index(of: "valid")
    }

    /// For each entry of a batch that counts the edition that it belongs to, and what is wrong with
    /// it.
    ///
    /// Column by column, not entry by entry: an entry's look at a column costs more than the rule.
    func judge(
        _ batch: RecordBatch,
        where counts: [Bool]
    ) -> (editions: [Int16], faults: [EntryFault]) {
        var indexes = [Int16](repeating: -1, count: batch.count)
        var faults = [EntryFault](repeating: .none, count: batch.count)
        let days = batch.days.numbers
        let editions = editions(of: days, in: batch)
        let isDeclared = batch.codes(declared)
        let isUntitled = title.map(batch.blanks)
        let authorEnds = batch.authorEnds.numbers
        let lengths = batch.integers(words)
        for record in days.indices where counts[record] {
            let day = Day(number: days[record])
            let found = Int(editions[record])
            indexes[record] = editions[record]
            if let isDeclared, isDeclared[record] == 0 {
                faults[record] = .declaredInvalid
            } else if let isUntitled, isUntitled[record] {
                faults[record] = .titleMissing
            } else if authorEnds.isEmpty
                || authorEnds[record] == (record == 0 ? 0 : authorEnds[record - 1])
            {
                faults[record] = .authorMissing
            } else if found >= 0 {
                faults[record] = fault(of: day, lengths?[record], in: self.editions[found])
            } else if !self.editions.isEmpty {
                faults[record] = .outsideEditions
            }
        }
        return (indexes, faults)
    }

    /// The edition that the entries of a batch with these days belong to, -1 for none: looked up
    /// once for each different day, of which a register has few.
    private func editions(of days: [Int32], in batch: RecordBatch) -> [Int16] {
        func edition(on day: Int32, stating period: Period? = nil) -> Int16 {
            Int16(truncatingIfNeeded: plan.edition(on: Day(number: day), stating: period) ?? -1)
        }
        guard batch.periodTable.isEmpty else {
            return days.indices.map { edition(on: days[$0], stating: batch.explicitPeriod($0)) }
        }
        var (least, greatest) = (Int32.max, Int32.min)
        for day in days { (least, greatest) = (min(least, day), max(greatest, day)) }
        let count = Int(greatest) - Int(least) + 1
        // Blanks lie far from all days.
        guard count > 0, count <= days.count else { return days.map { edition(on: $0) } }
        var known = [Int16?](repeating: nil, count: count)
        return days.map { day in
            let place = Int(day - least)
            if let edition = known[place] { return edition }
            let found = edition(on: day)
            known[place] = found
            return found
        }
    }

    private func fault(of day: Day, _ length: Int64?, in edition: Edition) -> EntryFault {
        if day > edition.closes { return .late }
        if day < edition.opens { return .early }
        if let limit = edition.maxWords, let length, length > limit { return .tooLong }
        return .none
    }

    /// What an entry has that breaks a rule.
    enum Value: Hashable {
        case day(Int32)
        case words(Int64)

        var text: String {
            switch self {
            case .day(let number): Day(number: number).slashed
            case .words(let number): String(number)
            }
        }
    }

    /// What is wrong about an entry, where a cell says it.
    static func value(
        _ fault: EntryFault,
        _ batch: RecordBatch,
        _ record: Int,
        lengths: Int?
    ) -> Value? {
        switch fault {
        case .late, .early, .outsideEditions:
            let day = batch.days[record]
            return day == RecordBatch.blankDay ? nil : .day(day)
        case .tooLong:
            guard let field = lengths,
                case .integers(let lengths) = batch.columns[field]
            else { return nil }
            return .words(lengths[record])
        case .none, .declaredInvalid, .titleMissing, .authorMissing, .duplicate: return nil
        }
    }

    /// The finding about the day of an entry that states another year than the day's; nil for
    /// other faults.
    ///
    /// One of the two is wrong, and nobody but the office that wrote them can say which.
    static func wording(
        _ fault: EntryFault,
        editionOfPeriod edition: String?,
        takes days: DateSpan?,
        stating period: String
    ) -> (code: FindingCode, field: String, wording: FindingWording, fix: String)? {
        guard [.late, .early, .outsideEditions].contains(fault) else { return nil }
        let wording: FindingWording =
            if let edition, let days {
                .plain(
                    "Bài dự thi ghi \(period) nên thuộc \(edition), nhưng nộp ngoài thời gian "
                        + "nhận bài của đợt ấy (\(days.from.slashed) - \(days.to.slashed)); không "
                        + "được ghi nhận là hợp lệ."
                )
            } else {
                .plain(
                    "Bài dự thi ghi \(period), nhưng năm ấy kế hoạch không có cuộc thi; không "
                        + "được ghi nhận là hợp lệ."
                )
            }
        return (
            .entryLate, "received_on", wording,
            "Kiểm tra lại ngày nộp và cột Kỳ báo cáo, Năm; bài của đợt thi khác thì ghi đúng năm "
                + "của đợt ấy."
        )
    }

    /// The finding for a fault; nil where the unit itself declared the entry invalid.
    static func wording(
        _ fault: EntryFault,
        edition: ContestEdition?,
        originalPath: String?
    ) -> (code: FindingCode, field: String, wording: FindingWording, fix: String)? {
        switch fault {
        case .none, .declaredInvalid: return nil
        case .titleMissing:
            return (
                .requiredEmpty, "title",
                .plain("Bài dự thi không có tên, không được ghi nhận là hợp lệ."),
                "Bổ sung tên bài."
            )
        case .authorMissing:
            return (
                .authorMissing, "authors",
                .plain(
                    "Bài dự thi thiếu thông tin tác giả, không được ghi nhận là hợp lệ."
                ),
                "Bổ sung tên tác giả."
            )
        case .late:
            return (
                .entryLate, "received_on",
                .plain(
                    "Bài dự thi nộp sau thời hạn \(edition?.closes.slashed ?? ""), không được ghi nhận là hợp lệ."
                ),
                "Kiểm tra lại ngày nộp."
            )
        case .early:
            return (
                .entryLate, "received_on",
                .plain(
                    "Bài dự thi nộp trước ngày mở cuộc thi \(edition?.opens.slashed ?? ""), không được ghi nhận là hợp lệ."
                ),
                "Kiểm tra lại ngày nộp."
            )
        case .outsideEditions:
            return (
                .entryLate, "received_on",
                .plain("Ngày nộp không thuộc cuộc thi nào của kế hoạch."),
                "Kiểm tra lại ngày nộp."
            )
        case .tooLong:
            return (
                .entryTooLong, "words",
                .plain(
                    "Bài dự thi vượt \(dotted(edition?.maxWords ?? 0)) từ, không được ghi nhận là hợp lệ."
                ),
                "Rút gọn bài hoặc kiểm tra lại số từ."
            )
        case .duplicate:
            return (
                .duplicate, "title",
                "Trùng tên bài và tác giả với dòng \(.otherLine) của tệp \"\(file: originalPath ?? "")\"; "
                    + "chỉ bài nộp trước được ghi nhận là hợp lệ.",
                "Bỏ bài khai trùng."
            )
        }
    }

    /// A number with a dot before each three digits (domain.md 6.1).
    private static func dotted(_ number: Int) -> String {
        number < 1_000
            ? String(number)
            : dotted(number / 1_000) + "." + String(String(number % 1_000 + 1_000).dropFirst())
    }
}
