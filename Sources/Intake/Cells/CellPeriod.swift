package import Model

/// Reads periods as offices write them: `Năm 2024`, `Quý III/2024`, `6 tháng đầu năm 2024`,
/// `Tháng 5/2024`, `T5/2024`, `Giai đoạn 2023-2025`, `Năm học 2023-2024`, each also after `Báo cáo`
/// (domain.md 2.7).
package enum CellPeriod {
    /// Whether a text names a school year: `Năm học 2023-2024`.
    package static func isSchoolYear(_ text: String) -> Bool {
        let key = Fold.key(text)
        return key.starts(with: Fold.key("năm học") + [32])
            || key.starts(with: Fold.key("nh") + [32])
    }

    /// The period of a text in a plan's calendar: where its years are school years, `2023-2024` is
    /// one.
    package static func parse(_ text: String, in calendar: ReportingCalendar) -> Period? {
        let period = parse(text)
        guard calendar.isSchoolCalendar, let year = schoolYear(period, text) else { return period }
        return .year(year)
    }

    /// Whether a text that is read as two years may be one school year: `2023-2024`, without a word
    /// that says which.
    package static func mayBeSchoolYear(_ text: String) -> Bool {
        schoolYear(parse(text), text) != nil
    }

    /// The year in which a school year ends, where a bare text of two years may be one.
    private static func schoolYear(_ period: Period?, _ text: String) -> Int? {
        guard case .years(let from, let to)? = period, to == from + 1,
            !text.contains(where: { $0.isLetter }), !text.contains("..")
        else { return nil }
        return to
    }

    /// The period of a text, or nil where it is none for certain.
    package static func parse(_ text: String) -> Period? {
        let trimmed = text.trimmedBlanks
        // What is longer is prose, or a title.
        guard trimmed.utf8.count <= 100 else { return nil }
        if let period = Period(id: trimmed) { return period }
        var words = String(decoding: Fold.key(trimmed).filter { $0 >= 32 }, as: UTF8.self)
            .split(separator: " ").map(String.init)
        if words.starts(with: ["bao", "cao"]) { words.removeFirst(2) }
        let years = words.compactMap(year)
        guard let last = years.last, let head = words.first else { return nil }
        let rest = words.filter { year($0) == nil }
        let text = rest.joined(separator: " ")
        if years.count == 2 {
            guard years[0] < years[1] else { return nil }
            // The school year 2023-2024 is the reporting year 2024 of a calendar that starts 09-01.
            if text == "năm hoc" || text == "nh" {
                return years[1] == years[0] + 1 ? .year(years[1]) : nil
            }
            return text.isEmpty || text == "giai đoan" || text == "tư năm đên năm"
                ? .years(years[0], years[1]) : nil
        }
        guard years.count == 1 else { return nil }
        switch text {
        case "", "năm", "ca năm": return .year(last)
        case "6 thang đâu năm", "06 thang đâu năm", "6 thang", "06 thang", "nưa đâu năm":
            return .half(last, 1)
        case "6 thang cuôi năm", "06 thang cuôi năm", "nưa cuôi năm": return .half(last, 2)
        case "9 thang", "09 thang", "9 thang năm", "09 thang năm", "9 thang đâu năm",
            "09 thang đâu năm":
            return .nineMonths(last)
        default: break
        }
        if head == "quy" || head == "qui" || head == "q", rest.count >= 2,
            let quarter = quarters[rest[1]],
            rest.count == 2 || (rest.count == 3 && rest[2] == "năm")
        {
            return .quarter(last, quarter)
        }
        if rest.count == 1, head.hasPrefix("q"), let quarter = quarters[String(head.dropFirst())] {
            return .quarter(last, quarter)
        }
        let isMonth =
            (head == "thang" && (rest.count == 2 || (rest.count == 3 && rest[2] == "năm")))
        if isMonth, let month = month(rest[1]) {
            return .month(last, month)
        }
        if rest.count == 1, head.first == "t", let month = month(head.dropFirst()) {
            return .month(last, month)
        }
        // 05/2024
        if rest.count == 1, words.count == 2, words[1] == String(last),
            let month = month(rest[0])
        {
            return .month(last, month)
        }
        return nil
    }

    private static let quarters = [
        "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
        "01": 1, "02": 2, "03": 3, "04": 4,
    ]

    private static func month(_ digits: some StringProtocol) -> Int? {
        guard digits.utf8.count <= 2, let month = Int(digits), (1...12).contains(month) else {
            return nil
        }
        return month
    }

    private static func year(_ word: String) -> Int? {
        guard word.utf8.count == 4, let year = Int(word), (1990...2099).contains(year) else {
            return nil
        }
        return year
    }
}
