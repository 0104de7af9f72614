internal import Model

/// Identities of records on a shelf, column behind column.
final class ShelvedIdentities: Sendable {
    private let shelf: any IdentityShelf
    private let start: Int
    private let count: Int
    /// Whether the records are a contest's entries, which have works, titles and bylines.
    private let areEntries: Bool

    /// Nil where the shelf does not take them.
    init?(_ held: RecordIdentities.Columns, on shelf: any IdentityShelf) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(held.keys.count * ShelvedIdentities.mostBytes)
        held.keys.withUnsafeBytes { bytes += $0 }
        held.works.withUnsafeBytes { bytes += $0 }
        held.titles.withUnsafeBytes { bytes += $0 }
        held.bylines.withUnsafeBytes { bytes += $0 }
        guard let start = shelf.put(bytes.span.bytes) else { return nil }
        self.shelf = shelf
        self.start = start
        count = held.keys.count
        areEntries = !held.works.isEmpty
    }

    /// Bytes of a record before each of the columns, and of all of them.
    private static let worksAfter = MemoryLayout<Digest>.stride
    private static let titlesAfter = worksAfter + MemoryLayout<Digest>.stride
    private static let bylinesAfter = titlesAfter + MemoryLayout<UInt64>.stride
    private static let mostBytes = bylinesAfter + MemoryLayout<UInt64>.stride

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

    func keys(of records: Range<Int>) -> [Digest] { elements(after: 0, records) }

    func key(of record: Int) -> Digest { keys(of: record..<(record + 1))[0] }

    func work(of record: Int) -> Digest? { works(of: record..<(record + 1)).first }

    func byline(of record: Int) -> UInt64 { bylines(of: record..<(record + 1))[0] }

    private func works(of records: Range<Int>) -> [Digest] {
        areEntries ? elements(after: ShelvedIdentities.worksAfter, records) : []
    }

    private func titles(of records: Range<Int>) -> [UInt64] {
        areEntries ? elements(after: ShelvedIdentities.titlesAfter, records) : []
    }

    private func bylines(of records: Range<Int>) -> [UInt64] {
        areEntries ? elements(after: ShelvedIdentities.bylinesAfter, records) : []
    }

    private func elements<Element: BitwiseCopyable>(
        after bytes: Int,
        _ records: Range<Int>
    ) -> [Element] {
        precondition(records.lowerBound >= 0 && records.upperBound <= count)
        let stride = MemoryLayout<Element>.stride
        return [Element](unsafeUninitializedCapacity: records.count) { buffer, filled in
            shelf.read(
                UnsafeMutableRawBufferPointer(buffer),
                from: start + count * bytes + records.lowerBound * stride
            )
            filled = records.count
        }
    }
}
