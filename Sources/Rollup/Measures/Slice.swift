package import Intake
package import Model
package import Plans

/// Which records an indicator looks at: by span for dated records, by window for those that name
/// their period, and, where only what was in time counts, up to a day (CONTRACT §11.5, 11.9, 11.10,
/// 11.23).
package struct Slice: Hashable, Sendable {
    /// Where dated records have to fall; several where contests have several editions.
    package var spans: [DateSpan]
    /// Where an explicit period has to lie.
    package var window: DateSpan
    /// The last day that is in time; nil where the day does not matter.
    package var until: Day?
    /// The code of the field that dates records; nil for each form's own.
    package var datedBy: String?
    /// Of what came together up to a day of a year: the year, of which `window` is the part until
    /// that day; nil where the window is looked at for itself.
    package var year: DateSpan?

    package init(spans: [DateSpan], window: DateSpan, until: Day? = nil, datedBy: String? = nil) {
        self.spans = spans
        self.window = window
        self.until = until
        self.datedBy = datedBy
    }
}

extension RecordSet {
    /// The field of a form by which a slice dates its records.
    package func datingField(_ form: Int, _ slice: Slice) -> Int? {
        let definition = context.plan.forms.forms[form]
        if let code = slice.datedBy, let field = definition.index(of: code),
            definition.fields[field].type == .date
        {
            return field
        }
        return definition.datingField
    }

    /// The day that decides whether a record is in time: its dating field, or for a form without
    /// one the first receipt of its key.
    ///
    /// Nil where the field is blank (CONTRACT §11.6).
    package func decidingDay(_ form: Int, _ batch: Int, _ record: Int, _ slice: Slice) -> Day? {
        decidingDay(forms[form][batch], record, datedBy: datingField(form, slice))
    }

    private func decidingDay(_ resolved: ResolvedBatch, _ record: Int, datedBy field: Int?) -> Day?
    {
        if let field { return resolved.held.batch.day(field, record) }
        guard !resolved.receipts.isEmpty, resolved.receipts[record] != RecordBatch.blankDay else {
            return nil
        }
        return Day(number: resolved.receipts[record])
    }

    /// Which records of a batch lie in a slice, `until` aside.
    package func members(_ form: Int, _ batch: Int, _ slice: Slice) -> [Bool] {
        members(forms[form][batch], slice, datedBy: foreignDatingField(form, slice))
    }

    /// Whether one record lies in a slice, `until` aside: what ``members(_:_:_:)`` says of it.
    package func isMember(_ form: Int, _ batch: Int, _ record: Int, _ slice: Slice) -> Bool {
        let resolved = forms[form][batch]
        guard resolved.counts[record] else { return false }
        if let period = resolved.held.batch.explicitPeriod(record) {
            return slice.window.contains(context.plan.calendar.span(period))
        }
        var number = resolved.held.batch.days[record]
        if let field = foreignDatingField(form, slice),
            let day = resolved.held.batch.day(field, record)
        {
            number = day.number
        }
        guard number != RecordBatch.blankDay else { return false }
        let day = Day(number: number)
        return slice.spans.contains { $0.contains(day) }
    }

    /// The field by which a slice dates records of a form other than by the form's own.
    private func foreignDatingField(_ form: Int, _ slice: Slice) -> Int? {
        let field = datingField(form, slice)
        return field == context.plan.forms.forms[form].datingField ? nil : field
    }

    private func members(
        _ resolved: ResolvedBatch,
        _ slice: Slice,
        datedBy field: Int?
    ) -> [Bool] {
        var members: [Bool] = []
        takeMembers(resolved, slice, datedBy: field, into: &members)
        return members
    }

    /// Replaces `members` by those of a batch, in the room that is there.
    private func takeMembers(
        _ resolved: ResolvedBatch,
        _ slice: Slice,
        datedBy field: Int?,
        into members: inout [Bool]
    ) {
        let batch = resolved.held.batch
        members.removeAll(keepingCapacity: true)
        members += resolved.counts
        // As numbers, which a loop over half a million records compares faster than days.
        let spans = slice.spans.filter { !$0.isEmpty }.map { $0.from.number...$0.to.number }
        if batch.periodTable.isEmpty, field == nil, let span = spans.first, spans.count == 1 {
            narrow(&members, to: span, batch.days)
            return
        }
        let calendar = context.plan.calendar
        let inWindow = batch.periodTable.map { slice.window.contains(calendar.span($0)) }
        let periods = batch.periods.numbers
        let days = batch.days.numbers
        for record in members.indices where members[record] {
            if periods[record] >= 0 {
                members[record] = inWindow[Int(periods[record])]
                continue
            }
            var number = days[record]
            if let field, let day = batch.day(field, record) { number = day.number }
            var isInside = false
            for span in spans where span.lowerBound <= number && number <= span.upperBound {
                isInside = true
            }
            members[record] = isInside && number != RecordBatch.blankDay
        }
    }

    /// Takes out what does not lie in a span: of records that name no period, as those of a
    /// register are, nothing else is asked.
    private func narrow(
        _ members: inout [Bool],
        to span: ClosedRange<Int32>,
        _ days: PackedColumn<Int32>
    ) {
        // Nearly all blocks of a register lie in it whole.
        guard span.lowerBound == RecordBatch.blankDay || !days.isWithin(span) else { return }
        let (first, last) = (span.lowerBound, span.upperBound)
        for (record, day) in days.numbers.enumerated() {
            members[record] =
                members[record] && first <= day && day <= last && day != RecordBatch.blankDay
        }
    }

    /// The records of a periodic form that lie in a slice and do not speak for its window, by
    /// batch: of a year's report and its quarters' one stands for the year (CONTRACT §4).
    private func silent(_ form: Int, _ slice: Slice) -> [Int: [Int]] {
        guard context.plan.forms.forms[form].isPeriodicReport else { return [:] }
        return PeriodicReports(records: self, form: form).silent(in: slice.window)
    }

    /// What an aggregate counts in a slice, for each unit of the roster.
    package func tallies(_ aggregate: Aggregate, _ slice: Slice) -> [Tally] {
        let batches = forms[aggregate.form]
        let silent = silent(aggregate.form, slice)
        let middle = batches.count / 2
        // Two cores for a hundred thousand records; a few are done sooner than handed over.
        guard middle > 3 else { return tallies(aggregate, slice, batches[...], silent) }
        let (first, second) = concurrently(
            { tallies(aggregate, slice, batches[..<middle], silent) },
            { tallies(aggregate, slice, batches[middle...], silent) }
        )
        return zip(first, second).map { first, second in
            var tally = first
            tally.merge(second)
            return tally
        }
    }

    private func tallies(
        _ aggregate: Aggregate,
        _ slice: Slice,
        _ batches: ArraySlice<ResolvedBatch>,
        _ silent: [Int: [Int]]
    ) -> [Tally] {
        var tallies = [Tally](repeating: Tally(), count: context.roster.units.count)
        // Once, not for each of ten thousand batches.
        let dating = datingField(aggregate.form, slice)
        let foreign = foreignDatingField(aggregate.form, slice)
        var members: [Bool] = []
        var counted: [Bool] = []
        for (index, resolved) in zip(batches.indices, batches) {
            takeMembers(resolved, slice, datedBy: foreign, into: &members)
            counted.removeAll(keepingCapacity: true)
            counted += members
            for record in silent[index] ?? [] { counted[record] = false }
            if let condition = aggregate.condition { narrow(&counted, to: condition, resolved) }
            if let until = slice.until {
                for record in counted.indices where counted[record] {
                    let day = decidingDay(resolved, record, datedBy: dating)
                    counted[record] = day.map { $0 <= until } ?? false
                }
            }
            tally(aggregate, resolved, members, counted, &tallies)
        }
        return tallies
    }

    /// Adds the records of a batch to the tallies of their units.
    private func tally(
        _ aggregate: Aggregate,
        _ resolved: ResolvedBatch,
        _ members: [Bool],
        _ counted: [Bool],
        _ tallies: inout [Tally]
    ) {
        let units = resolved.held.batch.units.numbers
        var start = 0
        // Records of one unit mostly stand together: its tally is looked up once for all of them.
        while start < units.count {
            var end = start
            var count = 0
            var isPresent = false
            while end < units.count, units[end] == units[start] {
                isPresent = isPresent || members[end]
                count += counted[end] ? 1 : 0
                end += 1
            }
            let unit = Int(units[start])
            if isPresent { tallies[unit].isPresent = true }
            tallies[unit].count += count
            if let field = aggregate.field {
                for record in start..<end where counted[record] {
                    if aggregate.function == .distinct {
                        if let digest = digest(resolved.held.batch, field, record) {
                            tallies[unit].distinct.insert(digest)
                        }
                    } else if let number = resolved.held.batch.number(field, record) {
                        tallies[unit].add(number)
                    }
                }
            }
            start = end
        }
    }

    /// The identity of a field's value; nil where it is blank.
    package func digest(_ batch: RecordBatch, _ field: Int, _ record: Int) -> Digest? {
        if context.plan.forms.forms[batch.form].unitField == field {
            // The unit is resolved, not stored as text: it is known by its id.
            return Digest(Fold.key(context.roster.units[Int(batch.units[record])].id))
        }
        guard !batch.isBlank(field, record) else { return nil }
        switch batch.columns[field] {
        case .texts: return Digest(batch.foldedText(field, record))
        default:
            var hasher = DigestHasher()
            if let number = batch.number(field, record) {
                hasher.add(number.numerator)
                hasher.add(number.denominator)
            } else if let day = batch.day(field, record) {
                hasher.add(Int64(day.number))
            } else if let period = batch.period(field, record) {
                hasher.add(Array(period.id.utf8).span)
            }
            return hasher.finish()
        }
    }

    /// The records that an aggregate counts for a unit, for tracing a figure to file and row.
    package func counted(
        _ aggregate: Aggregate,
        _ slice: Slice,
        unit: Int
    ) -> [(batch: Int, record: Int)] {
        var found: [(batch: Int, record: Int)] = []
        let silent = silent(aggregate.form, slice)
        for index in forms[aggregate.form].indices {
            let resolved = forms[aggregate.form][index]
            guard resolved.batch.units.contains(Int32(unit)) else { continue }
            let members = members(aggregate.form, index, slice)
            let selected = aggregate.condition.map { select($0, aggregate.form, index) }
            for record in 0..<resolved.batch.count
            where members[record] && Int(resolved.batch.units[record]) == unit
                && selected?[record] ?? true
                && silent[index]?.contains(record) != true
            {
                if let until = slice.until {
                    guard let day = decidingDay(aggregate.form, index, record, slice), day <= until
                    else { continue }
                }
                found.append((index, record))
            }
        }
        return found
    }
}
