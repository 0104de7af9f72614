internal import Model

extension StoredWriter {
    mutating func add(_ batch: RecordBatch) {
        add(batch.form)
        // The keys first: they are as many as the records, and no two blocks of bytes shorter.
        add(array: batch.identities.keys)
        add(column: batch.units)
        add(array: batch.inherited)
        add(array: batch.inheritedKeys)
        add(list: batch.periodTable) { $0.add($1) }
        add(column: batch.periods)
        add(column: batch.days)
        add(column: batch.lines)
        add(array: batch.identities.works)
        add(array: batch.identities.titles)
        add(array: batch.identities.bylines)
        add(column: batch.authorEnds)
        add(array: batch.authors)
        add(array: batch.pool)
        add(array: batch.excerpts)
        add(list: batch.columns) { $0.add($1) }
    }

    private mutating func add(_ column: RecordBatch.Column) {
        switch column {
        case .absent: add(UInt8(0))
        case .integers(let values):
            add(UInt8(1))
            add(column: values)
        case .decimals(let values, let scales):
            add(UInt8(2))
            add(column: values)
            add(column: scales)
        case .days(let values):
            add(UInt8(3))
            add(column: values)
        case .codes(let values):
            add(UInt8(4))
            add(raw: values)
        case .periods(let values):
            add(UInt8(5))
            add(column: values)
        case .texts(let starts, let ends):
            add(UInt8(6))
            add(column: starts)
            add(column: ends)
        case .filled(let values):
            add(UInt8(7))
            add(column: values)
        }
    }
}
