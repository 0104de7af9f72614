package import Model

/// One thing that differed between two runs, and may have changed figures.
package struct ComparisonCause: Hashable, Sendable {
    /// What it is, the sort that figures' changes are summed by; the raw value is its code.
    package enum Kind: String, Hashable, Sendable {
        case program, time, plan, roster, moved, withdrawn
        case notYetReceived = "not_yet_received"
        case corrected
        case submitted = "new"
        case late, decision
    }

    /// What differed, as data.
    package enum Subject: Hashable, Sendable {
        /// The figures as published against the same inputs judged by this version of the program.
        case program(run: String, version: String, present: String)
        /// The as-of time as far as it decides which dated records count.
        case recordDates(from: Instant, to: Instant)
        /// The as-of time as far as due days and months have passed.
        case dueDays(from: Instant, to: Instant)
        case plan
        /// A file of the roster, with what changed in it.
        case roster(file: String, changes: [String])
        /// One file of the drop folder, or several that were taken together.
        case submissions([SubmissionChange])
        case decision(DecisionChange)
        /// The lines of decisions.csv stand in another order.
        case decisionOrder
    }

    /// The sort that changes are summed by.
    package var kind: Kind
    /// What differed.
    package var subject: Subject

    package init(_ kind: Kind, _ subject: Subject) {
        self.kind = kind
        self.subject = subject
    }
}

/// What became of one path of the drop folder between two runs.
package struct SubmissionChange: Hashable, Sendable {
    /// The path below `submissions/`.
    package var path: String
    /// Where the same bytes lay before.
    package var formerPath: String?
    /// The day on which it counted as received.
    package var received: Day
    /// The day on which the ledger saw it first, where it was stamped before the earlier run and
    /// came after it.
    package var seen: Day?
    /// The day on which it was withdrawn.
    package var withdrawn: Day?
    /// The last day that would have been in time, where it came later.
    package var lastDay: Day?
    /// Rows read and rows that count, before and after; nil where there is no file.
    package var before: Rows?
    /// Rows after the change; nil where there is no file any more.
    package var after: Rows?
    /// Whether a correction has the bytes that it replaces.
    package var isSameContent = false
    /// The ids of the units that it speaks of, and of the nodes above them.
    package var units: Set<String> = []

    /// Rows of data of a file, and the records that they came to.
    package struct Rows: Hashable, Sendable {
        /// Rows of data, good and rejected.
        package var rows: Int
        /// Rows that count.
        package var records: Int

        package init(rows: Int, records: Int) {
            self.rows = rows
            self.records = records
        }
    }

    package init(path: String, received: Day) {
        self.path = path
        self.received = received
    }
}

/// What became of one decision of the board between two runs.
package struct DecisionChange: Hashable, Sendable {
    /// What became of the decision.
    package enum Fate: Hashable, Sendable {
        /// It acts on the later run only.
        case came
        /// It is no longer in decisions.csv.
        case removed
        /// It has expired, or on the later run's day it does not act yet.
        case ended
        /// Its words have changed.
        case changed
    }

    /// The number of the decision's paper.
    package var number: String
    /// The day of the decision's paper.
    package var date: Day
    /// What became of it.
    package var fate: Fate
    /// What its lines do, in words.
    package var effects: [String]

    package init(number: String, date: Day, fate: Fate, effects: [String]) {
        self.number = number
        self.date = date
        self.fate = fate
        self.effects = effects
    }
}
