import Disk
import FoundationEssentials
import LedgerStore
import Model
import Pipeline
import TestSupport
import Testing

@Suite struct StableReadTests {
    private let scratch: TemporaryDirectory
    private let ledger: Ledger

    init() throws {
        scratch = try TemporaryDirectory()
        ledger = try Ledger(stateDirectory: scratch.path + "/.state")
    }

    private func read(
        _ path: String,
        settling: Int64 = 0,
        onChunk: (RawSpan) -> Void = { _ in }
    ) throws -> StableRead.Outcome {
        let reader = StableRead(
            root: scratch.path,
            originals: ledger.originals,
            settling: settling
        )
        var pending = PendingOriginals(in: ledger.originals)
        let outcome = try reader.read(path, into: &pending, onChunk: onChunk)
        try pending.settle()
        return outcome
    }

    @Test func aFileIsHashedKeptAndShownInOnePass() throws {
        let content = String(repeating: "một hai ba\n", count: 900_000)
        try scratch.write("x/a.csv", content)
        var seen: [UInt8] = []
        let outcome = try read("x/a.csv") { bytes in
            bytes.withUnsafeBytes { seen.append(contentsOf: $0) }
        }
        guard case .kept(let file) = outcome, let sha256 = file.sha256 else {
            Issue.record("\(outcome)")
            return
        }
        #expect(seen == Array(content.utf8))
        #expect(try sha256 == SHA256.digest(of: seen))
        let kept = try Data(contentsOf: URL(filePath: try ledger.original(sha256)))
        #expect(kept == Data(seen))
    }

    @Test func anEmptyFileIsAFile() throws {
        try scratch.write("a.csv", "")
        guard case .kept(let file) = try read("a.csv") else {
            Issue.record("not kept")
            return
        }
        #expect(file.stamp.size == 0)
    }

    @Test(arguments: ["more", ""])
    func aFileThatChangesWhileItIsReadIsLeftForTheNextRun(then: String) throws {
        try scratch.write("a.csv", String(repeating: "x", count: 5 << 20))
        let outcome = try read("a.csv") { _ in
            try? scratch.write("a.csv", then)
        }
        guard case .left(let finding) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(finding.code == .fileChanged)
        #expect(try scratch.names(".state/originals") == [])
    }

    @Test func aFileThatHasJustChangedIsReadAgainTheNextTime() throws {
        try scratch.write("a.csv")
        guard case .kept(let fresh) = try read("a.csv", settling: 60_000_000_000),
            case .kept(let settled) = try read("a.csv", settling: -1_000_000_000)
        else {
            Issue.record("not kept")
            return
        }
        #expect(fresh.stamp == settled.stamp.untrusted)
        #expect(fresh.stamp != settled.stamp)
    }

    @Test func linksOnTheWayAreNotFollowed() throws {
        try scratch.write("real/a.csv")
        try scratch.link("link", to: "real")
        try scratch.link("b.csv", to: "real/a.csv")
        for path in ["link/a.csv", "b.csv", "gone.csv"] {
            guard case .left = try read(path) else {
                Issue.record("\(path) was read")
                continue
            }
        }
    }
}
