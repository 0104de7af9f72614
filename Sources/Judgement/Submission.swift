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
        let lastDay = deadline.due.lastDay(inYear: scene.window.period.year)
        let receipts = receipts(deadline)
        let units = scene.units.map { unit -> SubmissionResult in
            var result = SubmissionResult(unit: unit, status: .notRequired, lastDay: lastDay)
            guard isRequired(unit, deadline) else { return result }
            if let extension_ = scene.decision(
                unit,
                deadline.id,
                where: { if case .extend = $0 { true } else { false } }
            ),
                extension_.subject != nil, case .extend(let day) = extension_.kind
            {
                result.lastDay = day
            }
            let last = result.lastDay ?? lastDay
            if let closed = scene.roster.units[unit].validTo, closed <= scene.lastDay {
                result.status = .closed
                result.receivedOn = receipts[unit]?.first
            } else if let day = receipts[unit]?.first {
                result.receivedOn = day
                result.status = day <= last ? .onTime : .late
            } else {
                result.status = scene.asOf.day > last ? .missing : .pending
            }
            return result
        }
        return DeadlineResult(
            deadline: index,
            lastDay: lastDay,
            units: units,
            files: units.map { receipts[$0.unit]?.files.sorted() ?? [] }
        )
    }

    private func isRequired(_ unit: Int, _ deadline: Deadline) -> Bool {
        if scene.decision(unit, deadline.id, where: { $0 == .waive }) != nil { return false }
        if let group = deadline.group { return scene.membership[group][unit] }
        return scene.isLeaf(unit) && !scene.roster.units[unit].kind.isCluster
    }

    /// When and with which files a unit handed in.
    private struct Receipts {
        var first: Day
        var files: Set<Int>

        mutating func note(_ day: Day, _ file: Int) {
            first = min(first, day)
            files.insert(file)
        }
    }

    /// The day on which each unit first handed in the form for the window, and the files.
    ///
    /// Dated records of a deadline that falls after the window are looked for from the day after the
    /// previous one, as an indicator's are (CONTRACT §11.10).
    private func receipts(_ deadline: Deadline) -> [Int: Receipts] {
        let form = deadline.form
        var receipts: [Int: Receipts] = [:]
        func note(_ unit: Int, _ day: Day, _ file: Int) {
            receipts[unit, default: Receipts(first: day, files: [])].note(day, file)
        }
        let calendar = scene.plan.calendar
        let window = scene.window.span
        let span = deadline.due.span(in: scene.window)
        for resolved in records.forms[form] {
            let batch = resolved.batch
            let received = records.collection.files[resolved.file].receivedAt.day
            // A month's report is not the year's: the period has to be the window or hold it.
            let speaks = batch.periodTable.map { calendar.span($0).contains(window) }
            let (units, periods, days) = (batch.units, batch.periods, batch.days)
            let (counts, receivedOn) = (resolved.counts, resolved.receipts)
            // A file's records mostly are one unit's and came in on one day: that is noted once.
            var noted: (unit: Int32, day: Day)?
            for record in counts.indices where counts[record] {
                guard
                    periods[record] < 0
                        ? span.contains(Day(number: days[record])) : speaks[Int(periods[record])]
                else { continue }
                let day = receivedOn.isEmpty ? received : Day(number: receivedOn[record])
                if let noted, noted.unit == units[record], noted.day == day { continue }
                noted = (units[record], day)
                note(Int(units[record]), day, resolved.file)
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
                    ? records.collection.files[resolved.file].receivedAt.day
                    : Day(number: resolved.receipts[part.record])
            }
            if let last = days.max() {
                for part in parts { note(unit, last, records.forms[form][part.batch].file) }
            }
        }
        for (index, file) in records.collection.files.enumerated() {
            let held = file.held
            guard held.reading.rows == 0, held.reading.form == form, held.reading.isAccepted,
                let submitter = held.reading.place.submitter
            else { continue }
            let covers =
                held.reading.place.period.map { calendar.span($0).contains(window) }
                ?? window.contains(file.receivedAt.day)
            guard covers else { continue }
            for unit in scene.roster.subtree(submitter) {
                note(unit, file.receivedAt.day, index)
            }
        }
        return receipts
    }
}
