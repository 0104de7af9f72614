package import Model

/// What changed between two runs, figure by figure, and why: pure data.
package struct FigureComparison: Sendable {
    /// One of the two runs.
    package struct Side: Hashable, Sendable {
        /// The run's id.
        package var run: String
        /// The as-of time of the run.
        package var asOf: Instant
        /// The time by which what it counted had to be known.
        package var knownAt: Instant
        /// The version of the program that made it.
        package var version: String

        package init(run: String, asOf: Instant, knownAt: Instant, version: String) {
            self.run = run
            self.asOf = asOf
            self.knownAt = knownAt
            self.version = version
        }
    }

    /// What both runs report on.
    package struct Report: Hashable, Sendable {
        /// The plan's id.
        package var plan: String
        /// The plan's name.
        package var title: String
        /// The window of both runs.
        package var window: Window
        /// The id of the node whose reports they are.
        package var root: String
        /// The names of units and of indicators by id.
        package var units: [String: String]
        /// The names of the indicators by id.
        package var indicators: [String: String]
        /// The ids of units whose duties are requested and not ordered.
        package var requested: Set<String>

        package init(plan: String, title: String, window: Window, root: String) {
            self.plan = plan
            self.title = title
            self.window = window
            self.root = root
            units = [:]
            indicators = [:]
            requested = []
        }
    }

    /// What both runs report on.
    package var report: Report
    /// The run that is compared with.
    package var before: Side
    /// The run whose figures are explained.
    package var after: Side
    /// What differed, in the order in which it was put in place.
    package var causes: [ComparisonCause]
    /// The figures that differ, in the order of the report.
    package var changes: [FigureChange]
    /// How many figures are the same in both.
    package var unchanged: Int
    /// What could not be compared, and why.
    package var notes: [String]

    /// How many figures a cause had a part in.
    package func effect(of cause: Int) -> Int {
        changes.count { change in change.contributions.contains { $0.cause == cause } }
    }
}
