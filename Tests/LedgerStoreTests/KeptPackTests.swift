import LedgerStore
import Testing

/// The packs of readings that the ledger keeps: found again under their own context, and not for ever.
@Suite struct KeptPackTests {
    private func pack(_ text: String, size: Int = 3) -> [UInt8] {
        Array(text.utf8) + [UInt8](repeating: 7, count: size)
    }

    private func all(_ ledger: Ledger, _ context: String, plan: String = "p") throws -> [KeptPack] {
        var all: [KeptPack] = []
        while let next = try ledger.pack(
            plan: plan,
            context: context,
            after: all.last?.number ?? 0
        ) {
            all.append(next)
        }
        return all
    }

    @Test func whatWasKeptIsFoundUnderItsContextOnly() throws {
        let scratch = try Scratch()
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
        let scratch = try Scratch()
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
        let scratch = try Scratch()
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
