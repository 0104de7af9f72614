/// The span of dates that a report covers (kỳ).
package struct Window: Hashable, Sendable {
    /// The period that the window is: a year, a quarter, a stage.
    package let period: Period
    /// Its days in the plan's calendar.
    package let span: DateSpan
    /// As officials read it: `Năm 2024`, `Quý III/2024`.
    package let name: String
    /// The reporting year that it lies in, the last one of a stage: `{year}` in a plan's dates.
    ///
    /// December 2024 lies in the school year 2024-2025, which is 2025.
    package let year: Int
    /// Which months of that reporting year it is, counted from 0; all of them where it is a year or
    /// more.
    let months: Range<Int>

    /// As in commands and folder names: `2024`, `2024-Q3`, `2023..2025`.
    package var id: String { period.id }
}
