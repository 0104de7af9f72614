package import Intake
package import Model
internal import Plans
package import Rollup

/// Why the figures of one indicator are what they are: a tree from the node down to file and row.
///
/// It explains what the judge decided and decides nothing itself.
package struct Explanation: Sendable {
    package let judgement: Judgement
    package let result: IndicatorResult
    /// What the contest edition asks of each unit.
    package let minimum: Int
    /// The last day of the span, after which an open result is no longer pending where nothing is due.
    package let horizon: Day
    /// The forms that the measures look at, by index.
    package let forms: [Int]
    /// For each of the forms the field that dates its records; nil for the day of receipt.
    package let datingFields: [Int?]
    /// In the order of the result's units.
    package let units: [UnitExplanation]
    package let nodes: [NodeExplanation]
    /// Rejected rows of the forms that name no unit for certain: they may be anybody's.
    package let strayRows: [RowTrace]

    package var indicator: Int { result.indicator }
}

/// One unit under an `each` indicator.
package struct UnitExplanation: Sendable {
    package var result: UnitResult
    package var figure: FigureExplanation
    package var leavings: Leavings
}

/// One node: the share of its units, or its own figure.
package struct NodeExplanation: Sendable {
    package var result: NodeResult
    /// What a total is made of; nil for a share, and for what the node handed over.
    package var figure: FigureExplanation?
    /// For a share: the units that must pass, by index.
    package var obliged: [Int]
    /// What each unit adds to the node's sum, where a decision replaced the value of any.
    ///
    /// The node alone where its own value was replaced; above the level the units that stand under no
    /// node of the level.
    package var adjusted: [Adjustment]
    /// For a total above the level that it is set for: the nodes of that level.
    package var lower: [Int]
    /// The rows of nodes below that the figure takes in; the node's own row alone where it handed over
    /// its result.
    package var handed: [HandedShare]
    package var leavings: Leavings

    /// Whether the figure is not counted here, but was handed over by the node.
    package var isHandedOver: Bool { handed.first?.node == result.node }
}

/// A row that stands in place of all that lies below a node.
package struct HandedShare: Sendable {
    package var node: Int
    package var row: HandedResult
    package var place: RecordSet.RecordPlace
    /// Whether it adds to a figure above; not so for a total whose terms it does not say.
    package var isAdded: Bool
    /// The decision that put another value in its place.
    package var decided: (value: Quantity, decision: Decision)?
}

/// A unit's value in the sum of a node where decisions put others in their place.
package struct Adjustment: Sendable {
    package var unit: Int
    /// What its own records come to; nil for no data.
    package var own: Quantity?
    package var decided: (value: Quantity, decision: Decision)?

    package var counted: Quantity? { decided?.value ?? own }
}

/// A figure and its requirements.
package struct FigureExplanation: Sendable {
    /// The units whose records it is made of, each with those whose records count with it.
    package var members: [[Int]]
    /// One for each requirement of the indicator.
    package var calculations: [Calculation]
    /// For `every`: the months or quarters, in order.
    package var parts: [PartExplanation]
    /// What each requirement was held against: the calculation's values, or those that decisions put in
    /// the place of a part of them.
    package var judged: [JudgedValue]
}

/// A value that a rule was held against.
package struct JudgedValue: Hashable, Sendable {
    package var value: Quantity?
    /// The value of what was in time; the same as `value` where nothing is due.
    package var inTime: Quantity?
}

/// One month or quarter under `every`.
package struct PartExplanation: Sendable {
    package var window: Window
    /// Whether it has ended by the as-of time.
    package var isElapsed: Bool
    /// Whether the rule held in it.
    package var holds: Bool
    package var calculations: [Calculation]
}

/// What was handed in about some units and is no record at all.
package struct Leavings: Sendable {
    /// The rejected rows of the forms.
    package var rows: [RowTrace] = []
    /// Files, by index, of which nothing could be counted.
    package var refusedFiles: [Int] = []
    /// Files that a decision of the board left out.
    package var voided: [VoidedFile] = []

    package init() {}

    package var isEmpty: Bool { rows.isEmpty && refusedFiles.isEmpty && voided.isEmpty }
}

/// A rejected row with its place.
package struct RowTrace: Sendable {
    /// The index of the file.
    package var file: Int
    package var row: RejectedRow
    /// What was found wrong with it.
    package var finding: Finding?
}

/// A submission that a decision of the board left out.
package struct VoidedFile: Hashable, Sendable {
    /// Below `submissions/`.
    package var path: String
    package var decision: Decision

    package init(path: String, decision: Decision) {
        self.path = path
        self.decision = decision
    }
}
