internal import Model
internal import Plans

/// What a recognised header says of every file that has it: which column holds what, how its rows
/// are read, and what is wrong with it.
///
/// It depends on nothing but the header and the plan, so that thousands of files share one
/// (``KnownHeaders``).
final class HeaderTable: Sendable {
    /// Something to be said about a column, wherever the header stands.
    struct Note: Sendable {
        var code: FindingCode
        /// Nil where it is the code's own.
        var severity: Severity?
        /// The column as the file calls it.
        var header: String
        var wording: (message: String, fix: String)
    }

    /// A row of the header: where its first heading begins, and all of them folded.
    struct Line: Sendable {
        let first: Int
        let start: UInt8
        let keys: [[UInt8]]
        let filled: Int

        init?(_ cells: [String]) {
            guard let first = cells.firstIndex(where: { !$0.isEmpty }) else { return nil }
            self.first = first
            start = cells[first].utf8.first ?? 0
            keys = cells.map(Fold.key)
            filled = cells.count { !$0.isEmpty }
        }
    }

    /// In which columns a header has the fields of its form.
    private struct ColumnPlaces {
        /// For each field its first column; -1 where it has none.
        var columns: [Int]
        /// The column of the unit's name; -1 where there is none.
        var unitName = -1
        /// The columns of several subjects, which give what has no column of its own.
        var parts: [(column: Int, fields: SubjectFields)] = []
        /// The columns of two whole numbers.
        var pairs: [(column: Int, fields: PairFields)] = []
        /// The columns of a document's number and day, which give the day.
        var joints: [JointColumn] = []
        /// The columns of several subjects that stand beside their own: sums, which nobody counts.
        var sums: [(column: Int, fields: [Int])] = []
        /// The fields that a column of any kind gives.
        var present: Set<Int>

        init(_ header: RecognisedHeader, _ form: Form) {
            columns = [Int](repeating: -1, count: form.fields.count)
            for (column, meaning) in header.meanings.enumerated() {
                switch meaning {
                case .field(let field) where columns[field] < 0: columns[field] = column
                case .unitName where unitName < 0: unitName = column
                case .parts(let fields): parts.append((column, fields))
                case .pair(let fields): pairs.append((column, fields))
                default: break
                }
            }
            let own = columns
            sums = parts.compactMap { part in
                let fields = part.fields.fields.filter { own[$0] >= 0 }
                return fields.count < 2 ? nil : (part.column, fields)
            }
            parts = parts.filter { part in part.fields.fields.allSatisfy { own[$0] < 0 } }
            joints = JointColumn.all(header, form, own)
            present = Set(own.indices.filter { own[$0] >= 0 })
                .union(parts.flatMap(\.fields.fields)).union(pairs.flatMap(\.fields.fields))
                .union(joints.map(\.date))
        }
    }

    let header: RecognisedHeader
    let form: Form
    /// What is to be said about the columns, in order.
    let notes: [Note]
    /// What is wrong with the header, so that no row counts.
    let fault: FindingCode?
    /// The columns of serial numbers behind the first one.
    let furtherSerials: [Int]
    /// The columns behind or between others that have no heading.
    let namelessColumns: [Int]
    /// The fields that rows are read by, the unit's own left out: it is resolved, not kept.
    let cells: [FieldCell]
    /// For each field of the form what tokens come to in it.
    let tokens: [FieldTokens]
    /// The column of the unit's id, and then that of its name, where the file has them.
    let unitColumns: [Int]
    /// The form's own fields, looked up once instead of in each row.
    let unitField: Int?
    let periodField: Int?
    let datingField: Int?
    let isContest: Bool
    /// The columns that hold the numbers of several subjects in one cell.
    let partColumns: [(column: Int, fields: SubjectFields)]
    /// The columns that hold two whole numbers in one cell.
    let pairColumns: [(column: Int, fields: PairFields)]
    /// Whether there are columns of several subjects or of two numbers.
    let hasSharedColumns: Bool
    /// Whether it is a list without a column that somebody would add up, so that a number beside
    /// the word for a total is that of the rows: `Tổng cộng: 02 người`.
    let isPlainList: Bool
    /// The columns that hold a document's number and its day.
    let jointColumns: [JointColumn]
    /// The columns that hold the sums of other columns of the row.
    let sumColumns: [(column: Int, fields: [Int])]
    /// The columns of serial numbers.
    let numberColumns: Set<Int>
    /// For each column whether it is one of them.
    let isNumberColumn: [Bool]
    /// The rows of the header, by which it is known where it stands once more.
    let lines: [Line]
    /// Where each of them begins: a row of data is told from them by a byte.
    let lineStarts: [(column: Int, byte: UInt8)]
    /// The columns that name the period in a form without a field for it: the year, the quarter.
    let periodColumns: [Int]
    /// Whether a record is known by more than its unit and period.
    let isRegister: Bool
    /// The columns that say which unit and period a row is about, and its number.
    let placeColumns: Set<Int>
    /// For each enum field, the folded codes and labels and the values they stand for.
    let codes: [[[UInt8]: Int]]
    /// The fields that make a contest entry's work; -1 in other forms.
    let titleField: Int
    let authorsField: Int
    let keyFields: [Int]
    /// The id of a contest entry and what takes its place where it is blank.
    let entryID: Int?
    let workFields: [Int]
    /// The batch of a block without records.
    let emptyBatch: RecordBatch
    let excerpt: ReadingContext.Excerpt?
    /// The columns by which a row may gainsay itself.
    let watch: RowWatch

    init(_ written: RecognisedHeader, _ context: ReadingTables) {
        let header = HeaderTable.withoutIdlePairs(HeaderTable.withoutOtherUnitNames(written))
        self.header = header
        let form = context.plan.forms.forms[header.form]
        self.form = form
        let places = ColumnPlaces(header, form)
        (notes, fault) = HeaderTable.notes(header, form, places.joints)
        furtherSerials = HeaderTable.furtherSerials(header)
        namelessColumns = header.headers.indices.filter { header.headers[$0].isEmpty }
        partColumns = places.parts
        pairColumns = places.pairs
        hasSharedColumns = !partColumns.isEmpty || !pairColumns.isEmpty
        jointColumns = places.joints
        sumColumns = places.sums
        numberColumns = HeaderTable.numberColumns(header)
        isNumberColumn = header.meanings.indices.map(numberColumns.contains)
        lines = (header.lines.isEmpty ? [header.headers] : header.lines).compactMap(Line.init)
        lineStarts = lines.map { ($0.first, $0.start) }
        periodColumns = header.meanings.indices.filter { header.meanings[$0] == .period }
        isRegister = !form.isPeriodicReport
        codes = context.headers.signs[header.form].codes
        let title = form.index(of: "title")
        let authors = form.index(of: "authors")
        titleField = title ?? -1
        authorsField = authors ?? -1
        workFields = [title, authors].compactMap(\.self)
        isContest = form.isContest
        entryID = isContest && workFields.count == 2 ? form.index(of: "entry_id") : nil
        unitField = form.unitField
        periodField = form.periodField
        datingField = form.datingField
        cells = HeaderTable.cells(of: form, places, context.headers.subjects(of: header.form))
        tokens = HeaderTable.tokens(of: form)
        isPlainList = isRegister && HeaderTable.addsUpNothing(cells, tokens)
        let ownPlaces = [form.unitField, form.periodField].map { $0.map { places.columns[$0] } }
        unitColumns = [ownPlaces[0] ?? -1, places.unitName].filter { $0 >= 0 }
        placeColumns = Set(ownPlaces.compactMap(\.self) + [places.unitName] + periodColumns)
            .union(numberColumns)
        keyFields = HeaderTable.keyFields(of: form)
        emptyBatch = RecordBatch(
            form: header.form,
            columns: RecordBatch.columns(
                for: form,
                present: places.present,
                keepsText: context.keepsText[header.form]
            )
        )
        excerpt = context.excerpts[header.form]
        watch = RowWatch(form, cells, numberColumns: numberColumns)
    }

    /// The columns of serial numbers behind the first one.
    private static func furtherSerials(_ header: RecognisedHeader) -> [Int] {
        Array(
            header.meanings.indices.filter {
                header.meanings[$0] == .ignored && HeaderIndex.isSerial(header.headers[$0])
            }.dropFirst()
        )
    }

    /// The columns of serial numbers, and those that tonghop adds to rejected rows.
    private static func numberColumns(_ header: RecognisedHeader) -> Set<Int> {
        Set(
            header.meanings.indices.filter {
                header.meanings[$0] == .ignored && !header.headers[$0].isEmpty
            }
        )
    }

    /// The fields that tell records apart, unit and period aside.
    private static func keyFields(of form: Form) -> [Int] {
        form.fields.indices.filter { index in
            form.fields[index].isKey && index != form.unitField && index != form.periodField
        }
    }

    /// What tokens come to in each field of a form.
    private static func tokens(of form: Form) -> [FieldTokens] {
        form.fields.map { field in
            FieldTokens(
                isRequired: field.isRequired,
                isTelling: field.isRequired || field.isKey,
                dash: dash(in: field, of: form),
                naming: naming(of: field)
            )
        }
    }

    /// Whether none of the fields that rows are read by holds what somebody would add up: counts,
    /// not years of birth or scores.
    private static func addsUpNothing(_ cells: [FieldCell], _ tokens: [FieldTokens]) -> Bool {
        cells.allSatisfy { cell in
            switch cell.type {
            case .int, .decimal: cell.isBirthYear || tokens[cell.field].dash != .zero
            case .text, .url, .yesNo, .date, .period, .enum: true
            }
        }
    }

    /// The fields that rows are read by, in the form's order.
    private static func cells(
        of form: Form,
        _ places: ColumnPlaces,
        _ subjects: some Sequence<SubjectFields>
    ) -> [FieldCell] {
        form.fields.enumerated().compactMap { field, definition in
            guard places.present.contains(field), field != form.unitField else { return nil }
            return FieldCell(
                field: field,
                column: places.columns[field],
                type: definition.type,
                // What a joint column lacks is said of it once.
                isRequired: definition.isRequired && !places.joints.contains { $0.date == field },
                subject: subjects.lazy.compactMap { $0.subject(of: field) }.first,
                isBirthYear: definition.code == "birth_year" && definition.type == .int,
                evidence: Evidence(definition)
            )
        }
    }

    /// What a lone dash says in a field: where something is counted that there is none.
    ///
    /// A score that was not given, a year of birth and a figure that another office handed over are
    /// not known; nor is there a record, an author or a work whose name is a dash.
    private static func dash(in field: Field, of form: Form) -> FieldTokens.Dash {
        switch field.type {
        case .int, .decimal:
            let isCount = !field.isKey && !field.code.hasSuffix("_score")
            return isCount && form.id != "indicator_result" ? .zero : .blank
        case .text, .url:
            let isName = field.isKey || field.isRequired || field.code == "authors"
            return isName ? .blank : .text
        case .yesNo, .date, .period, .enum: return .text
        }
    }

    /// What a field of text calls.
    private static func naming(of field: Field) -> FieldTokens.Naming {
        guard field.type.isText else { return .none }
        if field.code == "authors" { return .authors }
        guard field.isRequired else { return field.isKey ? .key : .none }
        if field.code == "name" { return .name }
        return field.isKey || field.code == "title" ? .title : .key
    }

    /// A header in which a column that names the unit in some forms only does so no more, where
    /// another one names the unit in every form: the two may be different offices.
    private static func withoutOtherUnitNames(_ header: RecognisedHeader) -> RecognisedHeader {
        let names = header.meanings.indices.filter { header.meanings[$0] == .unitName }
        let isGeneral = { (column: Int) in
            HeaderIndex.isGeneralUnitName(
                header.headers[column].split(separator: " - ").last.map(String.init) ?? ""
            )
        }
        guard names.count > 1, names.contains(where: isGeneral) else { return header }
        var settled = header
        for column in names where !isGeneral(column) { settled.meanings[column] = .unknown }
        return settled
    }

    /// A header in which a column of two numbers gives nothing where another column gives one of
    /// them: which of the two is right, nobody can say.
    private static func withoutIdlePairs(_ header: RecognisedHeader) -> RecognisedHeader {
        let pairs = header.meanings.indices.filter {
            if case .pair = header.meanings[$0] { true } else { false }
        }
        guard !pairs.isEmpty else { return header }
        var columns: [Int: Int] = [:]
        for meaning in header.meanings {
            let fields: [Int] =
                switch meaning {
                case .field(let field): [field]
                case .parts(let parts): parts.fields
                case .pair(let pair): pair.fields
                case .unitName, .period, .ignored, .unknown: []
                }
            for field in fields { columns[field, default: 0] += 1 }
        }
        var settled = header
        for column in pairs {
            guard case .pair(let pair) = header.meanings[column],
                pair.fields.contains(where: { columns[$0] != 1 })
            else { continue }
            settled.meanings[column] = .unknown
        }
        return settled
    }

    /// What is to be said about the columns of a header, and what makes it useless.
    private static func notes(
        _ header: RecognisedHeader,
        _ form: Form,
        _ joints: [JointColumn]
    ) -> (notes: [Note], fault: FindingCode?) {
        var notes: [Note] = []
        var fault: FindingCode?
        var seen: [ColumnMeaning: String] = [:]
        let own = Set(header.meanings.filter { if case .field = $0 { true } else { false } })
        for (column, meaning) in header.meanings.enumerated() {
            let name = header.headers[column]
            switch meaning {
            case .field, .unitName:
                guard let other = seen[meaning] else {
                    seen[meaning] = name
                    continue
                }
                // The first one counts; the other may be an office of another kind.
                if meaning == .unitName {
                    notes.append(unknown(name, form))
                } else {
                    fault = fault ?? .columnDuplicate
                    notes.append(duplicate(name, other))
                }
            case .unknown:
                var note = unknown(name, form, part: group(name, form, besides: own))
                if let measure = header.measures[column] {
                    note.wording = ReadingMessages.largeMeasure(name, measure)
                }
                notes.append(note)
            case .parts(let fields):
                let parts = fields.fields.filter { own.contains(.field($0)) }
                if !parts.isEmpty {
                    notes.append(columnOfSums(name, of: parts, header))
                } else if let other = fields.fields.lazy.compactMap({ seen[.field($0)] }).first {
                    fault = fault ?? .columnDuplicate
                    notes.append(duplicate(name, other))
                } else {
                    for field in fields.fields { seen[.field(field)] = name }
                }
            case .pair(let fields): for field in fields.fields { seen[.field(field)] = name }
            case .period, .ignored: break
            }
        }
        for joint in joints { seen[.field(joint.date)] = header.headers[joint.column] }
        for (index, field) in form.fields.enumerated()
        where field.isRequired && field.code != "unit" && seen[.field(index)] == nil {
            fault = fault ?? .columnMissing
            let wording = ReadingMessages.columnMissing(field.header, form.name)
            notes.append(Note(code: .columnMissing, header: field.header, wording: wording))
        }
        return (notes, fault)
    }

    private static func columnOfSums(
        _ name: String,
        of parts: [Int],
        _ header: RecognisedHeader
    ) -> Note {
        let columns = parts.compactMap { field in
            header.meanings.firstIndex(of: .field(field)).map { header.headers[$0] }
        }
        return Note(
            code: .columnUnknown,
            severity: .notice,
            header: name,
            wording: ReadingMessages.columnOfSums(name, columns)
        )
    }

    private static func duplicate(_ name: String, _ other: String) -> Note {
        Note(
            code: .columnDuplicate,
            header: name,
            wording: ReadingMessages.columnDuplicate(name, other)
        )
    }

    private static func unknown(_ name: String, _ form: Form, part: String? = nil) -> Note {
        Note(
            code: .columnUnknown,
            header: name,
            wording: ReadingMessages.columnUnknown(name, form.name, part: part)
        )
    }

    /// The column of the form that the heading over a sub-heading names and that nothing else in
    /// the header is: `Số bài dự thi` over `2023` and `2024`.
    private static func group(
        _ name: String,
        _ form: Form,
        besides own: Set<ColumnMeaning>
    ) -> String? {
        guard let dash = name.ranges(of: " - ").last else { return nil }
        let group = Fold.key(String(name[..<dash.lowerBound]))
        let field = form.fields.firstIndex { Fold.key($0.header) == group }
        guard let field, !own.contains(.field(field)) else { return nil }
        return form.fields[field].header
    }
}
