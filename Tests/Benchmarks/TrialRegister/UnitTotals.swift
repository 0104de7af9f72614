internal import Intake
internal import Model
internal import Plans
package import Rollup

/// What the benchmark asks of the register: a line for each unit that has a valid entry.
package struct UnitTotals {
    package struct Line {
        package var unit: String
        package var valid: Int
        package var authors: Int
        package var words: Int64
    }

    package private(set) var lines: [Line] = []

    package init(_ records: RecordSet, _ bench: BenchPlan) {
        let contest = bench.plan.contests[0].span
        let slice = Slice(spans: [contest], window: contest)
        let valid = records.tallies(bench.validEntries, slice)
        let words = records.tallies(bench.words, slice)
        var authors = [Set<UInt64>](repeating: [], count: valid.count)
        for resolved in records.forms[bench.form] {
            for record in 0..<resolved.batch.count
            where resolved.counts[record] && resolved.faults[record] == .none {
                let unit = Int(resolved.batch.units[record])
                for author in resolved.batch.authors(of: record) { authors[unit].insert(author) }
            }
        }
        for (index, unit) in bench.context.roster.units.enumerated() where valid[index].count > 0 {
            lines.append(
                Line(
                    unit: unit.id,
                    valid: valid[index].count,
                    authors: authors[index].count,
                    words: words[index].sum?.numerator ?? 0
                )
            )
        }
        lines.sort { $0.unit < $1.unit }
    }

    /// The table as text, a line a unit, cells parted by blanks.
    package var table: String {
        lines.map { "\($0.unit) \($0.valid) \($0.authors) \($0.words)\n" }.joined()
    }

    /// The same for the same table, on every machine.
    package var checksum: String { String(Digest(Array(table.utf8)).high, radix: 16) }

    package var valid: Int { lines.reduce(0) { $0 + $1.valid } }
}
