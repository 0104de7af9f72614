internal import Model

/// What stands over the rows: the titles of the table, and those of the section.
///
/// It goes on from one block of a file to the next.
struct StandingHeads: Hashable, Sendable {
    /// What the lines above the table say of all its rows.
    var title: TitleFacts
    /// The unit that the title of the section names, in a table that has no column for units.
    var section = SectionUnit.none
    /// The rank of that section.
    var sectionRank = SectionRank.plain
    /// The time that the title of a section names.
    var time: TimeSection?
    /// The ranks of the sections that stood above one that names a time.
    var ranks: Set<SectionRank> = []
    /// The total or the title of a section since which no row has named its unit, in a table that
    /// has a column for units.
    var unitBreak: String?
    /// What the last lines of the block before say of a table that may begin in this one.
    var tail: TitleFacts?

    init(title: TitleFacts) { self.title = title }

    /// A section that names the time of its rows, and its rank.
    struct TimeSection: Hashable, Sendable {
        let time: SectionTime
        let rank: SectionRank
    }

    /// Whether a block below reads as one below the lines above the file's first table.
    func isNeutral(below head: TitleFacts) -> Bool {
        title.isSame(as: head) && section == .none && unitBreak == nil && tail == nil
            && (time == nil || time?.time.meaning == .own)
    }
}
