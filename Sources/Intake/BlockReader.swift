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
    let isContest: Bool
    /// For each unit whether its rows are its own without a further look: it is in the submitter's
    /// scope and never closes.
    let isPlainUnit: [Bool]
    /// A fault of the whole file: its rows are kept as rejected under this code.
    let fileFault: FindingCode?
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
        fileFault: FindingCode?
    ) {
        self.context = context
        self.place = place
        self.header = header
        self.fileFault = fileFault
        let form = context.plan.forms.forms[header.form]
        self.form = form
        var columns = [Int](repeating: -1, count: form.fields.count)
        var nameColumn = -1
        for (column, meaning) in header.meanings.enumerated() {
            switch meaning {
            case .field(let field) where columns[field] < 0: columns[field] = column
            case .unitName where nameColumn < 0: nameColumn = column
            default: break
            }
        }
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
        cells = form.fields.enumerated().compactMap { field, definition in
            guard columns[field] >= 0, field != unitField else { return nil }
            return FieldCell(
                field: field,
                column: columns[field],
                type: definition.type,
                isRequired: definition.isRequired
            )
        }
        unitColumns = [unitField.map { columns[$0] } ?? -1, nameColumn].filter { $0 >= 0 }
        isPlainUnit = context.roster.units.indices.map { unit in
            context.roster.units[unit].validTo == nil
                && place.submitter.map { context.roster.isWithin(unit, $0) } ?? true
        }
        present = Set(form.fields.indices.filter { columns[$0] >= 0 })
        keyFields = form.fields.indices.filter { index in
            form.fields[index].isKey && index != form.unitField && index != form.periodField
        }
    }

    /// Reads a block from a row on.
    package func read(_ block: Block, from firstRow: Int) -> BlockReading {
        var pass = BlockPass(reader: self, block: block)
        for row in firstRow..<max(firstRow, block.rows.count) { pass.read(row) }
        return pass.finish(from: firstRow)
    }

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
