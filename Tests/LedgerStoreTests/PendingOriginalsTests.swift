import Disk
import FoundationEssentials
import LedgerStore
import Model
import TestSupport
import Testing

/// Nothing stands under the name of an original before the disk holds all of it.
@Suite struct PendingOriginalsTests {
    private let scratch: TemporaryDirectory
    private let ledger: Ledger

    init() throws {
        scratch = try TemporaryDirectory()
        ledger = try Ledger(stateDirectory: scratch.path)
    }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: ledger.originals.root) }
    }

    private func writer(_ text: String) throws -> OriginalWriter {
        var writer = try OriginalWriter(in: ledger.originals)
        try writer.append(Array(text.utf8).span.bytes)
        return writer
    }

    /// Whoever looks after the server may put a folder of any name beside the originals.
    @Test(arguments: ["-1", "+f", "FF", "é", "g0", "000"])
    func aFolderThatIsNoneOfTheOriginalsIsPassedOver(name: String) throws {
        try scratch.makeFolder("originals/" + name)
        #expect(try names.contains(name))
        let kept = try keep(["một", "hai", "một"])
        #expect(kept.map(\.sha256) == (try ["một", "hai", "một"].map(digest)))
        #expect(try keep(["hai"]).map(\.isNew) == [false])
    }

    private func digest(_ text: String) throws -> String {
        try SHA256.digest(of: Array(text.utf8))
    }

    // A few are waited for one by one, many at once.
    @Test(arguments: [1, 8, 9, 40])
    func originalsAreThereOnceTheyAreSettled(count: Int) throws {
        var pending = PendingOriginals(in: ledger.originals)
        var digests: [String] = []
        for number in 0..<count { digests.append(try pending.add(writer("bài \(number)"))) }
        #expect(try names.allSatisfy { $0.hasPrefix(".incoming-") } && names.count == count)
        try pending.settle()
        for (number, digest) in digests.enumerated() {
            #expect(digest == (try SHA256.digest(of: Array("bài \(number)".utf8))))
            let kept = try Data(contentsOf: URL(filePath: try ledger.original(digest)))
            #expect(kept == Data("bài \(number)".utf8))
        }
        #expect(try names.allSatisfy { !$0.hasPrefix(".incoming-") })
    }

    /// Small originals, as each worker of a pass keeps them.
    private func keep(
        _ texts: [String],
        then settle: Bool = true
    ) throws -> [(sha256: String, isNew: Bool)] {
        var pending = PendingOriginals(in: ledger.originals)
        var keeper = try OriginalKeeper(
            in: ledger.originals,
            folders: OriginalFolders(of: ledger.originals)
        )
        let kept = try texts.map { try keeper.keep(Array($0.utf8)) }
        if settle {
            pending.add(keeper.handOver())
            try pending.settle()
        }
        return kept
    }

    @Test func smallOriginalsAreKeptAsWrittenOnesAre() throws {
        let texts = ["", "một", "hai", String(repeating: "ba", count: 100_000)]
        for (text, kept) in zip(texts, try keep(texts)) {
            #expect(kept.isNew)
            #expect(try kept.sha256 == SHA256.digest(of: Array(text.utf8)))
            let path = try ledger.original(kept.sha256)
            #expect(try Data(contentsOf: URL(filePath: path)) == Data(text.utf8))
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect(mode as? Int == 0o640)
        }
        #expect(try keep(texts).allSatisfy { !$0.isNew })
        // One that lost bytes is kept once more.
        let digest = try SHA256.digest(of: Array("một".utf8))
        try Data().write(to: URL(filePath: ledger.original(digest)))
        #expect(try keep(texts).map(\.isNew) == [false, true, false, false])
        #expect(try ledger.verify() == [])
    }

    @Test func smallOriginalsThatNobodyTookLeaveNothing() throws {
        _ = try keep(["một", "hai"], then: false)
        #expect(try names == [])
    }

    @Test func theSameBytesTwiceAreOneOriginal() throws {
        var pending = PendingOriginals(in: ledger.originals)
        let first = try pending.add(writer("một"))
        let second = try pending.add(writer("một"))
        try pending.settle()
        let third = try pending.add(writer("một"))
        #expect(first == second && second == third)
        try pending.settle()
        #expect(try names == [String(first.prefix(2))])
    }

    @Test func whatIsNotSettledLeavesNothing() throws {
        do {
            var pending = PendingOriginals(in: ledger.originals)
            _ = try pending.add(writer("một"))
            _ = try pending.add(writer("hai"))
        }
        #expect(try names == [])
    }

    /// Writes the originals of a pass of so many files, and gives the files.
    private func arrive(
        _ count: Int,
        in pending: inout PendingOriginals
    ) throws -> [ObservedFile] {
        var files: [ObservedFile] = []
        for number in 0..<count {
            let stamp = FileStamp(size: 1, modified: 0, changed: 0, inode: UInt64(number))
            let sha256 = try pending.add(writer("bài \(number)"))
            files.append(ObservedFile(path: "\(number).csv", stamp: stamp, sha256: sha256))
        }
        return files
    }

    @Test(arguments: [1, 40])
    func aPassIsRecordedOnceItsOriginalsAreInTheirPlaces(count: Int) throws {
        var pending = PendingOriginals(in: ledger.originals)
        let files = try arrive(count, in: &pending)
        let summary = try ledger.record(
            plan: "p",
            area: .submissions,
            files: files,
            clock: instant("2024-12-10"),
            checksOriginals: false,
            placing: pending
        )
        #expect(summary.added.count == count)
        #expect(try names.allSatisfy { !$0.hasPrefix(".incoming-") })
        for file in files { _ = try ledger.original(#require(file.sha256)) }
    }

    @Test func aPassWhoseOriginalsFindNoPlaceIsNotRecorded() throws {
        var pending = PendingOriginals(in: ledger.originals)
        let files = try arrive(40, in: &pending)
        for name in try names {
            try FileManager.default.removeItem(atPath: ledger.originals.root + "/" + name)
        }
        var failure: LedgerError?
        do throws(LedgerError) {
            _ = try ledger.record(
                plan: "p",
                area: .submissions,
                files: files,
                clock: Instant(seconds: 0),
                checksOriginals: false,
                placing: pending
            )
        } catch {
            failure = error
        }
        #expect(failure != nil)
        #expect(try ledger.known(plan: "p", area: .submissions).files.isEmpty)
        #expect(try ledger.counting(asOf: "9999-01-01") == [])
    }
}
