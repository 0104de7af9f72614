extension StoredWriter {
    /// Adds a column as it stands, whose length the reader knows.
    mutating func add<Number: BitwiseCopyable>(column: PackedColumn<Number>) {
        switch column.form {
        case .constant:
            add(UInt8(0))
            add(raw: [column.base])
        case .successive:
            add(UInt8(1))
            add(raw: [column.base])
        case .bytes(let codes):
            add(UInt8(2))
            add(raw: [column.base])
            add(raw: codes)
        case .words(let codes):
            add(UInt8(3))
            add(raw: [column.base])
            add(raw: codes)
        case .whole(let numbers):
            add(UInt8(4))
            add(raw: numbers)
        }
    }
}

extension StoredReader {
    /// A column of so many records.
    mutating func column<Number: BitwiseCopyable & FixedWidthInteger & Sendable>(
        _ type: Number.Type = Number.self,
        count: Int
    ) throws(StoredFault) -> PackedColumn<Number> {
        let kind = try byte()
        if kind == 4 {
            return PackedColumn(form: .whole(try raw(count: count)), base: 0, count: count)
        }
        let base = try raw(Number.self, count: 1)[0]
        switch kind {
        case 0: return PackedColumn(form: .constant, base: base, count: count)
        case 1: return PackedColumn(form: .successive, base: base, count: count)
        case 2: return PackedColumn(form: .bytes(try raw(count: count)), base: base, count: count)
        case 3: return PackedColumn(form: .words(try raw(count: count)), base: base, count: count)
        default: throw StoredFault()
        }
    }

    /// A column of indexes from `least` on and below `bound`.
    mutating func indexes(
        _ count: Int,
        from least: Int32,
        below bound: Int
    ) throws(StoredFault) -> PackedColumn<Int32> {
        let indexes = try column(Int32.self, count: count)
        guard count > 0 else { return indexes }
        guard Int(least) < bound, indexes.isWithin(least...Int32(clamping: bound - 1)) else {
            throw StoredFault()
        }
        return indexes
    }
}
