internal import Intake
package import Model
internal import Plans

/// A unit's report for one period, by place.
package struct PeriodicReport: Hashable, Sendable {
    package let span: DateSpan
    package let batch: Int
    package let record: Int
}

/// The effective reports of one periodic form, by unit.
package struct PeriodicReports: Sendable {
    private let byUnit: [Int: [PeriodicReport]]

    package init(records: RecordSet, form: Int) {
        var byUnit: [Int: [PeriodicReport]] = [:]
        let calendar = records.context.plan.calendar
        for (index, resolved) in records.forms[form].enumerated() {
            for record in 0..<resolved.batch.count where resolved.counts[record] {
                guard let period = resolved.batch.explicitPeriod(record) else { continue }
                byUnit[Int(resolved.batch.units[record]), default: []].append(
                    PeriodicReport(span: calendar.span(period), batch: index, record: record)
                )
            }
        }
        self.byUnit = byUnit
    }

    /// The reports that speak for a window: the one of exactly that window, else the longest disjoint
    /// ones inside it (CONTRACT §4).
    package func speaking(for unit: Int, _ window: DateSpan) -> [PeriodicReport] {
        let reports = byUnit[unit] ?? []
        if let exact = reports.first(where: { $0.span == window }) { return [exact] }
        var chosen: [PeriodicReport] = []
        let inside = reports.filter { window.contains($0.span) }.sorted { a, b in
            let (left, right) = (
                a.span.to.days(since: a.span.from), b.span.to.days(since: b.span.from)
            )
            return left != right ? left > right : a.span.from < b.span.from
        }
        for report in inside where !chosen.contains(where: { $0.span.overlaps(report.span) }) {
            chosen.append(report)
        }
        return chosen
    }

    /// The records inside a window that do not speak for it, since another report of their unit does: by
    /// batch, so that a year and its quarters are never both counted.
    func silent(in window: DateSpan) -> [Int: [Int]] {
        var silent: [Int: [Int]] = [:]
        for (unit, reports) in byUnit where reports.count > 1 {
            let speaking = speaking(for: unit, window)
            for report in reports
            where window.contains(report.span) && !speaking.contains(report) {
                silent[report.batch, default: []].append(report.record)
            }
        }
        return silent
    }
}
