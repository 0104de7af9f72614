internal import Intake
package import Judgement
package import Model
internal import Plans
internal import Rollup

/// What one file would come to if it were handed in as it is.
package struct FileVerdict: Sendable {
    /// As the command names it.
    package var path: String
    /// The file alone under the plan; nil where it could not be read.
    package var judgement: Judgement?
    /// Everything that was noticed about the file.
    package var findings: [Finding] = []

    /// A verdict before the file has been read.
    package init(path: String) { self.path = path }

    /// Whether the file, or a row of it, would not be counted.
    package var isRejected: Bool {
        guard let reading else { return true }
        return !reading.isAccepted || rowsRejected > 0
    }

    var reading: FileReading? { judgement?.records.collection.files.first?.reading }

    var rowsRejected: Int { reading.map { $0.rows - $0.records } ?? 0 }

    /// Rows that count, by unit and period, in the order of unit and time; a row without a period
    /// of its own stands in the reporting year of its date.
    var counted: [(unit: Int, period: Period, isDated: Bool, rows: Int)] {
        guard let judgement else { return [] }
        struct Place: Hashable {
            var unit: Int
            var period: Period
            var isDated: Bool
        }
        let calendar = judgement.scene.plan.calendar
        var rows: [Place: Int] = [:]
        for resolved in judgement.records.forms.joined() {
            let batch = resolved.batch
            for record in 0..<batch.count where resolved.counts[record] {
                let unit = Int(batch.units[record])
                let explicit = batch.explicitPeriod(record)
                let dated = Period.year(calendar.year(of: Day(number: batch.days[record])))
                let place = Place(unit: unit, period: explicit ?? dated, isDated: explicit == nil)
                rows[place, default: 0] += 1
            }
        }
        return rows.map { ($0.key.unit, $0.key.period, $0.key.isDated, $0.value) }.sorted { a, b in
            if a.0 != b.0 { return a.0 < b.0 }
            let (left, right) = (calendar.span(a.1), calendar.span(b.1))
            if left.from != right.from { return left.from < right.from }
            if left.to != right.to { return left.to < right.to }
            return !a.2 && b.2
        }.map { (unit: $0.0, period: $0.1, isDated: $0.2, rows: $0.3) }
    }
}
