import Disk
import Foundation
import LedgerStore
@testable import Intake
@testable import Pipeline
import TestSupport
import Testing

/// Partial results merge in any order to the same one, and nothing else is taken for one.
@Suite struct PartialTests {
    /// Files of a made-up office, each with the stage that reads it.
    private struct Desk {
        let office: Office
        let stage: MapStage
        var requests: [FileIntake.Request] = []

        init(seed: UInt64, nights: Int = 4) throws {
            var random = SplitMix64(seed: seed)
            var office = try Office()
            for _ in 0..<nights { try office.pass(&random) }
            let root = office.scratch.path + "/input"
            let checked = try CheckedPlan("mau", in: PlanInput(root: root))
            var options = RunOptions(now: try instant("2025-01-05T02:00:00"))
            options.scope.window = "2024"
            let assessment = try Assessment(of: checked, RunFrame(options: options))
            stage = MapStage(
                context: assessment.context,
                digest: try assessment.digest().text,
                jobs: 2,
                source: .list
            )
            for path in office.files.keys.sorted() {
                let original = root + "/mau/submissions/" + path
                requests.append(
                    FileIntake.Request(
                        path: path,
                        sha256: try SHA256.digest(ofFile: original),
                        original: original,
                        size: Int64(office.files[path]?.utf8.count ?? 0)
                    )
                )
            }
            self.office = office
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func aFileReadWhileItIsTakenInIsReadAsItIsAfterwards(seed: UInt64) async throws {
        let desk = try Desk(seed: seed)
        let root = desk.office.scratch.path
        let ledger = try Ledger(stateDirectory: root + "/received")
        let stable = StableRead(
            root: root + "/input/mau/submissions",
            originals: ledger.originals,
            settling: 0
        )
        let reader = ReceptionReader(context: desk.stage.context, digest: "", jobs: 2)
        var pending = PendingOriginals(in: ledger.originals)
        for request in desk.requests {
            let outcome = try reader.read(request.path, by: stable, into: &pending)
            guard case .kept = outcome else {
                Issue.record("\(outcome)")
                continue
            }
            let after = try await desk.stage.partial(of: [request]).files.first
            let key = ReadingKey(sha256: request.sha256, path: request.path)
            let held = reader.take(key)
            try expectSame(held, after, desk.stage.context)
            #expect(reader.take(key) == nil)
        }
        try pending.settle()
    }

    /// The same records and findings; a reading that shares a batch with others has blank columns
    /// where it had none.
    private func expectSame(
        _ held: HeldReading?,
        _ file: PartialFile?,
        _ context: ReadingContext
    ) throws {
        let held = try #require(held)
        let file = try #require(file)
        let after = try #require(file.reading(context))
        let tally = ReadingTally(of: held.reading)
        #expect(tally.rows == file.tally.rows && tally.bytes == file.tally.bytes)
        #expect(tally.forms.mapValues(\.records) == file.tally.forms.mapValues(\.records))
        #expect(tally.forms.mapValues(\.keys) == file.tally.forms.mapValues(\.keys))
        #expect(held.findings == after.findings)
        #expect(held.reading.rejected == after.rejected)
        #expect(held.lines == after.lines)
        #expect(held.reading.placement == after.placement)
        #expect(held.place == after.place)
    }

    @Test(arguments: [1, 2, 5])
    func theFilesOfANightThatAreReadWhileTheyAreTakenInAreReadAsAfterwards(
        jobs: Int
    ) async throws {
        let desk = try Desk(seed: 5, nights: 12)
        let root = desk.office.scratch.path
        let ledger = try Ledger(stateDirectory: root + "/received")
        let reception = Reception(
            ledger: ledger,
            plan: "mau",
            area: .submissions,
            root: root + "/input/mau/submissions",
            jobs: jobs
        )
        let reader = ReceptionReader(context: desk.stage.context, digest: "", jobs: jobs)
        _ = try reception.receive(clock: instant("2025-01-05T02:00:00"), reader: reader)
        reader.finish()
        for request in desk.requests {
            let after = try await desk.stage.partial(of: [request]).files.first
            let held = reader.take(ReadingKey(sha256: request.sha256, path: request.path))
            try expectSame(held, after, desk.stage.context)
        }
        // Bytes that are there already are not read again on the way.
        let again = ReceptionReader(context: desk.stage.context, digest: "", jobs: jobs)
        let verifying = Reception(
            ledger: ledger,
            plan: "mau",
            area: .submissions,
            root: reception.root,
            verifies: true,
            jobs: jobs
        )
        _ = try verifying.receive(clock: instant("2025-01-06T02:00:00"), reader: again)
        again.finish()
        let keys = desk.requests.map { ReadingKey(sha256: $0.sha256, path: $0.path) }
        #expect(keys.allSatisfy { again.take($0) == nil })
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func anySplitOrderAndGroupingIsTheSame(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let desk = try Desk(seed: seed)
        let whole = try await desk.stage.partial(of: desk.requests).bytes()
        var parts: [[FileIntake.Request]] = Array(repeating: [], count: 5)
        for request in desk.requests {
            parts[Int.random(in: 0..<5, using: &random)].append(request)
            // Work that was done twice changes nothing.
            if Int.random(in: 0..<4, using: &random) == 0 {
                parts[Int.random(in: 0..<5, using: &random)].append(request)
            }
        }
        var heap: [[UInt8]] = []
        for part in parts {
            let distinct = Dictionary(part.map { ($0.path, $0) }) { first, _ in first }
            heap.append(
                try await desk.stage.partial(of: distinct.values.shuffled(using: &random)).bytes()
            )
        }
        while heap.count > 1 {
            heap.shuffle(using: &random)
            let count = Int.random(in: 2...heap.count, using: &random)
            let group = heap[..<count].flatMap(\.self)
            heap.removeFirst(count)
            heap.append(try ReduceTask.bytes(of: group).bytes)
        }
        #expect(heap == [whole])
    }

    @Test func linesComeTogetherByTheNodeAbove() async throws {
        let desk = try Desk(seed: 3, nights: 8)
        let whole = try await desk.stage.partial(of: desk.requests)
        var lines: [[UInt8]] = []
        for request in desk.requests {
            for (key, partial) in try await desk.stage.partials(of: [request]) {
                lines.append(Array(try PartialLine.text(key, partial).utf8))
            }
        }
        let merged = try ReduceTask.text(of: lines.shuffled())
        let found = try merged.map { try PartialLine.read(Array($0.utf8)) }
        // The wards hand in to Q; Q's own files are with theirs.
        #expect(found.map(\.key) == ["Q"])
        #expect(try Partial(merging: found.map(\.partial))?.bytes() == whole.bytes())
        #expect(found.reduce(0) { $0 + $1.partial.tally.rows } == whole.tally.rows)
        #expect(whole.tally.rows > whole.tally.records && whole.tally.records > 2)
    }

    @Test func damagedBytesAreNone() async throws {
        let bytes = try await MapStage.sample().bytes()
        for count in stride(from: 1, to: bytes.count, by: max(1, bytes.count / 211)) {
            #expect(throws: PartialFault.damaged) { try Partial.all(in: Array(bytes[..<count])) }
        }
        for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 499)) {
            var changed = bytes
            changed[place] ^= 1 << (place % 8)
            #expect(throws: PartialFault.damaged) { try Partial.all(in: changed) }
        }
        for other in [[0], Array("tonghop".utf8), [UInt8](repeating: 0xFF, count: 300)] {
            #expect(throws: PartialFault.damaged) { try Partial.all(in: bytes + other) }
        }
        for line in ["", "Q", "Q\t", "Q\t!!!", "Q\tAAAA"] {
            #expect(throws: PartialFault.damaged) { try PartialLine.read(Array(line.utf8)) }
        }
        #expect(try Partial.all(in: []).isEmpty)
    }

    /// Whoever can make the seal can say anything: it is refused or read, and ends nothing.
    @Test func bytesWithTheRightSealMaySayAnything() async throws {
        let desk = try Desk(seed: 5)
        let bytes = try await desk.stage.partial(of: desk.requests).bytes()
        var random = SplitMix64(seed: 11)
        var refused = 0
        for _ in 0..<1000 {
            var changed = Array(bytes.dropLast(64))
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                let place = Int.random(in: 24..<changed.count, using: &random)
                changed[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
            }
            changed += Array(try SHA256.digest(of: changed).utf8)
            do throws(PartialFault) {
                for partial in try Partial.all(in: changed) {
                    _ = partial.files.map { $0.reading(desk.stage.context) }
                    _ = try Partial(merging: [partial, partial])
                }
            } catch {
                refused += 1
            }
        }
        #expect(refused > 50)
    }

    @Test func otherContextsAndContradictionsAreRefused() async throws {
        let desk = try Desk(seed: 1)
        let partial = try await desk.stage.partial(of: desk.requests)
        let other = Partial(context: String(repeating: "0", count: 64), files: partial.files)
        #expect(throws: PartialFault.otherContext) { try Partial(merging: [partial, other]) }
        let filled = partial.files.filter { $0.tally.rows > 0 }
        let (first, last) = (try #require(filled.first), try #require(filled.last))
        #expect(first.key != last.key)
        let forged = PartialFile(key: first.key, stored: last.bytes, tally: last.tally)
        let contradiction = Partial(context: partial.context, files: [forged])
        #expect(throws: PartialFault.contradiction(path: first.key.path)) {
            try Partial(merging: [contradiction, partial])
        }
        // What is said to be the reading of one file and is that of another is no reading.
        #expect(forged.reading(desk.stage.context) == nil)
        let miscounted = PartialFile(key: last.key, stored: last.bytes, tally: first.tally)
        #expect(miscounted.reading(desk.stage.context) == nil)
        let sound = PartialFile(key: last.key, stored: last.bytes, tally: last.tally)
        #expect(sound.reading(desk.stage.context) != nil)
    }

    @Test func bytesOtherThanThoseAskedForAreNotRead() async throws {
        let desk = try Desk(seed: 2)
        var request = desk.requests[0]
        request.sha256 = String(repeating: "0", count: 64)
        await #expect(throws: PipelineError.self) { try await desk.stage.partial(of: [request]) }
        // Also those of a file that is read block by block.
        let large = desk.office.scratch.path + "/large.csv"
        let note = String(repeating: "a", count: 9_000)
        let rows = String(repeating: "P1,2024,Có,3,\(note)\n", count: 1_000)
        try Data(("Mã đơn vị,Kỳ báo cáo,Đã ban hành kế hoạch,Số bài dự thi,Ghi chú\n" + rows).utf8)
            .write(to: URL(fileURLWithPath: large))
        request.original = large
        request.size = 9_000_000
        await #expect(throws: PipelineError.self) { try await desk.stage.partial(of: [request]) }
        request.sha256 = try SHA256.digest(ofFile: large)
        let partial = try await desk.stage.partial(of: [request])
        #expect(partial.tally.rows == 1_000)
    }
}

extension MapStage {
    /// A result of one small file.
    fileprivate static func sample() async throws -> Partial {
        let office = try Office()
        let path = office.scratch.path + "/input"
        var options = RunOptions(now: try instant("2025-01-05T02:00:00"))
        options.places.input = path
        options.scope.window = "2024"
        let name = try #require(office.files.keys.sorted().first)
        let bytes = try await MapTask(options, plan: "mau")
            .bytes(of: [path + "/mau/submissions/" + name]).bytes
        return try #require(try Partial.all(in: bytes).first)
    }
}
