/// One line of `changes.csv`: what became of a unit (biến động).
package struct UnitChange: Hashable, Sendable {
    package var day: Day
    /// The kind as it was written (`Nhập toàn bộ`, `Chia tách` …).
    package var kind: String
    package var old: String
    package var new: String?
    /// Whether `new` carries on the history of a unit that was split.
    package var isMainSuccessor: Bool
    package var basis: String?

    package init(
        day: Day,
        kind: String,
        old: String,
        new: String?,
        isMainSuccessor: Bool,
        basis: String?
    ) {
        self.day = day
        self.kind = kind
        self.old = old
        self.new = new
        self.isMainSuccessor = isMainSuccessor
        self.basis = basis
    }
}

/// What became of the units over the years.
package struct ChangeLog: Sendable {
    package let changes: [UnitChange]

    package init(changes: [UnitChange] = []) { self.changes = changes }

    /// The unit that took over a closed unit whole, or nil where it was split or simply closed.
    package func wholeSuccessor(of old: String) -> String? {
        let successors = Set(changes.filter { $0.old == old }.compactMap(\.new)).subtracting([old])
        return successors.count == 1 ? successors.first : nil
    }

    /// The unit that carries on a closed unit's history: its whole successor, or the main one of a
    /// split.
    package func mainSuccessor(of old: String) -> String? {
        if let whole = wholeSuccessor(of: old) { return whole }
        let main = Set(
            changes.filter { $0.old == old && $0.isMainSuccessor }.compactMap(\.new)
        )
        return main.count == 1 ? main.first : nil
    }
}
