internal import Intake
internal import Model
internal import Plans
internal import Rollup

/// On which day each unit first handed in the form of a deadline for a window, and with which
/// files.
///
/// Dated records of a deadline that falls after the window are looked for from the day after the
/// previous one, as an indicator's are (CONTRACT §11.10). A month or quarter asks for the deadlines
/// of its year.
struct DeadlineReceipts {
    /// When and with which files a unit handed in.
    struct Receipt {
        var first: Day
        /// By index among the files of the run.
        var files: Set<Int>

        mutating func note(_ day: Day, _ file: Int) {
            note(day)
            files.insert(file)
        }

        mutating func note(_ day: Day) { first = min(first, day) }
    }

    private(set) var byUnit: [Int: Receipt] = [:]
    private let scene: Scene
    private let records: RecordSet
    private let form: Int
    /// Whether the day that is due hangs on the year.
    private let isYearly: Bool
    /// The days for which there have to be reports.
    private let window: DateSpan
    /// The days of which dated records count, as far as they are known at the as-of time.
    private let known: DateSpan

    init(of deadline: Deadline, for asked: Window, _ scene: Scene, _ records: RecordSet) {
        self.scene = scene
        self.records = records
        form = deadline.form
        isYearly =
            deadline.due.lastDay(inYear: asked.year) != deadline.due.lastDay(inYear: asked.year + 1)
        window = asked.span
        let year =
            asked.period.isPartOfYear ? scene.plan.calendar.window(.year(asked.year)) : asked
        let span = deadline.due.span(in: year)
        known = DateSpan(from: span.from, to: min(span.to, scene.asOf.day))
        noteRecords()
        noteReplaced()
        noteReportsOfParts()
        noteEmptyFiles()
    }

    private mutating func note(_ unit: Int, _ day: Day, _ file: Int) {
        byUnit[unit, default: Receipt(first: day, files: [])].note(day, file)
    }

    /// For each period of a batch whether it speaks for the window.
    private func speaking(_ held: HeldBatch) -> [Bool] {
        held.batch.periodTable.map(speaks)
    }

    /// Whether what is of a period hands in for the window: a month's report is not the year's, so
    /// the period has to be the window or hold it.
    ///
    /// Nor is a report of several years that of one of them, where each of them has a deadline of
    /// its own: its figures count for none.
    private func speaks(_ period: Period) -> Bool {
        guard scene.plan.calendar.span(period).contains(window) else { return false }
        guard isYearly, case .years(let from, let to) = period, from < to else { return true }
        return scene.plan.calendar.span(period) == window
    }

    /// Notes the records of the files that are there.
    ///
    /// A record that gave way to its correction was handed in all the same, on its own day
    /// (CONTRACT §11.6).
    private mutating func noteRecords() {
        for resolved in records.forms[form] {
            let receivedOn = resolved.receipts
            let held = resolved.held
            let speaks = speaking(held)
            let units = held.batch.units.numbers
            for run in resolved.runs {
                let received = records.collection.files[run.file].receivedAt.day
                // A file's records mostly are one unit's and came in on one day: that is noted
                // once.
                var noted: (unit: Int32, day: Day)?
                for record in run.records {
                    let day = receivedOn.isEmpty ? received : Day(number: receivedOn[record])
                    if let noted, noted.unit == units[record], noted.day == day { continue }
                    let period = held.batch.periods[record]
                    guard
                        period < 0
                            ? known.contains(Day(number: held.batch.days[record]))
                            : speaks[Int(period)]
                    else { continue }
                    noted = (units[record], day)
                    note(Int(units[record]), day, run.file)
                }
            }
        }
    }

    /// Notes the records of versions that were replaced or withdrawn: what stands now may have been
    /// handed in with them first.
    private mutating func noteReplaced() {
        for file in records.collection.replaced where file.held.form == form {
            for stretch in file.held.stretches {
                // A few of the records of a batch that holds those of other files as well: its
                // columns are not unpacked for them.
                let batch = stretch.held.batch
                let speaks = speaking(stretch.held)
                var noted: Int32?
                for record in stretch.records
                where batch.periods[record] < 0
                    ? known.contains(Day(number: batch.days[record]))
                    : speaks[Int(batch.periods[record])]
                {
                    if noted == batch.units[record] { continue }
                    noted = batch.units[record]
                    noteReplaced(Int(batch.units[record]), file)
                }
            }
        }
    }

    /// What another submitter had sent and taken away is not a unit's own.
    private mutating func noteReplaced(_ unit: Int, _ file: SourceFile) {
        let files = records.collection.files
        let isOwn =
            !file.isWithdrawn
            || byUnit[unit]?.files.contains {
                files[$0].held.place.submitter == file.held.place.submitter
            } == true
        if isOwn { byUnit[unit]?.note(file.receivedAt.day) }
    }

    /// Notes several reports that together fill the window: they stand for one of the whole window,
    /// which was handed in with the last of them.
    private mutating func noteReportsOfParts() {
        let reports = PeriodicReports(records: records, form: form)
        for unit in scene.units where byUnit[unit] == nil {
            let parts = reports.speaking(for: unit, window)
            // What its day dates is of no deadline but that of its day.
            guard PeriodicReports.fill(parts, window), !parts.contains(where: \.isDated),
                let last = parts.map(receivedOn).max()
            else { continue }
            for part in parts {
                note(unit, last, records.forms[form][part.batch].file(of: part.record))
            }
        }
    }

    private func receivedOn(_ report: PeriodicReport) -> Day {
        let resolved = records.forms[form][report.batch]
        return resolved.receipts.isEmpty
            ? records.collection.files[resolved.file(of: report.record)].receivedAt.day
            : Day(number: resolved.receipts[report.record])
    }

    /// Notes files that say that there is nothing to report: they hand in for every unit below who
    /// sent them, and those that they replaced or that were withdrawn may have done so first.
    private mutating func noteEmptyFiles() {
        for (index, file) in records.collection.files.enumerated() {
            guard let submitter = saysNothing(file) else { continue }
            for unit in scene.roster.subtree(submitter) {
                note(unit, file.receivedAt.day, index)
            }
        }
        let files = records.collection.files
        for file in records.collection.replaced {
            guard let submitter = saysNothing(file) else { continue }
            for unit in scene.roster.subtree(submitter)
            where byUnit[unit]?.files.contains(where: {
                files[$0].held.place.submitter == submitter
            }) == true {
                byUnit[unit]?.note(file.receivedAt.day)
            }
        }
    }

    /// Who says by a file without rows that there is nothing to report in the window; nil where the
    /// file is no such.
    private func saysNothing(_ file: SourceFile) -> Int? {
        let held = file.held
        guard held.rows == 0, held.form == form, held.isAccepted else { return nil }
        let covers =
            held.place.period.map { scene.plan.calendar.span($0).contains(window) }
            ?? window.contains(file.receivedAt.day)
        return covers ? held.place.submitter : nil
    }
}
