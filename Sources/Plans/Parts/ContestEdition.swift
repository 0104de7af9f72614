package import Model

/// One year's contest (cuộc thi).
package struct ContestEdition: Hashable, Sendable {
    /// The id that indicators and records name it by.
    package var id: String
    /// The contest's name in reports; nil where the plan gives none.
    package var name: String?
    /// The reporting year it belongs to.
    package var year: Int
    /// The first day on which entries are taken.
    package var opens: Day
    /// The last day on which they are.
    package var closes: Day
    /// The most words of an entry; nil for any number.
    package var maxWords: Int?
    /// The fewest valid entries asked of a unit; 1 where the plan says nothing.
    package var minEntries: Int
    /// How many valid entries make a unit one that took part.
    package var joiningEntries: Int { max(1, minEntries) }

    /// The days on which entries are taken, both ends included (CONTRACT §11.9).
    package var span: DateSpan { DateSpan(from: opens, to: closes) }
}
