internal import Model

extension RecordBatch {
    /// Some of the records as a batch of their own.
    ///
    /// Texts stay in the pool that they stand in, and what tells the records from others on its
    /// shelf: of ten thousand files of which one has been replaced, the others are taken up without
    /// reading a record of theirs.
    func part(_ records: Range<Int>) -> RecordBatch {
        var part = RecordBatch(form: form, columns: columns.map { $0.part(records) })
        part.count = records.count
        part.units = units.part(records)
        for pair in stride(from: 0, to: inherited.count, by: 2)
        where records.contains(Int(inherited[pair])) {
            part.inherited.append(inherited[pair] - UInt32(records.lowerBound))
            part.inherited.append(inherited[pair + 1])
            part.inheritedKeys.append(inheritedKeys[pair / 2])
        }
        part.periods = periods.part(records)
        part.periodTable = periodTable
        part.days = days.part(records)
        part.lines = lines.part(records)
        part.identities = identities.part(records)
        if !authorEnds.isEmpty, !records.isEmpty {
            let start = records.lowerBound == 0 ? 0 : authorEnds[records.lowerBound - 1]
            let ends = records.map { authorEnds[$0] - start }
            part.authorEnds = PackedColumn(ends)
            part.authors = Array(authors[Int(start)..<Int(start + (ends.last ?? 0))])
        }
        part.pool = pool
        for text in stride(from: 0, to: excerpts.count, by: 4)
        where records.contains(Int(excerpts[text])) {
            part.excerpts.append(excerpts[text] - UInt32(records.lowerBound))
            part.excerpts += excerpts[(text + 1)..<(text + 4)]
        }
        return part
    }
}

extension RecordBatch.Column {
    fileprivate func part(_ records: Range<Int>) -> RecordBatch.Column {
        switch self {
        case .absent: .absent
        case .integers(let values): .integers(values.part(records))
        case .decimals(let values, let scales):
            .decimals(values.part(records), scales: scales.part(records))
        case .days(let values): .days(values.part(records))
        case .codes(let values): .codes(Array(values[records]))
        case .periods(let values): .periods(values.part(records))
        case .texts(let starts, let ends):
            .texts(starts: starts.part(records), ends: ends.part(records))
        case .filled(let values): .filled(values.part(records))
        }
    }
}
