package import Model

/// Where in time the rows of a file fall: which windows the file covers (CONTRACT §11.1, 11.23).
package struct Placement: Hashable, Sendable {
    /// The periods that rows name.
    package var periods: Set<Period> = []
    /// Day numbers.
    package var days: Set<Int32> = []

    package init() {}

    /// Adds where the rows of another block fall.
    package mutating func formUnion(_ other: Placement) {
        periods.formUnion(other.periods)
        days.formUnion(other.days)
    }
}
