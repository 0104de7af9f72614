import Intake
import Model
import TestSupport
import Testing

@testable import Rollup

@Suite("Records that share a key, a work or a title")
struct RepeatedRecordsTests {
    private let contest = """
        contests: [{id: c, year: 2024, opens: 2024-03-01, closes: 2024-07-15, max_words: 2000}]
        """

    /// Entries of a few units with few keys, titles and authors, so that nearly all share
    /// something.
    private func scenario(_ random: inout SplitMix64) -> Scenario {
        var files: [Scenario.File] = []
        for number in 0..<Int.random(in: 1...5, using: &random) {
            var text = "unit,entry_id,title,authors,received_on\n"
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let unit = ["W1", "W2"].randomElement(using: &random) ?? "W1"
                let title = ["Sáng", "sang!", "Đẹp"].randomElement(using: &random) ?? ""
                let author =
                    ["Nguyễn A", "Trần B;Lê C", "Le C"].randomElement(using: &random) ?? ""
                let key = Int.random(in: 1...9, using: &random)
                let day = Int.random(in: 1...28, using: &random)
                text += "\(unit),\(key),\(title),\(author),\(day)/04/2024\n"
            }
            files.append(.init("2024-08-0\(number + 1)/W1/bai.csv", text))
        }
        return Scenario(plan([], contest), files)
    }

    /// All that resolving decides, one text a record, and what it says of them.
    private func resolved(_ scenario: Scenario) throws -> [String] {
        let records = try scenario.records(window: "2024", asOf: "2025-01-01")
        let decided = records.forms.joined().flatMap { resolved in
            resolved.counts.indices.map { record in
                "\(resolved.counts[record]) \(resolved.faults.isEmpty ? .none : resolved.faults[record])"
            }
        }
        return decided + records.findings.map { "\($0)" } + records.suspectedCopies.map { "\($0)" }
    }

    @Test func aShelfChangesNothing() throws {
        let shelf = TakingShelf()
        let broken = try firstBroken(seeds: 0..<60, make: scenario) { scenario in
            var other = scenario
            other.shelf = shelf
            return try resolved(other) == resolved(scenario)
        }
        #expect(broken == nil)
        #expect(shelf.count > 0)
    }

    @Test func whatSharesAnIdentityIsFoundPartByPart() throws {
        let broken = try firstBroken(seeds: 0..<40, make: scenario) { scenario in
            let batches =
                try scenario.records(window: "2024", asOf: "2025-01-01")
                .forms.first { $0.contains { !$0.editions.isEmpty } } ?? []
            let numbers = (0..<Int32(RecordSet.total(batches))).map(\.self)
            let repeated = RepeatedRecords(numbers, of: batches, { $0.identities.keys }) {
                key,
                _,
                _ in
                key
            }
            var last: [Digest: Int32] = [:]
            var pairs: [[Int32]] = []
            for (number, key) in zip(numbers, batches.flatMap(\.batch.identities.keys)) {
                if let before = last.updateValue(number, forKey: key) {
                    pairs.append([before, number])
                }
            }
            let found = DigestTable.inParts(of: 300_000) { repeated.successions(in: $0) }
                .joined().map { [$0.old, $0.new] }.sorted { $0[1] < $1[1] }
            let shared = SharedNumbers(DigestTable.inParts(of: 300_000) { repeated.shared(in: $0) })
            return found == pairs && shared.count == pairs.count
        }
        #expect(broken == nil)
    }
}
