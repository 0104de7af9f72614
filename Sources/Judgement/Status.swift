package import Model
package import Plans

/// How an indicator stands for a unit or node (CONTRACT §5); the raw value is the code in results.json.
package enum Status: String, Hashable, Sendable, CaseIterable {
    case met
    /// Satisfied, but only with records dated after the due day.
    case late
    /// Not satisfied yet, and not due yet.
    case pending
    case unmet
    case noData = "no_data"
    /// Left out of the denominator.
    case exempt
    case notApplicable = "not_applicable"

    /// The word that officials read (domain.md 6.1).
    package var label: String {
        switch self {
        case .met: "Đạt"
        case .late: "Quá hạn"
        case .pending: "Chưa đến hạn"
        case .unmet: "Chưa đạt"
        case .noData: "Chưa có số liệu"
        case .exempt: "Loại trừ"
        case .notApplicable: "Không áp dụng"
        }
    }
}

/// Why a unit has its status, where that needs saying.
package enum Reason: Hashable, Sendable {
    case waived(decision: String, date: Day, reason: String)
    case closed(since: Day, successor: String?)
    /// The unit does not exist yet on the as-of day.
    case notYet(from: Day)
    case noContest
    /// The unit was there throughout none of the months, quarters or years asked about.
    case noPart(Recurrence)
    /// The day on which the rule came to hold.
    case late(on: Day)
    /// Satisfied only with records that name no day, which are never in time (CONTRACT §11.6).
    case undated
    /// The forms that are missing, by name.
    case missing(forms: [String])
    case overridden(decision: String, date: Day, reason: String)
    case extended(decision: String, until: Day)
    /// The months, quarters or years in which the rule did not hold.
    case failed(periods: [String])
    /// The years in which the rule did not hold by the day on which it was due.
    case failedInTime(periods: [String])
    /// What the measure needs was left blank, by header, and what did not come besides, by form.
    case blank(fields: [String], forms: [String])
    /// Of several editions of the contest those with too few entries.
    case tooFew(editions: [String])
    /// Two figures of which the second is 0: there is nothing to divide by.
    case nothingToDivideBy
    /// The numbers give more, or divide more finely, than can be computed exactly.
    case outOfRange
    /// The records are about a longer period, which no part of it can be told from.
    case recordedBy(period: String)
    /// Nodes below handed over an open result.
    case openBelow
    /// What was judged on the due day is more than the window's own figure.
    case accrued(Quantity, over: DateSpan)
    /// What is judged on the due day has no figure, although the window's own has.
    case accruedNothing(own: Quantity, over: DateSpan)
}

/// One unit under one indicator.
package struct UnitResult: Hashable, Sendable {
    /// The unit's index in the roster.
    package var unit: Int
    /// The measure's value; nil for no data.
    package var value: Quantity?
    package var status: Status
    package var reason: Reason?
    /// The last day that is in time for this unit, where the indicator has a due date.
    package var lastDay: Day?
    /// What `also` asks for and is not there.
    package var shortfalls: [Shortfall] = []
}

/// A further requirement of an indicator that does not hold.
package struct Shortfall: Hashable, Sendable {
    /// Its index among the indicator's requirements.
    package var requirement: Int
    /// Nil for no data.
    package var value: Quantity?
}

/// One node under one indicator.
package struct NodeResult: Hashable, Sendable {
    package var node: Int
    /// Units that met the rule; nil for a total.
    package var numerator: Int?
    /// Units that must meet it; nil for a total.
    package var denominator: Int?
    /// The node's own figure; nil for an `each` indicator and for no data.
    package var value: Quantity?
    package var status: Status
    /// Whether a `>=` target is passed, not just reached.
    package var exceeded = false
    /// The last day that is in time for the node, where a total has a due date.
    package var lastDay: Day?
    /// The units of the denominator outside the numerator, by index.
    package var missing: [Int] = []
    /// Above the indicator's level: how many nodes of that level met it, of how many.
    package var nodesMet: Int?
    package var nodes: Int?
    package var reason: Reason?
    /// Units of the denominator that are not due yet; nil for a total.
    package var pending: Int?
    /// What `also` asks for and is not there.
    package var shortfalls: [Shortfall] = []
    /// The terms of a total, for the node above to add up; nil for a share.
    package var portions: Portions?
    /// The nodes below that should have handed over their result and did not.
    package var unreported: [Int] = []
}

/// One indicator judged for every unit and node.
package struct IndicatorResult: Hashable, Sendable {
    /// The indicator's index in the plan.
    package var indicator: Int
    /// Where dated records were looked for.
    package var spans: [DateSpan]
    /// The last day that is in time, decisions aside; nil where the plan sets no due date.
    package var lastDay: Day?
    /// The reporting year whose due day ``lastDay`` is: in the first month of a year it may be the
    /// year before.
    package var dueYear: Int
    package var units: [UnitResult]
    package var nodes: [NodeResult]
    /// The rows that nodes below handed over, each in place of its sub-tree, by node.
    package var handed: [Int: HandedResult] = [:]
    /// What the members of each emulation cluster come to.
    package var clusters: [ClusterFigure] = []
}

/// What a percentage prints, in tenths of a percent; nil where the denominator is 0.
///
/// One decimal, half up, but 99,9 at most while n < N and 0,1 at least while n > 0 (domain.md 6.1).
package func tenthsOfPercent(_ part: Int, of whole: Int) -> Int? {
    guard whole > 0 else { return nil }
    let rounded = (part * 2000 + whole) / (2 * whole)
    if part < whole, rounded >= 1000 { return 999 }
    if part > 0, rounded == 0 { return 1 }
    return rounded
}

/// A percentage as officials read it, without the sign: `96,6`.
package func percentText(_ part: Int, of whole: Int) -> String? {
    tenthsOfPercent(part, of: whole).map { "\($0 / 10),\($0 % 10)" }
}
