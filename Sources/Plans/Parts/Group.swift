package import Model

/// A named set of units: the denominator of an indicator (nhóm đơn vị).
///
/// All that it says of its units holds together; the roster may put further ones in it.
package struct Group: Hashable, Sendable {
    /// The id in indicators and in other groups.
    package var id: String
    /// What reports call it.
    package var name: String
    /// Only units of one of these kinds; empty for any.
    package var kinds: [UnitKind]
    /// Only the units with these ids; empty for any.
    package var units: [String]
    /// The ids of units that are not in it whatever else is said.
    package var except: [String]
    /// Indexes of the groups it is the union of.
    package var anyOf: [Int]
    /// Indexes of the groups it is the intersection of.
    package var allOf: [Int]
    /// What the roster has to say of its units (`where`); nil where nothing is asked.
    package var condition: UnitCondition?
    /// The reading taken where the plan's words leave open who is meant; printed in the reports.
    package var note: String?
}
