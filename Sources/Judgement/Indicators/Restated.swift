package import Model

/// What the indicators come to on the tree of another day (theo cơ cấu tại ngày …).
package struct Restated: Sendable {
    /// The report's frame on that tree; units have the indexes that they have in the report's own.
    package let scene: Scene
    /// In the order of the plan.
    package let indicators: [IndicatorResult]
    /// Whose records each unit's are.
    package let restatement: Restatement
}

/// One year of a stage, on the tree on which the stage is restated.
package struct StageYear: Sendable {
    /// The year.
    package let window: Window
    /// What the year came to; nil where it has not begun or no submission of it is known.
    package let figures: Restated?
}

/// The same figures of the year before, on the tree of this report (cùng kỳ).
package struct PreviousYear: Sendable {
    /// Why there is nothing to compare with.
    package enum Gap: Hashable, Sendable {
        /// No submission of that year is known.
        case noSubmissions
        /// The year lies before the plan's stage, and no submission of it is known.
        case beforeStage
    }

    /// The year before.
    package let window: Window
    /// The day on whose tree both years stand.
    package let day: Day
    /// The last day whose records count: the window's, or the day up to which this year's report
    /// has come, a year earlier.
    package let until: Day
    /// Whether only a part of the year is compared: this year's window, or what is due after it, is
    /// still open.
    package let isPart: Bool
    /// What the year came to, on the common tree; nil where there is nothing.
    package let figures: Restated?
    /// What the report's own year comes to on the common tree; nil where that is the report's own.
    package internal(set) var current: Restated?
    /// Why there is nothing; nil where there are figures.
    package let gap: Gap?

    init(window: Window, day: Day, until: Day?, figures: Restated?, gap: Gap?) {
        self.window = window
        self.day = day
        self.until = until ?? window.span.to
        isPart = until != nil
        self.figures = figures
        self.gap = gap
    }
}
