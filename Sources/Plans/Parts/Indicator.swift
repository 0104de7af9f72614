package import Model

/// A measure judged by a rule over a group, at a node (chỉ tiêu).
package struct Indicator: Hashable, Sendable {
    /// Whom the rule asks.
    package enum Kind: Hashable, Sendable {
        /// Every unit of the group has to pass; a share of them must.
        case each(target: ShareRule)
        /// The node's own figure has to pass.
        case total
    }

    /// The id in commands, decisions and reports, such as `TX-20`.
    package var id: String
    /// What is asked, as reports print it.
    package var name: String
    /// The passage of the plan that sets it, as reports cite it.
    package var cite: String?
    /// The reading taken where the plan can be read in several ways; printed in the reports.
    package var note: String?
    /// Whether each unit is asked or the node as a whole.
    package var kind: Kind
    /// The requirement, then those of `also`; all must hold.
    package var requirements: [Requirement]
    /// The rule and target as the plan writes them.
    package var ruleText: String
    /// The target as reports print it.
    package var targetText: String
    /// The index of the group; nil where a total looks at all units.
    package var group: Int?
    /// Over which time it is counted: window, contest or stage.
    package var scope: Scope
    /// The index in the chain of the level of node that the target is set for.
    package var level: Int
    /// Whose records a node's figure takes in.
    package var counts: NodeScope
    /// By when it must be met; nil for any time of the window.
    package var due: Due?
    /// The code of the field that dates records for `due`; nil for each form's dating field.
    package var datedBy: String?
    /// Whether units that met it too late are in the numerator as well.
    package var lateCounts: Bool
    /// How often within the window the rule must hold; nil for once over all of it.
    package var every: Recurrence?
    /// What becomes of units that are no more when the window ends (CONTRACT §11.16).
    package var closed: ClosedRule
    /// What is counted, for reports (`gương`, `bài`); `đơn vị` where nothing is said.
    package var unitOfCount: String?

    /// Whether the node as a whole is asked, and no single unit.
    package var isTotal: Bool { kind == .total }

    /// Whether it is about the stage as one: what has been reached stands in every year's report,
    /// and is no year's own.
    package var isOfWholeStage: Bool { scope == .stage && every == nil }

    /// How often the rule must hold within a window: `every: year` says nothing more within a year.
    package func recurrence(in window: Window) -> Recurrence? {
        guard every == .year else { return every }
        guard case .years = window.period else { return nil }
        return every
    }
}
