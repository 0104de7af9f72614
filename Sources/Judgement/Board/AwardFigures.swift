/// Who was commended in one form.
package struct AwardFigures: Hashable, Sendable {
    package var collectives = 0
    package var households = 0
    package var individuals = 0

    package init() {}

    package var total: Int { collectives + households + individuals }

    package mutating func add(_ other: AwardFigures) {
        collectives += other.collectives
        households += other.households
        individuals += other.individuals
    }
}
