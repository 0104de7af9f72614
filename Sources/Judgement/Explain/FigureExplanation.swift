package import Model

/// A figure and its requirements.
package struct FigureExplanation: Sendable {
    /// The units whose records it is made of, each with those whose records count with it.
    package var members: [[Int]]
    /// One for each requirement of the indicator.
    package var calculations: [Calculation]
    /// For `every`: the months or quarters, in order.
    package var parts: [PartExplanation]
    /// What the rule looked at where that is more than the window's own: all of the year whose due
    /// day lies in the window (CONTRACT §11.10).
    package var accrued: Accrued?
    /// What each requirement was held against: the calculation's values, or those that decisions
    /// put in the place of a part of them.
    package var judged: [JudgedValue]

    /// What came together by a due day.
    package struct Accrued: Sendable {
        /// The days whose records it takes in.
        package var span: DateSpan
        /// One for each requirement of the indicator.
        package var calculations: [Calculation]
    }
}
