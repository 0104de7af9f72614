package import Model

/// Where in time the rows of a file fall: which windows the file covers (CONTRACT §11.1, 11.23).
package struct Placement: Hashable, Sendable {
    package var periods: Set<Period> = []
    /// Day numbers.
    package var days: Set<Int32> = []

    package init() {}

    package mutating func formUnion(_ other: Placement) {
        periods.formUnion(other.periods)
        days.formUnion(other.days)
    }
}
