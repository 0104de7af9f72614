package import Model
package import Plans

/// The days of a plan on which a schedule acts: `when:`.
///
/// - `deadline 14 7 3 1`: so many days before a last day of the plan;
/// - `ended month 1 5`: so many days after a month (quarter, half, year, stage) of the plan's own
///   calendar ended, so that the cut-offs of NĐ 09/2019 are the plan's;
/// - `contest-closed 1`: so many days after the last day of a contest.
package struct ScheduleCondition: Hashable, Sendable {
    /// What a day is counted from.
    package enum Event: Hashable, Sendable {
        case deadline
        case ended(Length)
        case contestClosed
    }

    /// What ends.
    package enum Length: String, Hashable, Sendable, CaseIterable {
        case month, quarter, half, year, stage
    }

    /// What its days are counted from.
    package var event: Event
    /// Days before the event, or behind it, the largest first.
    package var days: [Int]
    /// As written.
    package var text: String

    /// Why a schedule acts for a plan on a day.
    package struct Occasion: Hashable, Sendable {
        /// What the command reports on unless it says so itself.
        package var period: Period
        /// The last day that it is about.
        package var day: Day
        /// In words: `thời hạn 14/12/2024, còn 7 ngày`.
        package var text: String
    }

    private static let words = ["deadline", "ended", "contest-closed"]

    /// Reads a condition.
    package init(_ text: String) throws(ScheduleFailure) {
        let words = try CommandWords(text).words
        func failure(
            _ word: CommandWords.Word?,
            _ message: String,
            _ allowed: String
        ) -> ScheduleFailure {
            ScheduleFailure(
                offset: word?.offset ?? text.utf8.count,
                message: message,
                found: word?.text ?? "",
                allowed: allowed
            )
        }
        var rest = words.dropFirst()
        switch words.first?.text {
        case "deadline": event = .deadline
        case "contest-closed": event = .contestClosed
        case "ended":
            guard let length = rest.first.flatMap({ Length(rawValue: $0.text) }) else {
                let allowed = Length.allCases.map(\.rawValue).joined(separator: ", ")
                throw failure(rest.first, "sau ended phải là kỳ đã kết thúc", allowed)
            }
            event = .ended(length)
            rest = rest.dropFirst()
        default:
            throw failure(
                words.first,
                "không có điều kiện này",
                ScheduleCondition.words.joined(separator: ", ")
            )
        }
        var days: [Int] = []
        for word in rest {
            guard let number = Int(word.text), (0...366).contains(number), word.text.first != "+"
            else { throw failure(word, "số ngày không đúng", "số nguyên từ 0 đến 366") }
            guard !days.contains(number) else {
                throw failure(word, "số ngày bị lặp lại", "mỗi số ngày một lần")
            }
            days.append(number)
        }
        if days.isEmpty { days = event == .deadline ? [14, 7, 3, 1] : [1] }
        self.days = days.sorted(by: >)
        self.text = text
    }

    /// For what a schedule that was last looked at on one day acts on a later one, by period.
    ///
    /// A day that an outage swallowed counts on the first day after it, so that nothing is left out
    /// and nothing is done twice; a deadline that has passed meanwhile is not reminded of any more.
    package func occasions(
        for plan: Plan,
        _ decisions: [Decision],
        after last: Day,
        on day: Day
    ) -> [Occasion] {
        var occasions: [Occasion] = []
        func note(_ period: Period, _ event: Day, _ text: String) {
            guard !occasions.contains(where: { $0.period == period && $0.day == event }) else {
                return
            }
            occasions.append(Occasion(period: period, day: event, text: text))
        }
        func isTurn(_ event: Day, _ sign: Int) -> Bool {
            days.contains { distance in
                let turn = event.adding(sign * distance)
                return last < turn && turn <= day
            }
        }
        switch event {
        case .deadline:
            for (period, due) in LastDays(plan: plan, decisions: decisions).around(day)
            where day <= due && isTurn(due, -1) {
                let left = due.days(since: day)
                note(
                    period,
                    due,
                    "hạn \(due.slashed), " + (left == 0 ? "hết hạn hôm nay" : "còn \(left) ngày")
                )
            }
        case .ended(let length):
            for period in ended(length, of: plan, before: day) {
                let end = plan.calendar.span(period).to
                guard isTurn(end, 1) else { continue }
                note(period, end, "kỳ kết thúc ngày \(end.slashed)")
            }
        case .contestClosed:
            for edition in plan.contests where isTurn(edition.closes, 1) {
                note(
                    .year(edition.year),
                    edition.closes,
                    "\(plan.title(of: edition)) hết hạn nhận bài ngày \(edition.closes.slashed)"
                )
            }
        }
        return occasions.sorted { ($0.day, $0.period.id) < ($1.day, $1.period.id) }
    }

    /// The periods of the plan's stage that ended in the year and a half before a day.
    private func ended(_ length: Length, of plan: Plan, before day: Day) -> [Period] {
        let stage = plan.stage
        let year = plan.calendar.year(of: day)
        var periods: [Period] = []
        if length == .stage { periods = [.years(stage.lowerBound, stage.upperBound)] }
        for year in (year - 2)...year where stage.contains(year) && length != .stage {
            switch length {
            case .month: periods += plan.calendar.months(of: year)
            case .quarter: periods += (1...4).map { .quarter(year, $0) }
            case .half: periods += [.half(year, 1), .half(year, 2)]
            case .year, .stage: periods.append(.year(year))
            }
        }
        return periods
    }
}
