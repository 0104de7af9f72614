import Model

/// What one unit sent to one edition of the contest.
package struct ContestUnit: Hashable, Sendable {
    /// The unit's index in the roster; -1 for several together.
    package var unit: Int
    /// Whether anything is known of it: 0 entries of who handed nothing in are no data.
    package var isCovered = false
    /// All that it sent, valid or not.
    package var entries = 0
    /// Of the entries those that are valid (CONTRACT §11.3).
    package var valid = 0
    /// Distinct authors of its valid entries.
    package var authors = 0
    /// Valid entries of several authors (tác giả nhóm).
    package var grouped = 0
    /// Entries that repeat an earlier one: not valid.
    package var duplicates = 0
    /// Valid entries that look like copies of others: valid all the same.
    package var suspected = 0
    /// Of all entries those that are no press works.
    package var articles = 0
    /// Press works (tác phẩm báo chí) among all entries.
    package var press = 0
    /// Valid entries that passed the preliminary round.
    package var passed = 0
    /// Valid entries that were sent on to the level above.
    package var sentUp = 0
    /// Valid entries with a score of the final round.
    package var finalists = 0
    /// Prizes by the code of the field `prize`.
    package var prizes: [String: Int] = [:]

    /// Of the entries those that are not valid.
    package var invalid: Int { entries - valid }

    mutating func add(_ other: ContestUnit) {
        isCovered = isCovered || other.isCovered
        entries += other.entries
        valid += other.valid
        authors += other.authors
        grouped += other.grouped
        duplicates += other.duplicates
        suspected += other.suspected
        articles += other.articles
        press += other.press
        passed += other.passed
        sentUp += other.sentUp
        finalists += other.finalists
        prizes.merge(other.prizes, uniquingKeysWith: +)
    }
}

extension Scene {
    /// Whether a unit is one of those that reports about a contest list: it sent something, or
    /// could have.
    package func takesPart(_ unit: ContestUnit) -> Bool {
        unit.entries > 0 || (isLeaf(unit.unit) && !roster.units[unit.unit].kind.isCluster)
    }
}
