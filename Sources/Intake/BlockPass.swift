internal import Model
internal import Plans

/// One pass over the rows of a block: the state that goes from row to row.
struct BlockPass {
    let reader: BlockReader
    let block: Block
    var reading = BlockReading()
    var batch: RecordBatch
    var draft: RecordDraft
    /// The faults that the scanner found, by row.
    private var faults: [Int: [CSVFault]] = [:]
    private var fold: [UInt8] = []
    private var nameFold: [UInt8] = []
    private var days = DaySet()
    /// Units and periods that cells named before, by the digest of the cell's bytes.
    private var unitMemo: [Digest: Int] = [:]
    private var lastUnit: (digest: Digest, unit: Int)?
    private var periodMemo: [Digest: Period] = [:]
    /// Set while a row is read: the first error decides the code of the rejected row.
    private var rowFault: FindingCode?

    init(reader: BlockReader, block: Block) {
        self.reader = reader
        self.block = block
        batch = reader.emptyBatch()
        draft = RecordDraft(fieldCount: reader.form.fields.count)
        for fault in block.faults { faults[fault.row, default: []].append(fault) }
    }

    consuming func finish(from firstRow: Int) -> BlockReading {
        let inRows = reading.lines.total
        let skipped = block.rows.prefix(firstRow).reduce(0) { $0 + Int($1.lineCount) }
        reading.lines.blank += max(0, block.lines - inRows - skipped)
        reading.placement.days = days.members
        reading.batch = batch
        return reading
    }

    // MARK: - One row

    mutating func read(_ row: Int) {
        let lineCount = Int(block.rows[row].lineCount)
        if !block.rows[row].isSetAside, block.isBlank(row: row) {
            reading.lines.blank += lineCount
            return
        }
        rowFault = nil
        for fault in faults[row] ?? [] { note(fault, row) }
        if rowFault == nil { rowFault = reader.fileFault }
        if isLayout(row) {
            reading.lines.layout += lineCount
            return
        }
        reading.rows += 1
        var unit: Int?
        if rowFault == nil {
            checkWidth(row)
            unit = resolveUnit(row)
            readCells(row)
            let period = resolvePeriod(row)
            if let found = unit { unit = settle(found, period, row) }
            if rowFault == nil, let unit { take(row, unit: unit, period: period) }
        }
        if let code = rowFault {
            reading.rejected.append(
                RejectedRow(line: block.line(of: row), code: code, cells: cells(row))
            )
            reading.lines.rejected += lineCount
        } else {
            reading.lines.counted += lineCount
        }
    }

    private func cells(_ row: Int) -> [String] {
        (0..<Int(block.rows[row].cellCount)).map { block.text(row: row, column: $0) }
    }

    private mutating func take(_ row: Int, unit: Int, period: Period?) {
        // Locals of their own: a span of a property would bar every change of the pass.
        let bytes = block.bytes
        let scratch = draft.scratch
        var folded = fold
        fold = []
        let key = reader.key(
            unit: unit,
            period: period,
            draft: draft,
            bytes: bytes.span,
            fold: &folded
        )
        fold = folded
        guard let key else {
            report(.keyMissing, row, nil, nil, ReadingMessages.keyMissing)
            return
        }
        let form = reader.form
        batch.units.append(Int32(unit))
        batch.periods.append(period.map { batch.periodIndex($0) } ?? -1)
        var day = RecordBatch.blankDay
        if let field = form.datingField, case .day(let number) = draft.values[field] {
            day = number
        }
        batch.days.append(day)
        batch.keys.append(key)
        batch.lines.append(UInt32(truncatingIfNeeded: block.line(of: row)))
        if form.isContest { appendWork(bytes, scratch) }
        for field in form.fields.indices where reader.columnOfField[field] >= 0 {
            batch.append(
                draft.values[field],
                to: field,
                bytes: bytes.span,
                scratch: scratch.span
            )
        }
        batch.count += 1
    }

    /// The identity of a contest entry's work, and its authors (CONTRACT §11.3).
    private mutating func appendWork(_ bytes: [UInt8], _ scratch: [UInt8]) {
        var hasher = DigestHasher()
        for field in [reader.titleField, reader.authorsField] {
            fold.removeAll(keepingCapacity: true)
            if field >= 0, case .text(let content) = draft.values[field] {
                let source = content.isEscaped ? scratch : bytes
                Fold.append(source.span.extracting(content.range), to: &fold)
                if field == reader.authorsField { appendAuthors(source, content) }
            }
            hasher.add(fold.span)
        }
        batch.works.append(hasher.finish())
        batch.authorEnds.append(UInt32(truncatingIfNeeded: batch.authors.count))
    }

    /// Authors are separated by `;` or `,` (CONTRACT §3); each name is folded by itself.
    private mutating func appendAuthors(_ source: [UInt8], _ content: CellContent) {
        var start = content.start
        for index in content.start...content.end {
            let isEnd =
                index == content.end || source[index] == UInt8(ascii: ";")
                || source[index] == UInt8(ascii: ",")
            guard isEnd else { continue }
            nameFold.removeAll(keepingCapacity: true)
            Fold.append(source.span.extracting(start..<index), to: &nameFold)
            if !nameFold.isEmpty { batch.authors.append(Digest(nameFold).low) }
            start = index + 1
        }
    }

    // MARK: - Layout

    private mutating func isLayout(_ row: Int) -> Bool {
        guard rowFault == nil || reader.fileFault != nil else { return false }
        let count = Int(block.rows[row].cellCount)
        if row <= reader.header.row + 2, block.firstRecord == 1,
            RowKind.isColumnNumbers(cells(row))
        {
            return true
        }
        // Totals are labelled in the first filled cells, before any figure.
        var looked = 0
        for column in 0..<min(count, 4) where looked < 2 {
            let content = block.content(row: row, column: column)
            guard !content.isEmpty else { continue }
            looked += 1
            let first = content.isEscaped ? 0 : block.bytes[content.start] | 0x20
            guard first == UInt8(ascii: "t") || first == UInt8(ascii: "c") || first == 32 else {
                continue
            }
            guard content.end - content.start < 64,
                RowKind.isTotalLabel(block.text(row: row, column: column))
            else { continue }
            report(
                .totalRow,
                row,
                column,
                nil,
                (
                    "Dòng tổng cộng: dùng để đối chiếu, không tính vào số liệu.",
                    "Không cần sửa."
                )
            )
            return true
        }
        return false
    }

    private mutating func checkWidth(_ row: Int) {
        let expected = reader.header.meanings.count
        let found = Int(block.rows[row].cellCount)
        if found < expected {
            // Excel leaves out trailing delimiters: what is missing is blank.
            report(
                .rowRagged,
                row,
                nil,
                nil,
                ReadingMessages.ragged(found, expected, isRejected: false)
            )
        } else if found > expected,
            (expected..<found).contains(where: { !block.content(row: row, column: $0).isEmpty })
        {
            report(
                .rowRagged,
                row,
                nil,
                nil,
                ReadingMessages.ragged(found, expected, isRejected: true),
                severity: .error
            )
        }
    }

    // MARK: - Unit

    private mutating func resolveUnit(_ row: Int) -> Int? {
        let names = reader.context.names
        for column in [
            reader.form.unitField.map { reader.columnOfField[$0] } ?? -1, reader.unitNameColumn,
        ]
        where column >= 0 {
            let content = block.content(row: row, column: column)
            guard !content.isEmpty else { continue }
            let digest = Digest(block.bytes.span.extracting(content.range))
            if let lastUnit, lastUnit.digest == digest { return lastUnit.unit }
            if let unit = unitMemo[digest] {
                lastUnit = (digest, unit)
                return unit
            }
            let text = block.text(row: row, column: column)
            guard !text.trimmedBlanks.isEmpty else { continue }
            switch names.match(text) {
            case .unit(let unit):
                unitMemo[digest] = unit
                lastUnit = (digest, unit)
                return unit
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
            case .unknown:
                let suggestion = names.suggestion(for: text)
                report(
                    .unitUnknown,
                    row,
                    column,
                    text,
                    ReadingMessages.unitUnknown(text, suggestion),
                    expected: suggestion
                )
            }
            return nil
        }
        if let unit = reader.place.submitter ?? reader.place.namedUnit { return unit }
        report(.unitUnknown, row, nil, nil, ReadingMessages.unitMissing)
        return nil
    }

    /// The unit that counts the row: in the submitter's scope, and not closed by then.
    private mutating func settle(_ unit: Int, _ period: Period?, _ row: Int) -> Int? {
        let roster = reader.context.roster
        if let submitter = reader.place.submitter {
            if unit != submitter { reading.mentionsOthers = true }
            guard roster.isWithin(unit, submitter) else {
                report(
                    .unitOutOfScope,
                    row,
                    nil,
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
        guard let closed = roster.units[unit].validTo else { return unit }
        var day: Day?
        if let field = reader.form.datingField, case .day(let number) = draft.values[field] {
            day = Day(number: number)
        } else if let period {
            day = reader.context.plan.calendar.span(period).from
        }
        guard let day, day >= closed else { return unit }
        let name = roster.units[unit].name
        if let id = reader.context.changes.wholeSuccessor(of: roster.units[unit].id),
            let successor = roster.index(of: id)
        {
            report(
                .unitClosed,
                row,
                nil,
                roster.units[unit].id,
                ReadingMessages.unitClosed(name, closed, roster.units[successor].name),
                severity: .warning,
                unit: successor
            )
            return successor
        }
        report(
            .unitClosed,
            row,
            nil,
            roster.units[unit].id,
            ReadingMessages.unitClosed(name, closed, nil),
            unit: unit
        )
        return nil
    }

    // MARK: - Period

    /// The row's explicit period; nil where its date tells when it counts (CONTRACT §2).
    private mutating func resolvePeriod(_ row: Int) -> Period? {
        let form = reader.form
        if let field = form.periodField, case .period(let period) = draft.values[field] {
            place(period, row)
            return period
        }
        if let field = form.datingField, case .day(let number) = draft.values[field] {
            days.insert(number)
            // A form whose key has a period takes the reporting year of its date.
            guard form.periodField != nil else { return nil }
            return .year(reader.context.plan.calendar.year(of: Day(number: number)))
        }
        if let period = reader.place.period {
            place(period, row)
            return period
        }
        // What the row says of its time may be there but unreadable: then that is the error.
        if rowFault == nil { report(.periodUnknown, row, nil, nil, ReadingMessages.periodUnknown) }
        return nil
    }

    private mutating func place(_ period: Period, _ row: Int) {
        let isNew = reading.placement.periods.insert(period).inserted
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

    // MARK: - Cells

    private mutating func readCells(_ row: Int) {
        draft.reset()
        for (field, definition) in reader.form.fields.enumerated() {
            let column = reader.columnOfField[field]
            guard column >= 0, field != reader.form.unitField else { continue }
            let content = block.content(row: row, column: column)
            if content.isEmpty {
                draft.values[field] = .blank
            } else {
                draft.values[field] = value(definition, content, row, column)
            }
            if definition.isRequired, rowFault == nil, case .blank = draft.values[field] {
                report(
                    .requiredEmpty,
                    row,
                    column,
                    nil,
                    ReadingMessages.requiredEmpty(definition.header)
                )
            }
        }
    }

    /// What a filled cell says, in the field's type; an unreadable one is reported and blank.
    private mutating func value(
        _ field: Field,
        _ content: CellContent,
        _ row: Int,
        _ column: Int
    ) -> RecordDraft.Value {
        if field.type.isText { return text(content, row, column) }
        let all = block.bytes
        let bytes = all.span.extracting(content.range)
        switch field.type {
        case .int:
            switch CellNumber.parseInt(bytes) {
            case .value(let number) where number < 0:
                report(.negative, row, column, nil, ReadingMessages.negative(shown(row, column)))
            case .value(let number): return .integer(number)
            case .blank: return .blank
            case .bad: unreadable(.notANumber, ReadingMessages.notANumber, row, column)
            }
        case .decimal:
            switch CellNumber.parseDecimal(bytes) {
            case .value(let digits, let scale): return .decimal(digits, scale: scale)
            case .blank: return .blank
            case .ambiguous: unreadable(.notANumber, ReadingMessages.ambiguousNumber, row, column)
            case .bad: unreadable(.notANumber, ReadingMessages.notANumber, row, column)
            }
        case .date:
            switch CellDate.parse(bytes) {
            case .value(let day):
                if !(1990...2100).contains(day.parts.year) {
                    report(
                        .dateImplausible,
                        row,
                        column,
                        shown(row, column),
                        ReadingMessages.dateImplausible(day)
                    )
                }
                return .day(day.number)
            case .blank: return .blank
            case .excelSuspected:
                unreadable(.excelDateSuspected, ReadingMessages.excelDate, row, column)
            case .bad: unreadable(.notADate, ReadingMessages.notADate, row, column)
            }
        case .yesNo:
            switch CellYesNo.parse(bytes) {
            case .yes: return .code(1)
            case .no: return .code(0)
            case .notApplicable, .blank: return .blank
            case .bad: unreadable(.notYesNo, ReadingMessages.notYesNo, row, column)
            }
        case .enum: return code(field, bytes, row, column)
        case .period: return period(bytes, row, column)
        case .text, .url: break
        }
        return .blank
    }

    private mutating func text(_ content: CellContent, _ row: Int, _ column: Int)
        -> RecordDraft.Value
    {
        guard !CellBytes.isBlank(block.bytes.span.extracting(content.range)) else { return .blank }
        guard content.isEscaped else { return .text(content) }
        let start = draft.scratch.count
        block.appendCell(row: row, column: column, to: &draft.scratch)
        return .text(CellContent(start: start, end: draft.scratch.count, isEscaped: true))
    }

    private mutating func code(
        _ field: Field,
        _ bytes: Span<UInt8>,
        _ row: Int,
        _ column: Int
    ) -> RecordDraft.Value {
        fold.removeAll(keepingCapacity: true)
        Fold.append(bytes, to: &fold)
        if fold.isEmpty || CellBytes.isBlank(bytes) { return .blank }
        if let index = reader.codes[reader.form.index(of: field.code) ?? 0][fold] {
            return .code(UInt8(truncatingIfNeeded: index))
        }
        unreadable(.notInList, { ReadingMessages.notInList($0, field) }, row, column)
        return .blank
    }

    private mutating func period(_ bytes: Span<UInt8>, _ row: Int, _ column: Int)
        -> RecordDraft.Value
    {
        let digest = Digest(bytes)
        if let known = periodMemo[digest] { return .period(known) }
        let text = block.text(row: row, column: column)
        if text.trimmedBlanks.isEmpty || CellBytes.isBlank(bytes) { return .blank }
        if let period = CellPeriod.parse(text) {
            periodMemo[digest] = period
            return .period(period)
        }
        unreadable(.periodUnknown, ReadingMessages.notAPeriod, row, column)
        return .blank
    }

    // MARK: - Findings

    private func shown(_ row: Int, _ column: Int) -> String {
        block.text(row: row, column: column).trimmedBlanks
    }

    private mutating func unreadable(
        _ code: FindingCode,
        _ message: (String) -> (String, String),
        _ row: Int,
        _ column: Int
    ) {
        let value = shown(row, column)
        if CellBytes.isErrorText(value) {
            report(.formulaError, row, column, value, ReadingMessages.formulaError(value))
        } else {
            report(code, row, column, value, message(value))
        }
    }

    private mutating func note(_ fault: CSVFault, _ row: Int) {
        let (message, fix) = fault.wording
        report(
            fault.code,
            row,
            fault.column - 1,
            nil,
            (message, fix),
            severity: fault.setsAside ? .error : nil
        )
    }

    private mutating func report(
        _ code: FindingCode,
        _ row: Int,
        _ column: Int?,
        _ value: String?,
        _ wording: (message: String, fix: String),
        severity: Severity? = nil,
        expected: String? = nil,
        unit: Int? = nil
    ) {
        let severity = severity ?? code.severity
        if severity == .error, rowFault == nil { rowFault = code }
        let headers = reader.header.headers
        let roster = reader.context.roster
        reading.findings.append(
            Finding(
                code,
                severity: severity,
                unit: (unit ?? reader.place.submitter).map { roster.units[$0].id },
                file: reader.place.path,
                row: block.line(of: row),
                endRow: block.endLine(of: row),
                record: block.record(of: row),
                column: column.flatMap { headers.indices.contains($0) ? headers[$0] : nil },
                byte: block.fileOffset(of: row),
                value: value,
                expected: expected,
                message: wording.message,
                fix: wording.fix
            )
        )
    }
}

/// Day numbers seen, as bits: a register of a million rows has few days.
struct DaySet {
    private var bits = [UInt64](repeating: 0, count: 1024)
    private var others: Set<Int32> = []

    mutating func insert(_ day: Int32) {
        if day >= 0, day < 65_536 {
            bits[Int(day) >> 6] |= 1 << UInt64(day & 63)
        } else {
            others.insert(day)
        }
    }

    var members: Set<Int32> {
        var members = others
        for (word, value) in bits.enumerated() where value != 0 {
            var rest = value
            while rest != 0 {
                members.insert(Int32(word * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return members
    }
}
