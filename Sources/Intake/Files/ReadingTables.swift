internal import Model
internal import Plans

/// What a ``ReadingContext`` holds, as an object: a hundred thousand readers of small files share
/// it, for which a copy of all these tables would cost as much as the file.
final class ReadingTables: Sendable {
    let plan: Plan
    let roster: Roster
    let changes: ChangeLog
    /// Who stood under whom before and after the report's own tree.
    let trees: EarlierTrees
    /// See ``ReadingContext/keepsText``.
    let keepsText: [[Bool]]
    /// For each form, the fields whose texts are kept of some records only.
    let excerpts: [ReadingContext.Excerpt?]
    let headers: HeaderIndex
    let names: UnitNames
    /// The days of the plan's stage; to work them out for each row costs as much as reading its
    /// date.
    let stage: DateSpan
    /// For each unit whether its last day is not known.
    let neverCloses: [Bool]
    /// For each unit whether some unit stands below it, or ever did.
    let hasUnitsBelow: [Bool]
    /// The headers that files had so far.
    let knownHeaders = KnownHeaders()
    /// The folders in which files lay so far.
    let folders = KnownFolders()
    /// What unit and period cells said so far, in files read before.
    let cells = KnownCells()

    init(
        plan: Plan,
        roster: Roster,
        changes: ChangeLog,
        trees: EarlierTrees,
        keepsText: [[Bool]],
        excerpts: [ReadingContext.Excerpt?]
    ) {
        self.plan = plan
        self.roster = roster
        self.changes = changes
        self.trees = trees
        self.keepsText = keepsText
        self.excerpts = excerpts
        headers = HeaderIndex(forms: plan.forms)
        names = UnitNames(roster: roster)
        stage = plan.stageSpan
        neverCloses = roster.units.map { $0.validTo == nil }
        let earlier = trees.parents
        hasUnitsBelow = roster.units.indices.map { unit in
            !roster.children[unit].isEmpty || earlier.contains(unit)
        }
    }
}
