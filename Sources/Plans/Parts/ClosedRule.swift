/// What becomes of a unit that closed inside the window.
package enum ClosedRule: String, Hashable, Sendable, CaseIterable {
    case exempt, counts, successor
}
