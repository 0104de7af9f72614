package import Model
package import Plans
package import Rollup

/// How a measure came to its value, down to the records (CONTRACT §9, `explain`).
///
/// The value is the one that judging computed; the steps only say what it is made of.
package struct Calculation: Sendable {
    /// What the value was made from.
    package indirect enum Step: Sendable {
        /// The number stands in the plan.
        case number
        /// A measure with a name of its own, by index in the plan.
        case named(Int, Calculation)
        /// The choices of `coalesce`, and the index of the one that spoke; nil where none did.
        case choice([Calculation], taken: Int?)
        case arithmetic(MeasureExpression.Operation, Calculation, Calculation)
        /// The records of a form, each with what it added or why it did not count.
        case records(RecordTally)
        /// The units of a node, whose values add up to the node's.
        case units([UnitShare])
        /// What was counted here and what nodes below handed over, which are put together.
        case joined(Calculation, [HandedTerm])
    }

    /// What one unit gives to the figure of a node.
    package struct UnitShare: Sendable {
        /// The unit, then those whose records count with it.
        package var members: [Int]
        /// How the unit's value came about.
        package var calculation: Calculation

        /// The unit's index in the roster.
        package var unit: Int { members[0] }
    }

    /// What a node that handed over its result gives to the figure of a node above it.
    package struct HandedTerm: Sendable {
        /// The node's index in the roster.
        package var node: Int
        /// The row that says so.
        package var place: RecordSet.RecordPlace
        /// The node's figure of the measure; nil for no data.
        package var value: Quantity?
        /// The value of what was in time; the same as `value` where nothing is due.
        package var inTime: Quantity?
    }

    /// The part of the measure that was computed.
    package var expression: MeasureExpression
    /// Nil for no data.
    package var value: Quantity?
    /// The value of what was in time; the same as `value` where nothing is due.
    package var inTime: Quantity?
    /// What the value was made from.
    package var step: Step

    /// All tallies of records below, in the order of the expression.
    package var tallies: [RecordTally] {
        switch step {
        case .number: []
        case .named(_, let inner): inner.tallies
        case .choice(let choices, _): choices.flatMap(\.tallies)
        case .arithmetic(_, let left, let right): left.tallies + right.tallies
        case .records(let tally): [tally]
        case .units(let shares): shares.flatMap(\.calculation.tallies)
        case .joined(let own, _): own.tallies
        }
    }

    /// All that nodes below handed over, in the order of the expression.
    package var handedTerms: [HandedTerm] {
        switch step {
        case .named(_, let inner): inner.handedTerms
        case .arithmetic(_, let left, let right): left.handedTerms + right.handedTerms
        case .joined(_, let handed): handed
        case .number, .choice, .records, .units: []
        }
    }
}
