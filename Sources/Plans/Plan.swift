package import Model

/// A date of a plan that may hang on the window's year: `{year+1}-01-10`.
package struct DateTemplate: Hashable, Sendable {
    /// The year as written, or the distance from the window's year.
    package enum Year: Hashable, Sendable {
        case fixed(Int)
        case relative(Int)
    }

    package var year: Year
    package var month: Int
    package var day: Int

    /// The day for a window's year; 29 February of a common year is 28 February.
    package func day(inYear windowYear: Int) -> Day {
        let resolved =
            switch year {
            case .fixed(let fixed): fixed
            case .relative(let distance): windowYear + distance
            }
        return Day(year: resolved, month: month, day: day)
            ?? Day(year: resolved, month: month, day: Day.length(ofMonth: month, year: resolved))
            ?? Day(number: 0)
    }
}

/// When something is due.
package enum Due: Hashable, Sendable {
    /// Before a day, which is itself too late ("trước ngày").
    case before(DateTemplate)
    /// By a day, inclusive.
    case by(DateTemplate)
    /// From one day to another, both included.
    case within(DateTemplate, DateTemplate)

    /// The last day that is in time.
    package func lastDay(inYear year: Int) -> Day {
        switch self {
        case .before(let date): date.day(inYear: year).adding(-1)
        case .by(let date), .within(_, let date): date.day(inYear: year)
        }
    }

    /// Where dated records of a window are looked for: the window, or, where this is due after the
    /// end of its year or stage, from the day after the previous window's due to this one's, so that a
    /// record counts once (CONTRACT §11.10).
    ///
    /// What is due once a year moves no month or quarter: each of them counts its own records.
    package func span(in window: Window) -> DateSpan {
        guard !window.period.isPartOfYear else { return window.span }
        let last = lastDay(inYear: window.year)
        // Before a stage lies the stage that ended the year before it began.
        let first = if case .years(let from, _) = window.period { from } else { window.year }
        let previous = lastDay(inYear: first - 1)
        guard last > window.span.to, previous < last else { return window.span }
        return DateSpan(from: previous.adding(1), to: last)
    }
}

/// A named set of units: the denominator of an indicator (nhóm đơn vị).
package struct Group: Hashable, Sendable {
    package var id: String
    package var name: String
    package var kinds: [UnitKind]
    package var units: [String]
    package var except: [String]
    /// Indexes of the groups it is the union of.
    package var anyOf: [Int]
    /// Indexes of the groups it is the intersection of.
    package var allOf: [Int]
    package var condition: UnitCondition?
    /// The reading taken where the plan's words leave open who is meant; printed in the reports.
    package var note: String?
}

/// One year's contest (cuộc thi).
package struct ContestEdition: Hashable, Sendable {
    package var id: String
    package var name: String?
    /// The reporting year it belongs to.
    package var year: Int
    package var opens: Day
    package var closes: Day
    package var maxWords: Int?
    package var minEntries: Int
    /// How many valid entries make a unit one that took part.
    package var joiningEntries: Int { max(1, minEntries) }

    package var span: DateSpan { DateSpan(from: opens, to: closes) }
}

/// A measure with a name of its own.
package struct NamedMeasure: Hashable, Sendable {
    package var id: String
    package var expression: MeasureExpression
    /// The expression as the plan writes it.
    package var text: String
    /// The reading taken where the plan's words leave open what is counted; printed in the reports.
    package var note: String?
}

/// A date by which a form must be handed in.
package struct Deadline: Hashable, Sendable {
    package var id: String
    package var name: String
    package var form: Int
    package var due: Due
    /// The index of the group that must report; nil for all units without units below them.
    package var group: Int?
    package var isMain: Bool
    package var cite: String?
}

/// What becomes of a unit that closed inside the window.
package enum ClosedRule: String, Hashable, Sendable, CaseIterable {
    case exempt, counts, successor
}

/// The span in which an indicator looks for records.
package enum Scope: String, Hashable, Sendable, CaseIterable {
    case window, stage, contest
}

/// How often a rule must hold within the window.
package enum Recurrence: String, Hashable, Sendable, CaseIterable {
    case month, quarter
    /// In each year of a stage; within a year there is nothing to repeat.
    case year

    package var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
    }

    /// What one part is called in the middle of a sentence.
    package var noun: String {
        switch self {
        case .month: "tháng"
        case .quarter: "quý"
        case .year: "năm"
        }
    }
}

/// Whose records a `total` counts at a node.
package enum NodeScope: String, Hashable, Sendable, CaseIterable {
    case subtree, own
}

/// A measure that must satisfy a rule.
package struct Requirement: Hashable, Sendable {
    package var measure: MeasureExpression
    package var rule: Rule
    /// The measure as the plan writes it.
    package var text: String
}

/// A measure judged by a rule over a group, at a node (chỉ tiêu).
package struct Indicator: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Every unit of the group has to pass; a share of them must.
        case each(target: ShareRule)
        /// The node's own figure has to pass.
        case total
    }

    package var id: String
    package var name: String
    package var cite: String?
    /// The reading taken where the plan can be read in several ways; printed in the reports.
    package var note: String?
    package var kind: Kind
    /// The requirement, then those of `also`; all must hold.
    package var requirements: [Requirement]
    /// The rule and target as the plan writes them.
    package var ruleText: String
    package var targetText: String
    /// The index of the group; nil where a total looks at all units.
    package var group: Int?
    package var scope: Scope
    /// The index in the chain of the level of node that the target is set for.
    package var level: Int
    package var counts: NodeScope
    package var due: Due?
    /// The code of the field that dates records for `due`; nil for each form's dating field.
    package var datedBy: String?
    package var lateCounts: Bool
    package var every: Recurrence?
    package var closed: ClosedRule
    /// What is counted, for reports (`gương`, `bài`); `đơn vị` where nothing is said.
    package var unitOfCount: String?

    package var isTotal: Bool { kind == .total }

    /// How often the rule must hold within a window: `every: year` says nothing more within a year.
    package func recurrence(in window: Window) -> Recurrence? {
        guard every == .year else { return every }
        guard case .years = window.period else { return nil }
        return every
    }
}

/// A contradiction to look for between what was declared and what was counted.
package struct Check: Hashable, Sendable {
    package var id: String
    package var when: CheckCondition
    package var expect: CheckCondition
    package var severity: Severity
    package var message: String
}

/// A level of the chain, from the bottom up.
package struct ChainLevel: Hashable, Sendable {
    package var id: String
    package var name: String
}

/// An addressee: the same figures under a letterhead and recipients of its own.
package struct ReportAddress: Hashable, Sendable {
    package var id: String
    package var parent: String?
    package var office: String?
    package var symbol: String?
    package var place: String?
    package var signer: String?
    package var recipients: [String]
}

/// Limits that a run must keep to be published.
package struct Guards: Hashable, Sendable {
    /// Rejected rows as a share of the data rows.
    package var rejectedRows: ShareRule?
    package var recordsVersusLastRun: ShareRule?
    package var filesVersusLastRun: ShareRule?

    package init() {}
}

/// A programme being reported on (kế hoạch), checked: every name in it is resolved.
package struct Plan: Hashable, Sendable {
    package var id: String
    package var title: String
    package var basis: String?
    /// First and last reporting year.
    package var stage: ClosedRange<Int>
    package var calendar: ReportingCalendar
    package var root: String
    package var chain: [ChainLevel]
    package var reports: [ReportAddress]
    package var groups: [Group]
    package var contests: [ContestEdition]
    package var measures: [NamedMeasure]
    package var deadlines: [Deadline]
    package var indicators: [Indicator]
    package var checks: [Check]
    package var forms: FormCatalogue
    package var guards: Guards
    /// The level of chain whose nodes hand over their results as `indicator_result`, each in place of
    /// all that stands below it; nil where everything is counted here.
    package var handedUpBy: Int?
    /// What makes a review valid and a vote a pass; nil where the plan sets no rule.
    package var reviews: ReviewRules?
    /// By when the steps of an exemplar have to be done, where the plan says.
    package var steps: [ExemplarStep: StepRule]
    package var rankings: [Ranking]
    /// The statutory forms of a year's report, every version of each.
    package var statutory: [StatutoryForm]

    /// The deadline that a unit's submission status speaks of (CONTRACT §11.17).
    package var mainDeadline: Deadline? { deadlines.first(where: \.isMain) ?? deadlines.first }

    package var stageSpan: DateSpan {
        calendar.span(.years(stage.lowerBound, stage.upperBound))
    }

    /// The window that a run reports on unless told: the year that holds the day, at most the
    /// stage's last.
    package func defaultWindow(on day: Day) -> Window {
        calendar.window(.year(min(calendar.year(of: day), stage.upperBound)))
    }

    /// The index of the edition of the contest to which an entry of a day belongs: the one that takes
    /// entries then, else of those of its year the one that closed last before it, for which it came too
    /// late, else the one that opens first; nil where there is none.
    package func edition(on day: Day) -> Int? {
        for index in contests.indices where contests[index].span.contains(day) { return index }
        let year = calendar.year(of: day)
        let own = contests.indices.filter { contests[$0].year == year }
        return own.filter { contests[$0].closes < day }
            .max { contests[$0].closes < contests[$1].closes }
            ?? own.min { contests[$0].opens < contests[$1].opens }
    }

    /// What an edition of the contest is called; of two without a name in one year each by its id.
    package func title(of edition: ContestEdition) -> String {
        if let name = edition.name { return name }
        let isAlone = contests.count { $0.year == edition.year && $0.name == nil } == 1
        return "Cuộc thi năm \(edition.year)" + (isAlone ? "" : " (\(edition.id))")
    }

    /// What `min_entries` asks for in a window: all that its editions ask for together; of one year where
    /// the rule must hold in every year, of one edition in a month or quarter.
    package func minimumEntries(in window: Window, every: Recurrence?) -> Int {
        let editions = editions(in: window)
        if window.period.isPartOfYear || every == .month || every == .quarter {
            return editions.map(\.minEntries).max() ?? 1
        }
        guard every == .year else {
            return editions.isEmpty ? 1 : editions.map(\.minEntries).reduce(0, +)
        }
        let years = Dictionary(grouping: editions, by: \.year).values
        return years.map { $0.map(\.minEntries).reduce(0, +) }.max() ?? 1
    }

    /// The editions of the contest whose year lies in a window.
    package func editions(in window: Window) -> [ContestEdition] {
        contests.filter {
            window.span.contains(calendar.span(.year($0.year))) || window.year == $0.year
        }
    }
}
