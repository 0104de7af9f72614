/// An order of units by a measure (xếp thứ, TX-56).
package struct Ranking: Hashable, Sendable {
    /// Which end of the measure is the first place.
    package enum Best: String, Hashable, Sendable, CaseIterable {
        case highest, lowest
    }

    /// The ranking's id.
    package var id: String
    /// What reports call it.
    package var name: String
    /// The passage of the plan that asks for it, as reports cite it.
    package var cite: String?
    /// What units are put in order by.
    package var measure: MeasureExpression
    /// The measure as the plan writes it.
    package var text: String
    /// The index of the group that is ranked.
    package var group: Int
    /// Whether the greatest value or the least is the first place.
    package var best: Best
    /// What is counted, for reports (`gương`).
    package var unitOfCount: String?
}
