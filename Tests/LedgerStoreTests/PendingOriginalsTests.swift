import FoundationEssentials
import LedgerStore
import Model
import Testing

/// Nothing stands under the name of an original before the disk holds all of it.
@Suite struct PendingOriginalsTests {
    private let scratch: Scratch
    private let ledger: Ledger

    init() throws {
        scratch = try Scratch()
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
}
