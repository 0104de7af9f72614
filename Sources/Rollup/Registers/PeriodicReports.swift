internal import Intake
package import Model
internal import Plans

/// A unit's report for one period, by place.
package struct PeriodicReport: Hashable, Sendable {
    /// The days that it is about.
    package let span: DateSpan
    /// The index of the batch among those of the form.
    package let batch: Int
    /// The index of the record in the batch.
    package let record: Int
    /// The day of one that states no period: it is its reporting year's, and in a shorter window
    /// that of its day (CONTRACT §2).
    fileprivate let day: Day?

    /// Whether its day tells which time it is about.
    package var isDated: Bool { day != nil }

    fileprivate var days: Int { span.to.days(since: span.from) + 1 }

    /// Longer ones first, of equal ones the earlier.
    fileprivate static func isLonger(_ a: PeriodicReport, _ b: PeriodicReport) -> Bool {
        a.days != b.days ? a.days > b.days : a.span.from < b.span.from
    }
}

/// The effective reports of one periodic form, by unit.
package struct PeriodicReports: Sendable {
    private let byUnit: [Int: [PeriodicReport]]

    /// Finds the reports of a periodic form, given by its index.
    package init(records: RecordSet, form: Int) {
        var byUnit: [Int: [PeriodicReport]] = [:]
        let calendar = records.context.plan.calendar
        let isPeriodic = records.context.plan.forms.forms[form].isPeriodicReport
        for (index, resolved) in records.forms[form].enumerated() {
            let batch = resolved.batch
            // A register that goes by its days has none.
            guard isPeriodic || !batch.periodTable.isEmpty else { continue }
            for record in 0..<batch.count where resolved.counts[record] {
                let period = batch.explicitPeriod(record)
                let day = period == nil && isPeriodic ? batch.ownDay(record) : nil
                guard let period = period ?? day.map({ .year(calendar.year(of: $0)) }) else {
                    continue
                }
                byUnit[Int(batch.units[record]), default: []].append(
                    PeriodicReport(
                        span: calendar.span(period),
                        batch: index,
                        record: record,
                        day: day
                    )
                )
            }
        }
        self.byUnit = byUnit
    }

    /// The reports that speak for a window: the one of exactly that window, else the longest
    /// disjoint ones inside it (CONTRACT §4).
    package func speaking(for unit: Int, _ window: DateSpan) -> [PeriodicReport] {
        let inside = reports(of: unit, in: window)
        if let exact = inside.first(where: { $0.span == window }) { return [exact] }
        let isDisjoint = inside.indices.allSatisfy { index in
            !inside[..<index].contains { $0.span.overlaps(inside[index].span) }
        }
        return (isDisjoint ? inside : PeriodicReports.longest(of: inside))
            .sorted(by: PeriodicReport.isLonger)
    }

    /// A unit's reports that lie in a window: with all their time, or with the day that dates them.
    private func reports(of unit: Int, in window: DateSpan) -> [PeriodicReport] {
        (byUnit[unit] ?? []).compactMap { report in
            if window.contains(report.span) { return report }
            guard let day = report.day, window.contains(day) else { return nil }
            return PeriodicReport(
                span: DateSpan(from: day, to: day),
                batch: report.batch,
                record: report.record,
                day: day
            )
        }
    }

    /// Whether reports that speak for a window leave no day of it out; what its day dates has no
    /// other.
    package static func fill(_ reports: [PeriodicReport], _ window: DateSpan) -> Bool {
        if reports.contains(where: \.isDated) { return true }
        return reports.reduce(0) { $0 + $1.days } == window.to.days(since: window.from) + 1
    }

    /// Of some reports those that together speak for the most days without any day twice; of equal
    /// ones those with the longest: two halves rather than nine months alone, nine months and a
    /// quarter rather than two halves.
    private static func longest(of reports: [PeriodicReport]) -> [PeriodicReport] {
        struct Choice {
            var days = 0
            var reports: [PeriodicReport] = []

            func isBetter(than other: Choice) -> Bool {
                guard days == other.days else { return days > other.days }
                let lengths = reports.map(\.days).sorted(by: >)
                return other.reports.map(\.days).sorted(by: >).lexicographicallyPrecedes(lengths)
            }
        }
        let ordered = reports.sorted { ($0.span.to, $0.span.from) < ($1.span.to, $1.span.from) }
        // For each number of reports, the best choice among so many first ones.
        var best = [Choice()]
        for (number, report) in ordered.enumerated() {
            let before = ordered[..<number].count { $0.span.to < report.span.from }
            var choice = best[before]
            choice.days += report.days
            choice.reports.append(report)
            best.append(choice.isBetter(than: best[number]) ? choice : best[number])
        }
        return best[reports.count].reports
    }

    /// The records inside a window that do not speak for it, since another report of their unit
    /// does: by batch, so that a year and its quarters are never both counted.
    func silent(in window: DateSpan) -> [Int: [Int]] {
        var silent: [Int: [Int]] = [:]
        for (unit, known) in byUnit where known.count > 1 {
            let speaking = speaking(for: unit, window)
            for report in reports(of: unit, in: window) where !speaking.contains(report) {
                silent[report.batch, default: []].append(report.record)
            }
        }
        return silent
    }
}
