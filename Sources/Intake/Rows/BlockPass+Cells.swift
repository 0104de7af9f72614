internal import Model
internal import Plans

extension BlockPass {
    /// The years that a date of the field may be of; one of another year counts, and is noted.
    static let plausibleYears = 1990...2100

    mutating func readCells(_ row: Int, _ bytes: Span<UInt8>) {
        draft.reset()
        if reader.table.hasSharedColumns { readShared(row) }
        for cell in reader.cells {
            if cell.column >= 0 {
                let content = block.content(row: row, column: cell.column)
                if !content.isEmpty {
                    draft.values[cell.field] = value(cell, content, row, bytes)
                }
            }
            if cell.isRequired, rowFault == nil, case .blank = draft.values[cell.field] {
                report(
                    .requiredEmpty,
                    row,
                    cell.column,
                    nil,
                    ReadingMessages.requiredEmpty(reader.form.fields[cell.field].header)
                )
            }
        }
        for joint in reader.table.jointColumns { readJoint(joint, row) }
        if !reader.table.sumColumns.isEmpty { compareSums(row) }
        watch(row, bytes)
    }

    /// What a filled cell says, in the field's type; an unreadable one is reported and blank.
    mutating func value(
        _ cell: FieldCell,
        _ content: CellContent,
        _ row: Int,
        _ all: Span<UInt8>
    ) -> RecordDraft.Value {
        if cell.type.isText { return text(cell, content, row, all.extracting(content.range)) }
        let isPlain =
            all[content.start] != UInt8(ascii: "'") && all[content.start] != UInt8(ascii: "=")
        let bytes = all.extracting(isPlain ? content.range : unwrapped(content, all))
        switch cell.type {
        case .int: return integer(cell, bytes, row)
        case .decimal: return decimal(cell, bytes, row)
        case .date: return date(cell, bytes, row)
        case .yesNo: return yesNo(cell, bytes, row)
        case .enum: return code(cell, bytes, row)
        case .period: return period(content, bytes, row, cell.column, in: cell.field)
        case .text, .url: return .blank
        }
    }

    /// Where the content of a cell stands in what a spreadsheet is told to leave as it is: `="01"`,
    /// or the `'` that tonghop puts before what would be a formula.
    @inline(never)
    private func unwrapped(_ content: CellContent, _ all: Span<UInt8>) -> Range<Int> {
        let start = content.start + CellBytes.formulaGuard(all.extracting(content.range))
        guard let quoted = FormulaText.quoted(all.extracting(start..<content.end)) else {
            return start..<content.end
        }
        return (start + quoted.lowerBound)..<(start + quoted.upperBound)
    }

    private mutating func integer(
        _ cell: FieldCell,
        _ bytes: Span<UInt8>,
        _ row: Int
    ) -> RecordDraft.Value {
        let integer =
            cell.subject.map { CellNumber.parseInt(bytes, of: $0) } ?? CellNumber.parseInt(bytes)
        switch integer {
        case .value(let number) where number < 0:
            let value = shown(row, cell.column)
            report(.negative, row, cell.column, value, ReadingMessages.negative(value))
        case .value(let number):
            if cell.isBirthYear { checkBirthYear(number, row, cell.column) }
            return .integer(number)
        case .blank: return isNone(cell.field, bytes) ? .integer(0) : .blank
        case .bad:
            if reader.table.tokens[cell.field].dash == .zero, CellBytes.isNothing(bytes) {
                return .integer(0)
            }
            if cell.isBirthYear, let year = CellDate.writtenYear(bytes) { return .integer(year) }
            unreadable(.notANumber, ReadingMessages.notANumber, row, cell.column, in: cell.field)
        }
        return .blank
    }

    private mutating func decimal(
        _ cell: FieldCell,
        _ bytes: Span<UInt8>,
        _ row: Int
    ) -> RecordDraft.Value {
        switch CellNumber.parseDecimal(bytes) {
        case .value(let digits, let scale): return .decimal(digits, scale: scale)
        case .blank: return isNone(cell.field, bytes) ? .decimal(0, scale: 0) : .blank
        case .ambiguous:
            unreadable(
                .notANumber,
                ReadingMessages.ambiguousNumber,
                row,
                cell.column,
                in: cell.field
            )
        case .bad:
            unreadable(.notANumber, ReadingMessages.notANumber, row, cell.column, in: cell.field)
        }
        return .blank
    }

    private mutating func date(
        _ cell: FieldCell,
        _ bytes: Span<UInt8>,
        _ row: Int
    ) -> RecordDraft.Value {
        let column = cell.column
        switch CellDate.parse(bytes) {
        case .value(let day):
            if !BlockPass.plausibleYears.contains(day.parts.year) {
                let wording = ReadingMessages.dateImplausible(day)
                report(.dateImplausible, row, column, shown(row, column), wording)
            }
            return .day(day.number)
        case .blank: return .blank
        case .serial(let day):
            let value = shown(row, column)
            report(
                .excelDateSuspected,
                row,
                column,
                value,
                ReadingMessages.serialDate(value, day),
                severity: .warning,
                expected: day.slashed
            )
            return .day(day.number)
        case .excelSuspected:
            unreadable(.excelDateSuspected, ReadingMessages.excelDate, row, column, in: cell.field)
        case .bad:
            if CellDate.isMonthFirst(bytes), reading.monthFirst.count < ListLimits.layout {
                reading.monthFirst.append((cell.field, block.line(of: row)))
            }
            unreadable(.notADate, ReadingMessages.notADate, row, column, in: cell.field)
        }
        return .blank
    }

    private mutating func yesNo(
        _ cell: FieldCell,
        _ bytes: Span<UInt8>,
        _ row: Int
    ) -> RecordDraft.Value {
        let digest = digest(cell, bytes)
        if let known = codeMemo[digest] { return .code(UInt8(known)) }
        switch CellYesNo.parse(bytes) {
        case .yes:
            codeMemo.insert(1, for: digest)
            return .code(1)
        case .no:
            codeMemo.insert(0, for: digest)
            return .code(0)
        case .notApplicable, .blank: return .blank
        case .bad: unreadable(.notYesNo, ReadingMessages.notYesNo, row, cell.column, in: cell.field)
        }
        return .blank
    }

    /// What a cell of text, whose content is `bytes`, says.
    private mutating func text(
        _ cell: FieldCell,
        _ content: CellContent,
        _ row: Int,
        _ bytes: Span<UInt8>
    ) -> RecordDraft.Value {
        guard !CellBytes.isBlank(bytes) else { return .blank }
        if CellBytes.mayBeToken(bytes) {
            if let quoted = FormulaText.quoted(bytes) {
                return quotedText(cell, content, row, bytes, quoted)
            }
            if isToken(cell, content, row, bytes) { return .blank }
        }
        if let evidence = cell.evidence, !isGiven(evidence, cell, row, bytes) { return .blank }
        guard content.isEscaped else {
            guard bytes[0] == UInt8(ascii: "'") else { return .text(content) }
            return .text(unneutralised(content, in: block.bytes))
        }
        let start = draft.scratch.count
        block.appendCell(row: row, column: cell.column, to: &draft.scratch)
        let copied = CellContent(start: start, end: draft.scratch.count, isEscaped: true)
        return .text(unneutralised(copied, in: draft.scratch))
    }

    /// What a cell of text says in which a spreadsheet is told to leave a text as it is.
    @inline(never)
    private mutating func quotedText(
        _ cell: FieldCell,
        _ content: CellContent,
        _ row: Int,
        _ bytes: Span<UInt8>,
        _ quoted: Range<Int>
    ) -> RecordDraft.Value {
        let start = content.start + quoted.lowerBound
        let end = content.start + quoted.upperBound
        guard start < end else { return .blank }
        let inside = CellContent(start: start, end: end, isEscaped: false)
        return text(cell, inside, row, bytes.extracting(quoted))
    }

    /// Whether a filled cell of text holds a token that is no text (domain.md 2.7).
    ///
    /// A broken formula, which is reported; that nothing applies; a dash where a dash is nobody's
    /// name; that there was nothing to report, where a record cannot do without the text: nobody
    /// is called `Không phát sinh`; and what else is no name where a name belongs.
    @inline(never)
    private mutating func isToken(
        _ cell: FieldCell,
        _ content: CellContent,
        _ row: Int,
        _ bytes: Span<UInt8>
    ) -> Bool {
        let (field, column) = (cell.field, cell.column)
        let tokens = reader.table.tokens[field]
        let isFormula = FormulaText.refersToCells(bytes, isEscaped: content.isEscaped)
        guard isFormula || CellBytes.isErrorText(bytes) else {
            if tokens.isRequired, CellBytes.isNothing(bytes) {
                let value = shown(row, column)
                let header = reader.form.fields[field].header
                report(.keyMissing, row, column, value, ReadingMessages.nothing(value, header))
                return true
            }
            let (start, end) = CellBytes.trim(bytes, 0, bytes.count)
            if CellBytes.isNotApplicable(bytes, start, end) { return true }
            if tokens.dash == .blank, CellBytes.isLoneDash(bytes) { return true }
            return tokens.naming != .none && isNoName(field, column, row, bytes)
        }
        let value = shown(row, column)
        report(
            .formulaError,
            row,
            column,
            value,
            isFormula
                ? ReadingMessages.formulaText(value) : ReadingMessages.formulaError(value),
            severity: tokens.isTelling ? .error : .warning
        )
        return true
    }

    /// Whether a filled cell holds an address or a number, and not only words that there is one,
    /// which are reported, or none.
    @inline(never)
    private mutating func isGiven(
        _ evidence: Evidence,
        _ cell: FieldCell,
        _ row: Int,
        _ bytes: Span<UInt8>
    ) -> Bool {
        switch evidence.content(of: bytes) {
        case .given: return true
        case .none: return false
        case .claimed:
            let value = shown(row, cell.column)
            let wording = ReadingMessages.claimed(value, reader.form.fields[cell.field].header)
            report(.contradiction, row, cell.column, value, wording)
            return false
        }
    }

    /// Whether a cell that names something holds what is no name (``NoName``).
    ///
    /// Whom a row is about has to be known: without a name it is handed back. Authors may be
    /// missing. What only tells records apart may be any word, but never a mark for the one above.
    private mutating func isNoName(_ field: Int, _ column: Int, _ row: Int, _ bytes: Span<UInt8>)
        -> Bool
    {
        guard let text = NoName(bytes) else { return false }
        let naming = reader.table.tokens[field].naming
        if naming == .authors { return text != .total }
        guard naming == .name || naming == .title || text == .ditto else { return false }
        // A work may be called by a number, and `Không tên`.
        if naming == .title, text == .number || text == .anonymous { return false }
        let value = shown(row, column)
        let header = reader.form.fields[field].header
        let wording =
            switch text {
            case .nothing, .anonymous: ReadingMessages.nothing(value, header)
            case .summary, .number: ReadingMessages.summaryForName(value, header)
            case .ditto: ReadingMessages.ditto(value)
            case .total: ReadingMessages.totalForName(value, header)
            }
        report(.keyMissing, row, column, value, wording)
        return true
    }

    /// Whether a number cell says that there is none.
    @inline(never)
    func isNone(_ field: Int, _ bytes: Span<UInt8>) -> Bool {
        reader.table.tokens[field].dash == .zero && CellBytes.isLoneDash(bytes)
    }

    /// What a memo knows a cell of a field by.
    private func digest(_ cell: FieldCell, _ bytes: Span<UInt8>) -> Digest {
        var hasher = DigestHasher()
        hasher.add(Int64(cell.field))
        hasher.add(bytes)
        return hasher.finish()
    }

    /// Without the `'` that tonghop puts before what a spreadsheet would take for a formula
    /// (``CellBytes/formulaGuard(_:)``).
    private func unneutralised(_ content: CellContent, in bytes: [UInt8]) -> CellContent {
        CellContent(
            start: content.start + CellBytes.formulaGuard(bytes.span.extracting(content.range)),
            end: content.end,
            isEscaped: content.isEscaped
        )
    }

    mutating func code(
        _ cell: FieldCell,
        _ bytes: Span<UInt8>,
        _ row: Int
    ) -> RecordDraft.Value {
        let digest = digest(cell, bytes)
        if let known = codeMemo[digest] { return .code(UInt8(known)) }
        fold.removeAll(keepingCapacity: true)
        Fold.append(bytes, to: &fold)
        if CellBytes.isBlank(bytes) || (fold.isEmpty && NoName(bytes) != .ditto) { return .blank }
        if let value = reader.codes[cell.field][fold] {
            codeMemo.insert(value, for: digest)
            return .code(UInt8(value))
        }
        let field = reader.form.fields[cell.field]
        let meant = suggestion(for: shown(row, cell.column), digest) { text in
            Suggestion.nearest(to: text, among: field.values.flatMap(\.labels)).map { ($0, "") }
        }
        unreadable(
            .notInList,
            { ReadingMessages.notInList($0, field, meant?.name) },
            row,
            cell.column,
            in: cell.field
        )
        return .blank
    }

    mutating func period(
        _ content: CellContent,
        _ bytes: Span<UInt8>,
        _ row: Int,
        _ column: Int,
        in field: Int?
    ) -> RecordDraft.Value {
        let digest = Digest(bytes)
        if let known = periodMemo[digest] { return .period(known) }
        if !content.isEscaped, let known = reader.context.cells.period(digest) {
            periodMemo[digest] = known
            return .period(known)
        }
        let written = block.text(row: row, column: column)
        var text = FormulaText.plain(written)
        if text.utf8.count == written.utf8.count, bytes.count < content.range.count {
            text.removeFirst()
        }
        if text.trimmedBlanks.isEmpty || CellBytes.isBlank(bytes) { return .blank }
        let calendar = reader.context.plan.calendar
        if let period = CellPeriod.parse(text, in: calendar) {
            // Such a text is remembered nowhere: what is said of it hangs on the column.
            if case .years = period, CellPeriod.mayBeSchoolYear(text) {
                if field == nil || field == reader.periodField {
                    noteBareYears(period, row, column)
                }
                return .period(period)
            }
            guard CellPeriod.isSchoolYear(text), !calendar.isSchoolCalendar else {
                periodMemo[digest] = period
                if !content.isEscaped { reader.context.cells.insert(period, for: digest) }
                return .period(period)
            }
            // A school year is another span than the plan's year that it is counted for.
            let value = shown(row, column)
            let name = calendar.name(period)
            report(
                .periodOutside,
                row,
                column,
                value,
                ReadingMessages.schoolYear(value, name),
                expected: name
            )
            return .period(period)
        }
        unreadable(.periodUnknown, ReadingMessages.notAPeriod, row, column, in: field)
        return .blank
    }

    /// Says that two bare years were taken for a stage, which counts for neither of them.
    private mutating func noteBareYears(_ period: Period, _ row: Int, _ column: Int) {
        let (value, name) = (shown(row, column), reader.context.plan.calendar.name(period))
        let wording = ReadingMessages.bareYears(value, name)
        report(.periodOutside, row, column, value, wording, expected: name)
    }
}
