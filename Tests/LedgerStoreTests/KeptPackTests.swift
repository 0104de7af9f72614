import LedgerStore
import TestSupport
import Testing

/// The packs of readings that the ledger keeps: found again under their own context, and not for
/// ever.
@Suite struct KeptPackTests {
    private func pack(_ text: String, size: Int = 3) -> [UInt8] {
        Array(text.utf8) + [UInt8](repeating: 7, count: size)
    }

    /// All packs of a context, asked for by lots of so many bytes at least.
    private func all(
        _ ledger: Ledger,
        _ context: String,
        plan: String = "p",
        bytes: Int = 1
    ) throws -> [KeptPack] {
        var all: [KeptPack] = []
        while true {
            let next = try ledger.packs(
                plan: plan,
                context: context,
                after: all.last?.number ?? 0,
                bytes: bytes
            )
            guard !next.isEmpty else { return all }
            all += next
        }
    }

    @Test func aLotHasPacksEnoughForItsBytesAndNoMore() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        // Of four, five and no bytes.
        try ledger.keep(
            [[1, 2, 3, 4], [5, 6, 7, 8, 9], [], [10]],
            plan: "p",
            context: "one"
        )
        func lot(_ bytes: Int, after number: Int64 = 0) throws -> [[UInt8]] {
            try ledger.packs(plan: "p", context: "one", after: number, bytes: bytes)
                .map(\.bytes)
        }
        #expect(try lot(4) == [[1, 2, 3, 4]])
        #expect(try lot(5) == [[1, 2, 3, 4], [5, 6, 7, 8, 9]])
        #expect(try lot(1000).count == 4)
        for bytes in [1, 4, 9, 1000] {
            let packs = try all(ledger, "one", bytes: bytes)
            #expect(packs.map(\.bytes.count) == [4, 5, 0, 1])
            #expect(packs.map(\.number) == packs.map(\.number).sorted())
        }
    }

    @Test func whatWasKeptIsFoundUnderItsContextOnly() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        let packs = (0..<5).map { pack("\($0)", size: 3 << 20) }
        try ledger.keep(packs, plan: "p", context: "one")
        try ledger.keep([pack("other")], plan: "p", context: "two")
        let again = try Ledger(stateDirectory: scratch.path)
        #expect(try all(again, "one").map(\.bytes) == packs)
        #expect(try all(again, "two").map(\.bytes) == [pack("other")])
        #expect(try all(again, "three").isEmpty)
        #expect(try all(again, "one", plan: "q").isEmpty)
        #expect(try again.verify().isEmpty)
    }

    @Test func packsTakeThePlaceOfOthersOfTheirContext() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        try ledger.keep([pack("a"), pack("b"), pack("c")], plan: "p", context: "one")
        try ledger.keep([pack("x")], plan: "p", context: "two")
        let numbers = try all(ledger, "one").map(\.number)
        let stranger = try #require(try all(ledger, "two").first).number
        try ledger.keep(
            [pack("ac")],
            insteadOf: [numbers[0], numbers[2], stranger],
            plan: "p",
            context: "one"
        )
        #expect(try all(ledger, "one").map(\.bytes) == [pack("b"), pack("ac")])
        #expect(try all(ledger, "two").map(\.bytes) == [pack("x")])
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
        for context in ["a", "c", "d", "e"] { #expect(try !all(ledger, context).isEmpty) }
        #expect(try !all(ledger, "z", plan: "q").isEmpty)
    }
}
