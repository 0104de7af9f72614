/// Who was commended in one form.
package struct AwardFigures: Hashable, Sendable {
    /// Collectives (`tập thể`) commended.
    package var collectives = 0
    /// Households (`hộ gia đình`) commended.
    package var households = 0
    /// Individuals (`cá nhân`) commended.
    package var individuals = 0

    package init() {}

    /// Commendations of all three subjects.
    package var total: Int { collectives + households + individuals }

    /// Adds the commendations of another unit or form.
    package mutating func add(_ other: AwardFigures) {
        collectives += other.collectives
        households += other.households
        individuals += other.individuals
    }
}
