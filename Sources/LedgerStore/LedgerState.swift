/// The number of a pass over a folder: what the ledger held when that pass had ended.
///
/// Two runs may have the same clock with a change between them; a run repeated at its own state
/// sees exactly what it saw then, which times alone cannot promise.
package struct LedgerState: Hashable, Comparable, Sendable {
    /// From 1; 0 is a ledger without any pass.
    package let number: Int64

    package init(number: Int64) { self.number = number }

    /// Whether a state came before another.
    package static func < (a: LedgerState, b: LedgerState) -> Bool { a.number < b.number }
}
