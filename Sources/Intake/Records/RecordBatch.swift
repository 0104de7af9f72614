package import Model

/// Records of one form from one block of a file, column by column.
///
/// Typed values only: a condition runs over a column without touching text, and a text is a slice
/// of `pool` that becomes a `String` where a report prints it and nowhere else.
package struct RecordBatch: Hashable, Sendable {
    /// The values of one field, one for each record.
    package enum Column: Hashable, Sendable {
        /// The field has no column in the file.
        case absent
        /// `Int64.min` is blank.
        case integers(PackedColumn<Int64>)
        /// The digits and how many of them stand behind the point; `Int64.min` is blank.
        case decimals(PackedColumn<Int64>, scales: PackedColumn<UInt8>)
        /// Day numbers; `Int32.min` is blank.
        case days(PackedColumn<Int32>)
        /// Indexes of enum values, or 1 and 0 for yes and no; 255 is blank.
        case codes([UInt8])
        /// Indexes into `periods`; -1 is blank.
        case periods(PackedColumn<Int32>)
        /// Ends of slices of `pool`, which begin where the one before ends.
        case texts(starts: PackedColumn<UInt32>, ends: PackedColumn<UInt32>)
        /// 1 where the text is filled, else 0; the text itself is not kept.
        case filled(PackedColumn<UInt8>)
    }

    // Inlined, because loops over all records compare with them.
    /// What stands for a blank among numbers, the least of the type.
    @inlinable package static var blankNumber: Int64 { .min }
    /// What stands for a blank among days, the least of the type.
    @inlinable package static var blankDay: Int32 { .min }
    /// What stands for a blank among enum values: lists have at most 255 of them.
    @inlinable package static var blankCode: UInt8 { 255 }

    /// The index of the form in the catalogue.
    package let form: Int
    /// How many records there are; each column has as many values.
    package internal(set) var count = 0
    /// The index in the roster of the unit that each record is about.
    package internal(set) var units = PackedColumn<Int32>()
    /// The records written under the name of a unit that had been merged into the one that they
    /// count for: record and index of the unit as written of each, by record.
    package internal(set) var inherited: [UInt32] = []
    /// The key that each of these has under the name as written, by which a version of it from
    /// before the merger is known.
    package internal(set) var inheritedKeys: [Digest] = []
    /// The record's explicit period as an index into `periodTable`; -1 where its date tells.
    package internal(set) var periods = PackedColumn<Int32>()
    /// Each explicit period once, for ``periods``.
    package internal(set) var periodTable: [Period] = []
    /// The value of the form's dating field; `blankDay` where there is none.
    package internal(set) var days = PackedColumn<Int32>()
    /// What tells the records from others.
    package internal(set) var identities = RecordIdentities()
    /// The end of each entry's slice of `authors`; empty for other forms.
    package internal(set) var authorEnds = PackedColumn<UInt32>()
    /// The folded names of authors, hashed.
    package internal(set) var authors: [UInt64] = []
    /// The physical line on which each record starts.
    package internal(set) var lines = PackedColumn<UInt32>()
    /// One column for each field of the form.
    package internal(set) var columns: [Column]
    /// The bytes of all texts that are kept, in UTF-8.
    package internal(set) var pool: [UInt8] = []
    /// Texts of ``ReadingContext/Excerpt``: record, field, start and end in `pool` of each, by
    /// record.
    package internal(set) var excerpts: [UInt32] = []

    init(form: Int, columns: [Column]) {
        self.form = form
        self.columns = columns
    }

    /// The same records without what tells them from others.
    ///
    /// That is half of what a register takes, and nobody asks for it once records that replace
    /// others and entries that are copies of others are known.
    package var withoutIdentities: RecordBatch {
        var batch = self
        batch.identities = RecordIdentities()
        return batch
    }

    /// The same records with what tells them from others on a shelf, where that takes it.
    func shelved(on shelf: (any IdentityShelf)?) -> RecordBatch {
        guard let shelf else { return self }
        var batch = self
        batch.identities.shelve(on: shelf)
        return batch
    }

    /// Whether a field of a record holds nothing.
    package func isBlank(_ field: Int, _ record: Int) -> Bool {
        switch columns[field] {
        case .absent: true
        case .integers(let values): values[record] == RecordBatch.blankNumber
        case .decimals(let values, _): values[record] == RecordBatch.blankNumber
        case .days(let values): values[record] == RecordBatch.blankDay
        case .codes(let values): values[record] == RecordBatch.blankCode
        case .periods(let values): values[record] < 0
        case .texts(let starts, let ends): starts[record] == ends[record]
        case .filled(let values): values[record] == 0
        }
    }

    /// Whether a field holds nothing, for each record.
    package func blanks(_ field: Int) -> [Bool] {
        switch columns[field] {
        case .absent: [Bool](repeating: true, count: count)
        case .filled(let values): values.numbers.map { $0 == 0 }
        default: (0..<count).map { isBlank(field, $0) }
        }
    }

    /// The codes of a field, for each record; nil where it is none or its column has no codes.
    package func codes(_ field: Int?) -> [UInt8]? {
        guard let field, case .codes(let values) = columns[field] else { return nil }
        return values
    }

    /// The whole numbers of a field, for each record; nil where it is none or its column has
    /// others.
    package func integers(_ field: Int?) -> [Int64]? {
        guard let field, case .integers(let values) = columns[field] else { return nil }
        return values.numbers
    }

    /// The number in a field of a record, or nil where it is blank or no number.
    package func number(_ field: Int, _ record: Int) -> Quantity? {
        switch columns[field] {
        case .integers(let values):
            let value = values[record]
            return value == RecordBatch.blankNumber ? nil : Quantity(Int(value))
        case .decimals(let values, let scales):
            let value = values[record]
            guard value != RecordBatch.blankNumber else { return nil }
            var divisor: Int128 = 1
            for _ in 0..<scales[record] { divisor *= 10 }
            return Quantity(Int128(value), over: divisor)
        case .codes(let values):
            return values[record] == RecordBatch.blankCode ? nil : Quantity(Int(values[record]))
        default: return nil
        }
    }

    /// The day in a field of a record; nil where it is blank.
    package func day(_ field: Int, _ record: Int) -> Day? {
        guard case .days(let values) = columns[field], values[record] != RecordBatch.blankDay else {
            return nil
        }
        return Day(number: values[record])
    }

    /// The index of an enum's value, or 1 and 0 for yes and no.
    package func code(_ field: Int, _ record: Int) -> Int? {
        guard case .codes(let values) = columns[field], values[record] != RecordBatch.blankCode
        else { return nil }
        return Int(values[record])
    }

    /// The unit whose name a record bears, where that had been merged into the one that it counts
    /// for.
    package func writtenUnit(_ record: Int) -> Int? {
        var (low, high) = (0, inherited.count / 2)
        while low < high {
            let middle = (low + high) / 2
            if inherited[middle * 2] < UInt32(record) { low = middle + 1 } else { high = middle }
        }
        guard low < inherited.count / 2, inherited[low * 2] == UInt32(record) else { return nil }
        return Int(inherited[low * 2 + 1])
    }

    /// The period in a field of a record; nil where it is blank.
    package func period(_ field: Int, _ record: Int) -> Period? {
        guard case .periods(let values) = columns[field], values[record] >= 0 else { return nil }
        return periodTable[Int(values[record])]
    }

    /// The text in a field of a record; empty where it is blank or was not kept.
    package func text(_ field: Int, _ record: Int) -> String {
        guard case .texts(let starts, let ends) = columns[field] else {
            return excerpt(field, record)
        }
        return String(decoding: pool[Int(starts[record])..<Int(ends[record])], as: UTF8.self)
    }

    /// The text of a field that only some records keep.
    private func excerpt(_ field: Int, _ record: Int) -> String {
        var (low, high) = (0, excerpts.count / 4)
        while low < high {
            let middle = (low + high) / 2
            if excerpts[middle * 4] < UInt32(record) { low = middle + 1 } else { high = middle }
        }
        while low < excerpts.count / 4, excerpts[low * 4] == UInt32(record) {
            if excerpts[low * 4 + 1] == UInt32(field) {
                let range = Int(excerpts[low * 4 + 2])..<Int(excerpts[low * 4 + 3])
                return String(decoding: pool[range], as: UTF8.self)
            }
            low += 1
        }
        return ""
    }

    /// The folded text in a field of a record, for comparison.
    package func foldedText(_ field: Int, _ record: Int) -> [UInt8] {
        guard case .texts(let starts, let ends) = columns[field] else { return [] }
        var output: [UInt8] = []
        Fold.append(pool.span.extracting(Int(starts[record])..<Int(ends[record])), to: &output)
        return output
    }

    /// The record's explicit period.
    package func explicitPeriod(_ record: Int) -> Period? {
        periods[record] < 0 ? nil : periodTable[Int(periods[record])]
    }

    /// The day that dates a record by its form's own field; nil where that is blank.
    package func ownDay(_ record: Int) -> Day? {
        days[record] == RecordBatch.blankDay ? nil : Day(number: days[record])
    }

    /// The hashed names of a contest entry's authors.
    package func authors(of record: Int) -> ArraySlice<UInt64> {
        guard !authorEnds.isEmpty else { return [] }
        let start = record == 0 ? 0 : Int(authorEnds[record - 1])
        return authors[start..<Int(authorEnds[record])]
    }
}
