internal import Model
internal import Plans

/// Reads the rows of one block of a file whose header is known.
///
/// A value that may be used by several tasks at once: blocks of one file are read in parallel and
/// their readings added up in order.
package struct BlockReader: Sendable {
    let context: ReadingTables
    let place: FilePlace
    /// What the header says of every file that has it.
    let table: HeaderTable
    /// A fault of the whole file: its rows are kept as rejected under this code.
    let fileFault: FindingCode?
    /// What the lines above the table say of all its rows.
    let title: TitleFacts
    /// The physical line of each column, where the table stood on its side; nil where rows are
    /// rows.
    let lineOfColumn: [Int]?

    init(
        context: ReadingTables,
        place: FilePlace,
        table: HeaderTable,
        fileFault: FindingCode?,
        title: TitleFacts = TitleFacts(),
        lineOfColumn: [Int]? = nil
    ) {
        self.context = context
        self.place = place
        self.table = table
        self.fileFault = fileFault
        self.title = title
        self.lineOfColumn = lineOfColumn
    }

    var header: RecognisedHeader { table.header }
    var form: Form { table.form }
    var cells: [FieldCell] { table.cells }
    var unitColumns: [Int] { table.unitColumns }
    var periodField: Int? { table.periodField }
    var datingField: Int? { table.datingField }
    var isContest: Bool { table.isContest }
    var partColumns: [(column: Int, fields: SubjectFields)] { table.partColumns }
    var numberColumns: Set<Int> { table.numberColumns }
    var isRegister: Bool { table.isRegister }
    var codes: [[[UInt8]: Int]] { table.codes }
    var titleField: Int { table.titleField }
    var authorsField: Int { table.authorsField }
    var excerpt: ReadingContext.Excerpt? { table.excerpt }
    /// The days of the plan's stage.
    var stage: DateSpan { context.stage }

    /// Whether a unit's rows are its own without a further look: it is in the submitter's scope and
    /// never closes.
    func isPlain(_ unit: Int) -> Bool {
        guard context.neverCloses[unit] else { return false }
        guard let submitter = place.submitter, submitter != unit else { return true }
        return context.roster.isWithin(unit, submitter)
    }

    /// Whether the rows are columns of a table that stood on its side and does not count: none of
    /// them is layout.
    var isRefusedUpright: Bool { lineOfColumn != nil && fileFault != nil }

    /// Whether columns of the table itself say when its rows count.
    var takesOwnTime: Bool {
        !table.periodColumns.isEmpty
            || table.jointColumns.contains { $0.date == datingField }
            || cells.contains {
                $0.column >= 0 && ($0.field == periodField || $0.field == datingField)
            }
    }

    /// Reads a block from a row on.
    ///
    /// `unitAbove` is what the last filled unit cell before it says, `heads` what stands over its
    /// first row where it is more than the head of the file; `offsetShift` see
    /// ``BlockInterpreter``.
    func read(
        _ block: MendedBlock,
        from firstRow: Int,
        unitAbove: String?,
        heads: StandingHeads? = nil,
        offsetShift: Int?
    ) -> BlockReading {
        let carried: CarriedUnit =
            switch unitAbove.map(context.names.match) {
            case nil: .none
            case .unit(let unit): .unit(unit)
            case .ambiguous, .unknown: .unreadable
            }
        var pass = BlockPass(
            reader: self,
            block: block,
            carried: carried,
            heads: heads ?? StandingHeads(title: title),
            offsetShift: offsetShift
        )
        pass.readAbove(firstRow - table.header.height)
        for row in firstRow..<max(firstRow, block.block.rows.count) { pass.read(row) }
        return pass.finish(from: firstRow)
    }

    /// Whether a row has something in a column that is read.
    func isTableRow(_ block: Block, _ row: Int) -> Bool {
        cells.contains {
            $0.column >= 0 && !block.content(row: row, column: $0.column).isEmpty
        }
    }

    /// Whether a column holds serial numbers.
    func isNumberColumn(_ column: Int) -> Bool {
        column < table.isNumberColumn.count && table.isNumberColumn[column]
    }

    /// Whether a column says only which unit and period a row is about, or numbers it.
    func isPlaceColumn(_ column: Int) -> Bool { table.placeColumns.contains(column) }

    /// Whether a row has so few filled cells that it may be no data, in a form whose rows are taken
    /// for a unit's report even where they name no unit.
    func isSparse(_ block: Block, _ row: Int) -> Bool {
        guard !isRegister else { return false }
        var filled = 0
        for column in 0..<Int(block.rows[row].cellCount)
        where !block.content(row: row, column: column).isEmpty {
            filled += 1
            if filled > 4 { return false }
        }
        return true
    }

    /// Whether a text can be read in a type that plain words cannot.
    func readsAs(_ type: FieldType, _ text: String) -> Bool {
        let utf8 = Array(text.utf8)
        switch type {
        case .int: if case .value = CellNumber.parseInt(utf8.span) { return true }
        case .decimal: if case .value = CellNumber.parseDecimal(utf8.span) { return true }
        case .date: if case .value = CellDate.parse(utf8.span) { return true }
        case .yesNo: return CellYesNo.parse(utf8.span) == .yes || CellYesNo.parse(utf8.span) == .no
        case .period: return CellPeriod.parse(text) != nil
        case .text, .url, .enum: break
        }
        return false
    }

    /// What the last filled unit cell of a block says, for the rows of the next block whose own
    /// unit cells are blank.
    func lastUnitText(_ block: Block) -> String? {
        for row in block.rows.indices.reversed() where !block.rows[row].isSetAside {
            for column in unitColumns where !block.content(row: row, column: column).isEmpty {
                return block.text(row: row, column: column)
            }
        }
        return nil
    }

    /// Whether a block begins with a row that names no unit.
    func beginsWithoutUnit(_ block: Block) -> Bool {
        guard !unitColumns.isEmpty, !block.rows.isEmpty else { return false }
        return unitColumns.allSatisfy { block.content(row: 0, column: $0).isEmpty }
    }

    /// The digest that identifies a record: its form, unit, period and key fields, folded.
    ///
    /// A contest entry without an id is identified by title and authors instead (CONTRACT §3).
    /// Offices number the entries of each edition from 1 again: an entry of another one is another
    /// entry. So is one under the name of a unit merged since: `written` numbered it, and not the
    /// `unit` that it counts for.
    func key(
        unit: Int,
        written: Int,
        period: Period?,
        draft: RecordDraft,
        bytes: Span<UInt8>,
        fold: inout [UInt8]
    ) -> Digest? {
        var hasher = DigestHasher()
        hasher.add(Int64(table.header.form))
        hasher.add(Int64(isNumbered(draft) ? written : unit))
        if table.periodField != nil, let period = period ?? reportingYear(draft) {
            fold.removeAll(keepingCapacity: true)
            fold.append(contentsOf: period.id.utf8)
            hasher.add(fold.span)
        }
        if let edition = edition(draft, stating: period) { hasher.add(edition) }
        var fields = table.keyFields
        if table.entryID != nil, !isNumbered(draft) {
            fields = table.workFields
            hasher.add(1)
        }
        var isFilled = fields.isEmpty
        for field in fields where add(draft, field, bytes, to: &hasher, &fold) { isFilled = true }
        return isFilled ? hasher.finish() : nil
    }

    /// Adds what a record says in one of the fields that tell it from others; false where that is
    /// nothing.
    ///
    /// Inlined, because every record passes here.
    @inline(__always)
    private func add(
        _ draft: RecordDraft,
        _ field: Int,
        _ bytes: Span<UInt8>,
        to hasher: inout DigestHasher,
        _ fold: inout [UInt8]
    ) -> Bool {
        switch draft.values[field] {
        case .blank:
            hasher.add(Int64.min)
            return false
        case .integer(let number): hasher.add(number)
        case .decimal(let digits, let scale):
            hasher.add(digits)
            hasher.add(Int64(scale))
        case .day(let day): hasher.add(Int64(day))
        case .code(let code): hasher.add(Int64(code))
        case .period(let period): hasher.add(Array(period.id.utf8).span)
        case .text(let content):
            fold.removeAll(keepingCapacity: true)
            if content.isEscaped {
                Fold.append(draft.scratch.span.extracting(content.range), to: &fold)
            } else {
                Fold.append(bytes.extracting(content.range), to: &fold)
            }
            hasher.add(fold.span)
            return !fold.isEmpty
        }
        return true
    }

    /// The edition that a contest entry is of, or where its day is in none the year of that; nil
    /// for other records and without a day.
    @inline(__always)
    private func edition(_ draft: RecordDraft, stating period: Period?) -> Int64? {
        guard table.isContest, let field = table.datingField,
            case .day(let number) = draft.values[field]
        else { return nil }
        let day = Day(number: number)
        let edition = context.plan.edition(on: day, stating: period)
        return Int64(edition ?? -context.plan.calendar.year(of: day))
    }

    /// The reporting year of a row's date, by which a record of a form whose key has a period is
    /// known where it states none; when it counts, its date tells (CONTRACT §2).
    private func reportingYear(_ draft: RecordDraft) -> Period? {
        guard let field = table.datingField, case .day(let number) = draft.values[field] else {
            return nil
        }
        return .year(context.plan.calendar.year(of: Day(number: number)))
    }

    /// Whether a row is a contest entry with an id of its own.
    private func isNumbered(_ draft: RecordDraft) -> Bool {
        guard let entryID = table.entryID else { return false }
        if case .blank = draft.values[entryID] { return false }
        return true
    }
}
