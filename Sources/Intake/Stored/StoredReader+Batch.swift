internal import Model
internal import Plans

extension StoredReader {
    /// A batch whose every index points to something: reports look without asking.
    ///
    /// Where its bytes are kept, what tells its records from others is left there if memory has no
    /// room for it.
    mutating func batch(
        _ context: ReadingContext,
        _ kept: KeptBytes? = nil
    ) throws(StoredFault) -> RecordBatch {
        let form = try number(below: context.plan.forms.forms.count)
        let definition = context.plan.forms.forms[form]
        var batch = RecordBatch(form: form, columns: [])
        let keys = try place(of: Digest.self)
        let count = keys.count
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
        let identities = IdentityPlaces(
            keys: keys,
            works: try place(of: Digest.self),
            titles: try place(of: UInt64.self),
            bylines: try place(of: UInt64.self)
        )
        let expected = definition.isContest ? count : 0
        batch.authorEnds = try column(count: expected)
        batch.authors = try array()
        let authorEnds = batch.authorEnds.numbers
        guard identities.works.count == expected, identities.titles.count == expected,
            identities.bylines.count == expected,
            zip(authorEnds, authorEnds.dropFirst()).allSatisfy({ $0 <= $1 }),
            Int(authorEnds.last ?? 0) <= batch.authors.count
        else { throw StoredFault() }
        batch.identities = self.identities(at: identities, kept)
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

    /// What tells records from others, left where it stands or taken up.
    private func identities(at places: IdentityPlaces, _ kept: KeptBytes?) -> RecordIdentities {
        if let kept, !kept.room.takes(places.bytes) {
            return RecordIdentities(
                ShelvedIdentities(
                    of: places.keys.count,
                    areEntries: places.works.count > 0,
                    at: ShelvedIdentities.Places(
                        keys: kept.start + places.keys.start,
                        works: kept.start + places.works.start,
                        titles: kept.start + places.titles.start,
                        bylines: kept.start + places.bylines.start
                    ),
                    in: kept.source
                )
            )
        }
        var identities = RecordIdentities()
        identities.held = RecordIdentities.Columns(
            keys: array(at: places.keys),
            works: array(at: places.works),
            titles: array(at: places.titles),
            bylines: array(at: places.bylines)
        )
        return identities
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

/// Where what tells the records of a batch from others stands among its bytes.
private struct IdentityPlaces {
    let keys: ArrayPlace<Digest>
    let works: ArrayPlace<Digest>
    let titles: ArrayPlace<UInt64>
    let bylines: ArrayPlace<UInt64>

    /// The number of their bytes.
    var bytes: Int {
        (keys.count + works.count) * MemoryLayout<Digest>.stride
            + (titles.count + bylines.count) * MemoryLayout<UInt64>.stride
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
