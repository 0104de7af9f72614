internal import Intake
internal import Model

/// Which units speak of the same people: a unit and those above and below it, and who carries it on
/// once it was merged or split, as far as the as-of day.
struct Kinship {
    private let roster: Roster
    /// For each unit, who has its records now; itself where it stands.
    private let successors: [Int]

    init(_ context: ReadingContext, on day: Day) {
        roster = context.roster
        successors = Restatement(of: context.roster, changes: context.changes, on: day).successors
    }

    /// Whether the one is the other or carries it on; not two of which a third carries on both,
    /// who were different wards with people of the same name.
    func isSame(_ one: Int, _ other: Int) -> Bool {
        one == other || successors[one] == other || one == successors[other]
    }

    /// Whether the one is the other, above it or below it.
    ///
    /// Above and below, because a district proposes the people of its wards.
    func isRelated(_ one: Int, _ other: Int) -> Bool {
        isWithin(one, other) || isWithin(other, one)
    }

    private func isWithin(_ one: Int, _ other: Int) -> Bool {
        roster.isWithin(one, other) || roster.isWithin(successors[one], other)
            || roster.isWithin(one, successors[other])
    }
}
