internal import Model
internal import Plans

/// One row's values while it is being read: nothing reaches the batch before the whole row is
/// right.
struct RecordDraft {
    /// What a cell came to.
    enum Value {
        case blank
        case integer(Int64)
        case decimal(Int64, scale: UInt8)
        case day(Int32)
        case code(UInt8)
        case period(Period)
        /// A slice of the block's bytes, or of `scratch` where the cell had quotes to undo.
        case text(CellContent)
    }

    var values: [Value]
    /// Texts of the block whose doubled quotes were undone.
    var scratch: [UInt8] = []

    init(fieldCount: Int) {
        values = [Value](repeating: .blank, count: fieldCount)
    }

    mutating func reset() {
        for index in values.indices { values[index] = .blank }
    }
}

extension RecordBatch {
    /// Empty columns for a form whose file has these fields.
    static func columns(
        for form: Form,
        present: Set<Int>,
        keepsText: [Bool]
    ) -> [Column] {
        form.fields.enumerated().map { index, field in
            guard present.contains(index) else { return .absent }
            return switch field.type {
            case .int: .integers([])
            case .decimal: .decimals([], scales: [])
            case .date: .days([])
            case .yesNo, .enum: .codes([])
            case .period: .periods([])
            case .text, .url: keepsText[index] ? .texts(starts: [], ends: []) : .filled([])
            }
        }
    }

    /// Makes the columns of all records, from values that stand row by row.
    ///
    /// Column by column, because an array inside an enum cannot grow cell by cell without being
    /// taken out and put back for each.
    mutating func fill(
        _ cells: [FieldCell],
        from values: [RecordDraft.Value],
        bytes: [UInt8],
        scratch: [UInt8]
    ) {
        for field in columns.indices {
            let place = cells.firstIndex { $0.field == field }
            func column<Element>(_ element: (RecordDraft.Value) -> Element) -> [Element] {
                (0..<count).map { record in
                    element(place.map { values[record * cells.count + $0] } ?? .blank)
                }
            }
            switch columns[field] {
            case .absent: break
            case .integers: columns[field] = .integers(PackedColumn(column(\.integer)))
            case .decimals:
                columns[field] = .decimals(
                    PackedColumn(column(\.decimal.digits)),
                    scales: PackedColumn(column(\.decimal.scale))
                )
            case .days: columns[field] = .days(PackedColumn(column(\.day)))
            case .codes: columns[field] = .codes(column(\.code))
            case .periods:
                let found = column(\.period)
                columns[field] = .periods(
                    PackedColumn(found.map { $0.map { periodIndex($0) } ?? -1 })
                )
            case .texts:
                var starts: [UInt32] = []
                var ends: [UInt32] = []
                for content in column(\.text) {
                    starts.append(UInt32(truncatingIfNeeded: pool.count))
                    if let content {
                        pool += (content.isEscaped ? scratch : bytes)[content.range]
                    }
                    ends.append(UInt32(truncatingIfNeeded: pool.count))
                }
                columns[field] = .texts(starts: PackedColumn(starts), ends: PackedColumn(ends))
            case .filled: columns[field] = .filled(PackedColumn(column { $0.isFilledText ? 1 : 0 }))
            }
        }
    }

    /// Keeps the texts of some fields of the records that an excerpt is about.
    mutating func keep(
        _ excerpt: ReadingContext.Excerpt,
        of cells: [FieldCell],
        from values: [RecordDraft.Value],
        bytes: [UInt8],
        scratch: [UInt8]
    ) {
        guard let condition = cells.firstIndex(where: { $0.field == excerpt.condition }) else {
            return
        }
        let fields = excerpt.fields.compactMap { field -> (field: Int, place: Int)? in
            guard case .filled = columns[field] else { return nil }
            return cells.firstIndex { $0.field == field }.map { (field, $0) }
        }
        guard !fields.isEmpty else { return }
        for record in 0..<count {
            if case .blank = values[record * cells.count + condition] { continue }
            for (field, place) in fields {
                guard let content = values[record * cells.count + place].text else { continue }
                let start = pool.count
                pool += (content.isEscaped ? scratch : bytes)[content.range]
                for number in [record, field, start, pool.count] {
                    excerpts.append(UInt32(truncatingIfNeeded: number))
                }
            }
        }
    }

    /// The index of a period in the table of the batch's periods.
    mutating func periodIndex(_ period: Period) -> Int32 {
        if let index = periodTable.lastIndex(of: period) { return Int32(index) }
        periodTable.append(period)
        return Int32(periodTable.count - 1)
    }
}

extension RecordDraft.Value {
    fileprivate var integer: Int64 {
        if case .integer(let number) = self { number } else { RecordBatch.blankNumber }
    }

    fileprivate var decimal: (digits: Int64, scale: UInt8) {
        if case .decimal(let digits, let scale) = self {
            (digits, scale)
        } else {
            (RecordBatch.blankNumber, 0)
        }
    }

    fileprivate var day: Int32 {
        if case .day(let day) = self { day } else { RecordBatch.blankDay }
    }

    fileprivate var code: UInt8 {
        if case .code(let code) = self { code } else { RecordBatch.blankCode }
    }

    fileprivate var period: Period? {
        if case .period(let period) = self { period } else { nil }
    }

    fileprivate var text: CellContent? {
        if case .text(let content) = self { content } else { nil }
    }

    fileprivate var isFilledText: Bool {
        if case .text(let content) = self { !content.isEmpty } else { false }
    }
}
