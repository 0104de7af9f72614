package import Model

/// One month or quarter under `every`.
package struct PartExplanation: Sendable {
    /// The month or quarter.
    package var window: Window
    /// Whether it has ended by the as-of time.
    package var isElapsed: Bool
    /// Whether the rule held in it.
    package var holds: Bool
    /// One for each requirement of the indicator.
    package var calculations: [Calculation]
}
