package import Model

/// A programme being reported on (kế hoạch), checked: every name in it is resolved.
package struct Plan: Hashable, Sendable {
    /// The id, which is the name of the plan's folder.
    package var id: String
    /// The name as reports print it.
    package var title: String
    /// The document that it carries out (căn cứ).
    package var basis: String?
    /// First and last reporting year.
    package var stage: ClosedRange<Int>
    /// How days fall into reporting years (`year_starts`).
    package var calendar: ReportingCalendar
    /// The id of the unit that reports, unless a run asks for another.
    package var root: String
    /// The levels of administration, from the bottom up.
    package var chain: [ChainLevel]
    /// The addressees, each of whom gets a report; none for the root's own name.
    package var reports: [ReportAddress]
    /// Named sets of units.
    package var groups: [Group]
    /// The editions of the contests.
    package var contests: [ContestEdition]
    /// Measures with a name of their own.
    package var measures: [NamedMeasure]
    /// By when forms must be handed in.
    package var deadlines: [Deadline]
    /// What is judged, in the order of the reports.
    package var indicators: [Indicator]
    /// Contradictions that are looked for.
    package var checks: [Check]
    /// The forms that files are held against.
    package var forms: FormCatalogue
    /// What holds an edition back from being published.
    package var guards: Guards
    /// The level of chain whose nodes hand over their results as `indicator_result`, each in place
    /// of all that stands below it; nil where everything is counted here.
    package var handedUpBy: Int?
    /// What makes a review valid and a vote a pass; nil where the plan sets no rule.
    package var reviews: ReviewRules?
    /// By when the steps of an exemplar have to be done, where the plan says.
    package var steps: [ExemplarStep: StepRule]
    /// Orders of units by a measure (TX-56).
    package var rankings: [Ranking]
    /// The statutory forms of a year's report, every version of each.
    package var statutory: [StatutoryForm]

    /// The index of the deadline that a unit's submission status speaks of (CONTRACT §11.17).
    package var mainDeadline: Int? { deadlines.main }

    /// The first to the last day of the stage.
    package var stageSpan: DateSpan {
        calendar.span(.years(stage.lowerBound, stage.upperBound))
    }

    /// The window that a run reports on unless told: the year that holds the day, at most the
    /// stage's last.
    package func defaultWindow(on day: Day) -> Window {
        calendar.window(.year(min(calendar.year(of: day), stage.upperBound)))
    }

    /// The index of the edition of the contest to which an entry of a day belongs: the one that
    /// takes entries then, else of those of its year the one that closed last before it, for which
    /// it came too late, else the one that opens first; nil where there is none.
    package func edition(on day: Day) -> Int? {
        for index in contests.indices where contests[index].span.contains(day) { return index }
        return edition(of: calendar.year(of: day), nearest: day)
    }

    /// The same of an entry that states the period it belongs to (CONTRACT §2, §11.5): only
    /// editions of that year are asked, whatever another takes on its day.
    package func edition(on day: Day, stating period: Period?) -> Int? {
        guard let period else { return edition(on: day) }
        // A stage has several editions.
        if case .years(let first, let last) = period, first < last { return edition(on: day) }
        let year = period.year
        for (index, edition) in contests.enumerated()
        where edition.year == year && edition.span.contains(day) {
            return index
        }
        return edition(of: year, nearest: day)
    }

    private func edition(of year: Int, nearest day: Day) -> Int? {
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

    /// What `min_entries` asks for in a window: all that its editions ask for together; of one year
    /// where the rule must hold in every year, of one edition in a month or quarter.
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
