import Disk
import Foundation
import TestSupport
import Testing

@testable import LedgerStore

/// The packs of readings that the ledger keeps: found again under their own context, and not for
/// ever.
@Suite struct KeptPackTests {
    private func pack(_ text: String, size: Int = 3) -> [UInt8] {
        Array(text.utf8) + [UInt8](repeating: 7, count: size)
    }

    /// The bytes of all packs of a context; nil for one that is not what was kept.
    private func all(
        _ ledger: Ledger,
        _ context: String,
        plan: String = "p"
    ) throws -> [[UInt8]?] {
        try ledger.packs(plan: plan, context: context).map {
            try ledger.packFile($0.file).bytes(of: $0)
        }
    }

    private func files(_ scratch: TemporaryDirectory) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/readings").sorted()
    }

    @Test func whatWasKeptIsFoundUnderItsContextOnly() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        let packs = (0..<5).map { pack("\($0)", size: 3 << 20) } + [[]]
        try ledger.keep(packs, plan: "p", context: "one")
        try ledger.keep([pack("other")], plan: "p", context: "two")
        for again in [
            try Ledger(stateDirectory: scratch.path), try Ledger(reading: scratch.path),
        ] {
            #expect(try all(again, "one") == packs)
            #expect(try all(again, "two") == [pack("other")])
            #expect(try all(again, "three").isEmpty)
            #expect(try all(again, "one", plan: "q").isEmpty)
        }
        #expect(try ledger.verify().isEmpty)
        #expect(try files(scratch).count == 2)
    }

    /// They hold personal data.
    @Test func onlyTheOfficeReadsThem() throws {
        let scratch = try TemporaryDirectory()
        try Ledger(stateDirectory: scratch.path).keep([pack("a")], plan: "p", context: "one")
        for (name, mode) in [("readings", 0o750), ("readings/1", 0o640)] {
            let attributes = try FileManager.default
                .attributesOfItem(atPath: scratch.path + "/" + name)
            #expect(attributes[.posixPermissions] as? Int == mode)
        }
    }

    @Test func packsTakeThePlaceOfOthersOfTheirContext() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        try ledger.keep([pack("a"), pack("b"), pack("c")], plan: "p", context: "one")
        try ledger.keep([pack("x")], plan: "p", context: "two")
        let numbers = try ledger.packs(plan: "p", context: "one").map(\.number)
        let stranger = try #require(try ledger.packs(plan: "p", context: "two").first).number
        try ledger.keep(
            [pack("ac")],
            insteadOf: [numbers[0], numbers[2], stranger],
            plan: "p",
            context: "one"
        )
        #expect(try all(ledger, "one") == [pack("b"), pack("ac")])
        #expect(try all(ledger, "two") == [pack("x")])
    }

    @Test func whereAllAreReplacedAFileIsBegunAndTheOldOneRemoved() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        try ledger.keep([pack("a"), pack("b")], plan: "p", context: "one")
        let kept = try ledger.packs(plan: "p", context: "one")
        let before = try ledger.packFile(kept[0].file)
        let names = try files(scratch)
        try ledger.keep([pack("c")], insteadOf: kept.map(\.number), plan: "p", context: "one")
        #expect(try all(ledger, "one") == [pack("c")])
        #expect(try files(scratch).count == 1)
        #expect(try files(scratch) != names)
        // Who was reading the old one goes on.
        #expect(try kept.map { try before.bytes(of: $0) } == [pack("a"), pack("b")])
    }

    /// A night that was killed once it had written its packs leaves bytes of which the ledger says
    /// nothing.
    @Test func whatARunLeftBehindIsWrittenOver() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        try ledger.keep([pack("a")], plan: "p", context: "one")
        for name in ["readings/1", "readings/2", "readings/17"] {
            let path = scratch.path + "/" + name
            var bytes = FileManager.default.contents(atPath: path) ?? Data()
            bytes.append(contentsOf: pack("left behind", size: 500))
            try bytes.write(to: URL(filePath: path))
        }
        try ledger.keep([pack("b")], plan: "p", context: "one")
        try ledger.keep([pack("c")], plan: "p", context: "two")
        #expect(try all(ledger, "one") == [pack("a"), pack("b")])
        #expect(try all(ledger, "two") == [pack("c")])
        #expect(try files(scratch).count == 2)
    }

    /// A ledger that is put back as it was on an earlier day speaks of places where others stand
    /// since, or nothing.
    @Test func packsOfAnotherHistoryAreNotTaken() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        try ledger.keep([pack("mine"), pack("also")], plan: "p", context: "one")
        let path = scratch.path + "/readings/1"
        let bytes = try #require(FileManager.default.contents(atPath: path))
        try Data(pack("your") + pack("also")).write(to: URL(filePath: path))
        #expect(try all(ledger, "one") == [nil, pack("also")])
        try bytes.dropLast().write(to: URL(filePath: path))
        let kept = try ledger.packs(plan: "p", context: "one")
        let file = try ledger.packFile(1)
        #expect(try file.bytes(of: kept[0]) == pack("mine"))
        #expect(throws: FileError.self) { try file.bytes(of: kept[1]) }
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: LedgerError.self) { try ledger.packFile(1) }
    }

    @Test func theContextsUsedLastStay() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        for context in ["a", "b", "c", "d"] {
            try ledger.keep([pack(context)], plan: "p", context: context)
        }
        try ledger.keep([pack("z")], plan: "q", context: "z")
        // Used again, the oldest is the newest.
        try ledger.keep([], plan: "p", context: "a")
        #expect(try ledger.isLastUsed(plan: "p", context: "a"))
        try ledger.keep([pack("e")], plan: "p", context: "e")
        #expect(try !ledger.isLastUsed(plan: "p", context: "a"))
        #expect(try all(ledger, "b").isEmpty)
        for context in ["a", "c", "d", "e"] {
            #expect(try all(ledger, context) == [pack(context)])
        }
        #expect(try all(ledger, "z", plan: "q") == [pack("z")])
        #expect(try files(scratch).count == 5)
    }
}
