/// An order of units by a measure (xếp thứ, TX-56).
package struct Ranking: Hashable, Sendable {
    /// Which end of the measure is the first place.
    package enum Best: String, Hashable, Sendable, CaseIterable {
        case highest, lowest
    }

    package var id: String
    package var name: String
    package var cite: String?
    package var measure: MeasureExpression
    /// The measure as the plan writes it.
    package var text: String
    /// The index of the group that is ranked.
    package var group: Int
    package var best: Best
    /// What is counted, for reports (`gương`).
    package var unitOfCount: String?
}
