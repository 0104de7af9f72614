internal import Model

extension RecordBatch {
    /// The records of several stretches of one form, one after the other.
    ///
    /// What asks each of ten thousand small files for its one record waits for memory more than it
    /// counts: held together, they are looked at as a register is. A column that some of the files
    /// have is blank for the others.
    package init(merging stretches: [RecordStretch]) {
        let fields = stretches.first?.held.batch.columns.count ?? 0
        self.init(
            form: stretches.first?.form ?? 0,
            columns: [Column](repeating: .absent, count: fields)
        )
        count = stretches.reduce(0) { $0 + $1.records.count }
        units = RecordBatch.merged(stretches, count) { $0.units }
        days = RecordBatch.merged(stretches, count) { $0.days }
        lines = RecordBatch.merged(stretches, count) { $0.lines }
        joinIdentities(stretches)
        mergeAuthors(stretches)
        mergeInherited(stretches)
        periods = mergedPeriods(stretches) { $0.periods }
        let texts = mergeTexts(stretches)
        for field in columns.indices { mergeColumn(field, stretches, texts) }
    }

    private static func merged<Number: FixedWidthInteger & Sendable>(
        _ stretches: [RecordStretch],
        _ count: Int,
        _ column: (borrowing RecordBatch) -> PackedColumn<Number>
    ) -> PackedColumn<Number> {
        var numbers: [Number] = []
        numbers.reserveCapacity(count)
        for stretch in stretches {
            column(stretch.held.batch).append(stretch.records, to: &numbers)
        }
        return PackedColumn(numbers)
    }

    private mutating func joinIdentities(_ stretches: [RecordStretch]) {
        var joined = RecordIdentities.Columns()
        joined.keys.reserveCapacity(count)
        for stretch in stretches {
            stretch.held.batch.identities.append(stretch.records, to: &joined)
        }
        identities.held = joined
    }

    private mutating func mergeAuthors(_ stretches: [RecordStretch]) {
        var ends: [UInt32] = []
        for stretch in stretches where !stretch.held.batch.authorEnds.isEmpty {
            if ends.isEmpty { ends.reserveCapacity(count) }
            let known = stretch.held.batch.authorEnds
            let (first, last) = (stretch.records.lowerBound, stretch.records.upperBound)
            let start = first == 0 ? 0 : known[first - 1]
            let end = last == 0 ? 0 : known[last - 1]
            let base = UInt32(authors.count)
            for record in stretch.records { ends.append(known[record] - start + base) }
            authors.append(contentsOf: stretch.held.batch.authors[Int(start)..<Int(end)])
        }
        authorEnds = PackedColumn(ends)
    }

    private mutating func mergeInherited(_ stretches: [RecordStretch]) {
        var base = 0
        for stretch in stretches {
            let pairs = stretch.held.batch.inherited
            for index in stride(from: 0, to: pairs.count, by: 2)
            where stretch.records.contains(Int(pairs[index])) {
                inherited.append(UInt32(Int(pairs[index]) - stretch.records.lowerBound + base))
                inherited.append(pairs[index + 1])
                inheritedKeys.append(stretch.held.batch.inheritedKeys[index / 2])
            }
            base += stretch.records.count
        }
    }

    /// A column of indexes into the tables of periods, as indexes into the common one.
    private mutating func mergedPeriods(
        _ stretches: [RecordStretch],
        _ column: (borrowing RecordBatch) -> PackedColumn<Int32>?
    ) -> PackedColumn<Int32> {
        var indexes: [Int32] = []
        indexes.reserveCapacity(count)
        for stretch in stretches {
            let start = indexes.count
            guard let known = column(stretch.held.batch) else {
                indexes.append(contentsOf: repeatElement(-1, count: stretch.records.count))
                continue
            }
            known.append(stretch.records, to: &indexes)
            let table = stretch.held.batch.periodTable
            guard !table.isEmpty else { continue }
            // Only the periods that these records name, in the order in which they do.
            var common = [Int32](repeating: -1, count: table.count)
            for place in start..<indexes.count where indexes[place] >= 0 {
                let period = Int(indexes[place])
                if common[period] < 0 { common[period] = periodIndex(table[period]) }
                indexes[place] = common[period]
            }
        }
        return PackedColumn(indexes)
    }

    /// Takes over the texts of the stretches; gives, for each, which part of its pool and where it
    /// stands.
    private mutating func mergeTexts(
        _ stretches: [RecordStretch]
    ) -> [(part: Range<UInt32>, start: UInt32)] {
        var base = 0
        return stretches.map { stretch in
            let batch = stretch.held.batch
            let part = stretch.textPart
            let start = UInt32(pool.count)
            pool.append(contentsOf: batch.pool[Int(part.lowerBound)..<Int(part.upperBound)])
            for index in batch.excerptPlaces(stretch.records) {
                let (from, to) = (batch.excerpts[index + 2], batch.excerpts[index + 3])
                excerpts.append(
                    UInt32(Int(batch.excerpts[index]) - stretch.records.lowerBound + base)
                )
                excerpts.append(batch.excerpts[index + 1])
                excerpts.append(from - part.lowerBound + start)
                excerpts.append(to - part.lowerBound + start)
            }
            base += stretch.records.count
            return (part, start)
        }
    }

    private mutating func mergeColumn(
        _ field: Int,
        _ stretches: [RecordStretch],
        _ texts: [(part: Range<UInt32>, start: UInt32)]
    ) {
        let kind = stretches.lazy.map { $0.held.batch.columns[field] }.first { $0 != .absent }
        switch kind {
        case nil, .absent: break
        case .integers:
            columns[field] = .integers(
                merged(field, stretches, RecordBatch.blankNumber, \.integers)
            )
        case .decimals:
            columns[field] = .decimals(
                merged(field, stretches, RecordBatch.blankNumber, \.decimals),
                scales: merged(field, stretches, 0, \.scales)
            )
        case .days:
            columns[field] = .days(merged(field, stretches, RecordBatch.blankDay, \.days))
        case .codes:
            var codes: [UInt8] = []
            codes.reserveCapacity(count)
            for stretch in stretches {
                if case .codes(let known) = stretch.held.batch.columns[field] {
                    codes.append(contentsOf: known[stretch.records])
                } else {
                    codes.append(
                        contentsOf: repeatElement(
                            RecordBatch.blankCode,
                            count: stretch.records.count
                        )
                    )
                }
            }
            columns[field] = .codes(codes)
        case .periods:
            columns[field] = .periods(mergedPeriods(stretches) { $0.columns[field].periods })
        case .texts: columns[field] = mergedTexts(field, stretches, texts)
        case .filled: columns[field] = .filled(merged(field, stretches, 0, \.filled))
        }
    }

    private func merged<Number: FixedWidthInteger & Sendable>(
        _ field: Int,
        _ stretches: [RecordStretch],
        _ blank: Number,
        _ values: (Column) -> PackedColumn<Number>?
    ) -> PackedColumn<Number> {
        var numbers: [Number] = []
        numbers.reserveCapacity(count)
        for stretch in stretches {
            if let known = values(stretch.held.batch.columns[field]) {
                known.append(stretch.records, to: &numbers)
            } else {
                numbers.append(contentsOf: repeatElement(blank, count: stretch.records.count))
            }
        }
        return PackedColumn(numbers)
    }

    private func mergedTexts(
        _ field: Int,
        _ stretches: [RecordStretch],
        _ texts: [(part: Range<UInt32>, start: UInt32)]
    ) -> Column {
        var (starts, ends): ([UInt32], [UInt32]) = ([], [])
        starts.reserveCapacity(count)
        ends.reserveCapacity(count)
        for (stretch, text) in zip(stretches, texts) {
            guard case .texts(let froms, let tos) = stretch.held.batch.columns[field] else {
                let blank = repeatElement(UInt32(0), count: stretch.records.count)
                starts.append(contentsOf: blank)
                ends.append(contentsOf: blank)
                continue
            }
            for record in stretch.records {
                let (from, to) = (froms[record], tos[record])
                starts.append(from == to ? 0 : from - text.part.lowerBound + text.start)
                ends.append(from == to ? 0 : to - text.part.lowerBound + text.start)
            }
        }
        return .texts(starts: PackedColumn(starts), ends: PackedColumn(ends))
    }

    /// Where in `excerpts` those of some records begin.
    fileprivate func excerptPlaces(_ records: Range<Int>) -> some Sequence<Int> {
        stride(from: 0, to: excerpts.count, by: 4).lazy.filter {
            records.contains(Int(excerpts[$0]))
        }
    }
}

extension RecordStretch {
    /// The part of the batch's pool in which the texts of these records stand.
    fileprivate var textPart: Range<UInt32> {
        let batch = held.batch
        if isWhole { return 0..<UInt32(batch.pool.count) }
        var (least, greatest) = (UInt32.max, UInt32(0))
        for column in batch.columns {
            guard case .texts(let starts, let ends) = column else { continue }
            for record in records where starts[record] < ends[record] {
                least = min(least, starts[record])
                greatest = max(greatest, ends[record])
            }
        }
        for index in batch.excerptPlaces(records) {
            least = min(least, batch.excerpts[index + 2])
            greatest = max(greatest, batch.excerpts[index + 3])
        }
        return least < greatest ? least..<greatest : 0..<0
    }
}

// What a column holds, where it is of a kind.
extension RecordBatch.Column {
    fileprivate var integers: PackedColumn<Int64>? {
        if case .integers(let values) = self { values } else { nil }
    }
    fileprivate var decimals: PackedColumn<Int64>? {
        if case .decimals(let values, _) = self { values } else { nil }
    }
    fileprivate var scales: PackedColumn<UInt8>? {
        if case .decimals(_, let scales) = self { scales } else { nil }
    }
    fileprivate var days: PackedColumn<Int32>? {
        if case .days(let values) = self { values } else { nil }
    }
    fileprivate var periods: PackedColumn<Int32>? {
        if case .periods(let values) = self { values } else { nil }
    }
    fileprivate var filled: PackedColumn<UInt8>? {
        if case .filled(let values) = self { values } else { nil }
    }
}
