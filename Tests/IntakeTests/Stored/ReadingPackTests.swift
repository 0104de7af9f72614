@testable import Intake
import Model
import Plans
import TestSupport
import Testing

/// What is held and kept in packs is what was read, whichever files share a pack and in whatever
/// order.
@Suite struct ReadingPackTests {
    /// The cases of one context, each with a digest of its own.
    private static let sets: [(context: ReadingContext, files: [ReadingPack.File])] = {
        var sets: [(context: ReadingContext, files: [ReadingPack.File])] = []
        var keepsText: [[[Bool]]] = []
        for (number, entry) in StoredReadingTests.cases.enumerated() {
            let file = ReadingPack.File(
                sha256: String(repeating: "0", count: 60) + String(1000 + number),
                held: HeldReading(entry.reading)
            )
            let index = sets.firstIndex { set in
                set.context.plan.id == entry.context.plan.id
                    && set.context.keepsText == entry.context.keepsText
                    && set.context.roster.units.count == entry.context.roster.units.count
            }
            if let index {
                sets[index].files.append(file)
            } else {
                sets.append((entry.context, [file]))
            }
        }
        return sets
    }()

    /// All that can be asked of the records of a file, one text a record.
    private func records(_ reading: FileReading, _ context: ReadingContext) -> [String] {
        reading.batches.flatMap { batch in
            let fields = context.plan.forms.forms[batch.form].fields.indices
            return (0..<batch.count).map { record in
                var parts: [String] = [
                    "\(batch.form) \(batch.units[record]) \(batch.days[record])",
                    "\(batch.lines[record]) \(batch.identities.keys[record])",
                    "\(String(describing: batch.explicitPeriod(record)))",
                    "\(String(describing: batch.writtenUnit(record)))",
                    "\(Array(batch.authors(of: record)))",
                ]
                if !batch.identities.works.isEmpty {
                    parts.append(
                        "\(batch.identities.works[record]) \(batch.identities.titles[record]) \(batch.identities.bylines[record])"
                    )
                }
                for field in fields where !batch.isBlank(field, record) {
                    parts.append(
                        "\(field): \(String(describing: batch.number(field, record)))"
                            + " \(String(describing: batch.day(field, record)))"
                            + " \(String(describing: batch.code(field, record)))"
                            + " \(String(describing: batch.period(field, record)))"
                            + " \(batch.text(field, record))"
                            + " \(batch.foldedText(field, record))"
                    )
                }
                return parts.joined(separator: "|")
            }
        }
    }

    private func expectSame(
        _ packs: [ReadingPack],
        _ files: [ReadingPack.File],
        _ context: ReadingContext
    ) {
        let found = packs.flatMap(\.files)
        #expect(found.map(\.sha256) == files.map(\.sha256))
        for (file, original) in zip(found, files) {
            let (reading, before) = (file.held.reading, original.held.reading)
            #expect(records(reading, context) == records(before, context), "\(file.held.path)")
            #expect(file.held.records == before.records)
            #expect(file.held.findings == before.findings)
            #expect(reading.rejected == before.rejected)
            #expect(reading.headers == before.headers)
            #expect(reading.placement == before.placement)
            #expect(Set(file.held.outline.days) == before.placement.days)
            #expect(file.held.lines == before.lines)
            #expect(file.held.isAccepted == before.isAccepted)
        }
    }

    @Test func packsHoldWhatWasRead() throws {
        #expect(ReadingPackTests.sets.contains { $0.files.count > 100 })
        for (context, files) in ReadingPackTests.sets {
            expectSame(ReadingPack.packs(of: files, context), files, context)
        }
    }

    @Test func packsComeBackAsTheyWere() throws {
        for (context, files) in ReadingPackTests.sets {
            let packs = try ReadingPack.packs(of: files, context).map { pack in
                try #require(ReadingPack(bytes: pack.bytes, context: context))
            }
            expectSame(packs, files, context)
            // What came back is kept again as the same bytes.
            #expect(packs.map(\.bytes) == ReadingPack.packs(of: files, context).map(\.bytes))
        }
    }

    /// Some of the files of packs, in another order, brought together anew: as after some nights.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func anyPartOfPacksMakesNewOnes(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for (context, files) in ReadingPackTests.sets {
            let packs = try ReadingPack.packs(of: files, context).map { pack in
                try #require(ReadingPack(bytes: pack.bytes, context: context))
            }
            var part = zip(packs.flatMap(\.files), files).filter { _ in
                Int.random(in: 0..<3, using: &random) > 0
            }
            if seed > 3 { part.shuffle(using: &random) }
            let again = ReadingPack.packs(of: part.map(\.0), context)
            expectSame(again, part.map(\.1), context)
            for pack in again { #expect(ReadingPack(bytes: pack.bytes, context: context) != nil) }
        }
    }

    @Test func aNameThatReportsShowStandsInFindingsOnly() throws {
        for (context, files) in ReadingPackTests.sets.prefix(3) {
            for pack in ReadingPack.packs(of: files, context) {
                let kept = try #require(ReadingPack(bytes: pack.bytes, context: context))
                for file in kept.files where file.held.hasFindings {
                    let shown = file.held.renamed("khác.csv")
                    #expect(shown.path == "khác.csv")
                    #expect(shown.place.path == file.held.place.path)
                    #expect(shown.findings.map(\.row) == file.held.findings.map(\.row))
                    #expect(shown.findings.allSatisfy { $0.file == "khác.csv" })
                }
            }
        }
    }

    @Test func aFlippedBitIsFound() throws {
        for (context, files) in ReadingPackTests.sets {
            let bytes = try #require(ReadingPack.packs(of: Array(files.prefix(40)), context).first)
                .bytes
            for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 199)) {
                var flipped = bytes
                flipped[place] ^= 1 << UInt8(place % 8)
                #expect(ReadingPack(bytes: flipped, context: context) == nil)
            }
        }
    }

    /// Bytes with a right check that no program wrote: whatever comes back can be looked at.
    @Test func hostileBytesNeverTrap() throws {
        var random = SplitMix64(seed: 13)
        var decoded = 0
        for (context, files) in ReadingPackTests.sets {
            let bytes = try #require(ReadingPack.packs(of: Array(files.prefix(12)), context).first)
                .bytes
            for _ in 0..<400 {
                var hostile = bytes
                for _ in 0...Int.random(in: 0...2, using: &random) {
                    let place = Int.random(in: 9..<bytes.count, using: &random)
                    hostile[place] =
                        [0, 1, 127, 128, 255, hostile[place] &+ 1]
                        .randomElement(using: &random) ?? 0
                }
                guard
                    let pack = ReadingPack(bytes: StoredReading.sealed(hostile), context: context)
                else { continue }
                decoded += 1
                for file in pack.files { _ = records(file.held.reading, context) }
            }
        }
        #expect(decoded > 0)
    }
}

/// A register of many rows is kept in pieces, none of which is taken for the whole.
@Suite struct ReadingPackPieceTests {
    /// A register in several batches, every fifth row of which is handed back.
    private static let register: (pack: ReadingPack, context: ReadingContext)? = {
        var text = "unit,entry_id,title,authors,received_on\n"
        for row in 1...40_000 {
            let unit = row % 5 == 0 ? "W9" : "W1"
            text += "\(unit),\(row),Bài \(row),Tác giả \(row % 977),2024-04-01\n"
        }
        return pack(of: text)
    }()

    /// A file of which no row counts.
    private static let refused: (pack: ReadingPack, context: ReadingContext)? = {
        let rows = (1...20_000).map { "W9,\($0),Bài,Ai,2024-04-01\n" }
        return pack(of: "unit,entry_id,title,authors,received_on\n" + rows.joined())
    }()

    private static func pack(of text: String) -> (ReadingPack, ReadingContext)? {
        let contest = "contests: [{id: c, year: 2024, opens: 2024-03-01, closes: 2024-07-15}]"
        let scenario = Scenario(plan([], contest))
        guard let context = try? scenario.collect(window: "2024").context else { return nil }
        let place = FilePlace(path: "2024-08-01/W1/bai.csv", context: context)
        var reader = FileReader(place: place, context: context)
        for block in reader.push(Array(text.utf8)) { reader.add(reader.interpreter.read(block)) }
        for block in reader.finish() { reader.add(reader.interpreter.read(block)) }
        let held = HeldReading(reader.settled())
        let file = ReadingPack.File(sha256: String(repeating: "7", count: 64), held: held)
        return ReadingPack.packs(of: [file], context).first.map { ($0, context) }
    }

    /// Records by the piece beside lists by the piece: fewer of the one, of the other, and none of
    /// the one.
    @Test(arguments: [(1, 8192), (1, 7), (1 << 20, 500)])
    func piecesComeBackAsTheRegister(most: Int, listed: Int) throws {
        for (pack, context) in try [#require(Self.register), #require(Self.refused)] {
            let pieces = Array(pack.pieces(of: most, listed: listed))
            #expect(pieces.count > 1)
            #expect(pieces.allSatisfy { $0.isPiece })
            let kept = pieces.compactMap { ReadingPack(bytes: $0.bytes, context: context) }
            let joined = try #require(ReadingPack(joining: kept))
            #expect(!joined.isPiece)
            let (before, after) = (pack.files[0].held, joined.files[0].held)
            #expect(after.reading.batches == before.reading.batches)
            #expect(after.findings == before.findings)
            #expect(after.findings.count >= 8000)
            #expect(after.reading.rejected == before.reading.rejected)
            let isSame = joined.bytes == pack.bytes
            #expect(isSame)
        }
    }

    @Test func noPieceHoldsManyFindings() throws {
        let (pack, _) = try #require(Self.refused)
        let pieces = pack.pieces(of: 1 << 20, listed: 500)
        #expect(pieces.count == 40)
        #expect(pieces.allSatisfy { $0.files[0].held.findings.count <= 500 })
        #expect(pieces.allSatisfy { $0.files[0].held.reading.rejected.count <= 500 })
        #expect(!pack.isSmall)
    }

    @Test func whereAPieceLacksThereIsNoReading() throws {
        for (pack, _) in try [#require(Self.register), #require(Self.refused)] {
            let pieces = Array(pack.pieces(of: 1, listed: 3000))
            #expect(ReadingPack(joining: []) == nil)
            #expect(ReadingPack(joining: Array(pieces.dropFirst())) == nil)
            #expect(ReadingPack(joining: pieces.dropLast()) == nil)
            #expect(ReadingPack(joining: pieces.reversed()) == nil)
            #expect(ReadingPack(joining: [pieces[0], pieces[0]] + pieces.dropFirst(2)) == nil)
        }
    }

    @Test func whatIsFewStaysWhole() throws {
        let (pack, _) = try #require(Self.register)
        #expect(pack.pieces(of: 1 << 20, listed: 1 << 20).count == 1)
        #expect(pack.pieces(of: 1 << 20, listed: 1 << 20).first?.isPiece == false)
    }
}
