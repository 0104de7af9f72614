import Foundation
import LedgerStore
import Model
import Pipeline
import Reports
import TestSupport
import Testing

/// Seeded sequences of nights: whatever happens between two runs, the causes add up.
@Suite struct ComparisonPropertyTests {
    /// One ward's file: documents, a report or entries of the contest.
    private func file(_ ward: String, _ random: inout SplitMix64) -> String {
        func day() -> String {
            "2024-\(padded(Int.random(in: 1...11, using: &random), 2))-"
                + padded(Int.random(in: 1...28, using: &random), 2)
        }
        let rows = Int.random(in: 0...3, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            var text = "unit,kind,number,issued_on\n"
            for _ in 0..<rows {
                let number = Int.random(in: 1...4, using: &random)
                text += "\(ward),plan,\(number),\(day())\n"
            }
            return text
        case 1:
            let posts = Int.random(in: 0...5, using: &random)
            return "unit,period,posts,contest_entries\n\(ward),2024,\(posts),1\n"
        default:
            var text = "unit,entry_id,title,authors,words,received_on\n"
            for _ in 0..<rows {
                let number = Int.random(in: 1...3, using: &random)
                text += "\(ward),\(number),Bài \(number),Tác giả,\(number * 400),\(day())\n"
            }
            return text
        }
    }

    private func path(_ day: String, _ ward: String, _ random: inout SplitMix64) -> String {
        // Some files carry the stamp of an earlier day, and some none at all.
        switch Int.random(in: 0..<4, using: &random) {
        case 0: "2024-06-01/\(ward)/cu-\(Int.random(in: 0..<3, using: &random)).csv"
        case 1: "\(ward)/tep-\(Int.random(in: 0..<3, using: &random)).csv"
        default: "\(day)/\(ward)/tep-\(Int.random(in: 0..<2, using: &random)).csv"
        }
    }

    private func decision(
        _ number: Int,
        _ day: String,
        _ paths: [String],
        _ random: inout SplitMix64
    )
        -> String
    {
        let ward = ["W1", "W2", "W3"].randomElement(using: &random) ?? "W1"
        let kinds = [
            "Miễn,\(ward),I,2024,,", "Gia hạn,\(ward),I,2024,2024-12-01,",
            "Gia hạn,\(ward),annual,2024,2024-10-01,", "Điều chỉnh,\(ward),I,2024,7,",
            "Điều chỉnh,\(ward),T,2024,2,",
            "Loại bài nộp,,,,\(paths.randomElement(using: &random) ?? "x"),",
        ]
        let expiry = Int.random(in: 0..<3, using: &random) == 0 ? max("2024-09-20", day) : ""
        return "\(number)/QĐ,\(day),"
            + (kinds.randomElement(using: &random) ?? kinds[0]) + "lý do,\(expiry)"
    }

    /// One night of changes, then its run.
    private func night(
        _ number: Int,
        _ nights: Nights,
        _ paths: inout [String],
        _ random: inout SplitMix64
    ) async throws -> RunRecord {
        let day = "2024-" + ["07-20", "08-14", "08-17", "09-02", "09-25", "10-10"][number]
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let ward = ["W1", "W2", "W3", "D"].randomElement(using: &random) ?? "W1"
            let path = path(day, ward, &random)
            let unit = ward == "D" ? "W2" : ward
            try nights.submit(path, file(unit, &random))
            if !paths.contains(path) { paths.append(path) }
        }
        if Int.random(in: 0..<3, using: &random) == 0,
            let path = paths.randomElement(using: &random)
        {
            try nights.withdraw(path)
            paths.removeAll { $0 == path }
        }
        if Int.random(in: 0..<2, using: &random) == 0 {
            try nights.decide(decision(number, day, paths, &random))
        } else if Int.random(in: 0..<4, using: &random) == 0, !nights.decisions.isEmpty {
            nights.decisions.removeFirst()
            try nights.writeDecisions()
        }
        if Int.random(in: 0..<3, using: &random) == 0 {
            let more = ["W4,Phường 4,PHUONG,D", "S1,Trường 1,TRUONG,D"].filter { _ in
                Bool.random(using: &random)
            }
            try nights.write("units.csv", Nights.units(more))
        }
        if Int.random(in: 0..<3, using: &random) == 0 {
            let bound = Int.random(in: 1...3, using: &random)
            try nights.write(
                "plan.yaml",
                Nights.plan.replacingOccurrences(
                    of: "each: \">= 1\",\n     due",
                    with: "each: \">= \(bound)\",\n     due"
                )
            )
        }
        return try await nights.run(day + "T02:00:00")
    }

    private func key(_ change: FigureChange) -> Key {
        Key(subject: change.subject, part: change.part)
    }

    private struct Key: Hashable {
        var subject: FigureSubject
        var part: FigurePart
    }

    private func check(_ nights: Nights, _ a: RunRecord, _ b: RunRecord, _ seed: UInt64)
        async throws -> Set<ComparisonCause.Kind>
    {
        let forth = try await nights.compare(a, b)
        let back = try await nights.compare(b, a)
        let together = try await nights.compare(a, b, mostFiles: 1)
        for comparison in [forth, back, together] {
            #expect(comparison.changes.allSatisfy { $0.addsUp }, "seed \(seed)")
            for change in comparison.changes {
                // Where all are numbers, the differences add up as well.
                let parts = change.contributions.compactMap(\.difference)
                guard let whole = change.difference, parts.count == change.contributions.count
                else { continue }
                let sum = parts.reduce(Quantity?.some(.zero)) { $0?.adding($1) }
                #expect(sum == whole, "seed \(seed)")
            }
            // Both editions stand: no change may be left to the program.
            #expect(!comparison.causes.contains { $0.kind == .program }, "seed \(seed)")
            let text = ComparisonText.render(comparison)
            #expect(
                text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 100 },
                "seed \(seed)"
            )
        }
        let ends = Dictionary(
            forth.changes.map { (key($0), [$0.before, $0.after]) },
            uniquingKeysWith: { first, _ in first }
        )
        let swapped = Dictionary(
            back.changes.map { (key($0), [$0.after, $0.before]) },
            uniquingKeysWith: { first, _ in first }
        )
        #expect(ends == swapped, "seed \(seed)")
        #expect(together.changes.map(\.after) == forth.changes.map(\.after), "seed \(seed)")
        #expect(forth.unchanged == back.unchanged)
        return Set(forth.causes.map(\.kind)).union(back.causes.map(\.kind))
    }

    @Test func theCausesOfEveryFigureAddUpToItsChange() async throws {
        var kinds: Set<ComparisonCause.Kind> = []
        for seed in UInt64(0)..<6 {
            var random = SplitMix64(seed: seed)
            let nights = try Nights()
            var paths: [String] = []
            var runs: [RunRecord] = []
            for number in 0..<6 {
                runs.append(try await night(number, nights, &paths, &random))
            }
            for (first, second) in [(0, 1), (1, 3), (2, 4), (0, 5), (4, 5)] {
                kinds.formUnion(try await check(nights, runs[first], runs[second], seed))
            }
            let same = try await nights.compare(runs[3], runs[3])
            #expect(same.changes.isEmpty && same.causes.isEmpty, "seed \(seed)")
        }
        #expect(
            kinds.isSuperset(of: [
                .time, .plan, .roster, .withdrawn, .corrected, .submitted, .late, .decision,
                .notYetReceived,
            ]),
            "\(kinds)"
        )
    }
}
