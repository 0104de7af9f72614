/// The span in which an indicator looks for records.
package enum Scope: String, Hashable, Sendable, CaseIterable {
    case window, stage, contest
}
