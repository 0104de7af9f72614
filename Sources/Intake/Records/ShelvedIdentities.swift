internal import Model

/// Identities of records on a shelf, column behind column.
final class ShelvedIdentities: Sendable {
    /// Where each column begins on a shelf.
    struct Places: Sendable {
        var keys: Int
        var works = 0
        var titles = 0
        var bylines = 0
    }

    private let source: any IdentitySource
    private let places: Places
    private let count: Int
    /// Whether the records are a contest's entries, which have works, titles and bylines.
    private let areEntries: Bool

    /// Identities that stand somewhere already.
    init(of count: Int, areEntries: Bool, at places: Places, in source: any IdentitySource) {
        (self.count, self.areEntries) = (count, areEntries)
        (self.places, self.source) = (places, source)
    }

    /// Nil where the shelf does not take them.
    convenience init?(_ held: RecordIdentities.Columns, on shelf: any IdentityShelf) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(held.keys.count * ShelvedIdentities.mostBytes)
        var places = Places(keys: 0)
        held.keys.withUnsafeBytes { bytes += $0 }
        places.works = bytes.count
        held.works.withUnsafeBytes { bytes += $0 }
        places.titles = bytes.count
        held.titles.withUnsafeBytes { bytes += $0 }
        places.bylines = bytes.count
        held.bylines.withUnsafeBytes { bytes += $0 }
        guard let start = shelf.put(bytes.span.bytes) else { return nil }
        self.init(
            of: held.keys.count,
            areEntries: !held.works.isEmpty,
            at: places.moved(by: start),
            in: shelf
        )
    }

    /// The most bytes that a record takes.
    private static let mostBytes = 2 * (MemoryLayout<Digest>.stride + MemoryLayout<UInt64>.stride)

    /// Those of some records.
    func part(_ records: Range<Int>) -> ShelvedIdentities {
        precondition(records.lowerBound >= 0 && records.upperBound <= count)
        var places = places
        places.keys += records.lowerBound * MemoryLayout<Digest>.stride
        places.works += records.lowerBound * MemoryLayout<Digest>.stride
        places.titles += records.lowerBound * MemoryLayout<UInt64>.stride
        places.bylines += records.lowerBound * MemoryLayout<UInt64>.stride
        return ShelvedIdentities(
            of: records.count,
            areEntries: areEntries,
            at: places,
            in: source
        )
    }

    var columns: RecordIdentities.Columns { columns(of: 0..<count) }
    var keys: [Digest] { keys(of: 0..<count) }
    var works: [Digest] { works(of: 0..<count) }
    var titles: [UInt64] { titles(of: 0..<count) }
    var bylines: [UInt64] { bylines(of: 0..<count) }

    func columns(of records: Range<Int>) -> RecordIdentities.Columns {
        RecordIdentities.Columns(
            keys: keys(of: records),
            works: works(of: records),
            titles: titles(of: records),
            bylines: bylines(of: records)
        )
    }

    func keys(of records: Range<Int>) -> [Digest] { elements(from: places.keys, records) }

    func key(of record: Int) -> Digest { keys(of: record..<(record + 1))[0] }

    func work(of record: Int) -> Digest? { works(of: record..<(record + 1)).first }

    func byline(of record: Int) -> UInt64 { bylines(of: record..<(record + 1))[0] }

    private func works(of records: Range<Int>) -> [Digest] {
        areEntries ? elements(from: places.works, records) : []
    }

    private func titles(of records: Range<Int>) -> [UInt64] {
        areEntries ? elements(from: places.titles, records) : []
    }

    private func bylines(of records: Range<Int>) -> [UInt64] {
        areEntries ? elements(from: places.bylines, records) : []
    }

    private func elements<Element: BitwiseCopyable>(
        from place: Int,
        _ records: Range<Int>
    ) -> [Element] {
        precondition(records.lowerBound >= 0 && records.upperBound <= count)
        let stride = MemoryLayout<Element>.stride
        return [Element](unsafeUninitializedCapacity: records.count) { buffer, filled in
            source.read(
                UnsafeMutableRawBufferPointer(buffer),
                from: place + records.lowerBound * stride
            )
            filled = records.count
        }
    }
}

extension ShelvedIdentities.Places {
    /// The same places on a shelf on which all stands further behind.
    func moved(by bytes: Int) -> ShelvedIdentities.Places {
        ShelvedIdentities.Places(
            keys: keys + bytes,
            works: works + bytes,
            titles: titles + bytes,
            bylines: bylines + bytes
        )
    }
}
