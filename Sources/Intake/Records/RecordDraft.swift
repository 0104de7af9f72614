internal import Model
internal import Plans

/// One row's values while it is being read: nothing reaches the batch before the whole row is right.
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
    /// Texts whose doubled quotes were undone.
    var scratch: [UInt8] = []

    init(fieldCount: Int) {
        values = [Value](repeating: .blank, count: fieldCount)
    }

    mutating func reset() {
        for index in values.indices { values[index] = .blank }
        scratch.removeAll(keepingCapacity: true)
    }
}

extension RecordBatch {
    /// Empty columns for a form whose file has these fields.
    static func columns(
        for form: Form, present: Set<Int>, keepsText: [Bool]
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

    /// Adds one field's value of the row that is being taken over.
    mutating func append(
        _ value: RecordDraft.Value, to field: Int, bytes: Span<UInt8>, scratch: Span<UInt8>
    ) {
        // Taken out and put back, so that the array inside the enum is not copied on each append.
        var column = columns[field]
        columns[field] = .absent
        switch column {
        case .absent: break
        case .integers(var values):
            column = .absent
            values.append(value.integer)
            column = .integers(values)
        case .decimals(var values, var scales):
            column = .absent
            let (digits, scale) = value.decimal
            values.append(digits)
            scales.append(scale)
            column = .decimals(values, scales: scales)
        case .days(var values):
            column = .absent
            values.append(value.day)
            column = .days(values)
        case .codes(var values):
            column = .absent
            values.append(value.code)
            column = .codes(values)
        case .periods(var values):
            column = .absent
            values.append(value.period.map { periodIndex($0) } ?? -1)
            column = .periods(values)
        case .texts(var starts, var ends):
            column = .absent
            starts.append(UInt32(truncatingIfNeeded: pool.count))
            if case .text(let content) = value {
                for index in content.range {
                    pool.append(content.isEscaped ? scratch[index] : bytes[index])
                }
            }
            ends.append(UInt32(truncatingIfNeeded: pool.count))
            column = .texts(starts: starts, ends: ends)
        case .filled(var values):
            column = .absent
            values.append(value.isFilledText)
            column = .filled(values)
        }
        columns[field] = column
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
        if case .decimal(let digits, let scale) = self { (digits, scale) } else { (RecordBatch.blankNumber, 0) }
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

    fileprivate var isFilledText: Bool {
        if case .text(let content) = self { !content.isEmpty } else { false }
    }
}
