package import Model

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

/// The rules of a plan for reviews (`reviews:`): the general one, and those of single titles.
package struct ReviewRules: Hashable, Sendable {
    /// The rule of one title (danh hiệu, hình thức).
    package struct Title: Hashable, Sendable {
        package var name: String
        /// The name, folded for comparison.
        package var key: [UInt8]
        package var rule: ReviewRule
    }

    package var general: ReviewRule
    package var titles: [Title]
}

/// A step on the way of an exemplar from its introduction to its commendation (TX-41, TX-42).
package enum ExemplarStep: String, Hashable, Sendable, CaseIterable {
    case introduced, reviewed, recognised, published, proposed, commended

    /// The steps that have a date of their own; an introduction has only the day of its receipt.
    package static let dated = Array(allCases.dropFirst())

    /// The step from which the days of a ``StepRule`` count.
    package var from: ExemplarStep? {
        switch self {
        case .introduced, .reviewed: nil
        case .recognised: .reviewed
        case .published, .proposed: .recognised
        case .commended: .proposed
        }
    }
}

/// By when a step has to be done (`steps:`).
package struct StepRule: Hashable, Sendable {
    /// By when in the reporting year; of this and ``days`` the earlier one counts.
    package var due: Due?
    /// Within how many days after the step that it follows.
    package var days: Int?

    /// The last day that is in time for an exemplar of a reporting year; nil where none is known,
    /// as where the step before has no date.
    package func lastDay(inYear year: Int, after previous: Day?) -> Day? {
        let byDate = due?.lastDay(inYear: year)
        let byDays = days.flatMap { days in previous?.adding(days) }
        guard let byDate, let byDays else { return byDate ?? byDays }
        return min(byDate, byDays)
    }
}

/// An order of units by a measure (xếp thứ, TX-56).
package struct Ranking: Hashable, Sendable {
    /// Which end of the measure is the first place.
    package enum Best: String, Hashable, Sendable, CaseIterable {
        case highest, lowest
    }

    package var id: String
    package var name: String
    package var cite: String?
    package var measure: MeasureExpression
    /// The measure as the plan writes it.
    package var text: String
    /// The index of the group that is ranked.
    package var group: Int
    package var best: Best
    /// What is counted, for reports (`gương`).
    package var unitOfCount: String?
}
