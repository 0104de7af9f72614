/// The two parts of a plan's folder whose files the ledger keeps.
package enum Area: String, Hashable, Sendable, CaseIterable {
    /// The drop folder `submissions/`: what units hand in.
    case submissions
    /// The files of the plan itself: `plan.yaml`, the roster, changes, decisions …
    case config
}
