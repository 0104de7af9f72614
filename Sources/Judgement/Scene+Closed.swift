package import Model

extension Scene {
    /// Who has to do on the day of the report what a unit was bound to that was closed since.
    package enum Bearer: Hashable, Sendable {
        /// The one that carries it on where that stands in the report, else the nearest unit above
        /// it that does. `heir` carries it on, wherever that stands.
        case other(unit: Int, heir: Int?, since: Day)
        /// All that stood above it in the report was closed, too.
        case nobody(heir: Int?, since: Day)
    }

    /// Who bears the duties of those of some units that were closed by the day of the report.
    ///
    /// They are followed through every step, by whole merges and by main successors.
    package func bearers(of units: some Sequence<Int>) -> [Int: Bearer] {
        let today = asOf.day
        let gone = units.filter { roster.units[$0].validTo.map { $0 <= today } ?? false }
        guard !gone.isEmpty else { return [:] }
        let restatement = restatement(on: today, placed: placed(on: today))
        let reported = Set(subtree)
        func stands(_ unit: Int) -> Bool {
            reported.contains(unit) && roster.units[unit].exists(on: today)
        }
        var bearers: [Int: Bearer] = [:]
        for unit in gone {
            // One that only left the report with its root goes on elsewhere.
            guard let closed = restatement.closings[unit] else { continue }
            let successor = restatement.successors[unit]
            let heir = successor == unit ? nil : successor
            var step = heir.flatMap { stands($0) ? $0 : nil } ?? above(unit)
            while let bearer = step, !stands(bearer) { step = above(bearer) }
            bearers[unit] =
                step.map { .other(unit: $0, heir: heir, since: closed) }
                ?? .nobody(heir: heir, since: closed)
        }
        return bearers
    }

    /// The unit right above another one in the report.
    private func above(_ unit: Int) -> Int? { unit == root ? nil : roster.parents[unit] }
}
