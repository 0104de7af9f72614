package import Model
package import Plans
package import Rollup

/// The records of one form that some units have, each once: counted, or left out and why.
package struct RecordTally: Sendable {
    /// What is taken from the records.
    package enum Question: Hashable, Sendable {
        case aggregate(Aggregate)
        /// A field of the periodic report.
        case reported(form: Int, field: Int)
    }

    /// What was taken from the records.
    package var question: Question
    /// The units whose records are looked at.
    package var members: [Int]
    /// What the records that count come to; nil for no data.
    package var value: Quantity?
    /// In the order of units, then of files and lines.
    package var records: [RecordTrace]
    /// The files, by index, with which somebody reported on the units; what they hold or leave out.
    package var files: [Int]

    /// The index of the form whose records they are.
    package var form: Int {
        switch question {
        case .aggregate(let aggregate): aggregate.form
        case .reported(let form, _): form
        }
    }
}

/// One record and what became of it in a figure.
package struct RecordTrace: Sendable {
    /// What became of a record.
    package enum Fate: Hashable, Sendable {
        /// It counts with this number: 1 of a count, its own number of a sum.
        case counted(Quantity)
        case leftOut(Omission)
    }

    /// Where the record stands.
    package var place: RecordSet.RecordPlace
    /// The index in the roster of the unit that it is about.
    package var unit: Int
    /// The day that decides where in time it falls.
    package var day: Day?
    /// Its explicit period, which goes before its day.
    package var period: Period?
    /// Whether it counts, and if not why.
    package var fate: Fate
    /// Whether it counts, but came too late to be in time.
    package var isLate = false
    /// For a contest entry: why it is not valid.
    package var fault = EntryFault.none
    /// For a duplicate entry: the one that came first and is valid.
    package var original: RecordSet.RecordPlace?

    /// What it adds to the figure; nil where it is left out.
    package var contribution: Quantity? {
        if case .counted(let number) = fate { number } else { nil }
    }

    /// The time that it is about: its period, else its day.
    func span(_ calendar: ReportingCalendar) -> DateSpan? {
        period.map(calendar.span) ?? day.map { DateSpan(from: $0, to: $0) }
    }
}

/// Why a record does not count in a figure.
package enum Omission: Hashable, Sendable {
    /// A later record has the same key.
    case replaced(by: RecordSet.RecordPlace)
    /// It bears the name of a unit merged before, and the successor's own record has the same key.
    case inherited(own: RecordSet.RecordPlace)
    /// It bears the name of a unit merged before, and records under other such names have the same
    /// key.
    case disputed(with: [RecordSet.RecordPlace])
    /// It is dated after the as-of time.
    case notYet(Day)
    /// Its day lies outside the span of the indicator.
    case otherDay(Day)
    /// Its explicit period lies outside the window.
    case otherPeriod(Period)
    /// Nothing says when it was.
    case undated
    /// The parts of the condition that it does not satisfy.
    case conditions([Condition])
    /// The field that is asked for is blank.
    case blank
    /// Another record has the same value, which is counted once.
    case repeated(of: RecordSet.RecordPlace)
    /// A report of the whole window, or of a longer part of it, speaks instead.
    case overlapped(by: RecordSet.RecordPlace)
}
