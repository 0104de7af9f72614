import Model
import TestSupport
import Testing

@testable import Intake

@Suite("What tells records from each other, in memory or on a shelf")
struct RecordIdentitiesTests {
    /// The batches of the sample plans, among them contests and forms that are none.
    private var batches: [RecordBatch] {
        StoredReadingTests.cases.flatMap(\.reading.batches)
    }

    @Test func whatIsOnAShelfIsWhatWasHeld() throws {
        let shelf = TakingShelf()
        #expect(batches.contains { !$0.identities.works.isEmpty })
        #expect(batches.contains { $0.identities.works.isEmpty })
        for batch in batches {
            let before = shelf.count
            let shelved = batch.shelved(on: shelf)
            #expect(shelf.count > before)
            #expect(shelved.identities.held == RecordIdentities.Columns())
            #expect(shelved == batch)
            #expect(shelved.hashValue == batch.hashValue)
            let (there, here) = (shelved.identities, batch.identities)
            #expect(there.keys == here.keys)
            #expect(there.works == here.works)
            #expect(there.titles == here.titles)
            #expect(there.bylines == here.bylines)
            for record in 0..<batch.count {
                #expect(there.key(of: record) == here.key(of: record))
                #expect(there.work(of: record) == here.work(of: record))
                if !here.bylines.isEmpty {
                    #expect(there.byline(of: record) == here.byline(of: record))
                }
                #expect(there.keys(of: record..<batch.count) == here.keys(of: record..<batch.count))
            }
        }
    }

    @Test func aBatchIsPutOnAShelfOnce() throws {
        let shelf = TakingShelf()
        let batch = try #require(batches.first).shelved(on: shelf)
        let count = shelf.count
        #expect(batch.shelved(on: shelf) == batch)
        #expect(shelf.count == count)
    }

    @Test func withoutAShelfAllIsHeld() throws {
        let batch = try #require(batches.first)
        #expect(batch.shelved(on: nil).identities.held == batch.identities.held)
        #expect(batch.shelved(on: FullShelf()).identities.held == batch.identities.held)
    }

    @Test func stretchesOfShelvedBatchesBecomeOneAsOthersDo() throws {
        let shelf = TakingShelf()
        for batch in batches where batch.count > 2 {
            let shelved = batch.shelved(on: shelf)
            func merged(_ batch: RecordBatch) -> RecordBatch {
                let held = HeldBatch(batch)
                return RecordBatch(merging: [
                    RecordStretch(held, 1..<batch.count), RecordStretch(held, 0..<1),
                ])
            }
            #expect(merged(shelved) == merged(batch))
        }
    }

    @Test func aPartIsWhatItsRecordsAreBroughtTogether() throws {
        let shelf = TakingShelf()
        var numbers = SplitMix64(seed: 5)
        for batch in batches where batch.count > 2 {
            let start = Int.random(in: 0..<(batch.count - 2), using: &numbers)
            let end = Int.random(in: (start + 2)...batch.count, using: &numbers)
            for whole in [batch, batch.shelved(on: shelf)] {
                let part = whole.part(start..<end)
                #expect(part.identities.areHeld == whole.identities.areHeld)
                func merged(_ batch: RecordBatch, from start: Int) -> RecordBatch {
                    let held = HeldBatch(batch)
                    // Two, so that nothing is taken as it stands.
                    return RecordBatch(merging: [
                        RecordStretch(held, start..<(start + 1)),
                        RecordStretch(held, (start + 1)..<(start + part.count)),
                    ])
                }
                #expect(part.count == end - start)
                #expect(merged(part, from: 0) == merged(batch, from: start))
            }
            #expect(batch.part(start..<start).count == 0)
        }
    }

    @Test func packsAreTheSameBytesAndTheirIdentitiesStayThere() throws {
        let shelf = TakingShelf()
        for entry in StoredReadingTests.cases.prefix(40) {
            var shelved = entry.reading
            shelved.batches = shelved.batches.map { $0.shelved(on: shelf) }
            func bytes(_ reading: FileReading) throws -> [UInt8] {
                let file = ReadingPack.File(
                    sha256: String(repeating: "0", count: 64),
                    held: HeldReading(reading)
                )
                return try #require(ReadingPack.packs(of: [file], entry.context).first).bytes
            }
            let packed = try bytes(entry.reading)
            #expect(try bytes(shelved) == packed)
            // Somewhere in a file, behind others.
            let place = shelf.put(packed.span.bytes)
            let start = try #require(place)
            for room in [0, IdentityRoom.usualBytes] {
                let kept = KeptBytes(in: shelf, from: start, room: IdentityRoom(bytes: room))
                let pack = ReadingPack(bytes: packed, context: entry.context, kept: kept)
                let batches = try #require(pack).batches.map(\.batch)
                #expect(batches == entry.reading.batches)
                for batch in batches {
                    let size = batch.count * (batch.identities.works.isEmpty ? 16 : 48)
                    let stays = room == 0 && size >= IdentityRoom.fewest
                    #expect(batch.identities.areHeld == (!stays && batch.count > 0))
                }
            }
        }
    }

    /// A shelf that has no room.
    private struct FullShelf: IdentityShelf {
        func put(_ bytes: RawSpan) -> Int? { nil }

        func read(_ buffer: UnsafeMutableRawBufferPointer, from start: Int) {
            Issue.record("nothing was put on it")
        }
    }
}
