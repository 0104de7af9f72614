internal import Intake
import Model
internal import Rollup

/// Counts the entries of one edition by unit: parts merge into the whole.
struct EntryTally: Sendable {
    /// The columns of the register, and what their codes mean.
    struct Columns: Sendable {
        let kind: Int?
        /// By code of the kind.
        let isPress: [Bool]
        let prelim: Int?
        /// By code of the preliminary round.
        let isPassed: [Bool]
        let sentUp: Int?
        let finalScore: Int?
        let prize: Int?
        /// The prize that each code stands for.
        let prizes: [String]
    }

    private let edition: Int
    private let columns: Columns
    /// For each unit of the roster its place among those that are counted; -1 for others.
    private let places: [Int]
    private var units: [ContestUnit]
    private var authors: DistinctHashes

    /// Counts the entries of an edition that came from some units, which are the indexes of
    /// `places`.
    init(_ edition: Int, of units: [Int], _ places: [Int], _ columns: Columns) {
        self.edition = edition
        self.columns = columns
        self.places = places
        self.units = units.map { ContestUnit(unit: $0) }
        authors = DistinctHashes(groups: units.count)
    }

    /// What it comes to with the entries of some batches.
    func adding(_ batches: ArraySlice<ResolvedBatch>) -> EntryTally {
        var tally = self
        for resolved in batches { tally.add(resolved) }
        return tally
    }

    /// The units with what both parts counted of them.
    func merged(with other: EntryTally) -> [ContestUnit] {
        var units = self.units
        for place in units.indices { units[place].add(other.units[place]) }
        for (place, count) in authors.counts(with: other.authors).enumerated() {
            units[place].authors = count
        }
        return units
    }

    private mutating func add(_ resolved: ResolvedBatch) {
        let held = resolved.held
        // Each column once, not for every entry.
        let (kinds, prelims) = (held.batch.codes(columns.kind), held.batch.codes(columns.prelim))
        let (sent, prizes) = (held.batch.codes(columns.sentUp), held.batch.codes(columns.prize))
        let scores = columns.finalScore.flatMap { held.batch.columns[$0] == .absent ? nil : $0 }
        let (names, ends) = (held.batch.authors, held.batch.authorEnds.numbers)
        let owners = held.batch.units.numbers
        let (counts, faults, editions) = (resolved.counts, resolved.faults, resolved.editions)
        for record in counts.indices where counts[record] && Int(editions[record]) == edition {
            let place = places[Int(owners[record])]
            guard place >= 0 else { continue }
            units[place].entries += 1
            if let kinds, columns.isPress[Int(kinds[record])] {
                units[place].press += 1
            } else {
                units[place].articles += 1
            }
            guard faults[record] == .none else {
                if faults[record] == .duplicate { units[place].duplicates += 1 }
                continue
            }
            units[place].valid += 1
            if !ends.isEmpty {
                let start = record == 0 ? 0 : Int(ends[record - 1])
                for name in start..<Int(ends[record]) { authors.add(names[name], to: place) }
                if Int(ends[record]) - start > 1 { units[place].grouped += 1 }
            }
            if let prelims, columns.isPassed[Int(prelims[record])] { units[place].passed += 1 }
            if let sent, sent[record] == 1 { units[place].sentUp += 1 }
            if let scores, !held.batch.isBlank(scores, record) { units[place].finalists += 1 }
            if let prizes, prizes[record] != RecordBatch.blankCode {
                units[place].prizes[columns.prizes[Int(prizes[record])], default: 0] += 1
            }
        }
    }
}
