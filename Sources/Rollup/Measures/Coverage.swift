internal import Intake
package import Model
internal import Plans

/// Which units have handed in which forms for a window: the line between 0 and no data
/// (CONTRACT §2, §11.1, 11.2, 11.23).
package struct Coverage: Sendable {
    /// For each form and unit of the roster.
    private let covered: [[Bool]]

    /// Finds out who has handed in what for a window, all forms at once.
    package init(records: RecordSet, window: DateSpan) {
        let roster = records.context.roster
        let calendar = records.context.plan.calendar
        var covered = [[Bool]](
            repeating: [Bool](repeating: false, count: roster.units.count),
            count: records.forms.count
        )

        func meets(_ period: Period) -> Bool {
            Coverage.meets(calendar.span(period), window)
        }
        for (form, batches) in records.forms.enumerated() {
            var own = covered[form]
            for resolved in batches {
                let held = resolved.held
                let metPeriods = held.batch.periodTable.map(meets)
                // Of five million entries each is looked at, mostly to find that its unit is
                // covered: the unit of the one before is asked for first.
                var known: Int32 = -1
                for (record, unit) in held.batch.units.numbers.enumerated() where unit != known {
                    if own[Int(unit)] {
                        known = unit
                    } else if resolved.counts[record] {
                        let period = held.batch.periods[record]
                        own[Int(unit)] =
                            period >= 0
                            ? metPeriods[Int(period)]
                            : window.contains(Day(number: held.batch.days[record]))
                    }
                }
            }
            covered[form] = own
        }
        for file in records.collection.files where file.held.isAccepted {
            let held = file.held
            guard let form = held.form, let submitter = held.place.submitter,
                Coverage.falls(file, window, calendar)
            else { continue }
            covered[form][submitter] = true
            guard held.outline.speaksForOthers else { continue }
            for unit in roster.subtree(submitter) { covered[form][unit] = true }
        }
        self.covered = covered
    }

    static func meets(_ span: DateSpan, _ window: DateSpan) -> Bool {
        window.contains(span) || span.contains(window)
    }

    /// Whether a file's rows, or the file itself where it has none, fall in a window.
    static func falls(
        _ file: SourceFile,
        _ window: DateSpan,
        _ calendar: ReportingCalendar
    ) -> Bool {
        let held = file.held
        guard held.rows == 0 else {
            return held.outline.periods.contains { meets(calendar.span($0), window) }
                || held.outline.days.contains { window.contains(Day(number: $0)) }
        }
        return held.place.period.map { meets(calendar.span($0), window) }
            ?? window.contains(file.receivedAt.day)
    }

    /// The files whose submitter, by handing them in, speaks for a unit also where they have no
    /// record of it: its own, and those of a submitter above it.
    package static func files(
        speakingFor unit: Int,
        form: Int,
        in records: RecordSet,
        window: DateSpan
    ) -> [Int] {
        let roster = records.context.roster
        return records.collection.files.indices.filter { index in
            let file = records.collection.files[index]
            guard file.held.form == form, file.held.isAccepted,
                let submitter = file.held.place.submitter
            else { return false }
            return
                (submitter == unit
                || (file.held.outline.speaksForOthers && roster.isWithin(unit, submitter)))
                && falls(file, window, records.context.plan.calendar)
        }
    }

    /// Whether a unit is covered for a form, both by index.
    package func covers(_ form: Int, _ unit: Int) -> Bool { covered[form][unit] }
}
