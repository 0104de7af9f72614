internal import Intake
internal import Model
internal import Plans
internal import Rollup

/// Says of each record of some units whether it counts in a figure and, where it does not, why.
///
/// What whole batches have in common (which records lie in the slice, which satisfy a part of the
/// condition) is worked out once.
struct RecordTracer {
    private let judgement: Judgement
    private let units: Set<Int>
    private var places: [Int: [Int: [RecordSet.RecordPlace]]] = [:]
    private var standing: [Int: [Digest: RecordSet.RecordPlace]] = [:]
    private var validEntries: [Int: [RecordSet.Work: RecordSet.RecordPlace]] = [:]
    private var memberMemo: [SliceKey: [Bool]] = [:]
    private var partMemo: [PartKey: [Bool]] = [:]
    private var reportMemo: [Int: PeriodicReports] = [:]

    private struct SliceKey: Hashable {
        var form: Int
        var batch: Int
        var slice: Slice
    }

    private struct PartKey: Hashable {
        var form: Int
        var batch: Int
        var condition: Condition
    }

    private var records: RecordSet { judgement.records }
    private var span: DateSpan { judgement.scene.window.span }

    /// A tracer for the records of some units.
    init(_ judgement: Judgement, units: Set<Int>) {
        self.judgement = judgement
        self.units = units
    }

    // MARK: - Aggregates

    mutating func tally(
        _ aggregate: Aggregate,
        of members: [Int],
        _ slice: Slice,
        until lastDay: Day?,
        value: Quantity?
    ) -> RecordTally {
        var traces: [RecordTrace] = []
        var seen: [Digest: RecordSet.RecordPlace] = [:]
        let isPeriodic = judgement.scene.plan.forms.forms[aggregate.form].isPeriodicReport
        let calendar = judgement.scene.plan.calendar
        for member in members {
            let speaking =
                isPeriodic ? reports(aggregate.form).speaking(for: member, slice.window) : []
            for place in places(aggregate.form, member) {
                var trace = trace(place, member, slice)
                if trace.contribution != nil {
                    let isSilent =
                        isPeriodic && trace.span(calendar).map(slice.window.contains) == true
                        && !speaking.contains {
                            $0.batch == place.batch && $0.record == place.record
                        }
                    trace.fate =
                        isSilent
                        ? silent(trace, speaking, slice, calendar)
                        : fate(place, aggregate, &seen)
                }
                note(&trace, slice, lastDay)
                traces.append(trace)
            }
        }
        return tally(.aggregate(aggregate), members, value, traces)
    }

    /// A record that counts as far as its key and its day go.
    private mutating func trace(
        _ place: RecordSet.RecordPlace,
        _ unit: Int,
        _ slice: Slice
    ) -> RecordTrace {
        let resolved = records.forms[place.form][place.batch]
        let batch = resolved.batch
        let ownDay = batch.ownDay(place.record)
        var trace = RecordTrace(
            place: place,
            unit: unit,
            day: records.decidingDay(place.form, place.batch, place.record, slice) ?? ownDay,
            period: batch.explicitPeriod(place.record),
            fate: .counted(Quantity(1))
        )
        if !resolved.counts[place.record] {
            trace.fate = .leftOut(notCounted(place, ownDay))
        } else if !isMember(place, slice) {
            let omission: Omission =
                if let period = trace.period {
                    .otherPeriod(period)
                } else if let day = trace.day {
                    .otherDay(day)
                } else {
                    .undated
                }
            trace.fate = .leftOut(omission)
        }
        if resolved.counts[place.record], !resolved.faults.isEmpty {
            trace.fault = resolved.faults[place.record]
            if trace.fault == .duplicate, let work = records.work(place) {
                trace.original = validEntries(place.form)[work]
            }
        }
        return trace
    }

    /// Why a record does not count whatever is asked.
    private mutating func notCounted(_ place: RecordSet.RecordPlace, _ day: Day?) -> Omission {
        switch records.standings[place] {
        case .replaced(let winner): return .replaced(by: winner)
        case .own(let winner): return .inherited(own: winner)
        case .disputed(let rivals): return .disputed(with: rivals)
        case nil: break
        }
        let key = records.forms[place.form][place.batch].batch.identities.key(of: place.record)
        let winner = standing(place.form)[key] ?? place
        return winner == place ? day.map { .notYet($0) } ?? .undated : .replaced(by: winner)
    }

    /// What a record of the slice gives: its number, or why it has none.
    private mutating func fate(
        _ place: RecordSet.RecordPlace,
        _ aggregate: Aggregate,
        _ seen: inout [Digest: RecordSet.RecordPlace]
    ) -> RecordTrace.Fate {
        let failed = (aggregate.condition?.parts ?? []).filter { !satisfies(place, $0) }
        guard failed.isEmpty else { return .leftOut(.conditions(failed)) }
        guard let field = aggregate.field else { return .counted(Quantity(1)) }
        let batch = records.forms[place.form][place.batch].batch
        guard aggregate.function == .distinct else {
            return batch.number(field, place.record).map { .counted($0) } ?? .leftOut(.blank)
        }
        guard let value = records.digest(batch, field, place.record) else {
            return .leftOut(.blank)
        }
        if let first = seen[value] { return .leftOut(.repeated(of: first)) }
        seen[value] = place
        return .counted(Quantity(1))
    }

    /// Marks what counts and was not in time.
    private func note(_ trace: inout RecordTrace, _ slice: Slice, _ lastDay: Day?) {
        guard let lastDay, trace.contribution != nil else { return }
        let place = trace.place
        let day = records.decidingDay(place.form, place.batch, place.record, slice)
        trace.isLate = day.map { $0 > lastDay } ?? true
    }

    // MARK: - Reports

    mutating func tally(
        form: Int,
        field: Int,
        of members: [Int],
        _ slice: Slice,
        until lastDay: Day?,
        value: Quantity?,
        _ evaluator: inout Evaluator
    ) -> RecordTally {
        var traces: [RecordTrace] = []
        let calendar = judgement.scene.plan.calendar
        for member in members {
            let speaking = evaluator.speaking(form, for: member, slice)
            for place in places(form, member) {
                var trace = trace(place, member, slice)
                let resolved = records.forms[form][place.batch]
                if resolved.counts[place.record] {
                    let isSpeaking = speaking.contains {
                        $0.batch == place.batch && $0.record == place.record
                    }
                    trace.fate =
                        isSpeaking
                        ? resolved.batch.number(field, place.record).map { .counted($0) }
                            ?? .leftOut(.blank)
                        : silent(trace, speaking, slice, calendar)
                }
                note(&trace, slice, lastDay)
                traces.append(trace)
            }
        }
        return tally(.reported(form: form, field: field), members, value, traces)
    }

    /// Why a report does not speak for a window.
    private func silent(
        _ trace: RecordTrace,
        _ speaking: [PeriodicReport],
        _ slice: Slice,
        _ calendar: ReportingCalendar
    ) -> RecordTrace.Fate {
        guard let own = trace.span(calendar) else { return .leftOut(.undated) }
        guard slice.window.contains(own),
            let other = speaking.first(where: { $0.span.overlaps(own) })
        else {
            return .leftOut(
                trace.period.map { .otherPeriod($0) } ?? .otherDay(own.from)
            )
        }
        return .leftOut(
            .overlapped(
                by: RecordSet.RecordPlace(
                    form: trace.place.form,
                    batch: other.batch,
                    record: other.record
                )
            )
        )
    }

    // MARK: - Whole batches

    private func tally(
        _ question: RecordTally.Question,
        _ members: [Int],
        _ value: Quantity?,
        _ traces: [RecordTrace]
    ) -> RecordTally {
        var tally = RecordTally(
            question: question,
            members: members,
            value: value,
            records: traces,
            files: []
        )
        var files: Set<Int> = []
        for member in members {
            files.formUnion(
                Coverage.files(
                    speakingFor: member,
                    form: tally.form,
                    in: records,
                    window: span
                )
            )
        }
        tally.files = files.sorted()
        return tally
    }

    private mutating func places(_ form: Int, _ unit: Int) -> [RecordSet.RecordPlace] {
        if places[form] == nil { places[form] = records.places(form, of: units) }
        return places[form]?[unit] ?? []
    }

    private mutating func reports(_ form: Int) -> PeriodicReports {
        if let known = reportMemo[form] { return known }
        let made = PeriodicReports(records: records, form: form)
        reportMemo[form] = made
        return made
    }

    private mutating func standing(_ form: Int) -> [Digest: RecordSet.RecordPlace] {
        if let known = standing[form] { return known }
        let made = records.standing(form)
        standing[form] = made
        return made
    }

    private mutating func validEntries(_ form: Int) -> [RecordSet.Work: RecordSet.RecordPlace] {
        if let known = validEntries[form] { return known }
        let made = records.validEntries(form)
        validEntries[form] = made
        return made
    }

    private mutating func isMember(_ place: RecordSet.RecordPlace, _ slice: Slice) -> Bool {
        let key = SliceKey(form: place.form, batch: place.batch, slice: slice)
        if let known = memberMemo[key] { return known[place.record] }
        let made = records.members(place.form, place.batch, slice)
        memberMemo[key] = made
        return made[place.record]
    }

    private mutating func satisfies(
        _ place: RecordSet.RecordPlace,
        _ condition: Condition
    ) -> Bool {
        let key = PartKey(form: place.form, batch: place.batch, condition: condition)
        if let known = partMemo[key] { return known[place.record] }
        let made = records.select(condition, place.form, place.batch)
        partMemo[key] = made
        return made[place.record]
    }
}

extension Condition {
    /// The conditions that have to hold together.
    var parts: [Condition] {
        if case .and(let left, let right) = self { left.parts + right.parts } else { [self] }
    }
}
