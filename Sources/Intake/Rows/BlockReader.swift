internal import Model
internal import Plans

/// Reads the rows of one block of a file whose header is known.
///
/// A value that may be used by several tasks at once: blocks of one file are read in parallel and their
/// readings added up in order.
package struct BlockReader: Sendable {
    let context: ReadingContext
    let place: FilePlace
    let header: RecognisedHeader
    let form: Form
    /// The fields that rows are read by, the unit's own left out: it is resolved, not kept.
    let cells: [FieldCell]
    /// The column of the unit's id, and then that of its name, where the file has them.
    let unitColumns: [Int]
    /// The form's own fields, looked up once instead of in each row.
    let unitField: Int?
    let periodField: Int?
    let datingField: Int?
    /// The days of the plan's stage; to work them out for each row costs as much as reading its date.
    let stage: DateSpan
    let isContest: Bool
    /// For each unit whether its rows are its own without a further look: it is in the submitter's
    /// scope and never closes.
    let isPlainUnit: [Bool]
    /// A fault of the whole file: its rows are kept as rejected under this code.
    let fileFault: FindingCode?
    /// What the lines above the table say of all its rows.
    let title: TitleFacts
    /// The physical line of each column, where the table stood on its side; nil where rows are rows.
    let lineOfColumn: [Int]?
    /// The columns that hold the numbers of several subjects in one cell.
    let partColumns: [(column: Int, fields: SubjectFields)]
    /// The columns of serial numbers.
    let numberColumns: Set<Int>
    /// The first column that has a heading, by which a repeated header is told.
    let firstHeading: Int?
    /// Whether a record is known by more than its unit and period.
    let isRegister: Bool
    /// The columns that say which unit and period a row is about, and its number.
    private let placeColumns: Set<Int>
    /// For each enum field, the folded codes and labels and the values they stand for.
    let codes: [[[UInt8]: Int]]
    /// The fields that make a contest entry's work; -1 in other forms.
    let titleField: Int
    let authorsField: Int
    private let keyFields: [Int]
    /// The id of a contest entry and what takes its place where it is blank.
    private let entryID: Int?
    private let workFields: [Int]
    private let present: Set<Int>

    init(
        context: ReadingContext,
        place: FilePlace,
        header: RecognisedHeader,
        fileFault: FindingCode?,
        title: TitleFacts = TitleFacts(),
        lineOfColumn: [Int]? = nil
    ) {
        self.context = context
        self.place = place
        self.header = header
        self.fileFault = fileFault
        self.title = title
        self.lineOfColumn = lineOfColumn
        let form = context.plan.forms.forms[header.form]
        self.form = form
        var columns = [Int](repeating: -1, count: form.fields.count)
        var nameColumn = -1
        var parts: [(column: Int, fields: SubjectFields)] = []
        for (column, meaning) in header.meanings.enumerated() {
            switch meaning {
            case .field(let field) where columns[field] < 0: columns[field] = column
            case .unitName where nameColumn < 0: nameColumn = column
            case .parts(let fields): parts.append((column, fields))
            default: break
            }
        }
        // A column of several subjects gives what has no column of its own.
        partColumns = parts.filter { part in part.fields.fields.allSatisfy { columns[$0] < 0 } }
        let subjects = context.headers.subjects(of: header.form).flatMap { group in
            Subject.allCases.compactMap { subject in
                group[subject].map { (field: $0, subject: subject) }
            }
        }
        let split = Set(partColumns.flatMap(\.fields.fields))
        numberColumns = Set(
            header.meanings.indices.filter {
                header.meanings[$0] == .ignored && !header.headers[$0].isEmpty
            }
        )
        firstHeading = header.headers.firstIndex { !$0.isEmpty }
        isRegister = !form.isPeriodicReport
        codes = form.fields.map { field in
            var table: [[UInt8]: Int] = [:]
            for (index, value) in field.values.enumerated() {
                for name in [value.code] + value.labels where table[Fold.key(name)] == nil {
                    table[Fold.key(name)] = index
                }
            }
            return table
        }
        let title = form.index(of: "title")
        let authors = form.index(of: "authors")
        titleField = title ?? -1
        authorsField = authors ?? -1
        workFields = [title, authors].compactMap(\.self)
        isContest = form.isContest
        entryID = isContest && workFields.count == 2 ? form.index(of: "entry_id") : nil
        let unitField = form.unitField
        self.unitField = unitField
        periodField = form.periodField
        datingField = form.datingField
        stage = context.plan.stageSpan
        cells = form.fields.enumerated().compactMap { field, definition in
            guard columns[field] >= 0 || split.contains(field), field != unitField else {
                return nil
            }
            return FieldCell(
                field: field,
                column: columns[field],
                type: definition.type,
                isRequired: definition.isRequired,
                subject: subjects.first { $0.field == field }?.subject
            )
        }
        unitColumns = [unitField.map { columns[$0] } ?? -1, nameColumn].filter { $0 >= 0 }
        isPlainUnit = context.roster.units.indices.map { unit in
            context.roster.units[unit].validTo == nil
                && place.submitter.map { context.roster.isWithin(unit, $0) } ?? true
        }
        placeColumns = Set(
            ([form.unitField, form.periodField].compactMap { $0.map { columns[$0] } } + [nameColumn])
        ).union(numberColumns)
        present = Set(form.fields.indices.filter { columns[$0] >= 0 }).union(split)
        keyFields = form.fields.indices.filter { index in
            form.fields[index].isKey && index != form.unitField && index != form.periodField
        }
    }

    /// Reads a block from a row on.
    ///
    /// `unitAbove` is what the last filled unit cell before it says; `offsetShift` see
    /// ``BlockInterpreter``.
    func read(
        _ block: MendedBlock,
        from firstRow: Int,
        unitAbove: String?,
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
            offsetShift: offsetShift
        )
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
    func isNumberColumn(_ column: Int) -> Bool { numberColumns.contains(column) }

    /// Whether a column says only which unit and period a row is about, or numbers it.
    func isPlaceColumn(_ column: Int) -> Bool { placeColumns.contains(column) }

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

    /// What the last filled unit cell of a block says, for the rows of the next block whose own unit
    /// cells are blank.
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

    var excerpt: ReadingContext.Excerpt? { context.excerpts[header.form] }

    func emptyBatch() -> RecordBatch {
        RecordBatch(
            form: header.form,
            columns: RecordBatch.columns(
                for: form,
                present: present,
                keepsText: context.keepsText[header.form]
            )
        )
    }

    /// The digest that identifies a record: its form, unit, period and key fields, folded.
    ///
    /// A contest entry without an id is identified by title and authors instead (CONTRACT §3).
    func key(
        unit: Int,
        period: Period?,
        draft: RecordDraft,
        bytes: Span<UInt8>,
        fold: inout [UInt8]
    ) -> Digest? {
        var hasher = DigestHasher()
        hasher.add(Int64(header.form))
        hasher.add(Int64(unit))
        if periodField != nil, let period {
            fold.removeAll(keepingCapacity: true)
            fold.append(contentsOf: period.id.utf8)
            hasher.add(fold.span)
        }
        var fields = keyFields
        if let entryID, case .blank = draft.values[entryID] {
            fields = workFields
            hasher.add(1)
        }
        var isFilled = fields.isEmpty
        for field in fields {
            switch draft.values[field] {
            case .blank: hasher.add(Int64.min)
            case .integer(let number):
                hasher.add(number)
                isFilled = true
            case .decimal(let digits, let scale):
                hasher.add(digits)
                hasher.add(Int64(scale))
                isFilled = true
            case .day(let day):
                hasher.add(Int64(day))
                isFilled = true
            case .code(let code):
                hasher.add(Int64(code))
                isFilled = true
            case .period(let period):
                hasher.add(Array(period.id.utf8).span)
                isFilled = true
            case .text(let content):
                fold.removeAll(keepingCapacity: true)
                if content.isEscaped {
                    Fold.append(draft.scratch.span.extracting(content.range), to: &fold)
                } else {
                    Fold.append(bytes.extracting(content.range), to: &fold)
                }
                if !fold.isEmpty { isFilled = true }
                hasher.add(fold.span)
            }
        }
        return isFilled ? hasher.finish() : nil
    }
}
