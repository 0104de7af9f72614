import LedgerStore
import Model
import TestSupport
import Testing

/// The ledger against the simplest thing that could be right: the contents of every pass, replayed.
@Suite struct LedgerModelTests {
    private let names = [
        "a.csv", "2024-01-05 b.csv", "x/c.csv", "x/2024-01-20/d.csv", "x-/c.csv", "Hòa.csv",
        "Ho\u{300}a.csv",
    ]

    @Test func afterAnyArrivalsChangesAndWithdrawalsTheLedgerEqualsAReplay() throws {
        for seed in UInt64(1)...40 {
            var random = SplitMix64(seed: seed)
            let scratch = try TemporaryDirectory()
            let ledger = try Ledger(stateDirectory: scratch.path)
            var passes: [PastPass] = []
            for number in 0..<6 {
                // The clock may stand still.
                let clock = Instant(
                    seconds: Instant(startOf: Day(number: 19_723)).seconds
                        + Int64(number * 6 - random.below(7)) * 86_400
                )
                var files: [ObservedFile] = []
                for name in names where random.below(3) > 0 {
                    let modified = "2024-01-" + (random.below(2) == 0 ? "03" : "18") + "T08:00"
                    var file = try ledger.observed(
                        name,
                        "v\(random.below(3))",
                        modified: modified
                    )
                    if random.below(8) == 0 { file.sha256 = nil }
                    files.append(file)
                }
                let unlisted = random.below(6) == 0 ? ["x"] : []
                files.removeAll { $0.path.hasPrefix("x/") && !unlisted.isEmpty }
                files.shuffle(using: &random)
                let summary = try ledger.record(
                    plan: "p",
                    area: .submissions,
                    files: files,
                    unlisted: unlisted,
                    clock: clock
                )
                passes.append(
                    PastPass(
                        clock: clock,
                        state: summary.state,
                        files: files,
                        unlisted: unlisted
                    )
                )
            }
            for _ in 0..<20 {
                let asOf = passes[random.below(6)].clock.seconds + Int64(random.below(3) - 1)
                let knownAt = passes[random.below(6)].clock.seconds + Int64(random.below(3) - 1)
                let last = random.below(7)
                let found = try ledger.versions(
                    plan: "p",
                    area: .submissions,
                    asOf: Instant(seconds: asOf),
                    knownAt: Instant(seconds: knownAt),
                    upTo: last < 6 ? passes[last].state : nil
                )
                let expected = replay(
                    passes.prefix(last + 1),
                    asOf: Instant(seconds: asOf),
                    knownAt: Instant(seconds: knownAt)
                )
                #expect(
                    found.map { Array(($0.path + " " + $0.sha256).utf8) } == expected,
                    "seed \(seed)"
                )
            }
        }
    }

    private func replay(
        _ passes: ArraySlice<PastPass>,
        asOf: Instant,
        knownAt: Instant
    ) -> [[UInt8]] {
        let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return sorted.compactMap { name in
            var lying: String?
            var counting: String?
            for pass in passes {
                let file = pass.files.first { $0.path.utf8.elementsEqual(name.utf8) }
                if let file, let sha256 = file.sha256 {
                    if sha256 != lying {
                        lying = sha256
                        let receipt = Receipt(
                            path: name,
                            modified: file.stamp.modifiedAt,
                            clock: pass.clock
                        )
                        if receipt.at <= asOf, pass.clock <= knownAt { counting = sha256 }
                    }
                } else if file == nil, !(name.hasPrefix("x/") && !pass.unlisted.isEmpty) {
                    if lying != nil, pass.clock <= asOf, pass.clock <= knownAt { counting = nil }
                    lying = nil
                }
            }
            return counting.map { Array((name + " " + $0).utf8) }
        }
    }

    private struct PastPass {
        var clock: Instant
        var state: LedgerState
        var files: [ObservedFile]
        var unlisted: [String]
    }
}

extension SplitMix64 {
    fileprivate mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
