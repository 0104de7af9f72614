package import Model
package import Rollup

/// A row that stands in place of all that lies below a node.
package struct HandedShare: Sendable {
    /// The node's index in the roster.
    package var node: Int
    /// What the row says.
    package var row: HandedResult
    /// Whether it adds to a figure above; not so for a total whose terms it does not say.
    package var isAdded: Bool
    /// The decision that put another value in its place.
    package var decided: (value: Quantity, decision: Decision)?

    /// Where the row stands.
    package var place: RecordSet.RecordPlace { row.place }
}
