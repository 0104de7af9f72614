/// What became of the units over the years.
package struct ChangeLog: Sendable {
    /// The lines of `changes.csv`.
    package let changes: [UnitChange]
    private let byOld: [String: [UnitChange]]

    package init(changes: [UnitChange] = []) {
        self.changes = changes
        byOld = Dictionary(grouping: changes.filter { $0.new != $0.old }, by: \.old)
    }

    /// Who carries on a unit that closed on a day, and whether it got all of it; nil where it was
    /// split without a main successor, or simply closed.
    ///
    /// What is written for the day of closing says it; where nothing is, the last day before.
    package func heir(of old: String, closed: Day) -> (id: String, isWhole: Bool)? {
        let rows = byOld[old, default: []].filter { $0.day <= closed }
        guard let day = rows.map(\.day).max() else { return nil }
        let last = rows.filter { $0.day == day }
        let all = Set(last.compactMap(\.new))
        if last.allSatisfy({ $0.kind.isWhole }), all.count == 1, let only = all.first {
            return (only, true)
        }
        let main = Set(last.filter(\.isMainSuccessor).compactMap(\.new))
        return main.count == 1 ? main.first.map { ($0, false) } : nil
    }

    /// The documents that order what is written of a unit that closed on a day (`Căn cứ`), each
    /// once in the order of the file.
    package func bases(of old: String, closed: Day) -> [String] {
        let rows = byOld[old, default: []].filter { $0.day <= closed }
        let day = rows.map(\.day).max()
        var bases: [String] = []
        for case let basis? in rows.filter({ $0.day == day }).map(\.basis)
        where !basis.isEmpty && !bases.contains(basis) { bases.append(basis) }
        return bases
    }
}
