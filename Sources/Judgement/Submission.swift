internal import Intake
package import Model
internal import Plans
internal import Rollup

/// Whether a unit has handed in what the main deadline asks for (CONTRACT §11.17); the raw value is the
/// code in results.json.
package enum SubmissionStatus: String, Hashable, Sendable, CaseIterable {
    case onTime = "on_time"
    case late
    case pending
    case missing
    case notRequired = "not_required"
    case closed

    /// The word that officials read (domain.md 6.1).
    package var label: String {
        switch self {
        case .onTime: "Đã báo cáo đúng hạn"
        case .late: "Đã báo cáo quá hạn"
        case .pending: "Chưa đến hạn"
        case .missing: "Chưa báo cáo"
        case .notRequired: "Không thuộc đối tượng"
        case .closed: "Đã giải thể/sáp nhập"
        }
    }
}

/// One unit's standing with one deadline.
package struct SubmissionResult: Hashable, Sendable {
    package var unit: Int
    package var status: SubmissionStatus
    /// The day on which it first handed in.
    package var receivedOn: Day?
    /// The last day that was in time.
    package var lastDay: Day?

    /// Days past the deadline: of receipt where it handed in late.
    package var daysLate: Int? {
        guard let receivedOn, let lastDay, receivedOn > lastDay else { return nil }
        return receivedOn.days(since: lastDay)
    }
}

/// One deadline for the units that must keep it.
package struct DeadlineResult: Hashable, Sendable {
    /// The deadline's index in the plan.
    package var deadline: Int
    package var lastDay: Day
    package var units: [SubmissionResult]
    /// For each of the units the files, by index and in the order of receipt, that hand in for the
    /// window.
    package var files: [[Int]]
}

/// Works out who has handed in.
struct SubmissionJudge {
    let scene: Scene
    let records: RecordSet

    func judge(_ index: Int) -> DeadlineResult {
        let deadline = scene.plan.deadlines[index]
        let years = years(deadline)
        let receipts = years.map { self.receipts(deadline, $0) }
        let lastDay = deadline.due.lastDay(inYear: scene.window.year)
        let units = scene.units.map { unit -> SubmissionResult in
            guard isRequired(unit, deadline) else {
                return SubmissionResult(unit: unit, status: .notRequired, lastDay: lastDay)
            }
            var results: [SubmissionResult] = []
            for (year, receipts) in zip(years, receipts)
            where years.count == 1 || answers(unit, deadline, for: year) {
                results.append(standing(unit, deadline, year, receipts[unit]))
            }
            // A unit that closed is named as closed, whatever it sent before.
            if years.count > 1, let closed = scene.roster.units[unit].validTo,
                closed <= scene.lastDay
            {
                let first = results.compactMap(\.receivedOn).min()
                return SubmissionResult(
                    unit: unit,
                    status: .closed,
                    receivedOn: first,
                    lastDay: lastDay
                )
            }
            return SubmissionJudge.together(results)
                ?? SubmissionResult(unit: unit, status: .notRequired, lastDay: lastDay)
        }
        return DeadlineResult(
            deadline: index,
            lastDay: lastDay,
            units: units,
            files: units.map { result in
                receipts.reduce(into: Set<Int>()) {
                    $0.formUnion($1[result.unit]?.files ?? [])
                }.sorted()
            }
        )
    }

    /// The windows whose due days count: each year of a stage, where the day hangs on the year.
    private func years(_ deadline: Deadline) -> [Window] {
        let due = deadline.due
        guard case .years(let from, let to) = scene.window.period, from < to,
            due.lastDay(inYear: from) != due.lastDay(inYear: to)
        else { return [scene.window] }
        return (from...to).map { scene.plan.calendar.window(.year($0)) }
    }

    /// Whether a unit of a stage had to hand in for one of its years.
    private func answers(_ unit: Int, _ deadline: Deadline, for year: Window) -> Bool {
        scene.roster.units[unit].exists(within: year.span)
            && !scene.waives(unit, deadline.id, during: year)
    }

    /// A unit's standing with the deadline of one year, or of the window.
    private func standing(
        _ unit: Int,
        _ deadline: Deadline,
        _ window: Window,
        _ receipts: Receipts?
    ) -> SubmissionResult {
        let planned = deadline.due.lastDay(inYear: window.year)
        let last = scene.granted(unit, deadline, during: window)?.day ?? planned
        var result = SubmissionResult(unit: unit, status: .notRequired, lastDay: last)
        result.receivedOn = receipts?.first
        if let closed = scene.roster.units[unit].validTo,
            closed <= min(window.span.to, scene.lastDay)
        {
            result.status = .closed
        } else if let day = receipts?.first {
            result.status = day <= last ? .onTime : .late
        } else {
            result.status = scene.asOf.day > last ? .missing : .pending
        }
        return result
    }

    /// The years of a stage as one: what is missing says more than what came late, and that more than
    /// what came in time or is not due yet.
    private static func together(_ results: [SubmissionResult]) -> SubmissionResult? {
        for status in [SubmissionStatus.missing, .late, .onTime, .pending, .closed] {
            if let result = results.last(where: { $0.status == status }) { return result }
        }
        return results.last
    }

    private func isRequired(_ unit: Int, _ deadline: Deadline) -> Bool {
        if scene.waiver(unit, deadline.id) != nil { return false }
        if let group = deadline.group { return scene.membership[group][unit] }
        return scene.isLeaf(unit) && !scene.roster.units[unit].kind.isCluster
    }

    /// When and with which files a unit handed in.
    private struct Receipts {
        var first: Day
        var files: Set<Int>

        mutating func note(_ day: Day, _ file: Int) {
            first(day)
            files.insert(file)
        }

        mutating func first(_ day: Day) { first = min(first, day) }
    }

    /// The day on which each unit first handed in the form for the window, and the files.
    ///
    /// Dated records of a deadline that falls after the window are looked for from the day after the
    /// previous one, as an indicator's are (CONTRACT §11.10).
    ///
    /// A month or quarter asks for the deadlines of its year.
    private func receipts(_ deadline: Deadline, _ asked: Window) -> [Int: Receipts] {
        let form = deadline.form
        var receipts: [Int: Receipts] = [:]
        func note(_ unit: Int, _ day: Day, _ file: Int) {
            receipts[unit, default: Receipts(first: day, files: [])].note(day, file)
        }
        let calendar = scene.plan.calendar
        let window = asked.span
        let year =
            asked.period.isPartOfYear ? calendar.window(.year(asked.year)) : asked
        let span = deadline.due.span(in: year)
        let known = DateSpan(from: span.from, to: min(span.to, scene.asOf.day))
        // A month's report is not the year's: the period has to be the window or hold it.
        func speaking(_ held: HeldBatch) -> [Bool] {
            held.batch.periodTable.map { calendar.span($0).contains(window) }
        }
        // A record that gave way to its correction was handed in all the same, on its own day
        // (CONTRACT §11.6).
        for resolved in records.forms[form] {
            let receivedOn = resolved.receipts
            let batch = resolved.held.batch
            let speaks = speaking(resolved.held)
            let units = batch.units.numbers
            let (periods, days) = (batch.periods.numbers, batch.days.numbers)
            for run in resolved.runs {
                let received = records.collection.files[run.file].receivedAt.day
                // A file's records mostly are one unit's and came in on one day: that is noted once.
                var noted: (unit: Int32, day: Day)?
                for record in run.records
                where periods[record] < 0
                    ? known.contains(Day(number: days[record])) : speaks[Int(periods[record])]
                {
                    let day = receivedOn.isEmpty ? received : Day(number: receivedOn[record])
                    if let noted, noted.unit == units[record], noted.day == day { continue }
                    noted = (units[record], day)
                    note(Int(units[record]), day, run.file)
                }
            }
        }
        let files = records.collection.files
        for file in records.collection.replaced where file.held.form == form {
            for stretch in file.held.stretches {
                // A few of the records of a batch that holds those of other files as well: its columns
                // are not unpacked for them.
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
                    let unit = Int(batch.units[record])
                    // What another submitter had sent and taken away is not this one's.
                    let isOwn =
                        !file.isWithdrawn
                        || receipts[unit]?.files.contains {
                            files[$0].held.place.submitter == file.held.place.submitter
                        } == true
                    if isOwn { receipts[unit]?.first(file.receivedAt.day) }
                }
            }
        }
        // Several reports that together fill the window stand for one of the whole window.
        let reports = PeriodicReports(records: records, form: form)
        for unit in scene.units where receipts[unit] == nil {
            let parts = reports.speaking(for: unit, window)
            let length = parts.reduce(0) { $0 + $1.span.to.days(since: $1.span.from) + 1 }
            guard !parts.isEmpty, length == window.to.days(since: window.from) + 1 else { continue }
            let days = parts.map { part -> Day in
                let resolved = records.forms[form][part.batch]
                return resolved.receipts.isEmpty
                    ? records.collection.files[resolved.file(of: part.record)].receivedAt.day
                    : Day(number: resolved.receipts[part.record])
            }
            if let last = days.max() {
                for part in parts {
                    note(unit, last, records.forms[form][part.batch].file(of: part.record))
                }
            }
        }
        /// Who says by a file without rows that there is nothing to report in the window.
        func saysNothing(_ file: SourceFile) -> Int? {
            let held = file.held
            let covers =
                held.rows == 0 && held.form == form && held.isAccepted
                && held.place.period.map { calendar.span($0).contains(window) }
                    ?? window.contains(file.receivedAt.day)
            return covers ? held.place.submitter : nil
        }
        for (index, file) in files.enumerated() {
            guard let submitter = saysNothing(file) else { continue }
            for unit in scene.roster.subtree(submitter) {
                note(unit, file.receivedAt.day, index)
            }
        }
        for file in records.collection.replaced {
            guard let submitter = saysNothing(file) else { continue }
            for unit in scene.roster.subtree(submitter)
            where receipts[unit]?.files.contains(where: {
                files[$0].held.place.submitter == submitter
            }) == true {
                receipts[unit]?.first(file.receivedAt.day)
            }
        }
        return receipts
    }
}
