package import Model
package import Plans

/// Days, times, windows and terms as a report's language writes them.
extension Words {
    /// `14/12/2024`, `14 December 2024`.
    package func day(_ day: Day) -> String {
        guard language == .english else { return day.slashed }
        let parts = day.parts
        return "\(parts.day) \(EnglishPeriod.months[parts.month - 1]) \(parts.year)"
    }

    /// A day where a column is narrow: `14/12/2024`, `2024-12-14`.
    package func shortDay(_ day: Day) -> String {
        language == .english ? day.iso : day.slashed
    }

    /// The format of dates in a spreadsheet: `dd/mm/yyyy`.
    package var dayFormat: String { language == .english ? "yyyy-mm-dd" : "dd/mm/yyyy" }

    /// The same without the year, along the axis of a chart.
    package var dayOfYearFormat: String { language == .english ? "mm-dd" : "dd/mm" }

    /// `02:00 ngày 05/01/2025`, `02:00 on 5 January 2025`.
    package func time(_ instant: Instant) -> String {
        let clock = instant.clock
        return self(
            "\(padded(clock.hour, 2)):\(padded(clock.minute, 2)) ngày \(day(instant.day))"
        )
    }

    /// `từ ngày 15/12/2023 đến hết ngày 14/12/2024`.
    package func span(_ span: DateSpan) -> String {
        self("từ ngày \(day(span.from)) đến hết ngày \(day(span.to))")
    }

    /// As officials write the day by which something is due: `trước ngày 10/01/2025`.
    package func due(_ due: Due, inYear year: Int) -> String {
        switch due {
        case .before(let date): self("trước ngày \(day(date.bound(inYear: year)))")
        case .by(let date): self("đến hết ngày \(day(date.day(inYear: year)))")
        case .within(let from, let to):
            self(
                "từ ngày \(day(from.day(inYear: year))) đến ngày \(day(to.day(inYear: year)))"
            )
        }
    }

    /// What one part of a recurrence is called: `tháng`, `month`.
    func noun(_ every: Recurrence, _ number: Int = 1) -> String {
        switch every {
        case .month: noun("tháng", number)
        case .quarter: noun("quý", number)
        case .year: noun("năm", number)
        }
    }

    /// The name of a window at the head of a text: `Năm 2024`, `Year 2024`.
    func name(_ window: Window) -> String { period(window.name).capitalisedFirst }

    /// The name of a window in the middle of a sentence: `năm 2024`, `the year 2024`.
    func inSentence(_ window: Window) -> String {
        guard language == .english else { return window.name.lowercasedFirst }
        return switch window.period {
        case .year, .years, .half, .nineMonths: "the " + period(window.name)
        case .quarter, .month: period(window.name)
        }
    }

    /// A period by the name that the plan's calendar gives it (`Quý III/2024`), without an article.
    func period(_ name: String) -> String {
        guard language == .english else { return name }
        return EnglishPeriod.name(name) ?? name
    }
}

/// The names of periods in English, from those that ``ReportCalendar`` gives them.
private enum EnglishPeriod {
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    private static let halves = [
        ("6 tháng đầu ", "first half of "), ("6 tháng cuối ", "second half of "),
        ("9 tháng ", "first nine months of "),
    ]

    static func name(_ name: String) -> String? {
        let small = name.lowercasedFirst
        for (start, english) in halves where small.hasPrefix(start) {
            let year = String(small.dropFirst(start.count))
            return self.name(year).map { text in
                english + (text.hasPrefix("year ") ? String(text.dropFirst(5)) : "the " + text)
            }
        }
        if let rest = rest(of: small, behind: "năm học ") { return "school year " + rest }
        if let rest = rest(of: small, behind: "năm ") { return "year " + rest }
        if let rest = rest(of: small, behind: "giai đoạn ") { return "stage " + rest }
        if let rest = rest(of: small, behind: "quý ") {
            let parts = rest.split(separator: "/")
            return parts.count == 2 ? "quarter \(parts[0]) of \(parts[1])" : nil
        }
        if let rest = rest(of: small, behind: "tháng ") {
            let parts = rest.split(separator: "/")
            guard parts.count == 2, let month = Int(parts[0]), (1...12).contains(month) else {
                return nil
            }
            return "\(months[month - 1]) \(parts[1])"
        }
        return nil
    }

    private static func rest(of name: String, behind start: String) -> String? {
        name.hasPrefix(start) ? String(name.dropFirst(start.count)) : nil
    }
}
