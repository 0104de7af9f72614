internal import Model
internal import Plans
internal import Rollup

/// Works out who has handed in.
struct SubmissionJudge {
    let scene: Scene
    let records: RecordSet

    func judge(_ index: Int) -> DeadlineResult {
        let deadline = scene.plan.deadlines[index]
        let years = years(deadline)
        let receipts = years.map { DeadlineReceipts(of: deadline, for: $0, scene, records).byUnit }
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
        _ receipt: DeadlineReceipts.Receipt?
    ) -> SubmissionResult {
        let planned = deadline.due.lastDay(inYear: window.year)
        let last = scene.granted(unit, deadline, during: window)?.day ?? planned
        var result = SubmissionResult(unit: unit, status: .notRequired, lastDay: last)
        result.receivedOn = receipt?.first
        if let closed = scene.roster.units[unit].validTo,
            closed <= min(window.span.to, scene.lastDay)
        {
            result.status = .closed
        } else if let day = receipt?.first {
            result.status = day <= last ? .onTime : .late
        } else {
            result.status = scene.asOf.day > last ? .missing : .pending
        }
        return result
    }

    /// The years of a stage as one: what is missing says more than what came late, and that more
    /// than what came in time or is not due yet.
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
}
