package import Model

/// One year's contest (cuộc thi).
package struct ContestEdition: Hashable, Sendable {
    package var id: String
    package var name: String?
    /// The reporting year it belongs to.
    package var year: Int
    package var opens: Day
    package var closes: Day
    package var maxWords: Int?
    package var minEntries: Int
    /// How many valid entries make a unit one that took part.
    package var joiningEntries: Int { max(1, minEntries) }

    package var span: DateSpan { DateSpan(from: opens, to: closes) }
}
