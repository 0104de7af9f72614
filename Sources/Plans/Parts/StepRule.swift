package import Model

/// By when a step has to be done (`steps:`).
package struct StepRule: Hashable, Sendable {
    /// By when in the reporting year; of this and ``days`` the earlier one counts.
    package var due: Due?
    /// Within how many days after the step that it follows.
    package var days: Int?

    /// The last day that is in time for an exemplar of a reporting year; nil where none is known,
    /// as where the step before has no date.
    package func lastDay(inYear year: Int, after previous: Day?) -> Day? {
        let byDate = due?.lastDay(inYear: year)
        let byDays = days.flatMap { days in previous?.adding(days) }
        guard let byDate, let byDays else { return byDate ?? byDays }
        return min(byDate, byDays)
    }
}
