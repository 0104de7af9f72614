/// One edition of the contest in the report's window: unit by unit.
package struct ContestResult: Hashable, Sendable {
    /// The edition's index in the plan.
    package var edition: Int
    /// Those of the window, and others that have entries of it.
    package var units: [ContestUnit]
    /// Entries and staff of the units that take part by the roster and have their staff in it;
    /// others are in no figure per 100 staff.
    package var staffedEntries = 0
    /// How many people work in the units of ``staffedEntries``.
    package var staff = 0

    /// The units together.
    package var total: ContestUnit {
        var total = ContestUnit(unit: -1)
        for unit in units { total.add(unit) }
        return total
    }

    /// All entries, valid or not.
    package var entries: Int { units.reduce(0) { $0 + $1.entries } }
    /// Valid entries (CONTRACT §11.3).
    package var valid: Int { units.reduce(0) { $0 + $1.valid } }
    /// Distinct (folded name, unit) over the valid entries (CONTRACT §11.3).
    package var authors: Int { units.reduce(0) { $0 + $1.authors } }
    /// Units with at least as many valid entries as are asked of each.
    package var unitsJoined: Int
}
