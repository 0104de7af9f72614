internal import Intake
package import Model
internal import Plans

/// Which units have handed in which forms for a window: the line between 0 and no data
/// (CONTRACT §2, §11.1, 11.2, 11.23).
package struct Coverage: Sendable {
    /// For each form and unit of the roster.
    private let covered: [[Bool]]

    package init(records: RecordSet, window: DateSpan) {
        let roster = records.context.roster
        let calendar = records.context.plan.calendar
        var covered = [[Bool]](
            repeating: [Bool](repeating: false, count: roster.units.count),
            count: records.forms.count
        )

        func meets(_ period: Period) -> Bool {
            let span = calendar.span(period)
            return window.contains(span) || span.contains(window)
        }
        for (form, batches) in records.forms.enumerated() {
            for resolved in batches {
                let batch = resolved.batch
                let metPeriods = batch.periodTable.map(meets)
                for record in 0..<batch.count where resolved.counts[record] {
                    let unit = Int(batch.units[record])
                    if covered[form][unit] { continue }
                    if batch.periods[record] >= 0 {
                        if metPeriods[Int(batch.periods[record])] { covered[form][unit] = true }
                    } else if window.contains(Day(number: batch.days[record])) {
                        covered[form][unit] = true
                    }
                }
            }
        }
        for file in records.collection.files where file.reading.isAccepted {
            guard let form = file.reading.form, let submitter = file.reading.place.submitter else {
                continue
            }
            let placement = file.reading.placement
            let isEmpty = file.reading.rows == 0
            let falls: Bool =
                if isEmpty {
                    file.reading.place.period.map(meets) ?? window.contains(file.receivedAt.day)
                } else {
                    placement.periods.contains(where: meets)
                        || placement.days.contains { window.contains(Day(number: $0)) }
                }
            guard falls else { continue }
            covered[form][submitter] = true
            guard isEmpty || file.reading.mentionsOthers else { continue }
            for unit in roster.subtree(submitter) { covered[form][unit] = true }
        }
        self.covered = covered
    }

    package func covers(_ form: Int, _ unit: Int) -> Bool { covered[form][unit] }
}
