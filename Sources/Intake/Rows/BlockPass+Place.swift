internal import Model
internal import Plans

extension BlockPass {
    mutating func resolveUnit(_ row: Int) -> Int? {
        for column in reader.unitColumns {
            let content = block.content(row: row, column: column)
            guard !content.isEmpty else { continue }
            let digest = Digest(block.bytes.span.extracting(content.range))
            if let unit = unitMemo[digest] {
                carry(unit)
                compareName(row, column, unit, digest)
                return unit
            }
            if !content.isEscaped, strangers.isEmpty,
                let unit = reader.context.cells.unit(scoped(digest))
            {
                unitMemo.insert(unit, for: digest)
                carry(unit)
                compareName(row, column, unit, digest)
                return unit
            }
            let text = FormulaText.plain(block.text(row: row, column: column))
            guard !text.trimmedBlanks.isEmpty, !isNoCode(text, row, column) else { continue }
            guard let unit = match(text, row, column, digest) else {
                carriedUnit = .unreadable
                return nil
            }
            carry(unit)
            compareName(row, column, unit, digest)
            return unit
        }
        if isMerged(row) {
            switch carriedUnit {
            case .none: break
            case .unit(let unit):
                isUnitFromAbove = true
                return unit
            case .unreadable:
                report(.unitUnknown, row, nil, nil, ReadingMessages.unitAboveUnreadable)
                return nil
            }
        }
        switch heads.section {
        case .none: break
        case .unit(let unit): return unit
        case .unreadable(let name):
            reportSection(name, row)
            return nil
        }
        return resolveUnitOfFile(row)
    }

    /// The unit of a row that names none: that of the file's place or title.
    private mutating func resolveUnitOfFile(_ row: Int) -> Int? {
        isUnitOfFile = true
        if let unit = reader.place.submitter ?? reader.place.namedUnit { return unit }
        if let name = heads.title.unit, case .unit(let unit) = reader.context.names.match(name) {
            return unit
        }
        let file = reader.place.path.split(separator: "/").last.map(String.init) ?? ""
        let suggestion = reader.context.names.suggestion(inFileName: file)
        report(
            .unitUnknown,
            row,
            nil,
            nil,
            ReadingMessages.unitMissing(suggestion.map { "\($0.name) (\($0.id))" }),
            expected: suggestion?.id
        )
        return nil
    }

    private mutating func carry(_ unit: Int) {
        carriedUnit = .unit(unit)
        heads.unitBreak = nil
    }

    /// Whether a cell for a unit's id says that it is not known, as `…`, `-` or a broken formula
    /// do, beside a name that speaks.
    private mutating func isNoCode(_ text: String, _ row: Int, _ column: Int) -> Bool {
        guard let name = reader.unitColumns.last, name != column,
            !block.content(row: row, column: name).isEmpty
        else { return false }
        let bytes = Array(text.utf8)
        let isFormula = FormulaText.isFormula(bytes.span)
        let isBroken = isFormula || CellBytes.isErrorText(bytes.span)
        guard isBroken || CellBytes.isBlankOrDash(bytes.span) || CellBytes.isLoneDash(bytes.span),
            reader.context.names.match(text) == .unknown
        else { return false }
        if isBroken {
            let value = shown(row, column)
            let wording =
                isFormula
                ? ReadingMessages.formulaText(value) : ReadingMessages.formulaError(value)
            report(.formulaError, row, column, value, wording, severity: .warning)
        }
        return true
    }

    /// What a cell is known by in the files of one submitter, in whose scope names are looked for.
    private func scoped(_ digest: Digest) -> Digest {
        var hasher = DigestHasher()
        hasher.add(Int64(bitPattern: digest.high))
        hasher.add(Int64(bitPattern: digest.low))
        hasher.add(Int64(reader.place.submitter ?? -1))
        return hasher.finish()
    }

    /// The unit that a filled cell names; where none does for certain, that is reported.
    private mutating func match(_ text: String, _ row: Int, _ column: Int, _ digest: Digest) -> Int?
    {
        let names = reader.context.names
        let submitter = reader.place.submitter
        // What fitted no unit before fits none now.
        var match =
            strangers[digest] == nil ? names.match(text, within: submitter, on: nil) : .unknown
        if case .unit(let unit) = match {
            unitMemo.insert(unit, for: digest)
            if !block.content(row: row, column: column).isEscaped {
                reader.context.cells.insert(unit, for: scoped(digest))
            }
            return unit
        }
        // Which of several bearers of a name was meant may depend on the row's time.
        if case .ambiguous(let bearers) = match { match = bearer(of: text, bearers, row) }
        switch match {
        case .unit(let unit): return unit
        case .ambiguous(let units):
            let ids = units.map { reader.context.roster.units[$0].id }
            report(
                .unitAmbiguous,
                row,
                column,
                text,
                ReadingMessages.unitAmbiguous(text, ids),
                expected: ids.joined(separator: ", ")
            )
        case .unknown where FormulaText.isFormula(Array(text.utf8).span):
            report(.formulaError, row, column, text, ReadingMessages.formulaText(text))
        case .unknown:
            let suggestion = suggestion(for: text, digest) {
                names.suggestion(for: $0, within: submitter)
            }
            report(
                .unitUnknown,
                row,
                column,
                text,
                ReadingMessages.unitUnknown(text, suggestion.map { "\($0.name) (\($0.id))" }),
                expected: suggestion?.name
            )
        }
        return nil
    }

    /// What a text that is no valid name probably means.
    ///
    /// A file of nothing but strangers gets no more than a thousand suggestions a block, for each
    /// takes a look at the whole roster; and no name is as long as a paragraph.
    mutating func suggestion(
        for text: String,
        _ digest: Digest,
        _ find: (String) -> (name: String, id: String)?
    ) -> (name: String, id: String)? {
        if let known = strangers[digest] { return known }
        guard strangers.count < 1000, text.utf8.count <= 400 else { return nil }
        let found = find(text)
        strangers[digest] = .some(found)
        return found
    }

    /// Says where the code of a row is one unit's and the name beside it another's: the code
    /// counts.
    private mutating func compareName(_ row: Int, _ column: Int, _ unit: Int, _ digest: Digest) {
        guard let name = reader.unitColumns.last, name != column else { return }
        let content = block.content(row: row, column: name)
        guard !content.isEmpty else { return }
        var hasher = DigestHasher()
        hasher.add(Int64(unit))
        hasher.add(block.bytes.span.extracting(content.range))
        let pair = hasher.finish()
        if unitMemo[pair] != nil { return }
        let text = FormulaText.plain(block.text(row: row, column: name))
        guard case .unit(let other) = reader.context.names.match(text), other != unit else {
            unitMemo.insert(unit, for: pair)
            return
        }
        let roster = reader.context.roster
        report(
            .contradiction,
            row,
            name,
            text,
            ReadingMessages.codeAndName(roster.units[unit].id, roster.units[unit].name, text),
            expected: roster.units[unit].name,
            unit: unit
        )
    }

    /// Which of several bearers of a name is meant, by the time of the row; all of them where it
    /// does not tell.
    ///
    /// It is the one of the record's day; else the only one of the row's period; of several that
    /// bore the name in that period, one after the other, the one of the day on which the file was
    /// received, where the registry stamped one (CONTRACT §2).
    private func bearer(of text: String, _ bearers: [Int], _ row: Int) -> UnitNames.Match {
        let (names, submitter) = (reader.context.names, reader.place.submitter)
        if let day = day(row) { return names.match(text, within: submitter, on: day) }
        let units = reader.context.roster.units
        let span = period(row).map(reader.context.plan.calendar.span)
        let left = span.map { span in bearers.filter { units[$0].exists(within: span) } } ?? bearers
        // What a name tells on one day it tells by itself: a name's parts are not tried out over
        // time.
        if let span, left.count == 1 {
            let day = max(span.from, units[left[0]].validFrom ?? span.from)
            return names.match(text, within: submitter, on: day)
        }
        if let received = StampedDay.day(in: reader.place.path) {
            let match = names.match(text, within: submitter, on: received)
            if case .unit(let unit) = match, left.contains(unit) { return match }
        }
        return .ambiguous(bearers)
    }

    /// The day of a row, before its cells have been read.
    private func day(_ row: Int) -> Day? {
        let all = block.bytes
        for cell in reader.cells where cell.field == reader.datingField && cell.column >= 0 {
            let content = block.content(row: row, column: cell.column)
            switch CellDate.parse(all.span.extracting(content.range)) {
            case .value(let day), .serial(let day): return day
            case .blank, .excelSuspected, .bad: break
            }
        }
        return nil
    }

    /// The period of a row, before its cells have been read.
    private func period(_ row: Int) -> Period? {
        for cell in reader.cells where cell.field == reader.periodField && cell.column >= 0 {
            let text = block.text(row: row, column: cell.column)
            if let period = CellPeriod.parse(text, in: reader.context.plan.calendar) {
                return period
            }
        }
        return reader.place.period ?? heads.title.period
    }

    /// Whether a blank unit cell belongs to a merged one above: the name stands on its first row
    /// only (domain.md 4.4).
    ///
    /// A report has one row a unit and period: there, a row without its own period only goes on
    /// with the text of the row above, and would replace that row.
    private func isMerged(_ row: Int) -> Bool {
        guard !reader.unitColumns.isEmpty else { return false }
        guard !reader.isRegister else { return true }
        guard let column = reader.cells.first(where: { $0.field == reader.periodField })?.column,
            column >= 0
        else { return false }
        return !block.content(row: row, column: column).isEmpty
    }

    /// The unit that counts the row: in the submitter's scope, and not closed by then.
    ///
    /// What counts for a unit that took over another as a whole, that unit may report as well.
    mutating func settle(_ unit: Int, _ period: Period?, _ row: Int) -> Int? {
        let submitter = reader.place.submitter
        if reader.isPlain(unit) {
            if let submitter, unit != submitter { reading.mentionsOthers = true }
            return unit
        }
        let roster = reader.context.roster
        let closing = closing(of: unit, period)
        let successor = closing?.successor
        if let submitter {
            if unit != submitter, successor != submitter { reading.mentionsOthers = true }
            let isWithin = [unit, successor].contains { counted in
                counted.map { roster.isWithin($0, submitter) } ?? false
            }
            guard isWithin || wasWithin(unit, submitter, period) else {
                report(
                    .unitOutOfScope,
                    row,
                    reader.unitColumns.first { !block.content(row: row, column: $0).isEmpty },
                    roster.units[unit].id,
                    ReadingMessages.outOfScope(
                        roster.units[unit].name,
                        roster.units[submitter].name
                    ),
                    unit: unit
                )
                return nil
            }
        }
        guard let closing else { return unit }
        report(
            .unitClosed,
            row,
            nil,
            roster.units[unit].id,
            ReadingMessages.unitClosed(
                roster.units[unit].name,
                closing.day,
                successor.map { roster.units[$0].name }
            ),
            severity: successor == nil ? nil : .warning,
            unit: successor ?? unit
        )
        return successor
    }

    /// When the unit that a row is about had closed by the time of the row, and who had taken it
    /// over as a whole; nil where it had not.
    private func closing(of unit: Int, _ period: Period?) -> (day: Day, successor: Int?)? {
        guard let closed = reader.context.roster.units[unit].validTo else { return nil }
        var day: Day?
        if let field = reader.datingField, case .day(let number) = draft.values[field] {
            day = Day(number: number)
        } else if let period {
            day = reader.context.plan.calendar.span(period).from
        }
        guard let day, day >= closed else { return nil }
        return (closed, wholeSuccessor(of: unit, on: day))
    }

    /// The unit that had taken over a closed one as a whole by a day, step by step; nil where there
    /// is none.
    private func wholeSuccessor(of unit: Int, on day: Day) -> Int? {
        let roster = reader.context.roster
        var seen: Set<Int> = [unit]
        var current = unit
        while let closed = roster.units[current].validTo, closed <= day {
            guard
                let heir = reader.context.changes.heir(
                    of: roster.units[current].id,
                    closed: closed
                ),
                heir.isWhole, let next = roster.index(of: heir.id), seen.insert(next).inserted
            else { return nil }
            current = next
        }
        return current == unit ? nil : current
    }

    /// Whether a unit stood below the submitter on the day that the row is about, or on any of its
    /// period.
    private func wasWithin(_ unit: Int, _ submitter: Int, _ period: Period?) -> Bool {
        let span: DateSpan
        if let field = reader.datingField, case .day(let number) = draft.values[field] {
            span = DateSpan(from: Day(number: number), to: Day(number: number))
        } else if let period {
            span = reader.context.plan.calendar.span(period)
        } else {
            return false
        }
        return reader.context.trees.wasWithin(unit, submitter, during: span)
    }

    /// The row's explicit period; nil where its date tells when it counts (CONTRACT §2).
    mutating func resolvePeriod(_ row: Int) -> Period? {
        let calendar = reader.context.plan.calendar
        if let period = ownPeriod(row) {
            if heads.time != nil, isOfOtherTime(row, own: calendar.span(period)) { return nil }
            place(period, row)
            return period
        }
        if let field = reader.datingField, case .day(let number) = draft.values[field] {
            let day = Day(number: number)
            if heads.time != nil, isOfOtherTime(row, own: DateSpan(from: day, to: day)) {
                return nil
            }
            if days.insert(number) { placedDay = number }
            if !stage.contains(day) { reportOutside(row, day.slashed) }
            return nil
        }
        if let period = reader.place.period ?? heads.title.period {
            if heads.time != nil, isOfOtherTime(row, own: nil) { return nil }
            place(period, row)
            return period
        }
        // What the row says of its time may be there but unreadable: then that is the error.
        if rowFault == nil { report(.periodUnknown, row, nil, nil, ReadingMessages.periodUnknown) }
        return nil
    }

    /// The period that the row's own cells state.
    private mutating func ownPeriod(_ row: Int) -> Period? {
        if let field = reader.periodField, case .period(let period) = draft.values[field] {
            return period
        }
        return reader.table.periodColumns.isEmpty ? nil : statedPeriod(row)
    }

    /// The period that a row states beside its date, where the date lies outside it or is not
    /// known: in it, the date says more (CONTRACT §11.5).
    private mutating func statedPeriod(_ row: Int) -> Period? {
        var stated: Period?
        for column in reader.table.periodColumns {
            guard let period = statedPeriod(row, column) else { continue }
            guard let other = stated else {
                stated = period
                continue
            }
            guard let narrower = narrower(other, period) else {
                let calendar = reader.context.plan.calendar
                let names = (calendar.name(other), calendar.name(period))
                report(
                    .periodUnknown,
                    row,
                    column,
                    shown(row, column),
                    ReadingMessages.twoPeriods(names.0, names.1)
                )
                return nil
            }
            stated = narrower
        }
        guard let period = stated else { return nil }
        if let field = reader.datingField, case .day(let number) = draft.values[field],
            reader.context.plan.calendar.span(period).contains(Day(number: number))
        {
            return nil
        }
        return period
    }

    /// The period that one column states; nil where it states none, as a blank or a dash does.
    private mutating func statedPeriod(_ row: Int, _ column: Int) -> Period? {
        let content = block.content(row: row, column: column)
        guard !content.isEmpty else { return nil }
        let all = block.bytes
        let guardLength = CellBytes.formulaGuard(all.span.extracting(content.range))
        let bytes = all.span.extracting(content.start + guardLength..<content.end)
        guard !CellBytes.isBlankOrDash(bytes),
            case .period(let period) = period(content, bytes, row, column, in: nil)
        else { return nil }
        return period
    }

    /// The one of two periods that lies in the other; nil where neither does.
    private func narrower(_ a: Period, _ b: Period) -> Period? {
        let calendar = reader.context.plan.calendar
        let (first, second) = (calendar.span(a), calendar.span(b))
        if second.contains(first.from), second.contains(first.to) { return a }
        return first.contains(second.from) && first.contains(second.to) ? b : nil
    }

    mutating func place(_ period: Period, _ row: Int) {
        let isNew = reading.placement.periods.insert(period).inserted
        if isNew { placedPeriod = period }
        let plan = reader.context.plan
        if isNew, !plan.stageSpan.overlaps(plan.calendar.span(period)) {
            report(
                .periodOutside,
                row,
                nil,
                period.id,
                ReadingMessages.periodOutside(
                    plan.calendar.name(period),
                    plan.stage.lowerBound,
                    plan.stage.upperBound
                )
            )
        }
    }
}
