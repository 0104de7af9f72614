/// What makes a board's review valid and its vote a pass (hội đồng, tập thể đơn vị họp bình xét).
package struct ReviewRule: Hashable, Sendable {
    /// Of whom the members in favour are a share.
    package enum Base: String, Hashable, Sendable, CaseIterable {
        /// All members of the board, whether they came or not.
        case members
        case present
        /// Ballots handed out, collected, and valid.
        case issued, collected, valid
    }

    /// The share of the members who have to be present; nil where nothing is asked.
    package var quorum: ShareRule?
    /// The rule as the plan writes it.
    package var quorumText: String?
    /// The share of ``base`` that has to be in favour; nil where nothing is asked.
    package var threshold: ShareRule?
    /// The rule as the plan writes it.
    package var thresholdText: String?
    /// Of whom the threshold is a share; nil where there is none.
    package var base: Base?
    /// Whether the vote has to be by secret ballot (BP-07).
    package var isSecret: Bool
}
