import LedgerStore
import Testing

/// The readings that the ledger keeps: found again under their own context, and not for ever.
@Suite struct KeptReadingTests {
    private func kept(_ number: Int, _ text: String = "r", size: Int = 3) -> KeptReading {
        KeptReading(
            sha256: String(repeating: "a", count: 60) + String(1000 + number),
            path: "P/tệp \(number).csv",
            reading: Array(text.utf8) + [UInt8](repeating: 7, count: size)
        )
    }

    private func keep(
        _ readings: [KeptReading],
        _ ledger: Ledger,
        _ context: String,
        plan: String = "p",
        asked: Int = 1_000_000,
        isAsked: (String, String) -> Bool = { _, _ in true }
    ) throws {
        try ledger.keep(readings, plan: plan, context: context, asked: asked, isAsked: isAsked)
    }

    private func all(_ ledger: Ledger, _ context: String, plan: String = "p") throws
        -> [KeptReading]
    {
        var all: [KeptReading] = []
        var last: Int64 = 0
        while let next = try ledger.readings(plan: plan, context: context, after: last) {
            all += next.readings
            last = next.last
        }
        return all
    }

    @Test func whatWasKeptIsFoundUnderItsContextOnly() throws {
        let scratch = try Scratch()
        let ledger = try Ledger(stateDirectory: scratch.path)
        let readings = (0..<20).map { kept($0, size: 1 << 20) }
        try keep(readings, ledger, "one")
        try keep([kept(1, "other")], ledger, "two")
        let again = try Ledger(stateDirectory: scratch.path)
        // Twenty megabytes come in several parts.
        #expect(try all(again, "one") == readings)
        #expect(try all(again, "two") == [kept(1, "other")])
        #expect(try all(again, "three").isEmpty)
        #expect(try all(again, "one", plan: "q").isEmpty)
        #expect(try again.verify().isEmpty)
    }

    @Test func aReadingKeptTwiceIsThereOnce() throws {
        let scratch = try Scratch()
        let ledger = try Ledger(stateDirectory: scratch.path)
        try keep([kept(1), kept(1)], ledger, "one")
        try keep([kept(1, "new")], ledger, "one")
        #expect(try all(ledger, "one") == [kept(1, "new")])
    }

    @Test func theContextsUsedLastStay() throws {
        let scratch = try Scratch()
        let ledger = try Ledger(stateDirectory: scratch.path)
        for context in ["a", "b", "c", "d"] { try keep([kept(1)], ledger, context) }
        try keep([kept(9)], ledger, "z", plan: "q")
        // Used again, the oldest is the newest.
        try keep([], ledger, "a")
        #expect(try ledger.isLastUsed(plan: "p", context: "a"))
        try keep([kept(2)], ledger, "e")
        #expect(try !ledger.isLastUsed(plan: "p", context: "a"))
        #expect(try all(ledger, "b").isEmpty)
        for context in ["a", "c", "d", "e"] { #expect(try !all(ledger, context).isEmpty) }
        #expect(try !all(ledger, "z", plan: "q").isEmpty)
    }

    @Test func whatNobodyAsksForAnyMoreGoesOnceItIsMost() throws {
        let scratch = try Scratch()
        let ledger = try Ledger(stateDirectory: scratch.path)
        try keep((0..<1500).map { kept($0) }, ledger, "a", asked: 800)
        #expect(try all(ledger, "a").count == 1500)
        let asked = Set((0..<600).map { kept($0).path })
        try keep([], ledger, "a", asked: 600) { asked.contains($1) }
        #expect(try Set(all(ledger, "a").map(\.path)) == asked)
    }
}
