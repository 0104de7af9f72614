/// Where a plan's file says what only the other files of its folder can confirm.
package struct PlanPlaces: Sendable {
    /// A place in `plan.yaml`, counted from 1.
    package struct Place: Hashable, Sendable {
        package var line: Int
        package var column: Int
    }

    /// A unit that the plan names.
    package struct Unit: Hashable, Sendable {
        package var id: String
        package var place: Place
        /// Whether conditions compare it, in which case and accents do not count.
        package var isFolded = false
    }

    /// Where the plan's id stands.
    package var id = Place(line: 1, column: 1)
    /// The root, the units of groups and those that conditions compare with.
    package var units: [Unit] = []

    package init() {}
}
