internal import Model

/// A record of a unit that has units below it, which may turn out to be the sum of the others.
struct NodeRow: Sendable {
    let unit: Int
    /// How many physical lines its row takes.
    let lines: Int
    /// The row as it is handed back then.
    let row: RejectedRow
}

/// The records of such units that stand first and last in a table or a part of one.
struct NodeRows: Sendable {
    var first: NodeRow?
    var last: NodeRow?
}
