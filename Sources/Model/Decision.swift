/// A decision of the board (`decisions.csv`).
package struct Decision: Hashable, Sendable {
    /// What a decision does.
    package enum Kind: Hashable, Sendable {
        /// Waives an indicator for a unit (`Miễn`).
        case waive
        /// Extends a deadline to a new last day, inclusive (`Gia hạn`).
        case extend(Day)
        /// Voids a submission, named by its path or its SHA-256 (`Loại bài nộp`).
        case void(String)
        /// Puts a value in place of a unit's own (`Điều chỉnh`).
        case override(Quantity)
        /// Freezes a window (`Chốt số liệu`).
        case freeze
        /// Accepts a warning with its explanation (`Giải trình`).
        case explain

        /// Whether it puts a value in the place of another.
        package var isOverride: Bool { if case .override = self { true } else { false } }

        /// Whether it moves a last day; an extension never brings one forward.
        package func extends(_ planned: Day) -> Bool {
            if case .extend(let day) = self { day >= planned } else { false }
        }
    }

    /// The number of the paper (`Số`) that the decision was made by.
    package var number: String
    /// The day of the paper.
    package var date: Day
    /// What it does, with the value that it sets.
    package var kind: Kind
    /// The unit's id; nil where it is about all units.
    package var unit: String?
    /// The indicator, deadline or finding code it is about; nil for all.
    package var subject: String?
    /// The window it is made for; nil for every one.
    package var window: Period?
    /// Why it was made, as reports print it.
    package var reason: String
    /// The first day on which it no longer acts.
    package var expires: Day?
    /// The line of decisions.csv where it stands.
    package var line: Int

    package init(number: String, date: Day, kind: Kind, reason: String, line: Int) {
        self.number = number
        self.date = date
        self.kind = kind
        self.reason = reason
        self.line = line
    }

    /// Whether a day lies between its date and its end.
    package func isInForce(on day: Day) -> Bool {
        date <= day && expires.map { day < $0 } ?? true
    }

    /// Whether it acts on a day for a window.
    ///
    /// A value is that of its own window: a year's is no month's.
    package func acts(on day: Day, window: Window) -> Bool {
        guard isInForce(on: day) else { return false }
        guard let period = self.window else { return true }
        return kind.isOverride ? period == window.period : period.includes(window)
    }
}
