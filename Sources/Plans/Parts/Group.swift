package import Model

/// A named set of units: the denominator of an indicator (nhóm đơn vị).
package struct Group: Hashable, Sendable {
    package var id: String
    package var name: String
    package var kinds: [UnitKind]
    package var units: [String]
    package var except: [String]
    /// Indexes of the groups it is the union of.
    package var anyOf: [Int]
    /// Indexes of the groups it is the intersection of.
    package var allOf: [Int]
    package var condition: UnitCondition?
    /// The reading taken where the plan's words leave open who is meant; printed in the reports.
    package var note: String?
}
