internal import Model
internal import Plans

extension StoredReader {
    /// A batch whose every index points to something: reports look without asking.
    mutating func batch(_ context: ReadingContext) throws(StoredFault) -> RecordBatch {
        let form = try number(below: context.plan.forms.forms.count)
        let definition = context.plan.forms.forms[form]
        var batch = RecordBatch(form: form, columns: [])
        var identities = RecordIdentities.Columns()
        identities.keys = try array()
        let count = identities.keys.count
        batch.count = count
        batch.units = try indexes(count, from: 0, below: context.roster.units.count)
        batch.inherited = try array()
        batch.inheritedKeys = try array()
        guard arePairs(batch.inherited, of: count, units: context.roster.units.count),
            batch.inheritedKeys.count == batch.inherited.count / 2
        else { throw StoredFault() }
        batch.periodTable = try list { reader throws(StoredFault) in try reader.period() }
        let periods = batch.periodTable.count
        batch.periods = try indexes(count, from: -1, below: periods)
        batch.days = try column(count: count)
        batch.lines = try column(count: count)
        identities.works = try array()
        identities.titles = try array()
        identities.bylines = try array()
        let expected = definition.isContest ? count : 0
        batch.authorEnds = try column(count: expected)
        batch.authors = try array()
        let authorEnds = batch.authorEnds.numbers
        guard identities.works.count == expected, identities.titles.count == expected,
            identities.bylines.count == expected,
            zip(authorEnds, authorEnds.dropFirst()).allSatisfy({ $0 <= $1 }),
            Int(authorEnds.last ?? 0) <= batch.authors.count
        else { throw StoredFault() }
        batch.identities.held = identities
        batch.pool = try array()
        let pool = batch.pool.count
        batch.excerpts = try array()
        guard batch.excerpts.count.isMultiple(of: 4),
            stride(from: 0, to: batch.excerpts.count, by: 4).allSatisfy({
                batch.excerpts[$0 + 2] <= batch.excerpts[$0 + 3]
                    && Int(batch.excerpts[$0 + 3]) <= pool
            })
        else { throw StoredFault() }
        batch.columns = try list { reader throws(StoredFault) in
            try reader.column(count, periods: periods, pool: pool)
        }
        guard batch.columns.count == definition.fields.count,
            definition.fields.indices.allSatisfy({ field in
                batch.columns[field].fits(
                    definition.fields[field],
                    keepsText: context.keepsText[form][field]
                )
            })
        else { throw StoredFault() }
        return batch
    }

    /// Whether numbers are pairs of a record and a unit, by record.
    private func arePairs(_ numbers: [UInt32], of records: Int, units: Int) -> Bool {
        guard numbers.count.isMultiple(of: 2) else { return false }
        var least = 0
        for index in stride(from: 0, to: numbers.count, by: 2) {
            let (record, unit) = (Int(numbers[index]), Int(numbers[index + 1]))
            guard record >= least, record < records, unit < units else { return false }
            least = record + 1
        }
        return true
    }

    private mutating func column(
        _ count: Int,
        periods: Int,
        pool: Int
    ) throws(StoredFault) -> RecordBatch.Column {
        switch try byte() {
        case 0: return .absent
        case 1: return .integers(try column(count: count))
        case 2:
            let values = try column(Int64.self, count: count)
            let scales = try column(UInt8.self, count: count)
            // The divisor of a decimal has to fit in its arithmetic.
            guard scales.isWithin(0...18) else { throw StoredFault() }
            return .decimals(values, scales: scales)
        case 3: return .days(try column(count: count))
        case 4: return .codes(try raw(count: count))
        case 5: return .periods(try indexes(count, from: -1, below: periods))
        case 6:
            let starts = try column(UInt32.self, count: count)
            let ends = try column(UInt32.self, count: count)
            guard zip(starts.numbers, ends.numbers).allSatisfy({ $0 <= $1 && Int($1) <= pool })
            else { throw StoredFault() }
            return .texts(starts: starts, ends: ends)
        case 7:
            let values = try column(UInt8.self, count: count)
            guard values.isWithin(0...1) else { throw StoredFault() }
            return .filled(values)
        default: throw StoredFault()
        }
    }
}

extension RecordBatch.Column {
    /// Whether the values can be those of a field.
    fileprivate func fits(_ field: Field, keepsText: Bool) -> Bool {
        switch (self, field.type) {
        case (.absent, _), (.integers, .int), (.decimals, .decimal), (.days, .date),
            (.periods, .period):
            true
        case (.texts, .text), (.texts, .url): keepsText
        case (.filled, .text), (.filled, .url): !keepsText
        case (.codes(let codes), .yesNo):
            codes.allSatisfy { $0 <= 1 || $0 == RecordBatch.blankCode }
        case (.codes(let codes), .enum):
            codes.allSatisfy { Int($0) < field.values.count || $0 == RecordBatch.blankCode }
        default: false
        }
    }
}
