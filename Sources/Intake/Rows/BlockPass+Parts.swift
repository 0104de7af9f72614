internal import Model

extension BlockPass {
    /// Reads the cells that hold the numbers of several subjects: `02 tập thể, 03 cá nhân`.
    ///
    /// What the cell does not say of a subject stays blank. A bare number is nobody's, unless it is
    /// 0 or a dash: then it is everybody's.
    mutating func readParts(_ row: Int) {
        for (column, fields) in reader.partColumns {
            let content = block.content(row: row, column: column)
            let all = block.bytes
            let bytes = all.span.extracting(content.range)
            let isDash = CellBytes.isLoneDash(bytes)
            guard !content.isEmpty, isDash || !CellBytes.isBlankOrDash(bytes) else { continue }
            let isNone = isDash || CellNumber.parseInt(bytes) == .value(0)
            let parts = CountedParts.parse(bytes)
            // What is counted of a subject that the form has no field for must not get lost.
            let isStranger = Subject.allCases.contains {
                parts?[$0] != nil && fields[$0] == nil
            }
            guard isNone || (parts != nil && !isStranger) else {
                unreadable(
                    .notANumber,
                    ReadingMessages.unreadParts,
                    row,
                    column,
                    in: fields.fields.first
                )
                continue
            }
            for subject in Subject.allCases {
                guard let field = fields[subject], let number = isNone ? 0 : parts?[subject]
                else { continue }
                draft.values[field] = .integer(number)
            }
        }
    }

    /// Compares the sums that stand beside their parts with what the parts come to; nothing is
    /// counted by them.
    mutating func compareSums(_ row: Int) {
        for (column, fields) in reader.table.sumColumns {
            let content = block.content(row: row, column: column)
            let all = block.bytes
            let bytes = all.span.extracting(content.range)
            guard !content.isEmpty, !CellBytes.isBlankOrDash(bytes) else { continue }
            let parts = fields.map { field -> Int64? in
                if case .integer(let number) = draft.values[field] { number } else { nil }
            }
            let sum = parts.reduce(Int64(0)) { $0.addingReportingOverflow($1 ?? 0).partialValue }
            let declared: Int64? =
                if case .value(let number) = CellNumber.parseInt(bytes) {
                    number
                } else {
                    CountedParts.parse(bytes)?.total
                }
            guard declared != sum else { continue }
            let value = shown(row, column)
            let computed = parts.allSatisfy { $0 == nil } ? "(để trống)" : String(sum)
            report(
                .totalMismatch,
                row,
                column,
                value,
                ReadingMessages.sumMismatch(reader.header.headers[column], value, computed),
                expected: computed
            )
        }
    }
}
