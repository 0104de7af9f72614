package import Model
internal import Synchronization

/// What tells the records of a batch from others, in memory or on a shelf.
///
/// It is half of what a register takes, and only to tell its records from each other is it asked
/// for: of millions of them it need not be held.
package struct RecordIdentities: Hashable, Sendable {
    /// One element for each record; the last three are empty for forms that are no contest's.
    struct Columns: Hashable, Sendable {
        var keys: [Digest] = []
        var works: [Digest] = []
        var titles: [UInt64] = []
        var bylines: [UInt64] = []

        /// Gives back the room that was not needed.
        mutating func fit() {
            keys = keys.fitting
            works = works.fitting
            titles = titles.fitting
            bylines = bylines.fitting
        }
    }

    /// Those in memory; empty where they are on a shelf.
    var held = Columns()
    private var shelved: ShelvedIdentities?

    init() {}

    /// Those that stand on a shelf.
    init(_ shelved: ShelvedIdentities) { self.shelved = shelved }

    /// What identifies each record among those of its form.
    ///
    /// This and the three below are read back where they are on a shelf: to be asked for once a
    /// batch.
    package var keys: [Digest] { shelved?.keys ?? held.keys }
    /// The identity of each contest entry's title and authors; empty for other forms.
    package var works: [Digest] { shelved?.works ?? held.works }
    /// The hashed titles of contest entries, and the hashes of their authors in any order, without
    /// accents, blanks and punctuation.
    ///
    /// It is what suspected copies have in common. Empty for other forms; 0 where there is nothing
    /// to compare.
    package var titles: [UInt64] { shelved?.titles ?? held.titles }
    /// The hashes of each contest entry's authors; empty for other forms.
    package var bylines: [UInt64] { shelved?.bylines ?? held.bylines }

    /// Adds those of some records to others.
    func append(_ records: Range<Int>, to columns: inout Columns) {
        let (own, records) =
            shelved.map { ($0.columns(of: records), 0..<records.count) } ?? (held, records)
        columns.keys += own.keys[records]
        guard !own.works.isEmpty else { return }
        columns.works += own.works[records]
        columns.titles += own.titles[records]
        columns.bylines += own.bylines[records]
    }

    /// The keys of some records.
    package func keys(of records: Range<Int>) -> ArraySlice<Digest> {
        if let shelved { return shelved.keys(of: records)[...] }
        return held.keys[records]
    }

    /// The key of one record.
    package func key(of record: Int) -> Digest { shelved?.key(of: record) ?? held.keys[record] }

    /// The hash of one entry's authors.
    package func byline(of record: Int) -> UInt64 {
        shelved?.byline(of: record) ?? held.bylines[record]
    }

    /// The title and authors of one entry; nil for a record of another form.
    package func work(of record: Int) -> Digest? {
        if let shelved { return shelved.work(of: record) }
        return held.works.isEmpty ? nil : held.works[record]
    }

    /// Whether any are in memory.
    package var areHeld: Bool { !held.keys.isEmpty }

    /// Those of some records, in their order.
    func part(_ records: Range<Int>) -> RecordIdentities {
        if let shelved { return RecordIdentities(shelved.part(records)) }
        var part = RecordIdentities()
        append(records, to: &part.held)
        return part
    }

    /// Puts them on a shelf that takes them.
    mutating func shelve(on shelf: any IdentityShelf) {
        guard shelved == nil, let shelved = ShelvedIdentities(held, on: shelf) else { return }
        self.shelved = shelved
        held = Columns()
    }

    private var columns: Columns { shelved?.columns ?? held }

    /// Whether the records are told apart by the same, in memory or on a shelf.
    package static func == (a: RecordIdentities, b: RecordIdentities) -> Bool {
        a.columns == b.columns
    }

    /// The hash of what tells the records apart, wherever that stands.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(columns)
    }
}

/// Where identities stand that are too many to be held: outside of the process's memory.
package protocol IdentitySource: Sendable {
    /// Reads back as many bytes as the buffer has, from where they begin.
    func read(_ buffer: UnsafeMutableRawBufferPointer, from start: Int)
}

/// A source to which identities can be added.
package protocol IdentityShelf: IdentitySource {
    /// Puts bytes down and gives where they begin; nil where they are to be held, because there is
    /// still room in memory or none here.
    func put(_ bytes: RawSpan) -> Int?
}

/// How much of what tells records from each other is held in memory before the rest is read where
/// it stands.
package final class IdentityRoom: Sendable {
    private let bytes: Int
    private let held = Mutex(0)

    /// The identities of some 700,000 contest entries.
    package static let usualBytes = 32 << 20
    /// Bytes that are worth a look at a file; those of small files are held.
    package static let fewest = 16 << 10

    /// Room for so many bytes.
    package init(bytes: Int = usualBytes) { self.bytes = bytes }

    /// Whether so many bytes are to be held; then there is room for so many less.
    package func takes(_ count: Int) -> Bool {
        guard count >= IdentityRoom.fewest else { return true }
        return held.withLock { held in
            guard held + count <= bytes else { return false }
            held += count
            return true
        }
    }
}
