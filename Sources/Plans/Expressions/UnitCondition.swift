/// A condition over a unit of the roster (`groups: {…: {where: …}}`).
package indirect enum UnitCondition: Hashable, Sendable {
    /// A column of the roster that a condition may name.
    package enum Column: String, Hashable, Sendable, CaseIterable {
        case id, name, kind, level, parent, cluster, group, website, staff, requested, order

        /// Whether it holds numbers, of which one may be more than another.
        var isNumber: Bool { self == .staff || self == .order }
    }

    case compare(Column, Comparison, String)
    case oneOf(Column, [String])
    case isEmpty(Column)
    case isSet(Column)
    case and(UnitCondition, UnitCondition)
    case or(UnitCondition, UnitCondition)
    case not(UnitCondition)
}
